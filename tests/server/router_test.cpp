// SPDX-License-Identifier: MIT
#include "server/router.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace dealgraph;
using namespace dealgraph::server;

namespace {
Match match(Verb verb, std::string_view path) { return match_route(routes(), verb, path); }
}  // namespace

TEST_CASE("router: patterns find their routes and values") {
  const Match found = match(Verb::Get, "/v1/entities/sk-hynix/neighbors");
  REQUIRE(found.kind == Match::Kind::Found);
  CHECK(found.route->pattern == "/v1/entities/{id}/neighbors");
  CHECK(found.path_values == std::vector<std::string>{"sk-hynix"});
  CHECK(match(Verb::Get, "/").route->operation == "getIndex");
  CHECK(match(Verb::Get, "/v1/entities/%ED%95%9C").path_values.at(0) == "한");
  CHECK(match(Verb::Get, "/v1/entities/a+b").path_values.at(0) == "a+b");
}

TEST_CASE("router: HEAD goes where GET goes") {
  CHECK(match(Verb::Head, "/v1/edges").route == match(Verb::Get, "/v1/edges").route);
  CHECK(match(Verb::Head, "/v1/edges").kind == Match::Kind::Found);
}

TEST_CASE("router: what is not there is not found") {
  for (const char* path : {"/v1", "/v1/", "/v1/edges/", "//v1/edges", "/v1/entities//neighbors",
                           "/v1/entities/a/b", "/V1/edges", "", "*", "/v1/edges/a/b/c"}) {
    CAPTURE(path);
    CHECK(match(Verb::Get, path).kind == Match::Kind::NoPath);
  }
}

TEST_CASE("router: a wrong verb tells the right ones") {
  const Match wrong = match(Verb::Delete, "/v1/documents");
  CHECK(wrong.kind == Match::Kind::NoVerb);
  CHECK(allow_header(wrong.allowed) == "GET, HEAD, POST, OPTIONS");
  CHECK(allow_header(match(Verb::Other, "/v1/documents/x").allowed) ==
        "GET, HEAD, DELETE, OPTIONS");
}

TEST_CASE("router: broken escapes in a path") {
  CHECK(match(Verb::Get, "/v1/entities/%zz").kind == Match::Kind::BadPath);
  CHECK(match(Verb::Get, "/v1/entities/%00").kind == Match::Kind::BadPath);
  CHECK(match(Verb::Get, "/v1/entities/%FF").kind == Match::Kind::BadPath);
}

TEST_CASE("routes: every row is complete and unlike the others") {
  std::set<std::string_view> operations;
  std::set<std::pair<Verb, std::string_view>> places;
  for (const Route& route : routes()) {
    CAPTURE(route.pattern);
    CHECK(bool{route.handler != nullptr});
    CHECK_FALSE(route.summary.empty());
    CHECK(operations.insert(route.operation).second);
    CHECK(places.emplace(route.verb, route.pattern).second);
    std::set<std::string_view> names;
    for (const Parameter& parameter : route.parameters) {
      CHECK(names.insert(parameter.name).second);
      CHECK_FALSE(parameter.doc.empty());
      if (parameter.type == ValueType::Integer) {
        CHECK(parameter.minimum <= parameter.fallback);
        CHECK(parameter.fallback <= parameter.maximum);
      }
    }
  }
}

TEST_CASE("routes: both time axes are there wherever edges are asked for") {
  for (const Route& route : routes()) {
    const bool is_filtered = std::any_of(route.parameters.begin(), route.parameters.end(),
                                         [](const Parameter& p) { return p.name == "edge_type"; });
    if (!is_filtered) continue;
    for (const std::string_view axis : {"valid_on", "known_on"}) {
      CAPTURE(route.pattern);
      CHECK(std::any_of(route.parameters.begin(), route.parameters.end(),
                        [&](const Parameter& p) { return p.name == axis; }));
    }
  }
}
