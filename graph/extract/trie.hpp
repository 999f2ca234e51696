// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dealgraph::extract {

/// Byte strings to numbers, walked from a given place of a text. ASCII letters match in either
/// case. Immutable once built and then thread-safe.
class Trie {
 public:
  struct Match {
    std::uint32_t value;
    std::uint32_t length;  ///< Bytes matched.
  };

  Trie() : nodes_(1) {}

  /// A key given twice keeps the first value. O(length × fan-out).
  void insert(std::string_view key, std::uint32_t value);

  /// All keys that `text` begins with at `offset`, shortest first, appended to `out`.
  /// O(longest key).
  void match(std::string_view text, std::size_t offset, std::vector<Match>& out) const;

  /// The value of exactly this key, or kNone.
  std::uint32_t find(std::string_view key) const;

  static constexpr std::uint32_t kNone = UINT32_MAX;

 private:
  struct Node {
    std::vector<std::pair<char, std::uint32_t>> children;  // sorted by character
    std::uint32_t value = kNone;
  };

  std::uint32_t child(std::uint32_t node, char c) const;

  std::vector<Node> nodes_;
};

}  // namespace dealgraph::extract
