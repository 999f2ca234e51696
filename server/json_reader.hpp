// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealgraph::server {

/// JSON as it came in. A number keeps its text, so that amounts stay exact; members keep their
/// order. Read-only after parsing.
class JsonValue {
 public:
  enum class Kind : unsigned char { Null, Bool, Number, String, Array, Object };
  using Member = std::pair<std::string, JsonValue>;

  JsonValue() = default;
  static JsonValue boolean(bool value);
  static JsonValue number(std::string text);
  static JsonValue string(std::string text);
  static JsonValue array();
  static JsonValue object();

  Kind kind() const noexcept { return kind_; }
  bool is(Kind kind) const noexcept { return kind_ == kind; }

  bool boolean() const noexcept { return boolean_; }
  const std::string& text() const noexcept { return text_; }  ///< Of a String or a Number.
  const std::vector<JsonValue>& items() const noexcept { return items_; }
  const std::vector<Member>& members() const noexcept { return members_; }
  std::vector<JsonValue>& items() noexcept { return items_; }
  std::vector<Member>& members() noexcept { return members_; }

  /// The member with that name, or nullptr. O(members).
  const JsonValue* find(std::string_view name) const noexcept;

 private:
  Kind kind_ = Kind::Null;
  bool boolean_ = false;
  std::string text_;
  std::vector<JsonValue> items_;
  std::vector<Member> members_;
};

/// "an object", "a string" …, for messages.
std::string_view describe(JsonValue::Kind kind) noexcept;

struct JsonLimits {
  std::size_t max_depth = 64;          ///< Arrays and objects inside each other.
  std::size_t max_values = 5'000'000;  ///< Values of any kind.
};

/// Reads exactly one JSON text (RFC 8259, UTF-8 without lone surrogates, no duplicate member
/// names). Throws Error{InvalidInput} that names line and byte ("line 3, byte 17: …").
/// O(size); recursion-free. Thread-safe.
JsonValue parse_json(std::string_view text, const JsonLimits& limits = {});

}  // namespace dealgraph::server
