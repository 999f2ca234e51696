// SPDX-License-Identifier: MIT
#include "server/record_json.hpp"

#include <array>
#include <vector>

#include "schema/text.hpp"
#include "server/ascii.hpp"
#include "server/json_fields.hpp"
#include "server/json_writer.hpp"
#include "server/serialize.hpp"

namespace dealgraph::server {

namespace {
// Evidence of one document tends to come together; more would only cost memory.
constexpr std::size_t kCachedTexts = 64;
}  // namespace

struct TextCache::Entry {
  Entry(std::string document_id, Instant at, std::string full)
      : document(std::move(document_id)), known_on(at), text(std::move(full)), code_points(text) {}

  std::string document;
  Instant known_on;
  std::string text;
  CodePointIndex code_points;
};

TextCache::TextCache(TextSource& source) : source_(source) {}
TextCache::~TextCache() = default;

void TextCache::clear() { entries_.clear(); }

const TextCache::Entry* TextCache::find(const std::string& document, Instant known_on) {
  for (const auto& entry : entries_) {
    if (entry->known_on == known_on && entry->document == document) return entry.get();
  }
  auto text = source_.text(document, known_on);
  if (!text) return nullptr;
  auto entry = std::make_unique<Entry>(document, known_on, std::move(*text));
  if (entries_.size() < kCachedTexts) return entries_.emplace_back(std::move(entry)).get();
  next_ = (next_ + 1) % kCachedTexts;
  entries_[next_] = std::move(entry);
  return entries_[next_].get();
}

std::optional<Span> TextCache::to_bytes(const std::string& document, Instant known_on,
                                        std::size_t start, std::size_t end) {
  const Entry* entry = find(document, known_on);
  if (entry == nullptr || start > end || end > entry->code_points.size()) return std::nullopt;
  return Span{static_cast<std::uint32_t>(entry->code_points.byte_offset(start)),
              static_cast<std::uint32_t>(entry->code_points.byte_offset(end))};
}

std::optional<TextCache::CodePoints> TextCache::to_code_points(const std::string& document,
                                                               Instant known_on, Span span) {
  const Entry* entry = find(document, known_on);
  if (entry == nullptr || span.begin > span.end || span.end > entry->text.size()) {
    return std::nullopt;
  }
  return CodePoints{entry->code_points.code_points_before(span.begin),
                    entry->code_points.code_points_before(span.end)};
}

// --- Reading ------------------------------------------------------------------------------------

namespace {

constexpr std::array<std::string_view, 3> kKinds{"entity", "document", "edge"};

std::optional<Known> read_known(Fields& fields) {
  std::optional<Known> known;
  fields.object("known", [&](Fields& range) {
    range.only({"from", "to"});
    const auto from = range.instant("from");
    const auto to = range.instant("to");
    if (!from) {
      range.complain("from", "is required");
      return;
    }
    if (to && *to <= *from) {
      range.complain("to", "must be later than `from`");
      return;
    }
    known = Known{*from, to.value_or(kForever)};
  });
  return known;
}

EdgeFacts read_facts(Fields& fields) {
  EdgeFacts facts;
  if (const std::string status = fields.text("status"); !status.empty()) {
    if (const auto parsed = parse_status(status)) {
      facts.status = *parsed;
    } else {
      fields.complain("status", "\"" + status + "\" is not a status");
    }
  }
  facts.date = fields.date("date");
  fields.object("valid", [&](Fields& valid) {
    valid.only({"from", "to"});
    facts.valid_from = valid.date("from");
    facts.valid_to = valid.date("to");
  });
  facts.amount = fields.money("amount");
  facts.product = fields.text("product");
  facts.title = fields.text("title");
  facts.confidence = fields.confidence("confidence");
  return facts;
}

std::vector<Identifier> read_identifiers(Fields& fields) {
  std::vector<Identifier> identifiers;
  fields.object("identifiers", [&](Fields& schemes) {
    for (const auto& [scheme, value] : schemes.value().members()) {
      if (value.is(JsonValue::Kind::Array)) {
        for (std::string& text : schemes.texts(scheme)) {
          identifiers.push_back({scheme, std::move(text)});
        }
      } else {
        identifiers.push_back({scheme, schemes.required_text(scheme)});
      }
    }
  });
  return identifiers;
}

Operation read_entity(Fields& fields) {
  fields.only(
      {"kind", "id", "type", "name", "name_ko", "aliases", "identifiers", "derived", "known"});
  ImportEntity record;
  record.entity.id = fields.required_id("id");
  const std::string type = fields.required_text("type");
  if (const auto parsed = parse_entity_type(type)) {
    record.entity.type = *parsed;
  } else if (!type.empty()) {
    fields.complain("type", "\"" + type + "\" is not an entity type");
  }
  record.entity.name = fields.required_text("name");
  record.entity.name_ko = fields.text("name_ko");
  record.entity.aliases = fields.texts("aliases");
  record.entity.identifiers = read_identifiers(fields);
  record.derived = fields.boolean("derived");
  record.known = read_known(fields);
  return record;
}

Operation read_document(Fields& fields) {
  fields.only(
      {"kind", "id", "title", "text", "lang", "source", "url", "published", "mentions", "known"});
  ImportDocument record;
  Document& document = record.document;
  document.id = fields.required_id("id");
  document.title = fields.text("title");
  document.text = fields.text("text");
  document.lang = fields.text("lang");
  document.source = fields.text("source");
  document.url = fields.text("url");
  document.published = fields.date("published");
  record.known = read_known(fields);

  const std::string text = full_text(document);
  const CodePointIndex code_points(text);
  fields.each("mentions", [&](Fields& item) {
    item.only({"entity", "start", "end"});
    Mention mention;
    mention.entity = item.required_id("entity");
    const std::size_t start = item.offset("start");
    const std::size_t end = item.offset("end");
    if (start > end || end > code_points.size()) {
      item.complain("end", "the span lies outside the text");
      return;
    }
    mention.span = {static_cast<std::uint32_t>(code_points.byte_offset(start)),
                    static_cast<std::uint32_t>(code_points.byte_offset(end))};
    record.mentions.push_back(std::move(mention));
  });
  return record;
}

ImportedEvidence read_evidence(Fields& fields, TextCache& texts) {
  fields.only({"document", "start", "end", "claim", "known"});
  ImportedEvidence record;
  record.evidence.document = fields.required_id("document");
  record.known = read_known(fields);
  fields.object("claim", [&](Fields& claim) {
    claim.only({"status", "date", "valid", "amount", "product", "title", "confidence"});
    record.evidence.claim = read_facts(claim);
  });
  const std::size_t start = fields.offset("start");
  const std::size_t end = fields.offset("end");
  if (record.evidence.document.empty()) return record;
  const Instant at = record.known ? record.known->from : kForever;
  if (const auto span = texts.to_bytes(record.evidence.document, at, start, end)) {
    record.evidence.span = *span;
  } else {
    fields.complain("document", "no such document, or the span lies outside its text");
  }
  return record;
}

Operation read_edge(Fields& fields, TextCache& texts) {
  fields.only({"kind", "id", "type", "source", "target", "status", "date", "valid", "amount",
               "product", "title", "confidence", "evidence", "derived", "known"});
  ImportEdge record;
  record.edge.id = fields.required_id("id");
  const std::string type = fields.required_text("type");
  if (const auto parsed = parse_edge_type(type)) {
    record.edge.type = *parsed;
  } else if (!type.empty()) {
    fields.complain("type", "\"" + type + "\" is not an edge type");
  }
  record.edge.source = fields.required_id("source");
  record.edge.target = fields.required_id("target");
  record.edge.facts = read_facts(fields);
  record.derived = fields.boolean("derived");
  record.known = read_known(fields);
  fields.each("evidence",
              [&](Fields& item) { record.evidence.push_back(read_evidence(item, texts)); });
  return record;
}

}  // namespace

RecordKind record_kind(const JsonValue& value) {
  std::vector<Violation> violations;
  Fields fields(value, "", violations);
  const std::string kind = violations.empty() ? fields.required_text("kind") : "";
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kind == kKinds.at(i)) return static_cast<RecordKind>(i);
  }
  if (violations.empty()) {
    fields.complain("kind", "\"" + kind + "\" is not one of entity, document, edge" +
                                did_you_mean(kind, {kKinds.begin(), kKinds.end()}));
  }
  throw_if_any(std::move(violations));
  throw Error(ErrorKind::Internal, "a record of no kind");
}

