// SPDX-License-Identifier: MIT
#include <array>
#include <memory>
#include <utility>

#include "server/article_json.hpp"
#include "server/ascii.hpp"
#include "server/cursor.hpp"
#include "server/explain_json.hpp"
#include "server/filters.hpp"
#include "server/handlers/handlers.hpp"
#include "server/parallel.hpp"
#include "server/problem.hpp"

namespace dealgraph::server {

// --- Reading ------------------------------------------------------------------------------------

Reply list_documents(const App& app, const Request& request) {
  const std::string question = question_of(request);
  DocumentQuery query;
  query.text = request.query.text("q");
  query.source = request.query.text("source");
  query.date_from = request.query.date("date_from");
  query.date_to = request.query.date("date_to");
  check_date_range(query.date_from, query.date_to);
  query.known_on = request.query.instant("known_on");
  const auto limit = static_cast<std::size_t>(request.query.integer("limit"));
  query.limit = limit + 1;  // one more tells whether there is a next page
  if (request.query.has("after")) {
    const auto fields = decode_cursor(question, request.query.text("after"), 2);
    query.after = {fields[0], fields[1]};
  }
  std::vector<DocumentSummary> documents = app.engine.store().documents(query);

  ListEnd end{{}, {}, request.graph->revision()};
  if (documents.size() > limit) {
    documents.resize(limit);
    const DocumentSummary& last = documents.back();
    end.next = encode_cursor(
        question, {last.published ? last.published->to_string() : std::string(), last.id});
  }
  JsonWriter json;
  json.begin_object().key("documents").begin_array();
  for (const DocumentSummary& document : documents) write_document_summary(json, document);
  json.end_array();
  write_included(json, *request.graph, {}, query.known_on);
  write_list_end(json, end);
  json.end_object();
  return list_response(request, json, end);
}

namespace {

void insert_once(std::vector<EntityIndex>& list, EntityIndex entity) {
  if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
}

// Mentions, edges and the entities of both, as known at that time.
void write_findings(JsonWriter& json, const Snapshot& graph, const StoredDocument& stored,
                    const EdgeFilter& filter) {
  const std::string text = full_text(stored.document);
  const CodePointIndex code_points(text);
  std::vector<EntityIndex> entities;
  json.key("mentions").begin_array();
  for (const Mention& mention : stored.mentions) {
    json.begin_object().member("entity", mention.entity);
    write_span_members(json, text, code_points, mention.span);
    json.end_object();
    if (const auto entity = graph.find_entity(mention.entity)) insert_once(entities, *entity);
  }
  json.end_array();

  json.key("edges").begin_array();
  for (const std::string& id : stored.edge_ids) {
    const auto version = find_version(graph, id, filter.known_on);
    if (!version) continue;
    const EdgeView edge = graph.edge(*version);
    if (!passes(edge, graph.entity_type(edge.target), filter)) continue;
    json.begin_object();
    write_edge_members(json, graph, edge);
    json.end_object();
    insert_once(entities, edge.source);
    insert_once(entities, edge.target);
  }
  json.end_array();
  write_included(json, graph, entities, filter.known_on);
}

StoredDocument require_document(const App& app, const std::string& id, Instant known_on) {
  auto stored = app.engine.store().document(id, known_on);
  if (!stored) {
    throw Error(
        ErrorKind::NotFound,
        "there is no document \"" + id + "\"" +
            (known_on == kForever ? " (known_on shows what was retracted)" : " at that time"));
  }
  return std::move(*stored);
}

}  // namespace

Reply get_document(const App& app, const Request& request) {
  EdgeFilter filter;
  filter.known_on = request.query.instant("known_on");
  filter.valid_on = request.query.date("valid_on");
  const StoredDocument stored = require_document(app, request.path_values.at(0), filter.known_on);
  const Document& document = stored.document;
  JsonWriter json;
  json.begin_object();
  json.member("id", document.id).member("title", document.title).member("text", document.text);
  json.member_if("lang", document.lang);
  json.member_if("source", document.source);
  json.member_if("url", document.url);
  if (document.published) json.member("published", document.published->to_string());
  write_findings(json, *request.graph, stored, filter);
  json.member("revision", std::uint64_t{request.graph->revision()});
  json.end_object();
  return json_response(json.take());
}

Reply explain_document(const App& app, const Request& request) {
  const StoredDocument stored =
      require_document(app, request.path_values.at(0), request.query.instant("known_on"));
  JsonWriter json;
  write_explanation(json, stored.document, app.extractor.get()->explain(stored.document));
  return json_response(json.take());
}

// --- Writing ------------------------------------------------------------------------------------

namespace {

struct OutcomeRow {
  std::string_view name;
  int status;
};

// In the order of Outcome.
constexpr std::array<OutcomeRow, 6> kOutcomes{{{"created", 201},
                                               {"replaced", 200},
                                               {"unchanged", 200},
                                               {"retracted", 200},
                                               {"absent", 404},
                                               {"rejected", 400}}};

const OutcomeRow& row_of(Outcome outcome) {
  return kOutcomes.at(static_cast<std::size_t>(outcome));
}

std::string detail_of(const std::vector<Violation>& violations) {
  std::string detail;
  for (const Violation& violation : violations) {
    if (!detail.empty()) detail += "; ";
    detail +=
        violation.where.empty() ? violation.detail : violation.where + ": " + violation.detail;
  }
  return detail;
}

// What was extracted from the one document that was posted, as the graph has it now.
Response ingest_response(const App& app, const Commit& commit) {
  const OperationResult& result = commit.results.at(0);
  if (result.outcome == Outcome::Rejected) {
    throw Error(ErrorKind::InvalidInput, detail_of(result.violations), result.violations);
  }
  const OutcomeRow& outcome = row_of(result.outcome);
  app.metrics.count_document(outcome.name);
  const auto graph = app.engine.snapshot();
  const auto stored = app.engine.store().document(result.id);

  JsonWriter json;
  json.begin_object().member("id", result.id).member("result", outcome.name);
  json.key("entities").begin_array();
  std::vector<EntityIndex> entities;
  for (const Mention& mention : stored ? stored->mentions : std::vector<Mention>()) {
    if (const auto entity = graph->find_entity(mention.entity)) insert_once(entities, *entity);
  }
  for (const EntityIndex index : entities) {
    if (const Entity* entity = graph->entity(index)) {
      json.begin_object();
      write_short_entity_members(json, *entity);
      json.end_object();
    }
  }
  json.end_array();
  json.key("edges").begin_array();
  for (const std::string& id : stored ? stored->edge_ids : std::vector<std::string>()) {
    if (const auto version = find_version(*graph, id, kForever)) {
      json.begin_object();
      write_edge_members(json, *graph, graph->edge(*version));
      json.end_object();
    }
  }
  json.end_array();
  json.member("revision", std::uint64_t{commit.revision});
  json.end_object();

  Response response = json_response(json.take(), outcome.status);
  if (outcome.status == 201) {
    response.headers.emplace_back("Location", "/v1/documents/" + encode_percent(result.id));
  }
  return response;
}

// One line of a batch: the article, or why there is none.
struct BatchLine {
  std::size_t number = 0;
  std::string_view text;
  std::optional<PutDocument> article;
  std::string rejection;
};

std::vector<BatchLine> split_batch(std::string_view body) {
  std::vector<BatchLine> lines;
  std::size_t number = 0;
  for (std::string_view text : split(body, '\n')) {
    ++number;
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    if (!trim(text).empty()) lines.push_back({number, text, std::nullopt, {}});
  }
  return lines;
}

void read_line(const extract::Extractor& extractor, BatchLine& line) {
  try {
    PutDocument put{parse_article(line.text), {}};
    put.extraction = extractor.extract(put.document);
    line.article = std::move(put);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::InvalidInput) throw;
    line.rejection = error.what();
  }
  line.text = {};
}

// {"results": [a line for each line], "revision": N}, some kilobytes at a time.
class BatchResults final : public BodySource {
 public:
  struct Result {
    std::size_t line = 0;
    std::string id;
    Outcome outcome = Outcome::Rejected;
    std::string detail;
  };

