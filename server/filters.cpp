// SPDX-License-Identifier: MIT
#include "server/filters.hpp"

#include <algorithm>

namespace dealgraph::server {

void check_date_range(const std::optional<PartialDate>& from,
                      const std::optional<PartialDate>& to) {
  if (from && to && to->last_day() < from->first_day()) {
    throw invalid_input("date_to", "is before date_from");
  }
}

EdgeFilter read_filter(const Query& query) {
  EdgeFilter filter;
  filter.edge_types = query.edge_types("edge_type");
  filter.entity_types = query.entity_types("entity_type");
  filter.statuses = query.statuses("status").value_or(all_statuses());
  filter.date_from = query.date("date_from");
  filter.date_to = query.date("date_to");
  filter.valid_on = query.date("valid_on");
  filter.known_on = query.instant("known_on");
  filter.min_amount = query.decimal("min_amount");
  filter.currency = query.currency("currency");
  filter.min_confidence = query.confidence("min_confidence");
  check_date_range(filter.date_from, filter.date_to);
  return filter;
}

Budget read_budget(const Options& options) {
  return {options.limits.query_edges, options.limits.query_ms};
}

Direction read_direction(const Query& query) {
  constexpr std::size_t kBoth = 2;
  constexpr std::array kDirections{Direction::Out, Direction::In, Direction::Both};
  return kDirections.at(query.choice("direction", direction_names(), kBoth));
}

EntityIndex require_entity(const Snapshot& graph, const std::string& id, Instant known_on,
                           std::string_view what) {
  const auto index = graph.find_entity(id);
  if (index && graph.entity(*index, known_on) != nullptr) return *index;
  const std::string where(what);
  throw Error(ErrorKind::NotFound,
              index && known_on != kForever
                  ? "the entity \"" + id + "\" was not known then"
                  : "there is no entity \"" + id + "\"; /v1/entities?q= searches by name",
              {{where, "no such entity: " + id}});
}

std::optional<EdgeIndex> find_version(const Snapshot& graph, std::string_view edge,
                                      Instant known_on) {
  for (const EdgeIndex version : graph.find_edge(edge)) {
    if (graph.edge(version).known.holds_at(known_on)) return version;
  }
  return std::nullopt;
}

std::string question_of(const Request& request) {
  return request.path + "?" + request.query.fingerprint();
}

Response list_response(const Request& request, JsonWriter& json, const ListEnd& end) {
  Response response = json_response(json.take());
  if (!end.next.empty()) {
    response.headers.emplace_back(
        "Link", "<" + request.path + "?" + request.query.with_after(end.next) + ">; rel=\"next\"");
  }
  const auto& limits = end.truncation;
  response.cacheable = std::find(limits.begin(), limits.end(), "time") == limits.end();
  return response;
}

}  // namespace dealgraph::server
