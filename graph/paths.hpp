// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "graph/filter.hpp"
#include "graph/snapshot.hpp"

namespace dealgraph {

struct PathQuery {
  EntityIndex from{};
  EntityIndex to{};
  int max_hops = 4;  ///< 1 to 8.
  Direction direction = Direction::Both;  ///< Out: along the edges, In: against them.
  EdgeFilter filter;                      ///< `entity_types`: of the entities between the ends.
  Budget budget;
};

struct Path {
  std::vector<EntityIndex> nodes;  ///< From `from` to `to`; one more than edges.
  std::vector<EdgeIndex> edges;    ///< One for each hop: the one with most evidence, then lowest id.
};

struct PathResult {
  std::vector<Path> paths;  ///< None or one.
  Truncation truncation;
};

/// A path with the fewest hops. Of several the one whose entity ids are first in byte order, so
/// that equal graphs give equal answers. `from == to` gives the path without edges. Throws
/// InvalidInput for max_hops outside 1..8. Breadth first from both ends.
PathResult shortest_path(const Snapshot& graph, const PathQuery& query);

}  // namespace dealgraph
