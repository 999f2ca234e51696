// SPDX-License-Identifier: MIT
#include "graph/extract/trie.hpp"

#include <utility>

namespace dealgraph::extract {

void Trie::mark_beginning(std::string_view key) {
  const auto set = [&](char second, char third) {
    const std::size_t at = mark_of(second, third);
    marks_[at / kMarkBits] |= std::uint64_t{1} << (at % kMarkBits);
  };
  constexpr char kAll = 64;  // bytes that differ in what a mark tells
  const std::size_t size = key.size();
  if (size > 2) return set(ascii_lower(key[1]), ascii_lower(key[2]));
  for (char third = 0; third < kAll; ++third) {
    if (size == 2) {
      set(ascii_lower(key[1]), third);
    } else {
      for (char second = 0; second < kAll; ++second) set(second, third);
    }
  }
}

void Trie::grow() {
  const std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(2 * edges_.size()));
  --shift_;
  for (const Edge& edge : old) {
    if (edge.key == kNone) continue;
    std::size_t at = place_of(edge.key);
    while (edges_[at].key != kNone) at = (at + 1) & (edges_.size() - 1);
    edges_[at] = edge;
  }
}

void Trie::insert(std::string_view key, std::uint32_t value) {
  mark_beginning(key);
  std::uint32_t node = 0;
  for (const char raw : key) {
    const char c = ascii_lower(raw);
    std::uint32_t next = child(node, c);
    if (next == kNone) {
      if (2 * (values_.size() + 1) > edges_.size()) grow();
      next = static_cast<std::uint32_t>(values_.size());
      values_.push_back(kNone);
      const std::uint32_t edge = key_of(node, c);
      std::size_t at = place_of(edge);
      while (edges_[at].key != kNone) at = (at + 1) & (edges_.size() - 1);
      edges_[at] = {edge, next};
    }
    node = next;
  }
  if (values_[node] == kNone) values_[node] = value;
}

std::uint32_t Trie::find(std::string_view key) const {
  if (key.size() > 2 && !may_begin(key, 0)) return kNone;
  std::uint32_t node = 0;
  for (const char c : key) {
    node = child(node, ascii_lower(c));
    if (node == kNone) return kNone;
  }
  return values_[node];
}

}  // namespace dealgraph::extract
