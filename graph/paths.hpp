// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "graph/filter.hpp"
#include "graph/snapshot.hpp"

namespace dealgraph {

struct PathQuery {
  EntityIndex from{};
  EntityIndex to{};
  int max_hops = 4;                       ///< 1 to 8.
  Direction direction = Direction::Both;  ///< Out: along the edges, In: against them.
  EdgeFilter filter{};                    ///< `entity_types`: of the entities between the ends.
  Budget budget{};
};

struct Path {
  std::vector<EntityIndex> nodes;  ///< From `from` to `to`; one more than edges.
  std::vector<EdgeIndex> edges;  ///< One for each hop: the one with most evidence, then lowest id.
};

struct PathResult {
  std::vector<Path> paths;  ///< None or one.
  Truncation truncation;
};

/// A path with the fewest hops, edges of symmetric types in every direction. Of several the one
/// whose entity ids, read from `from`, are first in byte order, so that equal graphs give equal
/// answers. `from == to` gives the path without edges; an end that is not known at that time gives
/// none. Throws InvalidInput for max_hops outside 1..8. Breadth first from both ends: O(edges
/// within half the hops of either); bounded by the budget, over which there is no path and
/// `truncation` says so. Thread-safe.
PathResult shortest_path(const Snapshot& graph, const PathQuery& query);

}  // namespace dealgraph
