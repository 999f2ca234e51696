// SPDX-License-Identifier: MIT
#include "server/cursor.hpp"

#include <cstdint>

#include "schema/error.hpp"
#include "schema/text.hpp"
#include "server/ascii.hpp"

namespace dealgraph::server {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr char kSeparator = '\x1F';
constexpr std::size_t kSumLength = 12;  // hexadecimal digits
// Changes when the meaning of fields changes, so that cursors of an older server are refused.
constexpr std::string_view kFormat = "1";

std::string check_sum(std::string_view question, std::string_view payload) {
  std::string input(kFormat);
  input += kSeparator;
  input += question;
  input += kSeparator;
  input += payload;
  return sha256_hex(input).substr(0, kSumLength);
}

}  // namespace

std::string encode_base64url(std::string_view bytes) {
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : bytes) {
    bits = (bits << 8U) | static_cast<unsigned char>(c);
    count += 8;
    while (count >= 6) {
      count -= 6;
      text += kAlphabet[(bits >> static_cast<unsigned>(count)) & 63U];
    }
  }
  if (count > 0) text += kAlphabet[(bits << static_cast<unsigned>(6 - count)) & 63U];
  return text;
}

std::optional<std::string> decode_base64url(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto value = kAlphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 255U);
    }
  }
  if (encode_base64url(bytes) != text) return std::nullopt;
  return bytes;
}

std::string encode_cursor(std::string_view question, const std::vector<std::string>& fields) {
  std::string payload;
  for (const std::string& field : fields) payload += field + kSeparator;
  return encode_base64url(check_sum(question, payload) + payload);
}

std::vector<std::string> decode_cursor(std::string_view question, std::string_view cursor,
                                       std::size_t fields) {
  const auto bytes = decode_base64url(cursor);
  if (!bytes || bytes->size() <= kSumLength || bytes->back() != kSeparator) {
    throw invalid_input("after", "not a cursor that this server gave");
  }
  const std::string payload = bytes->substr(kSumLength);
  if (bytes->substr(0, kSumLength) != check_sum(question, payload)) {
    throw invalid_input("after",
                        "the cursor belongs to another query; repeat the query's other parameters");
  }
  std::vector<std::string> result;
  for (const std::string_view field :
       split(std::string_view(payload).substr(0, payload.size() - 1), kSeparator)) {
    result.emplace_back(field);
  }
  if (result.size() != fields) {
    throw invalid_input("after", "not a cursor that this server gave");
  }
  return result;
}

}  // namespace dealgraph::server
