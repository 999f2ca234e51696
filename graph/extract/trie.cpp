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

void Trie::add_edge(Edge edge) {
  if (2 * ++edges_used_ > edges_.size()) {
    const std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(2 * edges_.size()));
    --shift_;
    for (const Edge& known : old) {
      if (known.key != kNoEdge) place(known);
    }
  }
  place(edge);
}

void Trie::place(Edge edge) {
  std::size_t at = place_of(edge.key);
  while (edges_[at].key != kNoEdge) at = (at + 1) & (edges_.size() - 1);
  edges_[at] = edge;
}

void Trie::insert(std::string_view key, std::uint32_t value) {
  mark_beginning(key);
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < key.size();) {
    const Character c = folded(key, i);
    i += c.size;
    std::uint32_t next = child(node, c.code);
    if (next == kNone) {
      next = static_cast<std::uint32_t>(nodes_.size());
      if (nodes_[node].child == kNone) {
        nodes_[node].child = next;
        nodes_[node].character = c.code;
      } else {
        nodes_[node].has_more = true;
        add_edge({key_of(node, c.code), next});
      }
      nodes_.emplace_back();
    }
    node = next;
  }
  if (nodes_[node].value == kNone) nodes_[node].value = value;
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
  return nodes_[node].value;
}

}  // namespace dealgraph::extract
