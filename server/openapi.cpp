// SPDX-License-Identifier: MIT
#include "server/openapi.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "schema/ontology.hpp"
#include "server/problem.hpp"
#include "server/router.hpp"
#include "server/version.hpp"

namespace dealgraph::server {

namespace {

using Json = nlohmann::ordered_json;

Json text(std::string_view value) { return std::string(value); }

Json string_schema(std::string_view doc = {}) {
  Json schema{{"type", "string"}};
  if (!doc.empty()) schema["description"] = text(doc);
  return schema;
}

Json reference(std::string_view name) {
  return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

template <typename Infos>
Json enum_schema(Infos infos) {
  Json names = Json::array();
  for (const auto& info : infos) names.push_back(text(info.name));
  return {{"type", "string"}, {"enum", std::move(names)}};
}

Json words_schema(std::span<const std::string_view> words) {
  Json names = Json::array();
  for (const std::string_view word : words) names.push_back(text(word));
  return {{"type", "string"}, {"enum", std::move(names)}};
}

Json object_schema(Json properties, const std::vector<std::string>& required) {
  Json schema{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = required;
  return schema;
}

Json revision_schema() {
  return {{"type", "integer"},
          {"minimum", 0},
          {"description", "Number of the last change that the answer has seen."}};
}

Json count_schema() { return {{"type", "integer"}, {"minimum", 0}}; }

constexpr const char* kDatePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

Json value_schema(const Parameter& parameter) {
  switch (parameter.type) {
    case ValueType::Text:
    case ValueType::Id:
    case ValueType::Cursor:
      return string_schema();
    case ValueType::Integer:
      return {{"type", "integer"},
              {"minimum", parameter.minimum},
              {"maximum", parameter.maximum},
              {"default", parameter.fallback}};
    case ValueType::Decimal:
      return {{"type", "number"}, {"minimum", 0}};
    case ValueType::Confidence:
      return {{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
    case ValueType::Date:
      return reference("PartialDate");
    case ValueType::Instant:
      return {{"type", "string"},
              {"description", "A date, or a time as in RFC 3339."},
              {"examples", {"2025-10-28", "2025-10-28T09:30:00Z"}}};
    case ValueType::Currency:
      return reference("Currency");
    case ValueType::EntityType:
      return reference("EntityType");
    case ValueType::EdgeType:
      return reference("EdgeType");
    case ValueType::Status:
      return reference("Status");
    case ValueType::Direction:
      return words_schema(direction_names());
    case ValueType::EdgeSort:
      return words_schema(edge_sort_names());
  }
  return string_schema();
}

Json parameter_object(const Parameter& parameter) {
  Json schema = value_schema(parameter);
  Json object{{"name", text(parameter.name)},
              {"in", "query"},
              {"description", text(parameter.doc)},
              {"required", parameter.required}};
  if (parameter.multiple) {
    // Repeating the parameter is understood as well.
    object["style"] = "form";
    object["explode"] = false;
    schema = list_of(std::move(schema));
  }
  object["schema"] = std::move(schema);
  return object;
}

// --- Components ---------------------------------------------------------------------------------

void add_facts(Json& properties) {
  properties["status"] = reference("Status");
  properties["date"] = reference("PartialDate");
  properties["valid"] =
      object_schema({{"from", reference("PartialDate")}, {"to", reference("PartialDate")}}, {});
  properties["amount"] = reference("Amount");
  properties["product"] = string_schema("What is supplied.");
  properties["title"] = string_schema("Post held, of a role.");
  properties["confidence"] = {{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
}

Json facts_schema() {
  Json properties = Json::object();
  add_facts(properties);
  return object_schema(std::move(properties), {"status", "confidence"});
}

Json edge_schema() {
  Json properties{{"id", string_schema()},
                  {"type", reference("EdgeType")},
                  {"source", string_schema("Entity id.")},
                  {"target", string_schema("Entity id.")}};
  add_facts(properties);
  properties["evidence_count"] = count_schema();
  return object_schema(std::move(properties), {"id", "type", "source", "target", "status",
                                               "confidence", "evidence_count"});
}

Json short_entity_schema() {
  return object_schema({{"id", string_schema()},
                        {"type", reference("EntityType")},
                        {"name", string_schema("Usual English name.")},
                        {"name_ko", string_schema("Usual Korean name.")}},
                       {"id", "type"});
}

Json span_schema(std::string_view first, Json first_schema) {
  Json properties = Json::object();
  properties[std::string(first)] = std::move(first_schema);
  properties["start"] = count_schema();
  properties["end"] = count_schema();
  properties["text"] = string_schema();
  return object_schema(std::move(properties), {std::string(first), "start", "end", "text"});
}

Json document_head() {
  return {{"id", string_schema()},   {"title", string_schema()},
          {"lang", string_schema()}, {"source", string_schema("Outlet.")},
          {"url", string_schema()},  {"published", reference("PartialDate")}};
}

Json evidence_schema() {
  return object_schema(
      {{"document", object_schema(document_head(), {"id", "title"})},
       {"sentence", string_schema("The exact text.")},
       {"start",
        {{"type", "integer"},
         {"description", "In code points of title + \"\\n\" + text; end is exclusive."}}},
       {"end", count_schema()},
       {"claim", reference("Facts")}},
      {"document", "sentence", "start", "end", "claim"});
}

Json problem_schema() {
  return object_schema(
      {{"type", string_schema("A path that explains it.")},
       {"title", string_schema()},
       {"status", {{"type", "integer"}}},
       {"detail", string_schema()},
       {"instance", string_schema()},
       {"request_id", string_schema("Stands in the server's log too.")},
       {"errors", list_of(object_schema({{"parameter", string_schema()},
                                         {"pointer", string_schema("JSON pointer into the body.")},
                                         {"detail", string_schema()}},
                                        {"detail"}))}},
      {"type", "title", "status", "detail", "request_id"});
}

Json article_schema() {
  Json properties = document_head();
  properties["text"] = string_schema();
  Json schema = object_schema(std::move(properties), {});
  schema["description"] = "A title or a text is needed; without an id it follows from the content.";
  return schema;
}

Json components() {
  Json schemas;
  schemas["EntityType"] = enum_schema(entity_types());
  schemas["EdgeType"] = enum_schema(edge_types());
  schemas["Status"] = enum_schema(statuses());
  schemas["PartialDate"] = {{"type", "string"},
                            {"pattern", kDatePattern},
                            {"examples", {"2025", "2025-10", "2025-10-28"}}};
  schemas["Currency"] = {{"type", "string"}, {"pattern", "^[A-Z]{3}$"}};
  schemas["Amount"] = object_schema(
      {{"value", {{"type", "number"}, {"minimum", 0}, {"description", "In major units."}}},
       {"currency", reference("Currency")}},
      {"value", "currency"});
  schemas["Label"] =
      object_schema({{"en", string_schema()}, {"ko", string_schema()}}, {"en", "ko"});
  schemas["ShortEntity"] = short_entity_schema();
  schemas["Facts"] = facts_schema();
  schemas["Edge"] = edge_schema();
  schemas["Evidence"] = evidence_schema();
  schemas["Article"] = article_schema();
  schemas["Problem"] = problem_schema();
  return {{"schemas", std::move(schemas)}};
}

// --- Answers ------------------------------------------------------------------------------------

Json list_schema(std::string_view key, Json item) {
  Json properties = Json::object();
  properties[std::string(key)] = list_of(std::move(item));
  properties["included"] = list_of(reference("ShortEntity"));
  properties["truncated"] = {{"type", "boolean"},
                             {"description", "A limit of the server cut the answer; see limits."}};
  properties["limits"] = list_of(string_schema("\"edges\" or \"time\"."));
  properties["next"] = {{"type", {"string", "null"}}};
  properties["revision"] = revision_schema();
  return object_schema(std::move(properties),
                       {std::string(key), "included", "truncated", "next", "revision"});
}

Json with(Json schema, std::string_view name, Json property, bool required = true) {
  schema["properties"][std::string(name)] = std::move(property);
  if (required) schema["required"].push_back(std::string(name));
  return schema;
}

Json entity_answer() {
  Json schema = short_entity_schema();
  schema = with(std::move(schema), "aliases", list_of(string_schema()));
  schema = with(std::move(schema), "identifiers",
                {{"type", "object"},
                 {"additionalProperties",
                  {{"oneOf", Json::array({string_schema(), list_of(string_schema())})}}}},
                false);
  schema = with(std::move(schema), "degree",
                {{"type", "object"}, {"additionalProperties", count_schema()}});
  return with(std::move(schema), "revision", revision_schema());
}

Json paths_answer() {
  Json schema = list_schema("paths", object_schema({{"hops", count_schema()},
                                                    {"nodes", list_of(string_schema("Entity id."))},
                                                    {"edges", list_of(string_schema("Edge id."))}},
                                                   {"hops", "nodes", "edges"}));
  schema["properties"].erase("next");
  schema["required"] = {"paths", "edges", "included", "truncated", "revision"};
  schema["properties"]["edges"] = list_of(reference("Edge"));
  return schema;
}

Json document_answer() {
  Json properties = document_head();
  properties["text"] = string_schema();
  properties["mentions"] = list_of(span_schema("entity", string_schema("Entity id.")));
  properties["edges"] = list_of(reference("Edge"));
  properties["included"] = list_of(reference("ShortEntity"));
  properties["revision"] = revision_schema();
  return object_schema(std::move(properties),
                       {"id", "title", "text", "mentions", "edges", "included", "revision"});
}

Json explanation_answer() {
  const auto place = [] {
    return object_schema(
        {{"start", count_schema()}, {"end", count_schema()}, {"text", string_schema()}},
        {"start", "end", "text"});
  };
  const auto place_with = [&](std::string_view key, Json schema) {
    return with(place(), key, std::move(schema));
  };
  Json sentence = place_with("language", string_schema("ko or en."));
  for (const char* mark : {"title", "bullet", "byline"}) {
    sentence = with(std::move(sentence), mark, {{"type", "boolean"}}, false);
  }
  Json mention = place_with("entity", string_schema("Entity id."));
  mention = with(std::move(mention), "score", {{"type", "number"}, {"minimum", 0}, {"maximum", 1}});
  mention = with(std::move(mention), "reason", string_schema("Why it means that entity."));
  mention = with(std::move(mention), "may_be",
                 list_of(string_schema("Known entity that it was not merged with.")), false);
  mention = with(std::move(mention), "lexicon",
                 list_of(string_schema("Entity that the lexicon gives the name to.")), false);
  Json amount = place_with("amount", reference("Amount"));
  amount = with(std::move(amount), "use", string_schema("deal, conversion or background."));
  Json date = place_with("date", reference("PartialDate"));
  date = with(std::move(date), "use", string_schema("event, announced, reported or term."));
  Json trigger = place_with("stem", string_schema("The word as the table has it."));
  trigger = with(std::move(trigger), "edge_type", reference("EdgeType"));
  trigger = with(std::move(trigger), "candidates", count_schema());
  trigger = with(std::move(trigger), "why", string_schema("Why there is no candidate."), false);
  Json candidate =
      object_schema({{"type", reference("EdgeType")},
                     {"source", string_schema("Entity id.")},
                     {"target", string_schema("Entity id.")},
                     {"status", reference("Status")},
                     {"reader", string_schema("rules or learned.")},
                     {"confidence", {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}},
                     {"trigger", place()},
                     {"sentence", place()},
                     {"fate", string_schema("edge, merged or dropped.")}},
                    {"type", "source", "target", "status", "reader", "confidence", "trigger",
                     "sentence", "fate"});
  candidate = with(std::move(candidate), "edge", count_schema(), false);
  candidate = with(std::move(candidate), "why", string_schema("Why it was dropped."), false);
  return object_schema(
      {{"id", string_schema()},
       {"sentences", list_of(sentence)},
       {"mentions", list_of(mention)},
       {"media", list_of(place())},
       {"amounts", list_of(amount)},
       {"dates", list_of(date)},
       {"triggers", list_of(trigger)},
       {"candidates", list_of(candidate)},
       {"result", {{"type", "object"}, {"description", "As the command extract prints it."}}}},
      {"id", "sentences", "mentions", "media", "amounts", "dates", "triggers", "candidates",
       "result"});
}

Json ingest_answer() {
  const Json one = object_schema({{"id", string_schema()},
                                  {"result", string_schema("created, unchanged or replaced.")},
                                  {"entities", list_of(reference("ShortEntity"))},
                                  {"edges", list_of(reference("Edge"))},
                                  {"revision", revision_schema()}},
                                 {"id", "result", "entities", "edges", "revision"});
  const Json line = object_schema({{"line", count_schema()},
                                   {"id", string_schema()},
                                   {"status", {{"type", "integer"}}},
                                   {"result", string_schema()},
                                   {"detail", string_schema("Why a line was rejected.")}},
                                  {"line", "status", "result"});
  const Json batch = object_schema({{"results", list_of(line)}, {"revision", revision_schema()}},
                                   {"results", "revision"});
  return {{"oneOf", Json::array({one, batch})}};
}

Json schema_answer() {
  const Json named = object_schema(
      {{"name", string_schema()}, {"label", reference("Label")}, {"doc", string_schema()}},
      {"name", "label", "doc"});
  Json edge_type = named;
  edge_type = with(std::move(edge_type), "inverse_label", reference("Label"));
  edge_type = with(std::move(edge_type), "symmetric", {{"type", "boolean"}});
  for (const char* name : {"sources", "targets", "momentary_targets"}) {
    edge_type = with(std::move(edge_type), name, list_of(reference("EntityType")));
  }
  edge_type = with(std::move(edge_type), "properties", list_of(string_schema()));
  const Json property = with(named, "kind", string_schema());
  return object_schema({{"entity_types", list_of(named)},
                        {"edge_types", list_of(edge_type)},
                        {"statuses", list_of(named)},
                        {"properties", list_of(property)}},
                       {"entity_types", "edge_types", "statuses", "properties"});
}

Json answer_schema(Shape shape) {
  switch (shape) {
    case Shape::Schema:
      return schema_answer();
    case Shape::EntityList: {
      Json hit = short_entity_schema();
      hit = with(std::move(hit), "matched", string_schema("The name that matched."), false);
      return list_schema("entities", with(std::move(hit), "match",
                                          string_schema("exact, prefix, word or typo."), false));
    }
    case Shape::Entity:
      return entity_answer();
    case Shape::Neighborhood:
      return with(list_schema("edges", with(edge_schema(), "depth", count_schema())), "entity",
                  reference("ShortEntity"));
    case Shape::EdgeList:
      return list_schema("edges", reference("Edge"));
    case Shape::Edge: {
      Json schema = with(edge_schema(), "evidence", list_of(reference("Evidence")));
      schema = with(std::move(schema), "amount_range",
                    object_schema({{"min", {{"type", "number"}}},
                                   {"max", {{"type", "number"}}},
                                   {"currency", string_schema("ISO 4217.")}},
                                  {"min", "max", "currency"}),
                    false);
      schema = with(std::move(schema), "included", list_of(reference("ShortEntity")));
      return with(std::move(schema), "revision", revision_schema());
    }
    case Shape::Paths:
      return paths_answer();
    case Shape::ReviewList:
      return list_schema(
          "reviews",
          object_schema({{"entity", string_schema("Entity id.")},
                         {"name", string_schema()},
                         {"candidate", string_schema("Id of the entity that it may be.")},
                         {"candidate_name", string_schema()},
                         {"score", {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}},
                         {"reason", string_schema()}},
                        {"entity", "name", "candidate", "candidate_name", "score", "reason"}));
    case Shape::DocumentList: {
      Json item = object_schema(document_head(), {"id", "title"});
      return list_schema("documents", with(std::move(item), "snippet",
                                           string_schema("Passage with the first hit."), false));
    }
    case Shape::Document:
      return document_answer();
    case Shape::Explanation:
      return explanation_answer();
    case Shape::IngestResult:
      return ingest_answer();
    case Shape::RetractResult:
      return object_schema({{"id", string_schema()},
                            {"result", string_schema()},
                            {"entities", list_of(string_schema("Id of an entity that went."))},
                            {"edges", list_of(string_schema("Id of an edge that went."))},
                            {"revision", revision_schema()}},
                           {"id", "result", "entities", "edges", "revision"});
    case Shape::Health:
      return object_schema({{"status", string_schema()}, {"revision", revision_schema()}},
                           {"status"});
    case Shape::ProblemType:
      return object_schema({{"type", string_schema()},
                            {"title", string_schema()},
                            {"status", {{"type", "integer"}}},
                            {"doc", string_schema()}},
                           {"type", "title", "status", "doc"});
    case Shape::Metrics:
      return string_schema();
    case Shape::Index:
    case Shape::OpenApi:
      return {{"type", "object"}};
  }
  return {{"type", "object"}};
}

Json problem_answer(ErrorKind kind) {
  const ProblemType& type = problem_type(kind);
  return {{"description", std::string(type.title) + ". " + std::string(type.doc)},
          {"content", {{"application/problem+json", {{"schema", reference("Problem")}}}}}};
}

Json responses(const Route& route) {
  const char* media = route.shape == Shape::Metrics ? "text/plain" : "application/json";
  const Json content{{media, {{"schema", answer_schema(route.shape)}}}};
  Json result;
  result["200"] = {{"description", text(route.summary)}, {"content", content}};
  if (route.shape == Shape::IngestResult) {
    result["201"] = {{"description", "The article is new"}, {"content", content}};
  }
  if (route.verb == Verb::Get && route.has_etag) {
    result["304"] = {{"description", "The answer with the ETag of If-None-Match still holds"}};
  }
  // Any request can be malformed, too slow, or meet a fault of ours.
  std::vector<ErrorKind> kinds{ErrorKind::InvalidInput, ErrorKind::NotAcceptable,
                               ErrorKind::Timeout, ErrorKind::Internal};
  kinds.insert(kinds.end(), route.errors.begin(), route.errors.end());
  std::sort(kinds.begin(), kinds.end());
  for (const ErrorKind kind : kinds) {
    result[std::to_string(problem_type(kind).status)] = problem_answer(kind);
  }
  return result;
}

Json operation(const Route& route) {
  Json parameters = Json::array();
  const auto brace = route.pattern.find('{');
  if (brace != std::string_view::npos) {
    const auto end = route.pattern.find('}', brace);
    parameters.push_back({{"name", text(route.pattern.substr(brace + 1, end - brace - 1))},
                          {"in", "path"},
                          {"required", true},
                          {"schema", string_schema()}});
  }
  for (const Parameter& parameter : route.parameters) {
    parameters.push_back(parameter_object(parameter));
  }
  Json object{{"operationId", text(route.operation)}, {"summary", text(route.summary)}};
  if (!parameters.empty()) object["parameters"] = std::move(parameters);
  if (route.takes_batch) {
    object["requestBody"] = {
        {"required", true},
        {"content",
         {{"application/json", {{"schema", reference("Article")}}},
          {"application/x-ndjson", {{"schema", string_schema("One Article a line.")}}}}}};
  }
  object["responses"] = responses(route);
  return object;
}

std::string method_key(Verb verb) {
  switch (verb) {
    case Verb::Post:
      return "post";
    case Verb::Delete:
      return "delete";
    default:
      return "get";
  }
}

}  // namespace

std::string openapi_json() {
  Json document{{"openapi", "3.1.0"},
                {"info",
                 {{"title", "dealgraph"},
                  {"version", text(kVersion)},
                  {"license", {{"name", "MIT"}, {"identifier", "MIT"}}},
                  {"description",
                   "A knowledge graph of AI and semiconductor deals, with the sentence that proves "
                   "each. Every GET takes HEAD too. Parameters that take several values take them "
                   "comma-separated or repeated; an empty value counts as left out; unknown "
                   "parameters are an error."}}},
                {"servers", Json::array({{{"url", "/"}}})}};
  Json paths = Json::object();
  for (const Route& route : routes()) {
    paths[std::string(route.pattern)][method_key(route.verb)] = operation(route);
  }
  document["paths"] = std::move(paths);
  document["components"] = components();
  return document.dump();
}

}  // namespace dealgraph::server
