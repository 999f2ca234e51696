// SPDX-License-Identifier: MIT
#include "server/handlers/handlers.hpp"
#include "server/json_writer.hpp"
#include "server/openapi.hpp"
#include "server/problem.hpp"
#include "server/router.hpp"
#include "server/serialize.hpp"
#include "server/version.hpp"

namespace dealgraph::server {

Reply get_index(const App& /*app*/, const Request& /*request*/) {
  JsonWriter json;
  json.begin_object().member("name", "dealgraph").member("version", kVersion);
  json.member("openapi", "/openapi.json");
  json.key("routes").begin_array();
  for (const Route& route : routes()) {
    json.begin_object().member("method", name(route.verb)).member("path", route.pattern);
    json.member("summary", route.summary).end_object();
  }
  json.end_array().end_object();
  return json_response(json.take());
}

Reply get_schema(const App& /*app*/, const Request& /*request*/) {
  return json_response(schema_json());
}

Reply get_problem_type(const App& /*app*/, const Request& request) {
  for (const ProblemType& type : problem_types()) {
    if (type.slug != request.path_values.at(0)) continue;
    JsonWriter json;
    json.begin_object().member("type", "/problems/" + std::string(type.slug));
    json.member("title", type.title).member("status", static_cast<std::uint64_t>(type.status));
    json.member("doc", type.doc).end_object();
    return json_response(json.take());
  }
  throw Error(ErrorKind::NotFound, "there is no such problem");
}

Reply get_health(const App& /*app*/, const Request& /*request*/) {
  return json_response(R"({"status":"ok"})");
}

Reply get_readiness(const App& app, const Request& request) {
  if (app.draining) throw Error(ErrorKind::Unavailable, "the server is stopping");
  JsonWriter json;
  json.begin_object().member("status", "ready");
  json.member("revision", std::uint64_t{request.graph->revision()}).end_object();
  return json_response(json.take());
}

Reply get_metrics(const App& app, const Request& request) {
  const Snapshot& graph = *request.graph;
  Response response;
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = app.metrics.render({graph.live_entity_count(), graph.live_edge_count(),
                                      graph.revision(), app.engine.queued_writes()});
  return response;
}

Reply get_openapi(const App& /*app*/, const Request& /*request*/) {
  static const std::string kText = openapi_json();
  return json_response(kText);
}

}  // namespace dealgraph::server
