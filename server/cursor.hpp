// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.hpp"

/// Where a page ended, as an opaque word that only fits the question it came from.
namespace dealgraph::server {

/// Base64url of the fields and of a check sum over fields and `question` (route, path values and
/// filters). Fields must not contain the control character US (0x1F).
std::string encode_cursor(std::string_view question, const std::vector<std::string>& fields);

/// The fields again. Throws Error{InvalidInput} about `after` if the cursor is mangled, belongs
/// to another question, or has another number of fields.
std::vector<std::string> decode_cursor(std::string_view question, std::string_view cursor,
                                       std::size_t fields);

/// A number of a cursor, whole; throws as decode_cursor does.
template <typename Number>
Number cursor_number(const std::string& field) {
  Number number{};
  const auto [end, failure] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (failure != std::errc() || end != field.data() + field.size()) {
    throw invalid_input("after", "not a cursor that this server gave");
  }
  return number;
}

std::string encode_base64url(std::string_view bytes);
/// Without padding, canonical; nullopt for anything else.
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace dealgraph::server
