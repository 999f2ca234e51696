// SPDX-License-Identifier: MIT
#include "server/http.hpp"

#include <algorithm>
#include <array>

#include "server/ascii.hpp"

namespace dealgraph::server {

namespace {
constexpr std::array<std::pair<std::string_view, Verb>, 5> kVerbs{{
    {"GET", Verb::Get},
    {"HEAD", Verb::Head},
    {"POST", Verb::Post},
    {"DELETE", Verb::Delete},
    {"OPTIONS", Verb::Options},
}};
}  // namespace

std::string_view name(Verb verb) noexcept {
  for (const auto& [text, value] : kVerbs) {
    if (value == verb) return text;
  }
  return "other";
}

Verb parse_verb(std::string_view method) noexcept {
  for (const auto& [text, value] : kVerbs) {
    if (text == method) return value;
  }
  return Verb::Other;
}

std::string_view Request::header(std::string_view wanted) const noexcept {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const Header& header) { return header.first == wanted; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string Request::media_type() const {
  const std::string_view value = header("content-type");
  return to_lower(trim(value.substr(0, value.find(';'))));
}

Response json_response(std::string body, int status) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

}  // namespace dealgraph::server
