// SPDX-License-Identifier: MIT
#include "graph/filter.hpp"

namespace dealgraph {
namespace {

DayNumber first_or(const std::optional<PartialDate>& date, DayNumber otherwise) {
  return date ? date->first_day() : otherwise;
}

DayNumber last_or(const std::optional<PartialDate>& date, DayNumber otherwise) {
  return date ? date->last_day() : otherwise;
}

bool date_matches(const std::optional<PartialDate>& date, const EdgeFilter& filter) {
  if (!filter.date_from && !filter.date_to) return true;
  return date && date->last_day() >= first_or(filter.date_from, kNeverBegan) &&
         date->first_day() <= last_or(filter.date_to, kNeverEnds);
}

bool amount_matches(const std::optional<Money>& amount, const EdgeFilter& filter) {
  if (!filter.min_amount && !filter.currency) return true;
  return amount && (!filter.currency || amount->currency == *filter.currency) &&
         (!filter.min_amount || major_value(*amount) >= *filter.min_amount);
}

}  // namespace

DaySpan validity(const EdgeView& edge, EntityType target_type) {
  if (is_momentary(edge.type, target_type) && edge.date) {
    return {edge.date->first_day(), edge.date->last_day()};
  }
  const DayNumber first = first_or(edge.valid_from, first_or(edge.date, kNeverBegan));
  if (edge.valid_to || first == kNeverBegan || is_momentary(edge.type, target_type)) {
    return {first, last_or(edge.valid_to, kNeverEnds)};
  }
  const DayNumber recorded = edge.status == Status::Ended ? day_of(edge.known.from) : kNeverEnds;
  return {first, last_or(edge.ended_on, recorded)};
}

bool holds_on(const EdgeView& edge, EntityType target_type, const PartialDate& when) {
  const DaySpan days = validity(edge, target_type);
  return days.first <= days.last && days.first <= when.last_day() && days.last >= when.first_day();
}

bool passes(const EdgeView& edge, EntityType target_type, const EdgeFilter& filter) {
  return filter.edge_types.contains(edge.type) && filter.statuses.contains(edge.status) &&
         edge.known.holds_at(filter.known_on) && edge.confidence >= filter.min_confidence &&
         date_matches(edge.date, filter) && amount_matches(edge.amount, filter) &&
         (!filter.valid_on || holds_on(edge, target_type, *filter.valid_on));
}

}  // namespace dealgraph
