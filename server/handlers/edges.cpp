// SPDX-License-Identifier: MIT
#include "graph/edges.hpp"

#include <array>
#include <charconv>
#include <map>

#include "server/cursor.hpp"
#include "server/filters.hpp"
#include "server/handlers/handlers.hpp"

namespace dealgraph::server {

namespace {

constexpr std::array kSorts{EdgeSort::Date,
                            EdgeSort::DateDescending,
                            EdgeSort::Amount,
                            EdgeSort::AmountDescending,
                            EdgeSort::ConfidenceAscending,
                            EdgeSort::ConfidenceDescending,
                            EdgeSort::Id};
constexpr std::size_t kNewestFirst = 1;

std::string digits(double value) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.begin(), buffer.end(), value);
  return {buffer.begin(), result.ptr};
}

// Least and greatest sum that the claims name, where they conflict.
void write_amount_range(JsonWriter& json, const std::vector<StoredEvidence>& evidence) {
  std::optional<Money> least;
  std::optional<Money> most;
  for (const StoredEvidence& item : evidence) {
    const auto& amount = item.evidence.claim.amount;
    if (!amount) continue;
    if (!least) least = most = amount;
    if (amount->currency != least->currency) return;  // one deal has one currency
    if (amount->minor < least->minor) least = amount;
    if (amount->minor > most->minor) most = amount;
  }
  if (!least || least->minor == most->minor) return;
  json.key("amount_range").begin_object();
  json.key("min").decimal(major_string(*least));
  json.key("max").decimal(major_string(*most));
  json.member("currency", least->currency.code());
  json.end_object();
}

// Evidence with the documents that it quotes, each read once.
void write_evidence(JsonWriter& json, Store& store, std::string_view edge, Instant known_on) {
  const std::vector<StoredEvidence> all = store.evidence(edge, known_on);
  write_amount_range(json, all);
  std::map<std::string, std::optional<StoredDocument>> documents;
  json.key("evidence").begin_array();
  for (const StoredEvidence& item : all) {
    const Evidence& evidence = item.evidence;
    // Evidence belongs to the version of the document that was there when it was recorded.
    const auto [found, is_new] = documents.try_emplace(evidence.document);
    if (is_new) found->second = store.document(evidence.document, known_on);
    if (!found->second) continue;  // retracted between two reads
    const Document& document = found->second->document;
    const std::string text = full_text(document);
    if (evidence.span.end > text.size()) continue;
    const CodePointIndex code_points(text);
    json.begin_object().key("document").begin_object();
    json.member("id", document.id).member("title", document.title);
    json.member_if("source", document.source);
    json.member_if("url", document.url);
    if (document.published) json.member("published", document.published->to_string());
    json.end_object();
    const Span span = evidence.span;
    json.member("sentence", std::string_view(text).substr(span.begin, span.end - span.begin));
    json.member("start", std::uint64_t{code_points.code_points_before(span.begin)});
    json.member("end", std::uint64_t{code_points.code_points_before(span.end)});
    json.key("claim").begin_object();
    write_facts(json, evidence.claim);
    json.end_object().end_object();
  }
  json.end_array();
}

}  // namespace

Reply list_edges_matching(const App& app, const Request& request) {
  const Snapshot& graph = *request.graph;
  const std::string question = question_of(request);
  EdgeQuery query;
  query.filter = read_filter(request.query);
  for (const auto& [name, end] :
       {std::pair{"source", &query.source}, std::pair{"target", &query.target}}) {
    if (!request.query.has(name)) continue;
    *end = require_entity(graph, request.query.text(name), query.filter.known_on, name);
  }
  query.sort = kSorts.at(request.query.choice("sort", edge_sort_names(), kNewestFirst));
  query.limit = static_cast<std::size_t>(request.query.integer("limit"));
  query.budget = read_budget(app.options);
  if (request.query.has("after")) {
    const auto fields = decode_cursor(question, request.query.text("after"), 3);
    query.after = {fields[0] == "1", cursor_number<double>(fields[1]), fields[2]};
  }
  const EdgePage page = list_edges(graph, query);

  ListEnd end{page.truncation, {}, graph.revision()};
  if (page.next) {
    end.next = encode_cursor(
        question, {page.next->present ? "1" : "0", digits(page.next->value), page.next->edge});
  }
  JsonWriter json;
  json.begin_object().key("edges").begin_array();
  for (const EdgeIndex edge : page.edges) {
    json.begin_object();
    write_edge_members(json, graph, graph.edge(edge));
    json.end_object();
  }
  json.end_array();
  write_included(json, graph, page.entities, query.filter.known_on);
  write_list_end(json, end);
  json.end_object();
  return list_response(request, json, end);
}

Reply get_edge(const App& app, const Request& request) {
  const Snapshot& graph = *request.graph;
  const std::string& id = request.path_values.at(0);
  const Instant known_on = request.query.instant("known_on");
  const auto version = find_version(graph, id, known_on);
  if (!version) {
    const bool was_ever = !graph.find_edge(id).empty();
    throw Error(ErrorKind::NotFound, "there is no edge \"" + id + "\"" +
                                         (was_ever ? " at that time; see known_on" : ""));
  }
  const EdgeView edge = graph.edge(*version);
  JsonWriter json;
  json.begin_object();
  write_edge_members(json, graph, edge);
  write_evidence(json, app.engine.store(), id, known_on);
  const std::array ends{edge.source, edge.target};
  write_included(json, graph, std::span(ends).first(edge.source == edge.target ? 1 : 2), known_on);
  json.member("revision", std::uint64_t{graph.revision()});
  json.end_object();
  return json_response(json.take());
}

}  // namespace dealgraph::server
