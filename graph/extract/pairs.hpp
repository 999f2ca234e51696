// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
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