  BatchResults(std::vector<Result>&& results, Revision revision)
      : results_(std::move(results)), revision_(revision) {}

  bool next(std::string& chunk) override {
    constexpr std::size_t kChunk = 16'384;
    if (is_done_) return false;
    chunk = position_ == 0 ? "{\"results\":[" : "";
    while (position_ < results_.size() && chunk.size() < kChunk) {
      chunk += (position_ == 0 ? "\n" : ",\n") + line_of(results_[position_]);
      ++position_;
    }
    if (position_ == results_.size()) {
      chunk += "],\"revision\":" + std::to_string(revision_) + "}";
      is_done_ = true;
    }
    return true;
  }

 private:
  static std::string line_of(const Result& result) {
    const OutcomeRow& outcome = row_of(result.outcome);
    JsonWriter json;
    json.begin_object().member("line", std::uint64_t{result.line});
    json.member_if("id", result.id);
    json.member("status", static_cast<std::uint64_t>(outcome.status));
    json.member("result", outcome.name);
    json.member_if("detail", to_valid_utf8(result.detail));
    json.end_object();
    return json.take();
  }

  std::vector<Result> results_;
  Revision revision_;
  std::size_t position_ = 0;
  bool is_done_ = false;
};

Response batch_response(const App& app, std::vector<BatchResults::Result> results,
                        const std::vector<OperationResult>& written, Revision revision) {
  auto operation = written.begin();
  for (BatchResults::Result& result : results) {
    if (result.detail.empty() && operation != written.end()) {
      result.id = operation->id;
      result.outcome = operation->outcome;
      result.detail = detail_of(operation->violations);
      ++operation;
    }
    app.metrics.count_document(row_of(result.outcome).name);
  }
  Response response;
  response.source = std::make_unique<BatchResults>(std::move(results), revision);
  return response;
}

Reply post_batch(const App& app, const Request& request) {
  std::vector<BatchLine> lines = split_batch(request.body);
  const auto extractor = app.extractor.get();
  parallel_for(lines.size(), app.options.threads,
               [&](std::size_t i) { read_line(*extractor, lines[i]); });
  std::vector<BatchResults::Result> results;
  Write write;
  for (BatchLine& line : lines) {
    results.push_back({line.number, {}, Outcome::Rejected, std::move(line.rejection)});
    if (line.article) write.operations.emplace_back(std::move(*line.article));
  }
  if (write.operations.empty()) {
    return batch_response(app, std::move(results), {}, request.graph->revision());
  }
  write.finish = [results = std::move(results)](const App& server, const Commit& commit) mutable {
    return batch_response(server, std::move(results), commit.results, commit.revision);
  };
  return write;
}

}  // namespace

