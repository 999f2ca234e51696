// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/extract/grammar_en.hpp"
#include "graph/extract/relations.hpp"

/// Pairs of names in a sentence, described for the learned reader (pair_model.hpp). What describes
/// a pair is shared by training and reading, so that the two cannot drift apart.
namespace dealgraph::extract {

/// Pairs whose types an edge may tie, with words that stand for names resolved, and with the
/// organization spoken of where the sentence does not name it. At most 120 a sentence, so that a
/// list of a thousand names costs no more. O(pairs × words of the sentence).
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
  constexpr Feature& operator<<(std::string_view text) noexcept { return *this << of(text); }
  constexpr std::uint64_t hash() const noexcept { return hash_; }
  constexpr std::uint32_t key() const noexcept { return static_cast<std::uint32_t>(hash_ >> 32); }
  /// FNV-1a.
  static constexpr std::uint64_t of(std::string_view text) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
  }

 private:
  static constexpr std::uint64_t mix(std::uint64_t x) noexcept {
    x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9ULL;
    return x ^ (x >> 32);
  }
  std::uint64_t hash_;
};

}  // namespace dealgraph::extract
