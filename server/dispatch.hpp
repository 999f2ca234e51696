// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "server/app.hpp"
#include "server/gate.hpp"
#include "server/http.hpp"
#include "server/router.hpp"

/// From a request to its response, without sockets: the one place where errors become problems.
namespace dealgraph::server {

/// A request on its way through the server.
struct Exchange {
  Request request;
  Match match;
};

/// Request and route of a header block; the body is still to come.
Exchange begin_exchange(Head&& head);

/// Bytes of body that the route takes.
std::size_t body_limit(const Exchange& exchange, const Limits& limits);

/// Pattern of the route, or a constant for requests without one: a metric's label.
std::string_view route_label(const Exchange& exchange);

/// Runs the handler with everything around it: query parameters, Accept, the snapshot, ETag and
/// 304, 404, 405, OPTIONS. Never throws: an Error becomes a problem response.
Reply answer(const App& app, Exchange& exchange);

/// The response to a write that came back from the writer with a commit or an error.
Response finish_write(const App& app, const Exchange& exchange, const Write& write,
                      const Commit* commit, const Error* error);

/// A problem response for an error outside a handler (gate, time limits); logs Internal ones.
Response refuse(const App& app, const Error& error, std::string_view request_id);

/// The client's request id if it is one to 128 letters, digits, '-', '_' and '.', else a new one.
std::string request_id(std::string_view given);

}  // namespace dealgraph::server
