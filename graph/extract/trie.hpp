// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string_view>
#include <vector>

#include "graph/extract/characters.hpp"

namespace dealgraph::extract {

/// Strings to numbers, walked from a given place of a text, both in UTF-8. ASCII letters match in
/// either case. Immutable once built and then thread-safe.
class Trie {
 public:
  struct Match {
    std::uint32_t value;
    std::uint32_t length;  ///< Bytes matched.
  };

  /// A key given twice keeps the first value. O(length).
  void insert(std::string_view key, std::uint32_t value);

  /// All keys that `text` begins with at `offset`, shortest first, appended to `out`.
  /// O(longest key).
  void match(std::string_view text, std::size_t offset, std::vector<Match>& out) const {
    for_each_match(text, offset, [&](Match match) { out.push_back(match); });
  }

  /// Calls `visit` with what match() would append.
  template <typename Visit>
  void for_each_match(std::string_view text, std::size_t offset, Visit visit) const {
    if (!may_begin(text, offset)) return;
    std::uint32_t node = 0;
    for (std::size_t at = offset; at < text.size();) {
      const Character c = folded(text, at);
      node = child(node, c.code);
      if (node == kNone) return;
      at += c.size;
      if (nodes_[node].value != kNone) {
        visit(Match{nodes_[node].value, static_cast<std::uint32_t>(at - offset)});
      }
    }
  }

  /// The value of exactly this key, or kNone.
  std::uint32_t find(std::string_view key) const;

  static constexpr std::uint32_t kNone = UINT32_MAX;

 private:
  /// Most nodes have one child, which lies next to its parent.
  struct Node {
    std::uint32_t value = kNone;
    std::uint32_t child = kNone;  // the first one
    char32_t character = 0;       // that leads there
    bool has_more = false;
  };

  /// An edge to a further child, in a hash table: one probe, however many children a node has.
  struct Edge {
    std::uint64_t key = kNoEdge;  // parent and character
    std::uint32_t child = 0;
  };
  static constexpr std::uint64_t kNoEdge = UINT64_MAX;
  static constexpr std::size_t kFewestEdges = 16;
  static constexpr unsigned kHashBits = 64;

  static Character folded(std::string_view text, std::size_t at) noexcept {
    Character c = character_at(text, at);
    if (c.code >= 'A' && c.code <= 'Z') c.code += 'a' - 'A';
    return c;
  }

  static std::uint64_t key_of(std::uint32_t node, char32_t c) noexcept {
    constexpr unsigned kCharacterBits = 21;
    return (std::uint64_t{node} << kCharacterBits) | c;
  }

  static std::uint64_t hash_of(std::uint64_t key) noexcept {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
    return key * kOdd;
  }

  std::size_t place_of(std::uint64_t key) const noexcept { return hash_of(key) >> shift_; }

  std::uint32_t child(std::uint32_t node, char32_t c) const noexcept {
    const Node& parent = nodes_[node];
    if (parent.character == c && parent.child != kNone) return parent.child;
    if (!parent.has_more) return kNone;
    const std::uint64_t key = key_of(node, c);
    for (std::size_t at = place_of(key);; at = (at + 1) & (edges_.size() - 1)) {
      if (edges_[at].key == key) return edges_[at].child;
      if (edges_[at].key == kNoEdge) return kNone;
    }
  }

  /// False only if no key begins at `offset`: most places are told by three characters, without a
  /// step through the nodes, which lie far apart.
  bool may_begin(std::string_view text, std::size_t offset) const noexcept {
    const Character first = folded(text, offset);
    const Character second = folded(text, offset + first.size);
    const Character third = folded(text, offset + first.size + second.size);
    const std::uint64_t one = hash_of(first.code);
    const std::uint64_t two = hash_of(one ^ second.code);
    const std::uint64_t three = hash_of(two ^ third.code);
    return begins_.has(one) || begins_.has(two) || begins_.has(three);
  }

  /// Hashes of which one that was not added is rarely said to be there.
  class Marks {
   public:
    void add(std::uint64_t hash) noexcept { words_[hash >> kWord] |= bit_of(hash); }
    bool has(std::uint64_t hash) const noexcept {
      return (words_[hash >> kWord] & bit_of(hash)) != 0;
    }

   private:
    static constexpr unsigned kBits = 16;  // 8 KiB
    static constexpr unsigned kInWord = 6;
    static constexpr unsigned kWord = kHashBits - kBits + kInWord;
    static std::uint64_t bit_of(std::uint64_t hash) noexcept {
      return std::uint64_t{1} << (hash >> (kHashBits - kBits) & 63U);
    }
    std::array<std::uint64_t, (std::size_t{1} << kBits) / 64> words_{};
  };

  void mark_beginning(std::string_view key);
  void add_edge(Edge edge);
  void place(Edge edge);

  std::vector<Edge> edges_ = std::vector<Edge>(kFewestEdges);
  std::size_t edges_used_ = 0;
  std::vector<Node> nodes_ = std::vector<Node>(1);  // the first is the root
  Marks begins_;  // by the first characters of each key, three at the most
  Marks keys_;
  unsigned shift_ = kHashBits - 4;
};

/// Which of up to 64 words occur in a text, told by one pass over it.
class WordFinder {
 public:
  /// `words` need not outlive the finder. Upper and lower case ASCII letters are one.
  template <typename Words, typename Text>
  WordFinder(const Words& words, Text text_of) {
    for (std::uint32_t i = 0; i < std::size(words); ++i) {
      trie_.insert(std::invoke(text_of, words[i]), i);
    }
  }

  /// Bit i is set if word i, or one that is equal to it, is in the text.
  std::uint64_t in(std::string_view text) const {
    std::uint64_t found = 0;
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).size) {
      trie_.for_each_match(text, at,
                           [&](Trie::Match match) { found |= std::uint64_t{1} << match.value; });
    }
    return found;
  }

 private:
  Trie trie_;
};

}  // namespace dealgraph::extract
