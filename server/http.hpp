// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/snapshot.hpp"
#include "graph/store.hpp"
#include "server/query.hpp"

/// Requests and responses as values: what handlers see. No sockets here.
namespace dealgraph::server {

enum class Verb : std::uint8_t { Get, Head, Post, Delete, Options, Other };

std::string_view name(Verb verb) noexcept;
Verb parse_verb(std::string_view method) noexcept;

using Header = std::pair<std::string, std::string>;

struct Request {
  Verb verb = Verb::Get;
  std::string target;           ///< As sent, origin form: "/v1/edges?limit=3".
  std::string path;             ///< Without the query, still percent-encoded.
  std::string id;               ///< Request id, for logs and problems.
  std::vector<Header> headers;  ///< Names in lower case.
  std::string body;
  std::vector<std::string> path_values;   ///< Decoded, in the order of the pattern's braces.
  Query query;                            ///< Checked against the route's parameters.
  std::shared_ptr<const Snapshot> graph;  ///< Taken once: the whole answer sees one version.

  /// The value of a header that may stand once; empty if absent. `name` in lower case.
  std::string_view header(std::string_view name) const noexcept;
  /// Media type of the body in lower case without parameters; empty if absent.
  std::string media_type() const;
};

/// A body made while it is sent: the session asks for the next piece when the last one has left.
class BodySource {
 public:
  BodySource() = default;
  BodySource(const BodySource&) = delete;
  BodySource& operator=(const BodySource&) = delete;
  virtual ~BodySource() = default;

  /// Replaces `chunk` with the next piece, not empty; false at the end. Must not block.
  virtual bool next(std::string& chunk) = 0;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::vector<Header> headers;  ///< Further ones: Location, Link, Allow …
  std::string body;
  std::unique_ptr<BodySource> source;  ///< Takes the place of `body` where set.
  bool cacheable = true;               ///< False: the answer was cut by time, so no ETag.
};

struct App;

/// A change that the session hands to the writer; `finish` makes the answer once it is on disk
/// and in the snapshot. Runs on a request thread.
struct Write {
  std::vector<Operation> operations;
  std::function<Response(const App&, const Commit&)> finish;
};

using Reply = std::variant<Response, Write>;

/// Plain and synchronous: never waits for a socket or the writer. Throws Error.
using Handler = Reply (*)(const App&, const Request&);

Response json_response(std::string body, int status = 200);

}  // namespace dealgraph::server
