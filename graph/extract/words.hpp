// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <string_view>

/// Looking for one of several words. The rules do little else, so these are fast: Hangul syllables
/// begin with one of four bytes and differ in the last two, and what differs there ends a
/// comparison before it becomes a call.
namespace dealgraph::extract {

inline bool ends_with(std::string_view text, std::string_view ending) noexcept {
  if (text.size() < ending.size()) return false;
  return ending.empty() || (text.back() == ending.back() && text.ends_with(ending));
}

inline bool starts_with(std::string_view text, std::string_view beginning) noexcept {
  if (text.size() < beginning.size()) return false;
  constexpr std::size_t kSyllable = 3;
  const std::size_t probe = std::min(beginning.size(), kSyllable);
  return probe == 0 || (text[probe - 1] == beginning[probe - 1] && text.starts_with(beginning));
}

/// text.find(word) != npos.
inline bool contains(std::string_view text, std::string_view word) noexcept {
  if (word.empty() || word.size() > text.size()) return word.empty();
  return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

template <typename Words>
bool ends_with_any(std::string_view text, const Words& endings) noexcept {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return ends_with(text, ending); });
}

template <typename Words>
bool starts_with_any(std::string_view text, const Words& beginnings) noexcept {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return starts_with(text, beginning); });
}

template <typename Words>
bool contains_any(std::string_view text, const Words& words) noexcept {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return contains(text, word); });
}

using Phrases = std::initializer_list<std::string_view>;
inline bool ends_with_any(std::string_view text, Phrases endings) noexcept {
  return ends_with_any<Phrases>(text, endings);
}
inline bool starts_with_any(std::string_view text, Phrases beginnings) noexcept {
  return starts_with_any<Phrases>(text, beginnings);
}
inline bool contains_any(std::string_view text, Phrases words) noexcept {
  return contains_any<Phrases>(text, words);
}

}  // namespace dealgraph::extract
