// SPDX-License-Identifier: MIT
#include <array>

#include "graph/neighbors.hpp"
#include "graph/search.hpp"
#include "server/cursor.hpp"
#include "server/filters.hpp"
#include "server/handlers/handlers.hpp"

namespace dealgraph::server {

namespace {

constexpr std::array<std::string_view, 4> kMatchNames{"exact", "prefix", "word", "typo"};

void write_hit(JsonWriter& json, const Snapshot& graph, const EntityHit& hit, Instant known_on) {
  const Entity* entity = graph.entity(hit.entity, known_on);
  if (entity == nullptr) return;
  json.begin_object();
  write_short_entity_members(json, *entity);
  if (!hit.matched.empty()) {
    json.member("matched", hit.matched);
    json.member("match", kMatchNames.at(static_cast<std::size_t>(hit.kind)));
  }
  json.end_object();
}

}  // namespace

Reply list_entities(const App& /*app*/, const Request& request) {
  const Snapshot& graph = *request.graph;
  const std::string question = question_of(request);
  EntityQuery query;
  query.text = request.query.text("q");
  query.types = request.query.entity_types("type");
  query.known_on = request.query.instant("known_on");
  query.limit = static_cast<std::size_t>(request.query.integer("limit"));
  if (request.query.has("after")) {
    const auto fields = decode_cursor(question, request.query.text("after"), 2);
    query.after = {cursor_number<std::uint64_t>(fields[0]), fields[1]};
  }
  const EntityPage page = find_entities(graph, query);

  ListEnd end{{}, {}, graph.revision()};
  if (page.next)
    end.next = encode_cursor(question, {std::to_string(page.next->rank), page.next->id});
  JsonWriter json;
  json.begin_object().key("entities").begin_array();
  for (const EntityHit& hit : page.hits) write_hit(json, graph, hit, query.known_on);
  json.end_array();
  write_included(json, graph, {}, query.known_on);
  write_list_end(json, end);
  json.end_object();
  return list_response(request, json, end);
}

Reply get_entity(const App& /*app*/, const Request& request) {
  const Snapshot& graph = *request.graph;
  EdgeFilter filter;
  filter.known_on = request.query.instant("known_on");
  filter.valid_on = request.query.date("valid_on");
  const EntityIndex index = require_entity(graph, request.path_values.at(0), filter.known_on, "id");
  const Entity& entity = *graph.entity(index, filter.known_on);

  JsonWriter json;
  json.begin_object();
  write_short_entity_members(json, entity);
  json.key("aliases").begin_array();
  for (const std::string& alias : entity.aliases) json.string(alias);
  json.end_array();
  write_identifiers(json, entity.identifiers);
  write_degree(json, graph, index, filter);
  json.member("revision", std::uint64_t{graph.revision()});
  json.end_object();
  return json_response(json.take());
}

Reply list_neighbors(const App& app, const Request& request) {
  const Snapshot& graph = *request.graph;
  const std::string question = question_of(request);
  NeighborQuery query;
  query.filter = read_filter(request.query);
  query.start = require_entity(graph, request.path_values.at(0), query.filter.known_on, "id");
  query.depth = static_cast<int>(request.query.integer("depth"));
  query.direction = read_direction(request.query);
  query.limit = static_cast<std::size_t>(request.query.integer("limit"));
  query.budget = read_budget(app.options);
  if (request.query.has("after")) {
    const auto fields = decode_cursor(question, request.query.text("after"), 3);
    query.after = {cursor_number<int>(fields[0]), cursor_number<std::uint32_t>(fields[1]),
                   fields[2]};
  }
  const Neighborhood found = neighbors(graph, query);

  ListEnd end{found.truncation, {}, graph.revision()};
  if (found.next) {
    end.next = encode_cursor(question, {std::to_string(found.next->depth),
                                        std::to_string(found.next->date), found.next->edge});
  }
  JsonWriter json;
  json.begin_object().key("entity").begin_object();
  write_short_entity_members(json, *graph.entity(query.start, query.filter.known_on));
  json.end_object();
  json.key("edges").begin_array();
  for (const NeighborEdge& edge : found.edges) {
    json.begin_object();
    write_edge_members(json, graph, graph.edge(edge.edge));
    json.member("depth", static_cast<std::uint64_t>(edge.depth));
    json.end_object();
  }
  json.end_array();
  write_included(json, graph, found.entities, query.filter.known_on);
  write_list_end(json, end);
  json.end_object();
  return list_response(request, json, end);
}

}  // namespace dealgraph::server
