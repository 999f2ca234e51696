// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

/// Questions that the rules ask of a piece of text, with lists of words.
namespace dealgraph::extract::words {

using Words = std::initializer_list<std::string_view>;

inline bool contains_any(std::string_view text, Words words) {
  return std::ranges::any_of(
      words, [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

inline bool starts_with_any(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](std::string_view w) { return text.starts_with(w); });
}

inline bool ends_with_any(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](std::string_view w) { return text.ends_with(w); });
}

}  // namespace dealgraph::extract::words
