// SPDX-License-Identifier: MIT
#include "graph/edges.hpp"

#include <algorithm>
#include <utility>

#include "graph/columns.hpp"
#include "graph/edge_test.hpp"
#include "graph/traversal.hpp"

namespace dealgraph {
namespace {

struct Candidate {
  EdgeIndex edge{};
  bool present = true;
  double value = 0;
};

bool is_descending(EdgeSort sort) {
  return sort == EdgeSort::DateDescending || sort == EdgeSort::AmountDescending ||
         sort == EdgeSort::ConfidenceDescending;
}

class EdgeListing {
 public:
  EdgeListing(const Snapshot& graph, const EdgeQuery& query)
      : columns_(graph.columns()),
        query_(query),
        test_(columns_, query.filter),
        meter_(query.budget),
        descending_(is_descending(query.sort)) {}

  EdgePage run() {
    if (query_.source || query_.target) {
      walk_bound_end();
    } else {
      const std::size_t count =
          test_.live_only() ? columns_.edges.live_count : columns_.edges.type.size();
      for (std::uint32_t i = 0; i < count; ++i) {
        if (!meter_.spend()) break;
        consider(EdgeIndex{i});
      }
    }
    return page();
  }

 private:
  /// Walks the rows of the bound end with fewer edges; an edge of a symmetric type is found there
  /// whichever of its ends that is.
  void walk_bound_end() {
    const auto degree = [this](EntityIndex entity) {
      return columns_.out.all(entity).size() + columns_.in.all(entity).size();
    };
    const bool from_source =
        query_.source && (!query_.target || degree(*query_.source) <= degree(*query_.target));
    const EntityIndex start = from_source ? *query_.source : *query_.target;
    const std::optional<EntityIndex> far = from_source ? query_.target : query_.source;
    for_each_step(columns_, start, from_source ? Direction::Out : Direction::In, test_.edge_types(),
                  test_.live_only(), [&](const Step& step) {
                    if (!meter_.spend()) return false;
                    if (!far || step.far == *far) consider(step.edge);
                    return true;
                  });
  }

  void consider(EdgeIndex edge) {
    const std::size_t i = position(edge);
    const EntityIndex source = columns_.edges.source[i];
    const EntityIndex target = columns_.edges.target[i];
    if (!test_.edge(edge) || !(test_.entity(source) || test_.entity(target))) return;
    if (!test_.visible(source) || !test_.visible(target)) return;
    const Candidate candidate = rate(edge);
    if (query_.after && !comes_after(candidate, *query_.after)) return;
    keep(candidate);
  }

  /// The best `limit` and one more, as a heap with the last of them on top.
  void keep(const Candidate& candidate) {
    const auto sooner = [this](const Candidate& a, const Candidate& b) { return before(a, b); };
    if (best_.size() > query_.limit) {
      if (!before(candidate, best_.front())) return;
      std::pop_heap(best_.begin(), best_.end(), sooner);
      best_.pop_back();
    }
    best_.push_back(candidate);
    std::push_heap(best_.begin(), best_.end(), sooner);
  }

  Candidate rate(EdgeIndex edge) const {
    const std::size_t i = position(edge);
    const EdgeColumns& edges = columns_.edges;
    switch (query_.sort) {
      case EdgeSort::Date:
      case EdgeSort::DateDescending:
        return {edge, edges.date[i] != 0, static_cast<double>(edges.date[i])};
      case EdgeSort::Amount:
      case EdgeSort::AmountDescending: {
        const auto money = edges.money(i);
        return {edge, money.has_value(), money ? major_value(*money) : 0.0};
      }
      case EdgeSort::ConfidenceAscending:
      case EdgeSort::ConfidenceDescending:
        return {edge, true, static_cast<double>(edges.confidence[i])};
      case EdgeSort::Id:
        break;
    }
    return {edge, true, 0.0};
  }

  /// Negative if (a_present, a_value) comes first, positive if last, 0 if the ids decide.
  int compare_keys(bool a_present, double a_value, bool b_present, double b_value) const {
    if (a_present != b_present) return a_present ? -1 : 1;
    if (!a_present || a_value == b_value) return 0;
    return (a_value < b_value) != descending_ ? -1 : 1;
  }

  bool before(const Candidate& a, const Candidate& b) const {
    const int order = compare_keys(a.present, a.value, b.present, b.value);
    return order != 0 ? order < 0 : columns_.edges.id(a.edge) < columns_.edges.id(b.edge);
  }

  bool comes_after(const Candidate& candidate, const EdgeKey& key) const {
    const int order = compare_keys(candidate.present, candidate.value, key.present, key.value);
    return order != 0 ? order > 0 : columns_.edges.id(candidate.edge) > key.edge;
  }

  EdgePage page() {
    const auto sooner = [this](const Candidate& a, const Candidate& b) { return before(a, b); };
    std::sort_heap(best_.begin(), best_.end(), sooner);
    EdgePage result;
    const std::size_t count = std::min(query_.limit, best_.size());
    if (count < best_.size() && count > 0) {
      const Candidate& last = best_[count - 1];
      result.next = EdgeKey{last.present, last.value, std::string(columns_.edges.id(last.edge))};
    }
    IndexMap seen;
    for (std::size_t n = 0; n < count; ++n) {
      const EdgeIndex edge = best_[n].edge;
      const std::size_t i = position(edge);
      result.edges.push_back(edge);
      for (const EntityIndex end : {columns_.edges.source[i], columns_.edges.target[i]}) {
        if (seen.insert(static_cast<std::uint32_t>(end))) result.entities.push_back(end);
      }
    }
    result.truncation = meter_.truncation();
    return result;
  }

  const GraphColumns& columns_;
  const EdgeQuery& query_;
  EdgeTest test_;
  Meter meter_;
  bool descending_;
  std::vector<Candidate> best_;
};

}  // namespace

EdgePage list_edges(const Snapshot& graph, const EdgeQuery& query) {
  return EdgeListing(graph, query).run();
}

}  // namespace dealgraph
