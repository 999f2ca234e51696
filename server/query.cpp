// SPDX-License-Identifier: MIT
#include "server/query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "schema/error.hpp"
#include "schema/text.hpp"
#include "server/ascii.hpp"

namespace dealgraph::server {

namespace {

constexpr std::array<std::string_view, 3> kDirections{"out", "in", "both"};
constexpr std::array<std::string_view, 7> kEdgeSorts{
    "date", "-date", "amount", "-amount", "confidence", "-confidence", "id"};

std::string quoted(std::string_view value) { return "\"" + std::string(value) + "\""; }

[[noreturn]] void refuse(std::string_view parameter, const std::string& detail) {
  throw invalid_input(std::string(parameter), detail);
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

const Parameter& known_parameter(std::string_view name, std::span<const Parameter> parameters) {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const Parameter& p) { return p.name == name; });
  if (found != parameters.end()) return *found;
  std::vector<std::string_view> names;
  for (const Parameter& parameter : parameters) names.push_back(parameter.name);
  const std::string known =
      names.empty() ? "this route takes none" : "this route takes " + join(names);
  refuse(name, "unknown parameter" + did_you_mean(name, names) + " (" + known + ")");
}

std::optional<double> plain_decimal(std::string_view text) {
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!std::isfinite(value) || value < 0 || text.front() == '-') return std::nullopt;
  return value;
}

// Reads each value as one member of a small enum.
template <typename Enum, typename Parse, typename Infos>
EnumSet<Enum> enum_set(const std::string_view parameter, const std::vector<std::string>& values,
                       Parse parse, Infos infos) {
  EnumSet<Enum> set;
  for (const std::string& value : values) {
    const auto member = parse(value);
    if (!member) {
      std::vector<std::string_view> names;
      for (const auto& info : infos) names.push_back(info.name);
      refuse(parameter,
             quoted(value) + " is not one of " + join(names) + did_you_mean(value, names));
    }
    set.insert(*member);
  }
  return set;
}

}  // namespace

std::span<const std::string_view> direction_names() { return kDirections; }
std::span<const std::string_view> edge_sort_names() { return kEdgeSorts; }

std::optional<std::string> decode_percent(std::string_view text, bool plus_is_blank) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_blank) {
      result += ' ';
    } else if (text[i] != '%') {
      result += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      result += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (!is_valid_utf8(result)) return std::nullopt;
  return result;
}

std::string encode_percent(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (is_unreserved(c)) {
      result += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      result += '%';
      result += kDigits[byte >> 4U];
      result += kDigits[byte & 15U];
    }
  }
  return result;
}

Query Query::parse(std::string_view raw, std::span<const Parameter> parameters) {
  Query query;
  query.parameters_ = parameters;
  for (const std::string_view pair : split(raw, '&')) {
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    const auto name = decode_percent(pair.substr(0, equals), true);
    if (!name) refuse(pair.substr(0, equals), "broken percent-encoding or UTF-8 in a name");
    const Parameter& parameter = known_parameter(*name, parameters);
    const std::string_view raw_value =
        equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
    auto value = decode_percent(raw_value, true);
    if (!value) refuse(parameter.name, "broken percent-encoding or UTF-8");
    if (value->empty()) continue;

    auto given = std::find_if(query.given_.begin(), query.given_.end(),
                              [&](const Given& g) { return g.parameter == &parameter; });
    if (given == query.given_.end()) {
      given = query.given_.insert(given, Given{&parameter, {}});
    } else if (!parameter.multiple) {
      refuse(parameter.name, "given more than once");
    }
    if (!parameter.multiple) {
      given->values.push_back(std::move(*value));
      continue;
    }
    for (const std::string_view member : split(*value, ',')) {
      if (member.empty()) refuse(parameter.name, "an empty value between commas");
      given->values.emplace_back(member);
    }
  }
  for (const Parameter& parameter : parameters) {
    if (parameter.required && query.find(parameter.name) == nullptr) {
      refuse(parameter.name, "is required");
    }
  }
  return query;
}

const Query::Given* Query::find(std::string_view name) const {
  const auto found = std::find_if(given_.begin(), given_.end(),
                                  [&](const Given& g) { return g.parameter->name == name; });
  return found == given_.end() ? nullptr : &*found;
}

const std::string* Query::single(std::string_view name) const {
  const Given* given = find(name);
  return given == nullptr ? nullptr : &given->values.front();
}

std::string Query::text(std::string_view name) const {
  const std::string* value = single(name);
  return value == nullptr ? std::string() : *value;
}

