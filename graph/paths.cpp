// SPDX-License-Identifier: MIT
#include "graph/paths.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "graph/columns.hpp"
#include "graph/edge_test.hpp"
#include "graph/traversal.hpp"
#include "schema/error.hpp"

namespace dealgraph {
namespace {

constexpr int kMaxHops = 8;

/// One half of the search: the entities within `depth` hops of one end, whole levels only.
struct Side {
  Side(EntityIndex start, Direction towards) : direction(towards), frontier{start} {
    level.insert(static_cast<std::uint32_t>(start), 0);
  }

  bool at_level(EntityIndex entity, int wanted) const {
    const std::uint32_t* const found = level.find(static_cast<std::uint32_t>(entity));
    return found != nullptr && static_cast<int>(*found) == wanted;
  }

  Direction direction;
  IndexMap level;                     // hops from the end
  std::vector<EntityIndex> frontier;  // those at `depth` hops
  int depth = 0;
};

class PathSearch {
 public:
  PathSearch(const Snapshot& graph, const PathQuery& query)
      : graph_(graph),
        columns_(graph.columns()),
        query_(query),
        test_(columns_, query.filter),
        meter_(query.budget),
        ahead_(query.from, query.direction),
        behind_(query.to, reversed(query.direction)) {}

  PathResult run() {
    PathResult result;
    if (!test_.visible(query_.from) || !test_.visible(query_.to)) return result;
    if (query_.from == query_.to) {
      result.paths.push_back({{query_.from}, {}});
      return result;
    }
    if (meet()) {
      mark_shortest();
      if (auto path = first_path()) result.paths.push_back(std::move(*path));
    }
    result.truncation = meter_.truncation();
    return result;
  }

 private:
  /// Calls `visit` for the steps that a path may take; false if the budget is spent.
  template <typename Visit>
  bool for_each_hop(EntityIndex entity, Direction direction, Visit&& visit) {
    return for_each_step(columns_, entity, direction, test_.edge_types(), test_.live_only(),
                         [&](const Step& step) {
                           if (!meter_.spend()) return false;
                           if (test_.edge(step.edge) && may_pass(step.far)) visit(step);
                           return true;
                         });
  }

  bool may_pass(EntityIndex entity) const {
    return entity == query_.from || entity == query_.to || test_.entity(entity);
  }

  /// Widens the side with the smaller frontier until both meet, which is then at the fewest hops.
  bool meet() {
    while (ahead_.depth + behind_.depth < query_.max_hops) {
      const bool forward = ahead_.frontier.size() <= behind_.frontier.size();
      Side& side = forward ? ahead_ : behind_;
      const Side& other = forward ? behind_ : ahead_;
      if (side.frontier.empty()) return false;
      const bool met = widen(side, other);
      if (meter_.exhausted()) return false;
      if (met) return true;
    }
    return false;
  }

  bool widen(Side& side, const Side& other) {
    bool met = false;
    std::vector<EntityIndex> next;
    ++side.depth;
    for (const EntityIndex entity : side.frontier) {
      const bool whole = for_each_hop(entity, side.direction, [&](const Step& step) {
        const auto far = static_cast<std::uint32_t>(step.far);
        if (!side.level.insert(far, static_cast<std::uint32_t>(side.depth))) return;
        next.push_back(step.far);
        met = met || other.level.find(far) != nullptr;
      });
      if (!whole) break;
    }
    side.frontier = std::move(next);
    return met;
  }

  /// Marks the entities of the first half that lie on a shortest path, from where the halves meet
  /// back to the start. (In the second half every entity that is one hop nearer does.)
  void mark_shortest() {
    std::vector<EntityIndex> level;
    for (const EntityIndex entity : ahead_.frontier) {
      if (behind_.level.find(static_cast<std::uint32_t>(entity)) != nullptr) {
        level.push_back(entity);
        marked_.insert(static_cast<std::uint32_t>(entity));
      }
    }
    for (int depth = ahead_.depth - 1; depth > 0; --depth) {
      std::vector<EntityIndex> nearer;
      for (const EntityIndex entity : level) {
        for_each_hop(entity, reversed(query_.direction), [&](const Step& step) {
          if (ahead_.at_level(step.far, depth) &&
              marked_.insert(static_cast<std::uint32_t>(step.far))) {
            nearer.push_back(step.far);
          }
        });
      }
      level = std::move(nearer);
    }
  }

  bool leads_on(EntityIndex entity, int hop) const {
    if (hop > ahead_.depth) {
      return behind_.at_level(entity, ahead_.depth + behind_.depth - hop);
    }
    return ahead_.at_level(entity, hop) &&
           marked_.find(static_cast<std::uint32_t>(entity)) != nullptr;
  }

  /// Of the shortest paths the first; nullopt if the budget ends before it is known.
  std::optional<Path> first_path() {
    Path path{{query_.from}, {}};
    for (int hop = 1; hop <= ahead_.depth + behind_.depth; ++hop) {
      std::optional<Step> best;
      for_each_hop(path.nodes.back(), query_.direction, [&](const Step& step) {
        if (leads_on(step.far, hop) && (!best || before(step, *best))) best = step;
      });
      if (meter_.exhausted() || !best) return std::nullopt;
      path.nodes.push_back(best->far);
      path.edges.push_back(best->edge);
    }
    return path;
  }

  bool before(const Step& a, const Step& b) const {
    if (a.far != b.far) return graph_.entity_id(a.far) < graph_.entity_id(b.far);
    const EdgeColumns& edges = columns_.edges;
    const std::uint32_t a_count = edges.evidence_count[position(a.edge)];
    const std::uint32_t b_count = edges.evidence_count[position(b.edge)];
    return a_count != b_count ? a_count > b_count : edges.id(a.edge) < edges.id(b.edge);
  }

  const Snapshot& graph_;
  const GraphColumns& columns_;
  const PathQuery& query_;
  EdgeTest test_;
  Meter meter_;
  Side ahead_;
  Side behind_;
  IndexMap marked_;
};

}  // namespace

PathResult shortest_path(const Snapshot& graph, const PathQuery& query) {
  if (query.max_hops < 1 || query.max_hops > kMaxHops) {
    throw invalid_input("max_hops", "expected 1 to 8, found " + std::to_string(query.max_hops));
  }
  return PathSearch(graph, query).run();
}

}  // namespace dealgraph
