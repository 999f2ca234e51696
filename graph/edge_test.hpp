// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "graph/columns.hpp"
#include "graph/filter.hpp"

namespace dealgraph {

/// An EdgeFilter made ready for the columns of one snapshot; says what passes() says, without
/// gathering an EdgeView. Internal to graph/. Both arguments must outlive it.
class EdgeTest {
 public:
  EdgeTest(const GraphColumns& columns, const EdgeFilter& filter);

  const EdgeTypes& edge_types() const noexcept { return filter_->edge_types; }
  Instant known_on() const noexcept { return filter_->known_on; }
  bool live_only() const noexcept { return live_only_; }

  /// True if the edge version passes everything but the types of its ends.
  bool edge(EdgeIndex index) const {
    const std::size_t i = position(index);
    const EdgeColumns& edges = columns_->edges;
    if (live_only_ ? i >= edges.live_count : !known(i)) return false;
    if (!any_) return true;
    return filter_->edge_types.contains(edges.type[i]) &&
           filter_->statuses.contains(edges.status[i]) &&
           edges.confidence[i] >= filter_->min_confidence && dated_within(i) && holds(i) &&
           worth(i);
  }

  /// True if the entity is known at the filter's time and of one of its types.
  bool entity(EntityIndex index) const {
    if (live_only_)
      return (entity_bits_ >> columns_->entities->live_type[position(index)] & 1) != 0;
    return filter_->entity_types.contains(columns_->entities->type[position(index)]) &&
           visible(index);
  }

  /// True if the entity is known at the filter's time, whatever its type.
  bool visible(EntityIndex index) const {
    return columns_->entities->visible(index, filter_->known_on);
  }

 private:
  bool known(std::size_t i) const {
    return columns_->edges.known_table[columns_->edges.known[i]].holds_at(filter_->known_on);
  }
  bool dated_within(std::size_t i) const {
    const EdgeColumns& edges = columns_->edges;
    return !by_date_ || (edges.date[i] != 0 && edges.date_first[i] <= date_.last &&
                         edges.date_first[i] + edges.date_extent[i] >= date_.first);
  }
  bool holds(std::size_t i) const {
    const EdgeColumns& edges = columns_->edges;
    return !filter_->valid_on ||
           (edges.holds_first[i] <= edges.holds_last[i] && edges.holds_first[i] <= valid_.last &&
            edges.holds_last[i] >= valid_.first);
  }
  bool worth(std::size_t i) const;

  const GraphColumns* columns_;
  const EdgeFilter* filter_;
  bool live_only_;
  bool any_;  // the filter tests more than what is known
  bool by_date_;
  std::uint32_t entity_bits_;
  DaySpan date_;
  DaySpan valid_;
};

}  // namespace dealgraph