std::int64_t Query::integer(std::string_view name) const {
  const auto parameter = std::find_if(parameters_.begin(), parameters_.end(),
                                      [&](const Parameter& p) { return p.name == name; });
  const std::string* value = single(name);
  if (value == nullptr) return parameter == parameters_.end() ? 0 : parameter->fallback;
  std::int64_t number = 0;
  const char* end = value->data() + value->size();
  const auto [reached, failure] = std::from_chars(value->data(), end, number);
  if (failure != std::errc() || reached != end || number < parameter->minimum ||
      number > parameter->maximum) {
    refuse(name, quoted(*value) + " is not a whole number from " +
                     std::to_string(parameter->minimum) + " to " +
                     std::to_string(parameter->maximum));
  }
  return number;
}

std::optional<PartialDate> Query::date(std::string_view name) const {
  const std::string* value = single(name);
  if (value == nullptr) return std::nullopt;
  const auto date = PartialDate::parse(*value);
  if (!date) refuse(name, quoted(*value) + " is not a date like 2025, 2025-10 or 2025-10-28");
  return date;
}

std::optional<double> Query::decimal(std::string_view name) const {
  const std::string* value = single(name);
  if (value == nullptr) return std::nullopt;
  const auto number = plain_decimal(*value);
  if (!number) refuse(name, quoted(*value) + " is not a number of 0 or more like 1000000 or 1.5e9");
  return number;
}

std::optional<Currency> Query::currency(std::string_view name) const {
  const std::string* value = single(name);
  if (value == nullptr) return std::nullopt;
  const auto currency = Currency::parse(*value);
  if (!currency) refuse(name, quoted(*value) + " is not an ISO 4217 currency like USD or KRW");
  return currency;
}

Confidence Query::confidence(std::string_view name) const {
  const std::string* value = single(name);
  if (value == nullptr) return 0;
  const auto number = plain_decimal(*value);
  if (!number || *number > 1) refuse(name, quoted(*value) + " is not a number from 0 to 1");
  return static_cast<Confidence>(std::ceil(*number * kCertain - 1e-9));
}

Instant Query::instant(std::string_view name) const {
  const std::string* value = single(name);
  if (value == nullptr) return kForever;
  const auto instant = parse_instant(*value);
  if (!instant) {
    refuse(name, quoted(*value) +
                     " is not a date like 2025-10-28 or a time like "
                     "2025-10-28T09:30:00Z");
  }
  return *instant;
}

EntityTypes Query::entity_types(std::string_view name) const {
  const Given* given = find(name);
  if (given == nullptr) return all_entity_types();
  return enum_set<EntityType>(name, given->values, parse_entity_type, dealgraph::entity_types());
}

EdgeTypes Query::edge_types(std::string_view name) const {
  const Given* given = find(name);
  if (given == nullptr) return all_edge_types();
  return enum_set<EdgeType>(name, given->values, parse_edge_type, dealgraph::edge_types());
}

std::optional<Statuses> Query::statuses(std::string_view name) const {
  const Given* given = find(name);
  if (given == nullptr) return std::nullopt;
  return enum_set<Status>(name, given->values, parse_status, dealgraph::statuses());
}

std::size_t Query::choice(std::string_view name, std::span<const std::string_view> choices,
                          std::size_t fallback) const {
  const std::string* value = single(name);
  if (value == nullptr) return fallback;
  const auto found = std::find(choices.begin(), choices.end(), *value);
  if (found == choices.end()) {
    const std::vector<std::string_view> words(choices.begin(), choices.end());
    refuse(name, quoted(*value) + " is not one of " + join(words) + did_you_mean(*value, words));
  }
  return static_cast<std::size_t>(found - choices.begin());
}

std::string Query::fingerprint() const {
  std::vector<std::string> parts;
  for (const Given& given : given_) {
    if (given.parameter->name == "after" || given.parameter->name == "limit") continue;
    std::vector<std::string> values = given.values;
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    std::string part(given.parameter->name);
    for (const std::string& value : values) part += "=" + encode_percent(value);
    parts.push_back(std::move(part));
  }
  std::sort(parts.begin(), parts.end());
  std::string result;
  for (const std::string& part : parts) result += part + "&";
  return result;
}

std::string Query::with_after(std::string_view cursor) const {
  std::string result;
  for (const Given& given : given_) {
    if (given.parameter->name == "after") continue;
    for (const std::string& value : given.values) {
      result += std::string(given.parameter->name) + "=" + encode_percent(value) + "&";
    }
  }
  return result + "after=" + encode_percent(cursor);
}

}  // namespace dealgraph::server
