// SPDX-License-Identifier: MIT
#include "server/serialize.hpp"

#include <algorithm>
#include <array>

namespace dealgraph::server {

namespace {

constexpr std::size_t kEdgeTypeCount = static_cast<std::size_t>(EdgeType::Ownership) + 1;

void write_validity(JsonWriter& json, const std::optional<PartialDate>& from,
                    const std::optional<PartialDate>& to) {
  if (!from && !to) return;
  json.key("valid").begin_object();
  if (from) json.member("from", from->to_string());
  if (to) json.member("to", to->to_string());
  json.end_object();
}

template <typename Set, typename Infos>
void write_members_of(JsonWriter& json, std::string_view key, const Set& set, Infos infos,
                      auto member) {
  json.key(key).begin_array();
  for (const auto& info : infos) {
    if (set.contains(info.*member)) json.string(info.name);
  }
  json.end_array();
}

}  // namespace

std::string confidence_digits(Confidence confidence) {
  if (confidence >= kCertain) return "1";
  if (confidence == 0) return "0";
  std::string digits = std::to_string(confidence);
  digits.insert(0, 4 - digits.size(), '0');
  digits.erase(digits.find_last_not_of('0') + 1);
  return "0." + digits;
}

void write_span(JsonWriter& json, std::string_view text, const CodePointIndex& code_points,
                Span span) {
  json.begin_object();
  write_span_members(json, text, code_points, span);
  json.end_object();
}

void write_span_members(JsonWriter& json, std::string_view text, const CodePointIndex& code_points,
                        Span span) {
  json.member("start", std::uint64_t{code_points.code_points_before(span.begin)});
  json.member("end", std::uint64_t{code_points.code_points_before(span.end)});
  json.member("text", text.substr(span.begin, span.end - span.begin));
}

void write_amount(JsonWriter& json, const std::optional<Money>& amount) {
  if (!amount) return;
  json.key("amount").begin_object();
  json.key("value").decimal(major_string(*amount));
  json.member("currency", amount->currency.code());
  json.end_object();
}

void write_facts(JsonWriter& json, const EdgeFacts& facts) {
  json.member("status", name(facts.status));
  if (facts.date) json.member("date", facts.date->to_string());
  write_validity(json, facts.valid_from, facts.valid_to);
  write_amount(json, facts.amount);
  json.member_if("product", facts.product);
  json.member_if("title", facts.title);
  json.key("confidence").decimal(confidence_digits(facts.confidence));
}

void write_identifiers(JsonWriter& json, const std::vector<Identifier>& identifiers) {
  if (identifiers.empty()) return;
  std::vector<std::string_view> schemes;
  for (const Identifier& identifier : identifiers) {
    if (std::find(schemes.begin(), schemes.end(), identifier.scheme) == schemes.end()) {
      schemes.push_back(identifier.scheme);
    }
  }
  json.key("identifiers").begin_object();
  for (const std::string_view scheme : schemes) {
    std::vector<std::string_view> values;
    for (const Identifier& identifier : identifiers) {
      if (identifier.scheme == scheme) values.push_back(identifier.value);
    }
    json.key(scheme);
    // A company may be listed more than once, so tickers are always a list.
    const bool is_list = scheme == "ticker" || values.size() > 1;
    if (is_list) json.begin_array();
    for (const std::string_view value : values) json.string(value);
    if (is_list) json.end_array();
  }
  json.end_object();
}

void write_short_entity_members(JsonWriter& json, const Entity& entity) {
  json.member("id", entity.id).member("type", name(entity.type)).member("name", entity.name);
  json.member_if("name_ko", entity.name_ko);
}

void write_included(JsonWriter& json, const Snapshot& graph, std::span<const EntityIndex> entities,
                    Instant known_on) {
  json.key("included").begin_array();
  for (const EntityIndex index : entities) {
    const Entity* entity = graph.entity(index, known_on);
    json.begin_object();
    if (entity != nullptr) {
      write_short_entity_members(json, *entity);
    } else {
      json.member("id", graph.entity_id(index));
      json.member("type", name(graph.entity_type(index)));
    }
    json.end_object();
  }
  json.end_array();
}

void write_edge_members(JsonWriter& json, const Snapshot& graph, const EdgeView& edge) {
  json.member("id", edge.id).member("type", name(edge.type));
  json.member("source", graph.entity_id(edge.source));
  json.member("target", graph.entity_id(edge.target));
  json.member("status", name(edge.status));
  if (edge.date) json.member("date", edge.date->to_string());
  write_validity(json, edge.valid_from, edge.valid_to);
  write_amount(json, edge.amount);
  json.member_if("product", edge.product);
  json.member_if("title", edge.title);
  json.key("confidence").decimal(confidence_digits(edge.confidence));
  json.member("evidence_count", std::uint64_t{edge.evidence_count});
}

void write_degree(JsonWriter& json, const Snapshot& graph, EntityIndex entity,
                  const EdgeFilter& filter) {
  std::array<std::uint64_t, kEdgeTypeCount> degree{};
  const auto count = [&](const Step& step) {
    const EdgeView edge = graph.edge(step.edge);
    if (passes(edge, graph.entity_type(edge.target), filter)) {
      ++degree.at(static_cast<std::size_t>(edge.type));
    }
  };
  for (const Step& step : graph.out(entity)) count(step);
  for (const Step& step : graph.in(entity)) {
    if (step.far != entity) count(step);  // a loop stands in both lists
  }
  json.key("degree").begin_object();
  for (const EdgeTypeInfo& type : edge_types()) {
    const std::uint64_t edges = degree.at(static_cast<std::size_t>(type.type));
    if (edges > 0) json.member(type.name, edges);
  }
  json.end_object();
}

void write_truncation(JsonWriter& json, const Truncation& truncation) {
  json.member_bool("truncated", !truncation.empty());
  if (truncation.empty()) return;
  json.key("limits").begin_array();
  for (const std::string& limit : truncation) json.string(limit);
  json.end_array();
}

void write_list_end(JsonWriter& json, const ListEnd& end) {
  write_truncation(json, end.truncation);
  json.key("next");
  if (end.next.empty()) {
    json.null();
  } else {
    json.string(end.next);
  }
  json.member("revision", std::uint64_t{end.revision});
}

void write_document_summary(JsonWriter& json, const DocumentSummary& summary) {
  json.begin_object();
  json.member("id", summary.id).member("title", summary.title);
  json.member_if("lang", summary.lang);
  json.member_if("source", summary.source);
  json.member_if("url", summary.url);
  if (summary.published) json.member("published", summary.published->to_string());
  json.member_if("snippet", summary.snippet);
  json.end_object();
}

void write_label(JsonWriter& json, const Label& label) {
  json.begin_object().member("en", label.en).member("ko", label.ko).end_object();
}

namespace {

void write_edge_type(JsonWriter& json, const EdgeTypeInfo& type) {
  json.begin_object();
  json.member("name", type.name);
  json.key("label");
  write_label(json, type.label);
  json.key("inverse_label");
  write_label(json, type.inverse_label);
  json.member_bool("symmetric", type.symmetric);
  write_members_of(json, "sources", type.sources, entity_types(), &EntityTypeInfo::type);
  write_members_of(json, "targets", type.targets, entity_types(), &EntityTypeInfo::type);
  write_members_of(json, "momentary_targets", type.momentary_targets, entity_types(),
                   &EntityTypeInfo::type);
  write_members_of(json, "properties", type.properties, edge_properties(), &PropertyInfo::property);
  json.member("doc", type.doc);
  json.end_object();
}

std::string_view kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::Text:
      return "text";
    case ValueKind::Date:
      return "date";
    case ValueKind::Money:
      return "money";
    case ValueKind::Confidence:
      return "confidence";
    case ValueKind::Status:
      return "status";
  }
  return "";
}

template <typename Infos>
void write_named(JsonWriter& json, std::string_view key, Infos infos) {
  json.key(key).begin_array();
  for (const auto& info : infos) {
    json.begin_object().member("name", info.name).key("label");
    write_label(json, info.label);
    json.member("doc", info.doc).end_object();
  }
  json.end_array();
}

}  // namespace

std::string schema_json() {
  JsonWriter json;
  json.begin_object();
  write_named(json, "entity_types", entity_types());
  json.key("edge_types").begin_array();
  for (const EdgeTypeInfo& type : edge_types()) write_edge_type(json, type);
  json.end_array();
  write_named(json, "statuses", statuses());
  json.key("properties").begin_array();
  for (const PropertyInfo& property : edge_properties()) {
    json.begin_object().member("name", property.name).member("kind", kind_name(property.kind));
    json.key("label");
    write_label(json, property.label);
    json.member("doc", property.doc).end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace dealgraph::server
