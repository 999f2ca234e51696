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
  EdgeFilter filter{};
  std::size_t limit = 50;
  std::optional<NeighborKey> after{};
  Budget budget{};
};

struct NeighborEdge {
  EdgeIndex edge;
  int depth = 1;  ///< Hops of the shortest walk from the start that goes over this edge.
};

struct Neighborhood {
  std::vector<NeighborEdge> edges;    ///< By depth, newest date first (undated last), edge id.
  std::vector<EntityIndex> entities;  ///< Ends of these edges without the start, once each.
  std::optional<NeighborKey> next;    ///< Set if there are more.
  Truncation truncation;
};

/// Every edge on a walk of at most `depth` hops from the start, each once, walking only over edges
/// and far ends that pass the filter, edges of symmetric types in every direction. Nothing if the
/// start is not known at that time. Throws InvalidInput for a depth outside 1..4.
/// O(edges within the neighbourhood · log limit), without the hops that a full page makes needless;
/// bounded by the budget. Thread-safe.
Neighborhood neighbors(const Snapshot& graph, const NeighborQuery& query);

}  // namespace dealgraph
