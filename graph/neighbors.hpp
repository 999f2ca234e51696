// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/filter.hpp"
#include "graph/snapshot.hpp"

namespace dealgraph {

/// Where a page of a neighbourhood ended: the sort key of its last edge.
struct NeighborKey {
  int depth = 0;
  std::uint32_t date = 0;  ///< PartialDate::packed of the edge, 0 if undated.
  std::string edge;        ///< Edge id.
};

struct NeighborQuery {
  EntityIndex start{};
  int depth = 1;  ///< 1 to 4.
  Direction direction = Direction::Both;
  EdgeFilter filter;
  std::size_t limit = 50;
  std::optional<NeighborKey> after;
  Budget budget;
};

struct NeighborEdge {
  EdgeIndex edge;
  int depth = 1;  ///< Hops from the start to the edge's farther end, as discovered.
};

struct Neighborhood {
  std::vector<NeighborEdge> edges;      ///< By depth, newest date first (undated last), edge id.
  std::vector<EntityIndex> entities;    ///< Ends of these edges without the start, once each.
  std::optional<NeighborKey> next;      ///< Set if there are more.
  Truncation truncation;
};

/// Every edge within `depth` hops of the start, each once, walking only over edges and far ends
/// that pass the filter. Throws InvalidInput for a depth outside 1..4.
/// O(edges within the neighbourhood · log); bounded by the budget.
Neighborhood neighbors(const Snapshot& graph, const NeighborQuery& query);

}  // namespace dealgraph
