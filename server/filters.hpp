// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "graph/edges.hpp"
#include "graph/filter.hpp"
#include "graph/snapshot.hpp"
#include "server/http.hpp"
#include "server/options.hpp"
#include "server/serialize.hpp"

/// What the query handlers have in common: filters, ids, cursors and pages.
namespace dealgraph::server {

/// The edge filter of a request. Throws InvalidInput for an empty date range.
EdgeFilter read_filter(const Query& query);

/// Throws InvalidInput if `date_to` ends before `date_from` begins.
void check_date_range(const std::optional<PartialDate>& from, const std::optional<PartialDate>& to);

Budget read_budget(const Options& options);
Direction read_direction(const Query& query);

/// The entity with that id as known at that time. Throws NotFound naming `what` and the id.
EntityIndex require_entity(const Snapshot& graph, const std::string& id, Instant known_on,
                           std::string_view what);

/// The version of an edge that was known at that time; nullopt if there is none.
std::optional<EdgeIndex> find_version(const Snapshot& graph, std::string_view edge,
                                      Instant known_on);

/// What a cursor is bound to: the path and all parameters but `limit` and `after`.
std::string question_of(const Request& request);

/// The response of a list: its JSON, a Link to the next page where there is one, no ETag where
/// time cut it short.
Response list_response(const Request& request, JsonWriter& json, const ListEnd& end);

}  // namespace dealgraph::server
