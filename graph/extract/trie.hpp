// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/extract/characters.hpp"

namespace dealgraph::extract {

/// Byte strings to numbers, walked from a given place of a text. ASCII letters match in either
/// case. Immutable once built and then thread-safe.
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
    for (std::size_t at = offset; at < text.size(); ++at) {
      node = child(node, ascii_lower(text[at]));
      if (node == kNone) return;
      if (values_[node] != kNone) {
        visit(Match{values_[node], static_cast<std::uint32_t>(at + 1 - offset)});
      }
    }
  }

  /// The value of exactly this key, or kNone.
  std::uint32_t find(std::string_view key) const;

  static constexpr std::uint32_t kNone = UINT32_MAX;

 private:
  /// An edge of the tree in a hash table: one probe a byte, however many children a node has.
  struct Edge {
    std::uint32_t key = kNone;  // parent and byte
    std::uint32_t child = 0;
  };

  static std::uint32_t key_of(std::uint32_t node, char c) noexcept {
    return (node << 8U) | static_cast<unsigned char>(c);
  }

  std::size_t place_of(std::uint32_t key) const noexcept {
    constexpr std::uint32_t kOdd = 0x9E3779B1U;
    return (key * kOdd) >> shift_;
  }

  std::uint32_t child(std::uint32_t node, char c) const noexcept {
    const std::uint32_t key = key_of(node, c);
    for (std::size_t at = place_of(key);; at = (at + 1) & (edges_.size() - 1)) {
      if (edges_[at].key == key) return edges_[at].child;
      if (edges_[at].key == kNone) return kNone;
    }
  }

  /// False only if no key begins at `offset`: told by the second and third byte alone, in which
  /// Hangul differs.
  bool may_begin(std::string_view text, std::size_t offset) const noexcept {
    constexpr std::size_t kTold = 3;
    if (offset + kTold > text.size()) return true;
    const std::size_t at = mark_of(ascii_lower(text[offset + 1]), ascii_lower(text[offset + 2]));
    return ((marks_[at / kMarkBits] >> (at % kMarkBits)) & 1U) != 0;
  }

  static constexpr std::size_t kMarkBits = 64;
  static std::size_t mark_of(char second, char third) noexcept {
    return ((static_cast<unsigned char>(second) & 63U) << 6U) |
           (static_cast<unsigned char>(third) & 63U);
  }

  void mark_beginning(std::string_view key);
  void grow();

  std::vector<Edge> edges_ = std::vector<Edge>(kFewestEdges);
  std::vector<std::uint32_t> values_ = {kNone};  // of the nodes; the first is the root
  std::array<std::uint64_t, kMarkBits> marks_{};
  unsigned shift_ = 32 - 6;

  static constexpr std::size_t kFewestEdges = 64;
};

}  // namespace dealgraph::extract
