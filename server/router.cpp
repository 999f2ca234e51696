// SPDX-License-Identifier: MIT
#include "server/router.hpp"

#include <algorithm>
#include <optional>

#include "server/ascii.hpp"

namespace dealgraph::server {

namespace {

// The raw values of the pattern's braces, or nullopt if the path does not fit.
std::optional<std::vector<std::string_view>> fit(std::string_view pattern, std::string_view path) {
  const auto wanted = split(pattern, '/');
  const auto given = split(path, '/');
  if (wanted.size() != given.size()) return std::nullopt;
  std::vector<std::string_view> values;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i].empty() && wanted[i].front() == '{') {
      if (given[i].empty()) return std::nullopt;
      values.push_back(given[i]);
    } else if (wanted[i] != given[i]) {
      return std::nullopt;
    }
  }
  return values;
}

bool serves(const Route& route, Verb verb) {
  return route.verb == verb || (verb == Verb::Head && route.verb == Verb::Get);
}

}  // namespace

Match match_route(std::span<const Route> table, Verb verb, std::string_view path) {
  Match match;
  std::vector<std::string_view> raw_values;
  for (const Route& route : table) {
    auto values = fit(route.pattern, path);
    if (!values) continue;
    match.allowed.push_back(route.verb);
    if (route.verb == Verb::Get) match.allowed.push_back(Verb::Head);
    if (serves(route, verb)) {
      match.route = &route;
      raw_values = std::move(*values);
    }
  }
  if (match.allowed.empty()) return match;
  match.allowed.push_back(Verb::Options);
  if (match.route == nullptr) {
    match.kind = Match::Kind::NoVerb;
    return match;
  }
  match.kind = Match::Kind::Found;
  for (const std::string_view raw : raw_values) {
    auto value = decode_percent(raw, false);
    if (!value) {
      match.kind = Match::Kind::BadPath;
      return match;
    }
    match.path_values.push_back(std::move(*value));
  }
  return match;
}

std::string allow_header(const std::vector<Verb>& verbs) {
  std::vector<std::string_view> names;
  for (const Verb verb : verbs) {
    const std::string_view text = name(verb);
    if (std::find(names.begin(), names.end(), text) == names.end()) names.push_back(text);
  }
  return join(names);
}

}  // namespace dealgraph::server
