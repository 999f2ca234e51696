// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text of protocols: ASCII only, independent of the locale.
namespace dealgraph::server {

constexpr char to_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string to_lower(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept;

/// Without blanks and tabs at both ends.
std::string_view trim(std::string_view text) noexcept;

/// The pieces between separators; one empty piece for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Value of a hexadecimal digit, or -1.
constexpr int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The candidate that `word` is most likely a slip of (at most a third of its letters wrong);
/// empty if none is near.
std::string_view closest(std::string_view word, const std::vector<std::string_view>& candidates);

/// "; did you mean \"limit\"?" or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

/// "a, b, c".
std::string join(const std::vector<std::string_view>& words, std::string_view separator = ", ");

}  // namespace dealgraph::server
