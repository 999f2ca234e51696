// SPDX-License-Identifier: MIT
#include "graph/neighbors.hpp"

#include <algorithm>
#include <utility>

#include "graph/columns.hpp"
#include "graph/edge_test.hpp"
#include "graph/traversal.hpp"
#include "schema/error.hpp"

namespace dealgraph {
namespace {

constexpr int kMaxDepth = 4;

class NeighborWalk {
 public:
  NeighborWalk(const Snapshot& graph, const NeighborQuery& query)
      : columns_(graph.columns()),
        query_(query),
        test_(columns_, query.filter),
        meter_(query.budget) {}

  Neighborhood run() {
    // Pages are sorted by depth first: once a depth has filled the page, the deeper ones are not
    // walked.
    std::vector<EntityIndex> frontier;
    if (test_.visible(query_.start)) frontier.push_back(query_.start);
    reached_.insert(static_cast<std::uint32_t>(query_.start));
    for (int depth = 1; depth <= query_.depth && found_.size() <= query_.limit; ++depth) {
      frontier = walk_from(frontier, depth);
      if (meter_.exhausted()) break;
    }
    return page();
  }

 private:
  std::vector<EntityIndex> walk_from(const std::vector<EntityIndex>& frontier, int depth) {
    std::vector<EntityIndex> next;
    for (const EntityIndex entity : frontier) {
      const bool whole = for_each_step(
          columns_, entity, query_.direction, test_.edge_types(), test_.live_only(),
          [&](const Step& step) {
            if (!meter_.spend()) return false;
            if (!test_.edge(step.edge) || !test_.entity(step.far)) return true;
            if (!walked_.insert(static_cast<std::uint32_t>(step.edge))) return true;
            const NeighborEdge edge{step.edge, depth};
            if (!query_.after || comes_after(edge, *query_.after)) found_.push_back(edge);
            if (depth < query_.depth && reached_.insert(static_cast<std::uint32_t>(step.far))) {
              next.push_back(step.far);
            }
            return true;
          });
      if (!whole) break;
    }
    return next;
  }

  std::uint32_t date(EdgeIndex edge) const { return columns_.edges.date[position(edge)]; }

  bool before(const NeighborEdge& a, const NeighborEdge& b) const {
    if (a.depth != b.depth) return a.depth < b.depth;
    if (date(a.edge) != date(b.edge)) return date(a.edge) > date(b.edge);
    return columns_.edges.id(a.edge) < columns_.edges.id(b.edge);
  }

  bool comes_after(const NeighborEdge& edge, const NeighborKey& key) const {
    if (edge.depth != key.depth) return edge.depth > key.depth;
    if (date(edge.edge) != key.date) return date(edge.edge) < key.date;
    return columns_.edges.id(edge.edge) > key.edge;
  }

  Neighborhood page() {
    const auto sooner = [this](const NeighborEdge& a, const NeighborEdge& b) {
      return before(a, b);
    };
    Neighborhood result;
    const std::size_t count = std::min(query_.limit, found_.size());
    const auto end = found_.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(found_.begin(), end, found_.end(), sooner);
    result.edges.assign(found_.begin(), end);
    if (count < found_.size() && count > 0) {
      const NeighborEdge& last = result.edges.back();
      result.next =
          NeighborKey{last.depth, date(last.edge), std::string(columns_.edges.id(last.edge))};
    }
    collect_ends(result);
    result.truncation = meter_.truncation();
    return result;
  }

  void collect_ends(Neighborhood& result) const {
    IndexMap seen;
    seen.insert(static_cast<std::uint32_t>(query_.start));
    for (const NeighborEdge& found : result.edges) {
      const std::size_t i = position(found.edge);
      for (const EntityIndex end : {columns_.edges.source[i], columns_.edges.target[i]}) {
        if (seen.insert(static_cast<std::uint32_t>(end))) result.entities.push_back(end);
      }
    }
  }

  const GraphColumns& columns_;
  const NeighborQuery& query_;
  EdgeTest test_;
  Meter meter_;
  IndexMap reached_;  // entities
  IndexMap walked_;   // edge versions
  std::vector<NeighborEdge> found_;
};

}  // namespace

Neighborhood neighbors(const Snapshot& graph, const NeighborQuery& query) {
  if (query.depth < 1 || query.depth > kMaxDepth) {
    throw invalid_input("depth", "expected 1 to 4, found " + std::to_string(query.depth));
  }
  return NeighborWalk(graph, query).run();
}

}  // namespace dealgraph
