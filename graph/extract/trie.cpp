// SPDX-License-Identifier: MIT
#include "graph/extract/trie.hpp"

#include <utility>

namespace dealgraph::extract {

void Trie::mark_beginning(std::string_view key) {
  if (key.empty()) return;
  const Character first = folded(key, 0);
  const bool single = first.size == key.size();
  const std::size_t at = mark_of(first.code, single ? kAnyCharacter : folded(key, first.size).code);
  marks_[at / kMarksInWord] |= std::uint64_t{1} << (at % kMarksInWord);
}

void Trie::grow() {
  const std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(2 * edges_.size()));
  --shift_;
  for (const Edge& edge : old) {
    if (edge.key == kNoEdge) continue;
    std::size_t at = place_of(edge.key);
    while (edges_[at].key != kNoEdge) at = (at + 1) & (edges_.size() - 1);
    edges_[at] = edge;
  }
}

void Trie::insert(std::string_view key, std::uint32_t value) {
  mark_beginning(key);
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < key.size();) {
    const Character c = folded(key, i);
    i += c.size;
    std::uint32_t next = child(node, c.code);
    if (next == kNone) {
      if (2 * (values_.size() + 1) > edges_.size()) grow();
      next = static_cast<std::uint32_t>(values_.size());
      values_.push_back(kNone);
      const std::uint64_t edge = key_of(node, c.code);
      std::size_t at = place_of(edge);
      while (edges_[at].key != kNoEdge) at = (at + 1) & (edges_.size() - 1);
      edges_[at] = {edge, next};
    }
    node = next;
  }
  if (values_[node] == kNone) values_[node] = value;
}

std::uint32_t Trie::find(std::string_view key) const {
  if (!key.empty() && !may_begin(key, 0)) return kNone;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < key.size();) {
    const Character c = folded(key, i);
    node = child(node, c.code);
    if (node == kNone) return kNone;
    i += c.size;
  }
  return values_[node];
}

}  // namespace dealgraph::extract
