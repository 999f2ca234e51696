// SPDX-License-Identifier: MIT
#include "graph/edge_test.hpp"

namespace dealgraph {

EdgeTest::EdgeTest(const GraphColumns& columns, const EdgeFilter& filter)
    : columns_(&columns),
      filter_(&filter),
      live_only_(filter.known_on == kForever),
      any_(filter.edge_types != all_edge_types() || filter.statuses != all_statuses() ||
           filter.min_confidence > 0 || filter.date_from || filter.date_to || filter.valid_on ||
           filter.min_amount || filter.currency),
      by_date_(filter.date_from || filter.date_to),
      entity_bits_(filter.entity_types.bits()),
      date_{filter.date_from ? filter.date_from->first_day() : kNeverBegan,
            filter.date_to ? filter.date_to->last_day() : kNeverEnds},
      valid_{filter.valid_on ? filter.valid_on->first_day() : kNeverBegan,
             filter.valid_on ? filter.valid_on->last_day() : kNeverEnds} {}

bool EdgeTest::worth(std::size_t i) const {
  if (!filter_->min_amount && !filter_->currency) return true;
  const auto money = columns_->edges.money(i);
  return money && (!filter_->currency || money->currency == *filter_->currency) &&
         (!filter_->min_amount || major_value(*money) >= *filter_->min_amount);
}

}  // namespace dealgraph
