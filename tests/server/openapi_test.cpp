// SPDX-License-Identifier: MIT
#include "server/openapi.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "server/router.hpp"

using namespace dealgraph;
using namespace dealgraph::server;
using nlohmann::json;

namespace {

std::string method(Verb verb) {
  return verb == Verb::Post ? "post" : verb == Verb::Delete ? "delete" : "get";
}

void visit(const json& value, const std::function<void(const json&)>& seen) {
  seen(value);
  if (value.is_structured()) {
    for (const json& item : value) visit(item, seen);
  }
}

}  // namespace

TEST_CASE("openapi: every route with its parameters and answers") {
  const json document = json::parse(openapi_json());
  CHECK(document["openapi"] == "3.1.0");
  for (const Route& route : routes()) {
    CAPTURE(route.pattern);
    const json& operation =
        document.at("paths").at(std::string(route.pattern)).at(method(route.verb));
    CHECK(operation.at("operationId") == std::string(route.operation));
    CHECK_FALSE(operation.at("summary").get<std::string>().empty());
    CHECK(operation.at("responses").contains("200"));
    CHECK(operation.at("responses").contains("400"));
    CHECK(operation.at("responses").contains("500"));
    const bool has_path_value = route.pattern.find('{') != std::string_view::npos;
    const std::size_t parameters =
        operation.contains("parameters") ? operation["parameters"].size() : 0;
    CHECK(parameters == route.parameters.size() + (has_path_value ? 1 : 0));
    if (has_path_value) CHECK(operation.at("responses").contains("404"));
  }
}

TEST_CASE("openapi: the ontology's names are there") {
  const json document = json::parse(openapi_json());
  const json& schemas = document["components"]["schemas"];
  CHECK(schemas["EdgeType"]["enum"].size() == edge_types().size());
  CHECK(schemas["EntityType"]["enum"].size() == entity_types().size());
  CHECK(schemas["Status"]["enum"].size() == statuses().size());
}

TEST_CASE("openapi: every reference leads somewhere") {
  const json document = json::parse(openapi_json());
  std::size_t references = 0;
  visit(document, [&](const json& value) {
    if (!value.is_object() || !value.contains("$ref")) return;
    ++references;
    const auto target = value["$ref"].get<std::string>();
    CAPTURE(target);
    REQUIRE(target.substr(0, 1) == "#");
    CHECK(document.contains(json::json_pointer(target.substr(1))));
  });
  CHECK(references > 50);
}
