// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "graph/extract/grammar_en.hpp"
#include "graph/extract/relations.hpp"
#include "graph/extract/word_classes.hpp"

/// Pairs of names in a sentence, described for the learned reader (pair_model.hpp). What describes
/// a pair is shared by training and reading, so that the two cannot drift apart.
namespace dealgraph::extract {

/// Of all places where two entities stand, the two that stand closest.
class ClosestPlaces {
 public:
  struct Best {
    std::uint32_t low;  ///< The entities.
    std::uint32_t high;
    std::size_t first;  ///< Their places.
    std::size_t second;
    std::size_t cost;
  };

  /// Pairs beyond the 120th are left out, so that a list of a thousand names costs no more.
  void offer(std::uint32_t a, std::uint32_t b, std::size_t first, std::size_t second,
             std::size_t cost);
  const std::vector<Best>& all() const { return best_; }

 private:
  std::vector<Best> best_;
};

/// True if an edge may tie two entities of these types, in some direction.
bool may_tie(EntityType a, EntityType b);

/// Places of a sentence beyond these are left out.
inline constexpr std::size_t kMostPlaces = 24;

/// The closest places of every two entities that an edge may tie. Places have an entity and a rank,
/// 0 if the sentence names them; of two that it does not name nothing is said.
template <typename Place, typename Cost>
ClosestPlaces closest_places(const Article& article, const std::vector<Place>& places, Cost cost) {
  ClosestPlaces closest;
  for (std::size_t a = 0; a < places.size(); ++a) {
    for (std::size_t b = a + 1; b < places.size(); ++b) {
      const Place& x = places[a];
      const Place& y = places[b];
      if (x.entity == y.entity || (x.rank != 0 && y.rank != 0)) continue;
      if (!may_tie(article.entity(x.entity).type, article.entity(y.entity).type)) continue;
      closest.offer(x.entity, y.entity, a, b, cost(x, y));
    }
  }
  return closest;
}

/// The first of a list that the discourse keeps; kNoEntity if it is empty.
inline std::uint32_t first_of(const std::vector<std::uint32_t>& entities) {
  return entities.empty() ? kNoEntity : entities.front();
}

/// Of those whom a sentence may speak of without a name, likeliest first, the ones that stand in
/// none of its places; at most five.
template <typename Place>
std::vector<std::uint32_t> implied_entities(std::initializer_list<std::uint32_t> likely,
                                            const std::vector<Place>& places) {
  constexpr std::size_t kMost = 5;
  std::vector<std::uint32_t> implied;
  for (const std::uint32_t entity : likely) {
    const bool known = entity == kNoEntity || std::ranges::find(implied, entity) != implied.end() ||
                       std::ranges::find(places, entity, &Place::entity) != places.end();
    if (!known && implied.size() < kMost) implied.push_back(entity);
  }
  return implied;
}

/// Pairs whose types an edge may tie, with words that stand for names resolved, and with the
/// organization spoken of where the sentence does not name it. O(pairs × words of the sentence).
std::vector<Pair> korean_pairs(const SentenceView& view, const Discourse& discourse);
std::vector<Pair> english_pairs(const SentenceView& view, const english::Parse& parse,
                                const Discourse& discourse);

/// A feature: a chain of small facts, hashed.
class Feature {
 public:
  explicit constexpr Feature(std::uint64_t kind) noexcept : hash_(mix(kind + 1)) {}
  template <std::integral Value>
  constexpr Feature& operator<<(Value value) noexcept {
    hash_ = mix(hash_ ^ (static_cast<std::uint64_t>(value) + 0x9e3779b97f4a7c15ULL));
    return *this;
  }
  constexpr Feature& operator<<(std::string_view text) noexcept { return *this << word_hash(text); }
  constexpr std::uint64_t hash() const noexcept { return hash_; }
  constexpr std::uint32_t key() const noexcept { return static_cast<std::uint32_t>(hash_ >> 32); }

 private:
  static constexpr std::uint64_t mix(std::uint64_t x) noexcept {
    x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9ULL;
    return x ^ (x >> 32);
  }
  std::uint64_t hash_;
};

}  // namespace dealgraph::extract