Reply post_documents(const App& app, const Request& request) {
  const std::string media = request.media_type();
  if (const auto encoding = request.header("content-encoding");
      !encoding.empty() && !equal_ignoring_case(encoding, "identity")) {
    throw Error(ErrorKind::UnsupportedMediaType, "encoded bodies are not read here");
  }
  if (media == "application/x-ndjson") return post_batch(app, request);
  if (media != "application/json") {
    throw Error(ErrorKind::UnsupportedMediaType,
                "Content-Type must be application/json (one article) or application/x-ndjson (one "
                "a line)");
  }
  PutDocument put{parse_article(request.body), {}};
  put.extraction = app.extractor.get()->extract(put.document);
  Write write;
  write.operations.emplace_back(std::move(put));
  write.finish = ingest_response;
  return write;
}

namespace {

// What of these the graph no longer has.
void write_gone(JsonWriter& json, const Snapshot& graph, const std::vector<std::string>& edges,
                const std::vector<std::string>& entities) {
  json.key("entities").begin_array();
  for (const std::string& id : entities) {
    const auto index = graph.find_entity(id);
    if (!index || graph.entity(*index) == nullptr) json.string(id);
  }
  json.end_array();
  json.key("edges").begin_array();
  for (const std::string& id : edges) {
    if (!find_version(graph, id, kForever)) json.string(id);
  }
  json.end_array();
}

}  // namespace

Reply delete_document(const App& app, const Request& request) {
  const std::string& id = request.path_values.at(0);
  const StoredDocument stored = require_document(app, id, kForever);
  std::vector<std::string> entities;
  for (const Mention& mention : stored.mentions) {
    if (std::find(entities.begin(), entities.end(), mention.entity) == entities.end()) {
      entities.push_back(mention.entity);
    }
  }
  Write write;
  write.operations.emplace_back(RetractDocument{id});
  write.finish = [id, edges = stored.edge_ids, entities](const App& server, const Commit& commit) {
    const OperationResult& result = commit.results.at(0);
    if (result.outcome == Outcome::Absent) {
      throw Error(ErrorKind::NotFound, "there is no document \"" + id + "\"");
    }
    server.metrics.count_document(row_of(result.outcome).name);
    JsonWriter json;
    json.begin_object().member("id", id).member("result", row_of(result.outcome).name);
    write_gone(json, *server.engine.snapshot(), edges, entities);
    json.member("revision", std::uint64_t{commit.revision});
    json.end_object();
    return json_response(json.take());
  };
  return write;
}

}  // namespace dealgraph::server
