// SPDX-License-Identifier: MIT
#include "server/article_json.hpp"

#include <string>
#include <unordered_map>
#include <vector>

#include "graph/store.hpp"
#include "schema/text.hpp"
#include "server/json_fields.hpp"
#include "server/serialize.hpp"

namespace dealgraph::server {

Document read_article(const JsonValue& value) {
  std::vector<Violation> violations;
  Fields fields(value, "", violations);
  Document document;
  document.id = fields.id("id").value_or("");
  document.title = fields.text("title");
  document.text = fields.text("text");
  document.lang = fields.text("lang");
  document.source = fields.text("source");
  document.url = fields.text("url");
  document.published = fields.date_of_time("published");
  if (violations.empty() && document.title.empty() && document.text.empty()) {
    fields.complain("title", "an article needs a title or a text");
    fields.complain("text", "an article needs a title or a text");
  }
  throw_if_any(std::move(violations));
  if (document.id.empty()) document.id = document_id(document);
  return document;
}

Document parse_article(std::string_view json) { return read_article(parse_json(json)); }

void write_extraction(JsonWriter& json, const Document& document, const Extraction& extraction) {
  const std::string text = full_text(document);
  const CodePointIndex code_points(text);
  std::unordered_map<std::string_view, std::vector<Span>> mentions;
  for (const Mention& mention : extraction.mentions) {
    mentions[mention.entity].push_back(mention.span);
  }

  json.begin_object();
  json.member("id", document.id);
  json.key("entities").begin_array();
  for (const Entity& entity : extraction.entities) {
    json.begin_object();
    json.member("id", entity.id).member("type", name(entity.type)).member("name", entity.name);
    json.key("mentions").begin_array();
    for (const Span& span : mentions[entity.id]) write_span(json, text, code_points, span);
    json.end_array().end_object();
  }
  json.end_array();

  json.key("edges").begin_array();
  for (const ProposedEdge& edge : extraction.edges) {
    json.begin_object();
    json.member("type", name(edge.type));
    json.member("source", edge.source).member("target", edge.target);
    write_facts(json, edge.claim);
    json.key("evidence").begin_array();
    for (const Span& span : edge.evidence) write_span(json, text, code_points, span);
    json.end_array().end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace dealgraph::server