Operation read_record(const JsonValue& value, TextCache& texts) {
  const RecordKind kind = record_kind(value);
  std::vector<Violation> violations;
  Fields fields(value, "", violations);
  Operation operation = kind == RecordKind::Entity     ? read_entity(fields)
                        : kind == RecordKind::Document ? read_document(fields)
                                                       : read_edge(fields, texts);
  throw_if_any(std::move(violations));
  return operation;
}

// --- Writing ------------------------------------------------------------------------------------

namespace {

void write_known(JsonWriter& json, const std::optional<Known>& known) {
  if (!known) return;
  json.key("known").begin_object().member("from", to_string(known->from));
  if (known->to != kForever) json.member("to", to_string(known->to));
  json.end_object();
}

void write(JsonWriter& json, const ImportEntity& record, TextCache& /*texts*/) {
  json.member("kind", "entity");
  write_short_entity_members(json, record.entity);
  if (!record.entity.aliases.empty()) {
    json.key("aliases").begin_array();
    for (const std::string& alias : record.entity.aliases) json.string(alias);
    json.end_array();
  }
  write_identifiers(json, record.entity.identifiers);
  if (record.derived) json.member_bool("derived", true);
  write_known(json, record.known);
}

void write(JsonWriter& json, const ImportDocument& record, TextCache& /*texts*/) {
  const Document& document = record.document;
  json.member("kind", "document").member("id", document.id);
  json.member("title", document.title).member("text", document.text);
  json.member_if("lang", document.lang);
  json.member_if("source", document.source);
  json.member_if("url", document.url);
  if (document.published) json.member("published", document.published->to_string());
  if (!record.mentions.empty()) {
    const std::string text = full_text(document);
    const CodePointIndex code_points(text);
    json.key("mentions").begin_array();
    for (const Mention& mention : record.mentions) {
      json.begin_object().member("entity", mention.entity);
      json.member("start", std::uint64_t{code_points.code_points_before(mention.span.begin)});
      json.member("end", std::uint64_t{code_points.code_points_before(mention.span.end)});
      json.end_object();
    }
    json.end_array();
  }
  write_known(json, record.known);
}

void write(JsonWriter& json, const ImportEdge& record, TextCache& texts) {
  const Edge& edge = record.edge;
  json.member("kind", "edge").member("id", edge.id).member("type", name(edge.type));
  json.member("source", edge.source).member("target", edge.target);
  write_facts(json, edge.facts);
  if (!record.evidence.empty()) {
    json.key("evidence").begin_array();
    for (const ImportedEvidence& item : record.evidence) {
      const Instant at = item.known ? item.known->from : kForever;
      const auto span = texts.to_code_points(item.evidence.document, at, item.evidence.span);
      if (!span) {
        throw Error(ErrorKind::Internal, "evidence of edge " + edge.id +
                                             " does not lie in document " + item.evidence.document);
      }
      json.begin_object().member("document", item.evidence.document);
      json.member("start", std::uint64_t{span->start}).member("end", std::uint64_t{span->end});
      json.key("claim").begin_object();
      write_facts(json, item.evidence.claim);
      json.end_object();
      write_known(json, item.known);
      json.end_object();
    }
    json.end_array();
  }
  if (record.derived) json.member_bool("derived", true);
  write_known(json, record.known);
}

// Documents and retractions as they are submitted are not records.
template <typename Other>
void write(JsonWriter& /*json*/, const Other& /*operation*/, TextCache& /*texts*/) {
  throw Error(ErrorKind::Internal, "this operation has no record form");
}

}  // namespace

std::string write_record(const Operation& operation, TextCache& texts) {
  JsonWriter json;
  json.begin_object();
  std::visit([&](const auto& record) { write(json, record, texts); }, operation);
  json.end_object();
  return json.take();
}

}  // namespace dealgraph::server
