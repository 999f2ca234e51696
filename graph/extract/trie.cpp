// SPDX-License-Identifier: MIT
#include "graph/extract/trie.hpp"

#include <cstring>
#include <utility>

namespace dealgraph::extract {

namespace {

/// A hash of the key, the same for upper and lower case ASCII letters. By its length and its first
/// and last bytes, so that it costs the same for each.
std::uint64_t hash_of_key(std::string_view key) noexcept {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t kCase = 0x2020202020202020U;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  if (key.size() >= sizeof(first)) {
    std::memcpy(&first, key.data(), sizeof(first));
    std::memcpy(&last, key.data() + key.size() - sizeof(last), sizeof(last));
  } else {
    for (const char c : key) first = (first << 8U) | static_cast<unsigned char>(c);
  }
  const std::uint64_t hash = ((first | kCase) ^ key.size()) * kOdd;
  return ((hash ^ (hash >> 29U)) + (last | kCase)) * kOdd;
}

}  // namespace

void Trie::mark_beginning(std::string_view key) {
  constexpr int kMost = 3;
  std::uint64_t hash = 0;
  std::size_t at = 0;
  for (int i = 0; i < kMost && at < key.size(); ++i) {
    const Character c = folded(key, at);
    hash = hash_of(hash ^ c.code);
    at += c.size;
  }
  begins_.add(hash);
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
  if (!key.empty()) mark_beginning(key);
  keys_.add(hash_of_key(key));
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
  if (!keys_.has(hash_of_key(key))) return kNone;
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
