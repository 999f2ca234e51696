// SPDX-License-Identifier: MIT
#include "server/problem.hpp"

#include <array>
#include <cstddef>

#include "schema/text.hpp"
#include "server/json_writer.hpp"

namespace dealgraph::server {

namespace {

constexpr std::array<ProblemType, 14> kProblems{{
    {ErrorKind::InvalidInput, 400, "invalid-input", "The request is not valid",
     "A parameter, header or the body breaks a rule; `errors` says which and what was expected."},
    {ErrorKind::NotFound, 404, "not-found", "No such resource",
     "Nothing is known under that id or path, or it was not known at `known_on`."},
    {ErrorKind::MethodNotAllowed, 405, "method-not-allowed", "The resource has no such method",
     "The `Allow` header lists the methods that the resource has."},
    {ErrorKind::NotAcceptable, 406, "not-acceptable", "No acceptable representation",
     "The resource has no representation of a media type that `Accept` admits."},
    {ErrorKind::Timeout, 408, "timeout", "The request came too slowly",
     "Header or body did not arrive within their time limits."},
    {ErrorKind::Conflict, 409, "conflict", "The resource has changed",
     "Another write came first; read the resource again and repeat."},
    {ErrorKind::TooLarge, 413, "too-large", "The body exceeds its limit",
     "Send a smaller body, or a batch in several parts."},
    {ErrorKind::UriTooLong, 414, "uri-too-long", "The request target exceeds its limit",
     "Shorten the query."},
    {ErrorKind::UnsupportedMediaType, 415, "unsupported-media-type",
     "The body's type is not read here",
     "Send a media type that the route documents, without a content encoding."},
    {ErrorKind::ExpectationFailed, 417, "expectation-failed", "The expectation cannot be met",
     "The only expectation known is `100-continue`."},
    {ErrorKind::HeadersTooLarge, 431, "headers-too-large", "The header block exceeds its limit",
     "Send fewer or shorter header fields."},
    {ErrorKind::Unavailable, 503, "unavailable", "The server cannot answer now",
     "It is starting, stopping or overloaded; try again after `Retry-After` seconds."},
    {ErrorKind::StorageFull, 507, "storage-full", "The disk is full",
     "Writes fail until there is room; reads go on."},
    {ErrorKind::Internal, 500, "internal", "The server failed",
     "The log has the details under the request id."},
}};

constexpr bool rows_follow_kinds() {
  for (std::size_t i = 0; i < kProblems.size(); ++i) {
    if (static_cast<std::size_t>(kProblems.at(i).kind) != i) return false;
  }
  return static_cast<std::size_t>(ErrorKind::Internal) + 1 == kProblems.size();
}
static_assert(rows_follow_kinds());

void write_violations(JsonWriter& json, const std::vector<Violation>& violations) {
  json.key("errors").begin_array();
  for (const Violation& violation : violations) {
    json.begin_object();
    const bool is_pointer = violation.where.empty() || violation.where.front() == '/';
    json.member(is_pointer ? "pointer" : "parameter", to_valid_utf8(violation.where));
    json.member("detail", to_valid_utf8(violation.detail));
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::span<const ProblemType> problem_types() { return kProblems; }

const ProblemType& problem_type(ErrorKind kind) {
  return kProblems.at(static_cast<std::size_t>(kind));
}

Response problem_response(const Error& error, std::string_view instance,
                          std::string_view request_id) {
  const ProblemType& type = problem_type(error.kind());
  const bool is_ours = error.kind() == ErrorKind::Internal;
  JsonWriter json;
  json.begin_object();
  json.member("type", "/problems/" + std::string(type.slug));
  json.member("title", type.title);
  json.key("status").number(static_cast<std::uint64_t>(type.status));
  json.member("detail", is_ours ? "See the server's log." : to_valid_utf8(error.what()));
  json.member_if("instance", to_valid_utf8(instance));
  json.member("request_id", request_id);
  if (!is_ours && !error.violations().empty()) write_violations(json, error.violations());
  json.end_object();

  Response response = json_response(json.take(), type.status);
  response.content_type = "application/problem+json";
  response.cacheable = false;
  if (error.kind() == ErrorKind::Unavailable) response.headers.emplace_back("Retry-After", "1");
  return response;
}

std::string_view status_text(int status) noexcept {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 507:
      return "Insufficient Storage";
    default:
      return "";
  }
}

}  // namespace dealgraph::server
