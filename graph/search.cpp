// SPDX-License-Identifier: MIT
#include "graph/search.hpp"

#include <algorithm>
#include <utility>

#include "graph/columns.hpp"
#include "graph/name_index.hpp"
#include "graph/traversal.hpp"

namespace dealgraph {
namespace {

/// How well a name matches: MatchKind with the typos by their number of edits. Lower is better.
enum class Tier : std::uint8_t { Exact, Prefix, WordPrefix, OneEdit, TwoEdits, None };

MatchKind kind_of(Tier tier) {
  switch (tier) {
    case Tier::Exact:
      return MatchKind::Exact;
    case Tier::Prefix:
      return MatchKind::Prefix;
    case Tier::WordPrefix:
      return MatchKind::WordPrefix;
    default:
      return MatchKind::Typo;
  }
}

Tier tier_of_whole(std::string_view name, std::string_view wanted) {
  if (name.substr(0, wanted.size()) != wanted) return Tier::None;
  return name.size() == wanted.size() ? Tier::Exact : Tier::Prefix;
}

struct Candidate {
  std::uint64_t rank = 0;  // tier, then connections; lower is better
  EntityIndex entity{};
  Tier tier = Tier::None;
  std::uint32_t version = 0;
  std::uint16_t ordinal = 0;  // of the name in names_of()
};

class NameSearch {
 public:
  NameSearch(const Snapshot& graph, const EntityQuery& query, std::string wanted)
      : columns_(graph.columns()),
        entities_(*columns_.entities),
        query_(query),
        wanted_(std::move(wanted)) {}

  EntityPage run() {
    for (const auto& segment : columns_.names->segments()) find_prefixes(*segment);
    if (!any_exact_) {
      for (const auto& segment : columns_.names->segments()) find_typos(*segment);
    }
    return page();
  }

 private:
  void find_prefixes(const NameSegment& segment) {
    for (const NameSegment::Suffix& suffix : segment.with_prefix(wanted_)) {
      const NameSegment::Name& name = segment.name(suffix.name);
      const Tier tier =
          suffix.offset > 0 ? Tier::WordPrefix : tier_of_whole(segment.key(name), wanted_);
      if (tier == Tier::Exact && !any_exact_) any_exact_ = is_wanted(name);
      offer(segment, suffix.name, tier);
    }
  }

  void find_typos(const NameSegment& segment) {
    const std::u32string letters = letters_of(wanted_);
    const int limit = forgiven_edits(letters.size());
    if (limit == 0) return;
    std::vector<NameSegment::Typo> found;
    segment.find_typos(letters, limit, found);
    std::sort(found.begin(), found.end(),
              [](const NameSegment::Typo& a, const NameSegment::Typo& b) {
                return std::pair(a.distance, a.name) < std::pair(b.distance, b.name);
              });
    IndexMap seen;  // versions: of each the closest name alone, whatever the page shows of it
    for (const NameSegment::Typo& typo : found) {
      if (typo.distance == 0) continue;  // a word by itself: found as a prefix
      if (!seen.insert(segment.name(typo.name).version)) continue;
      offer(segment, typo.name, typo.distance == 1 ? Tier::OneEdit : Tier::TwoEdits);
    }
  }

  /// Takes the match if it is the best of its entity and good enough for the page.
  void offer(const NameSegment& segment, std::uint32_t number, Tier tier) {
    const NameSegment::Name& name = segment.name(number);
    Candidate candidate{rank(tier, name.entity), name.entity, tier, name.version, name.ordinal};
    // Cheap tests first: of a short prefix most matches end here.
    if (best_.size() > query_.limit && !before(candidate, best_.front())) return;
    if (query_.after && !comes_after(candidate, *query_.after)) return;
    if (!is_wanted(name) || has_better_name(segment, number, candidate)) return;
    if (!taken_.insert(static_cast<std::uint32_t>(name.entity))) return;
    const auto sooner = [this](const Candidate& a, const Candidate& b) { return before(a, b); };
    if (best_.size() > query_.limit) {
      std::pop_heap(best_.begin(), best_.end(), sooner);
      best_.pop_back();
    }
    best_.push_back(candidate);
    std::push_heap(best_.begin(), best_.end(), sooner);
  }

