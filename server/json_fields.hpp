// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.hpp"
#include "schema/model.hpp"
#include "server/json_reader.hpp"

namespace dealgraph::server {

/// Reads the members of one JSON object by type. What is wrong is collected as Violations with
/// JSON pointers, so that one answer names every offence; the value is then empty. A member that
/// is null counts as absent.
class Fields {
 public:
  /// `value` and `violations` must outlive this; `pointer` is where `value` stands ("" at the top).
  Fields(const JsonValue& value, std::string pointer, std::vector<Violation>& violations);

  bool has(std::string_view name) const;
  std::string text(std::string_view name);           ///< Empty if absent.
  std::string required_text(std::string_view name);  ///< Complains if absent or empty.
  std::optional<std::string> id(std::string_view name);
  std::string required_id(std::string_view name);
  bool boolean(std::string_view name);                    ///< False if absent.
  std::vector<std::string> texts(std::string_view name);  ///< An array of strings.
  std::optional<PartialDate> date(std::string_view name);
  std::optional<PartialDate> date_of_time(std::string_view name);  ///< A timestamp's date too.
  std::optional<Instant> instant(std::string_view name);
  std::optional<Money> money(std::string_view name);  ///< {"value", "currency"}
  Confidence confidence(std::string_view name);       ///< kCertain if absent.
  std::size_t offset(std::string_view name);          ///< Required, 0 or more.

  /// Calls `read` with each element of the array `name`, itself an object.
  void each(std::string_view name, const std::function<void(Fields&)>& read);
  /// Calls `read` with the object `name` if it is there.
  void object(std::string_view name, const std::function<void(Fields&)>& read);
  /// Complains about members that are not in `known`.
  void only(const std::vector<std::string_view>& known);

  void complain(std::string_view name, const std::string& detail);
  std::size_t complaints() const { return violations_.size(); }
  const JsonValue& value() const { return value_; }

 private:
  const JsonValue* find(std::string_view name) const;
  const JsonValue* find(std::string_view name, JsonValue::Kind kind);
  std::string pointer_to(std::string_view name) const;

  const JsonValue& value_;
  std::string pointer_;
  std::vector<Violation>& violations_;
};

/// Throws Error{InvalidInput} with all of them unless there are none.
void throw_if_any(std::vector<Violation>&& violations);

}  // namespace dealgraph::server
