// SPDX-License-Identifier: MIT
#include "server/json_fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "schema/text.hpp"
#include "server/ascii.hpp"

namespace dealgraph::server {

namespace {
using Kind = JsonValue::Kind;

// RFC 6901: '~' and '/' inside a name are escaped.
std::string escape_pointer(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

constexpr std::size_t kDayLength = 10;  // "2025-10-28"
}  // namespace

Fields::Fields(const JsonValue& value, std::string pointer, std::vector<Violation>& violations)
    : value_(value), pointer_(std::move(pointer)), violations_(violations) {
  if (!value.is(Kind::Object)) {
    violations_.push_back(
        {pointer_, "expected an object, found " + std::string(describe(value.kind()))});
  }
}

std::string Fields::pointer_to(std::string_view name) const {
  return pointer_ + "/" + escape_pointer(name);
}

void Fields::complain(std::string_view name, const std::string& detail) {
  violations_.push_back({pointer_to(name), detail});
}

const JsonValue* Fields::find(std::string_view name) const {
  const JsonValue* found = value_.find(name);
  return found == nullptr || found->is(Kind::Null) ? nullptr : found;
}

const JsonValue* Fields::find(std::string_view name, Kind kind) {
  const JsonValue* found = find(name);
  if (found == nullptr || found->is(kind)) return found;
  complain(name, "expected " + std::string(describe(kind)) + ", found " +
                     std::string(describe(found->kind())));
  return nullptr;
}

bool Fields::has(std::string_view name) const { return find(name) != nullptr; }

std::string Fields::text(std::string_view name) {
  const JsonValue* found = find(name, Kind::String);
  if (found == nullptr) return {};
  if (!is_valid_utf8(found->text())) {
    complain(name, "must not contain the character U+0000");
    return {};
  }
  return found->text();
}

std::string Fields::required_text(std::string_view name) {
  const std::size_t before = complaints();
  std::string value = text(name);
  if (value.empty() && complaints() == before) complain(name, "is required");
  return value;
}

std::optional<std::string> Fields::id(std::string_view name) {
  std::string value = text(name);
  if (value.empty()) return std::nullopt;
  if (is_valid_id(value)) return value;
  complain(name,
           "an id has 1 to 200 bytes without white space, control characters, '/', '?', "
           "'#' and ','");
  return std::nullopt;
}

std::string Fields::required_id(std::string_view name) {
  const std::size_t before = complaints();
  std::optional<std::string> value = id(name);
  if (!value && complaints() == before) complain(name, "is required");
  return value.value_or("");
}

bool Fields::boolean(std::string_view name) {
  const JsonValue* found = find(name, Kind::Bool);
  return found != nullptr && found->boolean();
}

std::vector<std::string> Fields::texts(std::string_view name) {
  std::vector<std::string> result;
  const JsonValue* found = find(name, Kind::Array);
  if (found == nullptr) return result;
  for (std::size_t i = 0; i < found->items().size(); ++i) {
    const JsonValue& item = found->items()[i];
    if (!item.is(Kind::String) || item.text().empty() || !is_valid_utf8(item.text())) {
      violations_.push_back(
          {pointer_to(name) + "/" + std::to_string(i), "expected a string that is not empty"});
    } else {
      result.push_back(item.text());
    }
  }
  return result;
}

std::optional<PartialDate> Fields::date(std::string_view name) {
  const JsonValue* found = find(name, Kind::String);
  if (found == nullptr) return std::nullopt;
  auto date = PartialDate::parse(found->text());
  if (!date) complain(name, "expected a date like 2025, 2025-10 or 2025-10-28");
  return date;
}

std::optional<PartialDate> Fields::date_of_time(std::string_view name) {
  const JsonValue* found = find(name, Kind::String);
  if (found == nullptr || found->text().empty()) return std::nullopt;
  auto date = PartialDate::parse(found->text());
  // The calendar day where the article was written, whatever its offset from UTC.
  if (!date && parse_instant(found->text())) {
    date = PartialDate::parse(std::string_view(found->text()).substr(0, kDayLength));
  }
  if (!date) {
    complain(name, "expected a date like 2025-10-28 or a time like 2025-10-28T09:30:00+09:00");
  }
  return date;
}

std::optional<Instant> Fields::instant(std::string_view name) {
  const JsonValue* found = find(name, Kind::String);
  if (found == nullptr) return std::nullopt;
  auto instant = parse_instant(found->text());
  if (!instant) complain(name, "expected a time like 2025-10-28T09:30:00.000Z");
  return instant;
}

std::optional<Money> Fields::money(std::string_view name) {
  std::optional<Money> result;
  object(name, [&](Fields& fields) {
    fields.only({"value", "currency"});
    const std::string code = fields.required_text("currency");
    const JsonValue* value = fields.find("value", Kind::Number);
    if (value == nullptr) {
      if (!fields.has("value")) fields.complain("value", "is required");
      return;
    }
    if (code.empty()) return;
    const auto currency = Currency::parse(code);
    if (!currency) {
      fields.complain("currency", "expected an ISO 4217 currency like USD or KRW");
      return;
    }
    result = parse_major(value->text(), *currency);
    if (!result) {
      fields.complain("value",
                      "expected an amount of 0 or more in major units, no finer than the "
                      "minor unit of " +
                          code);
    }
  });
  return result;
}

Confidence Fields::confidence(std::string_view name) {
  const JsonValue* found = find(name, Kind::Number);
  if (found == nullptr) return kCertain;
  double number = -1;
  const std::string& text = found->text();
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (number >= 0 && number <= 1) {
    return static_cast<Confidence>(std::lround(number * kCertain));
  }
  complain(name, "expected a number from 0 to 1");
  return kCertain;
}

std::size_t Fields::offset(std::string_view name) {
  const JsonValue* found = find(name, Kind::Number);
  if (found == nullptr) {
    if (!has(name)) complain(name, "is required");
    return 0;
  }
  std::size_t number = 0;
  const std::string& text = found->text();
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size()) {
    complain(name, "expected a whole number of 0 or more");
  }
  return number;
}

void Fields::each(std::string_view name, const std::function<void(Fields&)>& read) {
  const JsonValue* found = find(name, Kind::Array);
  if (found == nullptr) return;
  for (std::size_t i = 0; i < found->items().size(); ++i) {
    Fields fields(found->items()[i], pointer_to(name) + "/" + std::to_string(i), violations_);
    if (fields.value().is(Kind::Object)) read(fields);
  }
}

void Fields::object(std::string_view name, const std::function<void(Fields&)>& read) {
  const JsonValue* found = find(name, Kind::Object);
  if (found == nullptr) return;
  Fields fields(*found, pointer_to(name), violations_);
  read(fields);
}

void Fields::only(const std::vector<std::string_view>& known) {
  for (const auto& member : value_.members()) {
    if (std::find(known.begin(), known.end(), member.first) == known.end()) {
      complain(member.first, "unknown member" + did_you_mean(member.first, known));
    }
  }
}

void throw_if_any(std::vector<Violation>&& violations) {
  if (violations.empty()) return;
  std::string detail;
  for (const Violation& violation : violations) {
    if (!detail.empty()) detail += "; ";
    if (!violation.where.empty()) detail += violation.where + ": ";
    detail += violation.detail;
  }
  throw Error(ErrorKind::InvalidInput, detail, std::move(violations));
}

}  // namespace dealgraph::server
