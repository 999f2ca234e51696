// SPDX-License-Identifier: MIT
#include "graph/extract/trie.hpp"

#include <algorithm>

#include "graph/extract/characters.hpp"

namespace dealgraph::extract {

std::uint32_t Trie::child(std::uint32_t node, char c) const {
  const auto& children = nodes_[node].children;
  const auto found =
      std::ranges::lower_bound(children, c, {}, &std::pair<char, std::uint32_t>::first);
  return found != children.end() && found->first == c ? found->second : kNone;
}

void Trie::insert(std::string_view key, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const char raw : key) {
    const char c = ascii_lower(raw);
    std::uint32_t next = child(node, c);
    if (next == kNone) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      auto& children = nodes_[node].children;
      const auto place =
          std::ranges::lower_bound(children, c, {}, &std::pair<char, std::uint32_t>::first);
      children.insert(place, {c, next});
    }
    node = next;
  }
  if (nodes_[node].value == kNone) nodes_[node].value = value;
}

void Trie::match(std::string_view text, std::size_t offset, std::vector<Match>& out) const {
  std::uint32_t node = 0;
  for (std::size_t at = offset; at < text.size(); ++at) {
    node = child(node, ascii_lower(text[at]));
    if (node == kNone) return;
    if (nodes_[node].value != kNone) {
      out.push_back({nodes_[node].value, static_cast<std::uint32_t>(at + 1 - offset)});
    }
  }
}

std::uint32_t Trie::find(std::string_view key) const {
  std::uint32_t node = 0;
  for (const char c : key) {
    node = child(node, ascii_lower(c));
    if (node == kNone) return kNone;
  }
  return nodes_[node].value;
}

}  // namespace dealgraph::extract
