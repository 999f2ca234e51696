// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/columns.hpp"
#include "graph/filter.hpp"

/// What every walk over the graph needs. Internal to graph/.
namespace dealgraph {

/// Counts what a query spends.
class Meter {
 public:
  explicit Meter(const Budget& budget)
      : budget_(budget),
        deadline_(std::chrono::steady_clock::now() +
                  std::chrono::milliseconds(budget.max_milliseconds)) {}

  /// Pays for a look at one more edge version; false, from then on always, if there is nothing
  /// left to pay with.
  bool spend() {
    if (over_edges_ || over_time_) return false;
    if (edges_ == budget_.max_edges) {
      over_edges_ = true;
    } else if ((++edges_ & kClockMask) == 0) {
      over_time_ = std::chrono::steady_clock::now() > deadline_;
    }
    return !over_edges_ && !over_time_;
  }

  bool exhausted() const noexcept { return over_edges_ || over_time_; }

  Truncation truncation() const {
    if (over_edges_) return {"edges"};
    if (over_time_) return {"time"};
    return {};
  }

 private:
  static constexpr std::size_t kClockMask = 1023;  // asking the clock costs more than an edge

  Budget budget_;
  std::chrono::steady_clock::time_point deadline_;
  std::size_t edges_ = 0;
  bool over_edges_ = false;
  bool over_time_ = false;
};

/// Numbers with a value each: open addressing, so that a small query pays for what it touches and
/// not for the size of the graph. UINT32_MAX is no key.
class IndexMap {
 public:
  /// False if the key was there before; its value stays.
  bool insert(std::uint32_t key, std::uint32_t value = 0) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[slot_of(key)];
    if (slot.key == key) return false;
    slot = {key, value};
    ++size_;
    return true;
  }

  const std::uint32_t* find(std::uint32_t key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[slot_of(key)];
    return slot.key == key ? &slot.value : nullptr;
  }

  std::size_t size() const noexcept { return size_; }

 private:
  struct Slot {
    std::uint32_t key = UINT32_MAX;
    std::uint32_t value = 0;
  };

  std::size_t slot_of(std::uint32_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (key * std::uint64_t{0x9E3779B97F4A7C15} >> 32U) & mask;
    while (slots_[slot].key != key && slots_[slot].key != UINT32_MAX) slot = (slot + 1) & mask;
    return slot;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.key != UINT32_MAX) slots_[slot_of(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

constexpr bool includes(Direction direction, Direction side) {
  return (static_cast<unsigned>(direction) & static_cast<unsigned>(side)) != 0;
}

constexpr Direction reversed(Direction direction) {
  if (direction == Direction::Both) return direction;
  return direction == Direction::Out ? Direction::In : Direction::Out;
}

/// The members of `types` that are symmetric.
EdgeTypes symmetric_of(EdgeTypes types);

namespace detail {

/// Calls `visit(step)` for the steps of `types` in `part`, which is sorted by type. Stops and
/// returns false when `visit` returns false.
template <typename Visit>
bool visit_types(std::span<const Step> part, const std::vector<EdgeType>& type_of, EdgeTypes types,
                 Visit& visit) {
  const bool all = types == all_edge_types();
  while (!part.empty()) {
    const EdgeType type = type_of[position(part.front().edge)];
    const auto end =
        all ? part.end() : std::partition_point(part.begin(), part.end(), [&](const Step& step) {
          return type_of[position(step.edge)] <= type;
        });
    const auto run = part.first(static_cast<std::size_t>(end - part.begin()));
    if (types.contains(type) || all) {
      for (const Step& step : run) {
        if (!visit(step)) return false;
      }
    }
    part = part.subspan(run.size());
  }
  return true;
}

}  // namespace detail

/// Calls `visit(const Step&) -> bool` for every step from `entity` in `direction` over edges of
/// `types`, symmetric ones in every direction, each edge version once; over versions known now
/// only where `live_only`. A `visit` that returns false ends the walk, which then returns false.
template <typename Visit>
bool for_each_step(const GraphColumns& columns, EntityIndex entity, Direction direction,
                   EdgeTypes types, bool live_only, Visit&& visit) {
  const std::vector<EdgeType>& type_of = columns.edges.type;
  const EdgeTypes symmetric = symmetric_of(types);
  const auto walk = [&](const Adjacency& side, Direction towards, auto&& each) {
    const EdgeTypes wanted = includes(direction, towards) ? types : symmetric;
    if (wanted.empty()) return true;
    return detail::visit_types(side.live(entity), type_of, wanted, each) &&
           (live_only || detail::visit_types(side.past(entity), type_of, wanted, each));
  };
  // An edge from an entity to itself lies on both sides: on the second it was seen before, but
  // where the first was not walked for its type.
  const auto unless_seen = [&](const Step& step) {
    const bool loop = step.far == entity;
    const bool seen = loop && (includes(direction, Direction::Out) ||
                               symmetric.contains(type_of[position(step.edge)]));
    return seen || visit(step);
  };
  return walk(columns.out, Direction::Out, visit) && walk(columns.in, Direction::In, unless_seen);
}

}  // namespace dealgraph
