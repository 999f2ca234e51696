// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/date.hpp"
#include "schema/money.hpp"
#include "schema/ontology.hpp"

/// Query parameters: what a route takes is declared in a table; what a request sends is checked
/// against it and read by type. Every complaint is an Error{InvalidInput} naming the parameter.
namespace dealgraph::server {

/// What a parameter's value looks like. OpenAPI describes the same kinds (openapi.cpp).
enum class ValueType : std::uint8_t {
  Text,
  Id,
  Integer,
  Decimal,
  Confidence,
  Date,
  Instant,
  Currency,
  EntityType,
  EdgeType,
  Status,
  Direction,
  EdgeSort,
  Cursor,
};

struct Parameter {
  std::string_view name;
  ValueType type = ValueType::Text;
  std::string_view doc;
  bool required = false;
  bool multiple = false;     ///< Comma-separated or repeated.
  std::int64_t minimum = 0;  ///< Of an Integer …
  std::int64_t maximum = 0;
  std::int64_t fallback = 0;  ///< … and what it is when left out.
};

/// Decodes `%41` strictly, and `+` to a blank where `plus_is_blank`. nullopt for a broken escape,
/// for NUL and for what is not UTF-8 after decoding.
std::optional<std::string> decode_percent(std::string_view text, bool plus_is_blank);

/// Encodes everything but the unreserved characters of RFC 3986.
std::string encode_percent(std::string_view text);

/// The parameters of one request, checked: known names only, no single-valued one twice.
class Query {
 public:
  Query() = default;

  /// Reads `raw` (what follows '?'). An empty value counts as left out.
  static Query parse(std::string_view raw, std::span<const Parameter> parameters);

  bool has(std::string_view name) const { return find(name) != nullptr; }
  std::string text(std::string_view name) const;  ///< Empty if left out.
  std::int64_t integer(std::string_view name) const;
  std::optional<PartialDate> date(std::string_view name) const;
  std::optional<double> decimal(std::string_view name) const;
  std::optional<Currency> currency(std::string_view name) const;
  Confidence confidence(std::string_view name) const;     ///< 0 if left out.
  Instant instant(std::string_view name) const;           ///< kForever if left out.
  EntityTypes entity_types(std::string_view name) const;  ///< All if left out.
  EdgeTypes edge_types(std::string_view name) const;
  std::optional<Statuses> statuses(std::string_view name) const;

  /// The value's place in `choices`; `fallback` if left out.
  std::size_t choice(std::string_view name, std::span<const std::string_view> choices,
                     std::size_t fallback) const;

  /// The same for equal questions, however they are spelled; leaves out `limit` and `after`.
  std::string fingerprint() const;

  /// The query string of the next page: these parameters with another `after`.
  std::string with_after(std::string_view cursor) const;

 private:
  struct Given {
    const Parameter* parameter;
    std::vector<std::string> values;  // at least one
  };

  const Given* find(std::string_view name) const;
  const std::string* single(std::string_view name) const;

  std::vector<Given> given_;
  std::span<const Parameter> parameters_;
};

/// The words of parameters that take one of a few, in the order of the enums.
std::span<const std::string_view> direction_names();
std::span<const std::string_view> edge_sort_names();

}  // namespace dealgraph::server
