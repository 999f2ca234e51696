// SPDX-License-Identifier: MIT
#include "server/problem.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

using namespace dealgraph;
using namespace dealgraph::server;

TEST_CASE("problem types: every kind has its own slug and a status with a text") {
  std::set<std::string_view> slugs;
  for (const ProblemType& type : problem_types()) {
    CHECK(slugs.insert(type.slug).second);
    CHECK(type.status >= 400);
    CHECK_FALSE(status_text(type.status).empty());
    CHECK_FALSE(type.title.empty());
    CHECK_FALSE(type.doc.empty());
    CHECK(&problem_type(type.kind) == &type);
  }
}

TEST_CASE("problem_response: members of RFC 9457, parameters and pointers apart") {
  const Error error(ErrorKind::InvalidInput, "two things",
                    {{"limit", "too large"}, {"/edges/3", "no such end"}, {"", "not an object"}});
  const Response response = problem_response(error, "/v1/edges", "r1");
  CHECK(response.status == 400);
  CHECK(response.content_type == "application/problem+json");
  CHECK_FALSE(response.cacheable);
  CHECK(nlohmann::json::parse(response.body) == nlohmann::json::parse(R"({
    "type": "/problems/invalid-input", "title": "The request is not valid", "status": 400,
    "detail": "two things", "instance": "/v1/edges", "request_id": "r1",
    "errors": [{"parameter": "limit", "detail": "too large"},
               {"pointer": "/edges/3", "detail": "no such end"},
               {"pointer": "", "detail": "not an object"}]})"));
}

TEST_CASE("problem_response: our own faults are not told") {
  const Response response =
      problem_response(Error(ErrorKind::Internal, "SELECT secret", {{"x", "y"}}), "/", "r1");
  CHECK(response.status == 500);
  CHECK(response.body.find("secret") == std::string::npos);
  CHECK(response.body.find("errors") == std::string::npos);
}

TEST_CASE("problem_response: unavailable says when to come back") {
  const Response response = problem_response(Error(ErrorKind::Unavailable, "busy"), "/", "r1");
  CHECK(response.headers == std::vector<Header>{{"Retry-After", "1"}});
}

TEST_CASE("problem_response: bytes that are no UTF-8 do not reach the answer") {
  const Response response = problem_response(invalid_input("a\xFF", "b\xFF"), "/\xFF", "r1");
  CHECK(nlohmann::json::accept(response.body));
}
