// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Small readers of valid UTF-8. Offsets are bytes; an offset past the end reads as 0.
namespace dealgraph::extract {

struct Character {
  char32_t code = 0;
  std::uint32_t size = 0;  ///< Bytes; 0 at the end of the text.
};

inline Character character_at(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return {};
  const auto byte = [&](std::size_t at) -> unsigned {
    return static_cast<unsigned char>(text[offset + at]);
  };
  const unsigned lead = byte(0);
  if (lead < 0x80U) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (offset + size > text.size()) return {0xFFFD, 1};
  const auto rest = [&](std::size_t at) { return byte(at) & 0x3FU; };
  if (size == 3) return {((lead & 0x0FU) << 12U) | (rest(1) << 6U) | rest(2), 3};
  if (size == 2) return {((lead & 0x1FU) << 6U) | rest(1), 2};
  return {((lead & 0x07U) << 18U) | (rest(1) << 12U) | (rest(2) << 6U) | rest(3), 4};
}

inline Character character_before(std::string_view text, std::size_t offset) noexcept {
  if (offset == 0 || offset > text.size()) return {};
  std::size_t begin = offset - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return character_at(text, begin);
}

constexpr bool is_hangul(char32_t c) noexcept { return c >= 0xAC00 && c <= 0xD7A3; }
constexpr bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char32_t c) noexcept {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}
constexpr bool is_lower(char32_t c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}
/// A letter in one byte; of a single byte of a longer character nothing else may be asked.
constexpr bool is_ascii_letter(char c) noexcept {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
/// Latin letters with and without accents.
constexpr bool is_latin(char32_t c) noexcept {
  return is_upper(c) || is_lower(c) || (c >= 0x100 && c <= 0x24F);
}
constexpr bool is_word(char32_t c) noexcept { return is_hangul(c) || is_latin(c) || is_digit(c); }
constexpr bool is_blank(char32_t c) noexcept { return c == ' ' || c == '\n' || c == '\t'; }

/// Number of code points.
std::size_t length_of(std::string_view text) noexcept;

/// End of the run of non-blank characters that begins at `offset`.
std::size_t chunk_end(std::string_view text, std::size_t offset) noexcept;

/// First offset from `offset` on that is not a blank.
std::size_t skip_blanks(std::string_view text, std::size_t offset) noexcept;

/// End of the run of letters and digits (and inner hyphens, ampersands) that begins at `offset`.
std::size_t word_end(std::string_view text, std::size_t offset) noexcept;

/// A-Z to a-z, nothing else, so that offsets stay.
std::string ascii_lower(std::string_view text);

constexpr char ascii_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// True if the two are equal but for the case of ASCII letters.
bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept;

}  // namespace dealgraph::extract
