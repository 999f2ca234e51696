// SPDX-License-Identifier: MIT
#include "graph/paths.hpp"

#include <algorithm>

#include "server/filters.hpp"
#include "server/handlers/handlers.hpp"

namespace dealgraph::server {

namespace {

// A denied deal ties nobody to anybody, so paths leave it out unless it is asked for.
Statuses path_statuses(const Query& query) {
  Statuses statuses = all_statuses();
  statuses.erase(Status::Denied);
  return query.statuses("status").value_or(statuses);
}

void write_path(JsonWriter& json, const Snapshot& graph, const Path& path) {
  json.begin_object();
  json.member("hops", std::uint64_t{path.edges.size()});
  json.key("nodes").begin_array();
  for (const EntityIndex node : path.nodes) json.string(graph.entity_id(node));
  json.end_array();
  json.key("edges").begin_array();
  for (const EdgeIndex edge : path.edges) json.string(graph.edge(edge).id);
  json.end_array().end_object();
}

}  // namespace

Reply find_paths(const App& app, const Request& request) {
  const Snapshot& graph = *request.graph;
  PathQuery query;
  query.filter = read_filter(request.query);
  query.filter.statuses = path_statuses(request.query);
  query.from = require_entity(graph, request.query.text("from"), query.filter.known_on, "from");
  query.to = require_entity(graph, request.query.text("to"), query.filter.known_on, "to");
  query.max_hops = static_cast<int>(request.query.integer("max_hops"));
  query.direction = read_direction(request.query);
  query.budget = read_budget(app.options);
  const PathResult result = shortest_path(graph, query);

  std::vector<EntityIndex> nodes;
  JsonWriter json;
  json.begin_object().key("paths").begin_array();
  for (const Path& path : result.paths) {
    write_path(json, graph, path);
    for (const EntityIndex node : path.nodes) {
      if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
    }
  }
  json.end_array();
  json.key("edges").begin_array();
  for (const Path& path : result.paths) {
    for (const EdgeIndex edge : path.edges) {
      json.begin_object();
      write_edge_members(json, graph, graph.edge(edge));
      json.end_object();
    }
  }
  json.end_array();
  write_included(json, graph, nodes, query.filter.known_on);
  const ListEnd end{result.truncation, {}, graph.revision()};
  write_truncation(json, end.truncation);
  json.member("revision", std::uint64_t{end.revision});
  json.end_object();
  return list_response(request, json, end);
}

}  // namespace dealgraph::server