  /// True if another name of the entity matches in a better tier. Of several in one tier the
  /// candidate gets the one that the entity is best known by.
  bool has_better_name(const NameSegment& segment, std::uint32_t number,
                       Candidate& candidate) const {
    for (const NameSegment::Name& name : segment.names_of_version(number)) {
      const std::string_view key = segment.key(name);
      Tier tier = tier_of_whole(key, wanted_);
      if (tier == Tier::None && candidate.tier > Tier::WordPrefix && has_word(name)) {
        tier = Tier::WordPrefix;
      }
      if (tier < candidate.tier) return true;
      if (tier == candidate.tier) candidate.ordinal = std::min(candidate.ordinal, name.ordinal);
    }
    return false;
  }

  bool has_word(const NameSegment::Name& name) const {
    const SearchKey key = search_key(matched_text(name.version, name.ordinal));
    return std::any_of(key.word_starts.begin(), key.word_starts.end(), [&](std::size_t start) {
      return std::string_view(key.text).substr(start, wanted_.size()) == wanted_;
    });
  }

  bool is_wanted(const NameSegment::Name& name) const {
    const EntityVersion& version = entities_.versions[name.version];
    return version.known.holds_at(query_.known_on) && query_.types.contains(version.value->type);
  }

  std::uint64_t rank(Tier tier, EntityIndex entity) const {
    const auto degree = std::min<std::size_t>(columns_.live_degree(entity), UINT32_MAX);
    return static_cast<std::uint64_t>(tier) << 32U | (UINT32_MAX - degree);
  }

  std::string_view id(EntityIndex entity) const { return entities_.ids[position(entity)]; }

  bool before(const Candidate& a, const Candidate& b) const {
    return a.rank != b.rank ? a.rank < b.rank : id(a.entity) < id(b.entity);
  }

  bool comes_after(const Candidate& candidate, const EntityQuery::Key& key) const {
    return candidate.rank != key.rank ? candidate.rank > key.rank : id(candidate.entity) > key.id;
  }

  std::string_view matched_text(std::uint32_t version, std::uint16_t ordinal) const {
    return names_of(*entities_.versions[version].value)[ordinal];
  }

  EntityPage page() {
    const auto sooner = [this](const Candidate& a, const Candidate& b) { return before(a, b); };
    std::sort_heap(best_.begin(), best_.end(), sooner);
    EntityPage result;
    const std::size_t count = std::min(query_.limit, best_.size());
    for (std::size_t i = 0; i < count; ++i) {
      const Candidate& hit = best_[i];
      result.hits.push_back(
          {hit.entity, kind_of(hit.tier), std::string(matched_text(hit.version, hit.ordinal))});
    }
    if (count < best_.size() && count > 0) {
      const Candidate& last = best_[count - 1];
      result.next = EntityQuery::Key{last.rank, std::string(id(last.entity))};
    }
    return result;
  }

  const GraphColumns& columns_;
  const EntityColumns& entities_;
  const EntityQuery& query_;
  std::string wanted_;
  bool any_exact_ = false;
  IndexMap taken_;
  std::vector<Candidate> best_;  // a heap of the best `limit` and one more, the last on top
};

EntityPage list_by_id(const Snapshot& graph, const EntityQuery& query) {
  const EntityColumns& entities = *graph.columns().entities;
  const auto order = graph.entities_by_id();
  auto next = order.begin();
  if (query.after) {
    next = std::partition_point(next, order.end(), [&](EntityIndex entity) {
      return graph.entity_id(entity) <= query.after->id;
    });
  }
  EntityPage result;
  for (; next != order.end(); ++next) {
    if (!query.types.contains(graph.entity_type(*next))) continue;
    if (!entities.visible(*next, query.known_on)) continue;
    if (result.hits.size() == query.limit) {
      if (query.limit == 0) break;
      const EntityIndex last = result.hits.back().entity;
      result.next = EntityQuery::Key{0, std::string(graph.entity_id(last))};
      break;
    }
    result.hits.push_back({*next, MatchKind::Exact, ""});
  }
  return result;
}

}  // namespace

EntityPage find_entities(const Snapshot& graph, const EntityQuery& query) {
  if (query.text.empty()) return list_by_id(graph, query);
  SearchKey key = search_key(query.text);
  if (key.text.empty()) return {};
  return NameSearch(graph, query, std::move(key.text)).run();
}

}  // namespace dealgraph
