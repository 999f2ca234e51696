// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/filter.hpp"
#include "graph/snapshot.hpp"

namespace dealgraph {

enum class EdgeSort : std::uint8_t {
  Date,
  DateDescending,
  Amount,
  AmountDescending,
  ConfidenceAscending,
  ConfidenceDescending,
  Id
};

/// Sort key and id of the last edge of the page before. Edges without the key come last.
struct EdgeKey {
  bool present = true;  ///< The edge has a date or amount.
  double value = 0;     ///< Packed date, amount in major units, or confidence; 0 if absent.
  std::string edge;
};

struct EdgeQuery {
  std::optional<EntityIndex> source{};  ///< Either end for symmetric types.
  std::optional<EntityIndex> target{};
  EdgeFilter filter{};  ///< `entity_types`: of either end.
  EdgeSort sort = EdgeSort::DateDescending;
  std::size_t limit = 50;
  std::optional<EdgeKey> after{};
  Budget budget{};
};

struct EdgePage {
  std::vector<EdgeIndex> edges;
  std::vector<EntityIndex> entities;  ///< Ends of these edges, once each.
  std::optional<EdgeKey> next;
  Truncation truncation;
};

/// Edges that pass the filter, in the order asked for, ties by id; edges without date or amount
/// last in either order. With a bound end O(degree · log limit), else O(edges · log limit); bounded
/// by the budget. Amounts compare as numbers, whatever their currency. Thread-safe.
EdgePage list_edges(const Snapshot& graph, const EdgeQuery& query);

}  // namespace dealgraph
