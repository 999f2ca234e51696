// SPDX-License-Identifier: MIT
#include "graph/extract/characters.hpp"

#include <algorithm>

namespace dealgraph::extract {

std::size_t length_of(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t chunk_end(std::string_view text, std::size_t offset) noexcept {
  while (offset < text.size() && !is_blank(static_cast<unsigned char>(text[offset]))) ++offset;
  return offset;
}

std::size_t skip_blanks(std::string_view text, std::size_t offset) noexcept {
  while (offset < text.size() && is_blank(static_cast<unsigned char>(text[offset]))) ++offset;
  return offset;
}

std::size_t word_end(std::string_view text, std::size_t offset) noexcept {
  while (offset < text.size()) {
    const Character c = character_at(text, offset);
    if (is_word(c.code)) {
      offset += c.size;
      continue;
    }
    const bool joins = c.code == '-' || c.code == '&';
    if (!joins || !is_word(character_at(text, offset + 1).code)) break;
    offset += c.size;
  }
  return offset;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return ascii_lower(c); });
  return out;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
  return std::ranges::equal(a, b, [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

}  // namespace dealgraph::extract
