// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.hpp"
#include "server/http.hpp"
#include "server/query.hpp"

namespace dealgraph::server {

/// What an answer holds; OpenAPI has one schema for each (openapi.cpp).
enum class Shape : std::uint8_t {
  Index,
  Schema,
  EntityList,
  Entity,
  Neighborhood,
  EdgeList,
  Edge,
  Paths,
  ReviewList,
  DocumentList,
  Document,
  Explanation,
  IngestResult,
  RetractResult,
  Health,
  Metrics,
  OpenApi,
  ProblemType,
};

/// Where a handler runs: cheap ones on the thread that reads the socket, dear ones on the pool.
enum class Cost : std::uint8_t { Cheap, Dear };

/// One endpoint. Everything that is said about it anywhere is said here.
struct Route {
  Verb verb;
  std::string_view pattern;  ///< "/v1/entities/{id}".
  Handler handler;
  std::string_view operation;  ///< Name for generated clients: "listEdges".
  std::string_view summary;
  std::span<const Parameter> parameters;  ///< Of the query.
  Shape shape;
  std::span<const ErrorKind> errors;  ///< Besides those that any route may give.
  Cost cost = Cost::Cheap;
  bool has_etag = true;      ///< Of a GET: the answer follows from target and revision.
  bool takes_batch = false;  ///< Of a POST: NDJSON is read too, with its own size limit.
};

/// The table (handlers/routes.cpp).
std::span<const Route> routes();

struct Match {
  enum class Kind : std::uint8_t { Found, NoPath, NoVerb, BadPath };
  Kind kind = Kind::NoPath;
  const Route* route = nullptr;
  std::vector<std::string> path_values;  ///< Decoded.
  std::vector<Verb> allowed;             ///< Verbs of the path; empty for NoPath and BadPath.
};

/// Finds the route of a path (percent-encoded, without query). HEAD matches GET routes. An empty
/// path segment matches nothing.
Match match_route(std::span<const Route> table, Verb verb, std::string_view path);

/// "GET, HEAD, OPTIONS".
std::string allow_header(const std::vector<Verb>& verbs);

}  // namespace dealgraph::server
