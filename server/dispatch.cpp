// SPDX-License-Identifier: MIT
#include "server/dispatch.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <random>

#include "schema/text.hpp"
#include "server/ascii.hpp"
#include "server/problem.hpp"
#include "server/version.hpp"

namespace dealgraph::server {

namespace {

constexpr std::size_t kLongestRequestId = 128;
constexpr std::size_t kTagLength = 32;  // hexadecimal digits

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

std::string_view query_of(std::string_view target) {
  const auto mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

bool is_read(Verb verb) { return verb == Verb::Get || verb == Verb::Head; }

std::string_view media_of(Shape shape) {
  return shape == Shape::Metrics ? "text/plain" : "application/json";
}

// RFC 9110, 12.5.1, for a resource with one representation: does any range admit it?
bool accepts(std::string_view accept, std::string_view media) {
  if (trim(accept).empty()) return true;
  for (const std::string_view range : split(accept, ',')) {
    const auto parts = split(range, ';');
    const std::string type = to_lower(trim(parts.front()));
    const bool refused = std::any_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
      const std::string_view parameter = trim(part);
      return parameter.substr(0, 2) == "q=" &&
             parameter.find_first_not_of("0.", 2) == std::string_view::npos;
    });
    const std::string group = std::string(media.substr(0, media.find('/'))) + "/*";
    if (!refused && (type == "*/*" || type == group || type == media)) return true;
  }
  return false;
}

std::string entity_tag(const App& app, const Request& request) {
  const std::string input = app.etag_salt + '\n' + std::string(kVersion) + '\n' +
                            std::to_string(request.graph->revision()) + '\n' + request.target;
  return "\"" + sha256_hex(input).substr(0, kTagLength) + "\"";
}

// RFC 9110, 13.1.2: weak comparison, so a W/ that a proxy added does not matter.
bool matches_tag(std::string_view if_none_match, std::string_view tag) {
  for (const std::string_view member : split(if_none_match, ',')) {
    std::string_view candidate = trim(member);
    if (candidate.substr(0, 2) == "W/") candidate.remove_prefix(2);
    if (candidate == "*" || candidate == tag) return true;
  }
  return false;
}

Response empty_response(int status) {
  Response response;
  response.status = status;
  response.content_type.clear();
  return response;
}

Response options_response(const Match& match) {
  Response response = empty_response(204);
  response.headers.emplace_back("Allow", match.allowed.empty() ? "GET, HEAD, POST, DELETE, OPTIONS"
                                                               : allow_header(match.allowed));
  return response;
}

// What stands in the way of the handler, as an Error; nothing if it may run.
void check_route(const Exchange& exchange) {
  const Match& match = exchange.match;
  const std::string path = "\"" + exchange.request.path + "\"";
  switch (match.kind) {
    case Match::Kind::Found:
      return;
    case Match::Kind::BadPath:
      throw Error(ErrorKind::InvalidInput, "broken percent-encoding or UTF-8 in the path");
    case Match::Kind::NoVerb:
      throw Error(ErrorKind::MethodNotAllowed, path + " takes " + allow_header(match.allowed));
    case Match::Kind::NoPath:
      throw Error(ErrorKind::NotFound, "there is no " + path + "; / lists what there is");
  }
}

Reply run_handler(const App& app, Exchange& exchange) {
  Request& request = exchange.request;
  check_route(exchange);
  const Route& route = *exchange.match.route;
  if (is_read(request.verb) && !accepts(request.header("accept"), media_of(route.shape))) {
    throw Error(ErrorKind::NotAcceptable, "there is only " + std::string(media_of(route.shape)));
  }
  request.path_values = exchange.match.path_values;
  request.query = Query::parse(query_of(request.target), route.parameters);
  request.graph = app.engine.snapshot();
  if (!is_read(request.verb) || !route.has_etag) return route.handler(app, request);

  const std::string tag = entity_tag(app, request);
  if (const auto known = request.header("if-none-match");
      !known.empty() && matches_tag(known, tag)) {
    Response response = empty_response(304);
    response.headers.emplace_back("ETag", tag);
    return response;
  }
  Reply reply = route.handler(app, request);
  if (auto* response = std::get_if<Response>(&reply);
      response != nullptr && response->cacheable && response->status == 200) {
    response->headers.emplace_back("ETag", tag);
  }
  return reply;
}

void log_internal(const App& app, std::string_view request, std::string_view detail) {
  app.log.error("internal_error", {{"request_id", request}, {"detail", detail}});
}

Response problem(const App& app, const Exchange& exchange, const Error& error) {
  if (error.kind() == ErrorKind::Internal) log_internal(app, exchange.request.id, error.what());
  Response response = problem_response(error, exchange.request.path, exchange.request.id);
  if (error.kind() == ErrorKind::MethodNotAllowed) {
    response.headers.emplace_back("Allow", allow_header(exchange.match.allowed));
  }
  return response;
}

}  // namespace

std::string request_id(std::string_view given) {
  const bool is_usable = !given.empty() && given.size() <= kLongestRequestId &&
                         std::all_of(given.begin(), given.end(), [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                  (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
                         });
  if (is_usable) return std::string(given);
  static const std::uint32_t kProcess = std::random_device()();
  static std::atomic<std::uint64_t> counter{0};
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::uint64_t number = (std::uint64_t{kProcess} << 32U) + counter++;
  std::array<char, 16> text{};
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number >>= 4U) {
    *digit = kDigits[number & 15U];
  }
  return {text.begin(), text.end()};
}

Exchange begin_exchange(Head&& head) {
  Exchange exchange;
  Request& request = exchange.request;
  request.verb = parse_verb(head.method);
  request.target = std::move(head.target);
  request.path = path_of(request.target);
  request.headers = std::move(head.headers);
  request.id = request_id(request.header("x-request-id"));
  exchange.match = match_route(routes(), request.verb, request.path);
  return exchange;
}

std::size_t body_limit(const Exchange& exchange, const Limits& limits) {
  const bool is_batch = exchange.match.route != nullptr && exchange.match.route->takes_batch &&
                        exchange.request.media_type() == "application/x-ndjson";
  return is_batch ? limits.batch_bytes : limits.body_bytes;
}

std::string_view route_label(const Exchange& exchange) {
  return exchange.match.route == nullptr ? "unmatched" : exchange.match.route->pattern;
}

Reply answer(const App& app, Exchange& exchange) {
  try {
    if (exchange.request.verb == Verb::Options &&
        (exchange.match.kind != Match::Kind::NoPath || exchange.request.path == "*")) {
      return options_response(exchange.match);
    }
    return run_handler(app, exchange);
  } catch (const Error& error) {
    return problem(app, exchange, error);
  } catch (const std::exception& error) {
    return problem(app, exchange, Error(ErrorKind::Internal, error.what()));
  }
}

Response finish_write(const App& app, const Exchange& exchange, const Write& write,
                      const Commit* commit, const Error* error) {
  try {
    if (error != nullptr) return problem(app, exchange, *error);
    return write.finish(app, *commit);
  } catch (const Error& failure) {
    return problem(app, exchange, failure);
  } catch (const std::exception& failure) {
    return problem(app, exchange, Error(ErrorKind::Internal, failure.what()));
  }
}

Response refuse(const App& app, const Error& error, std::string_view request) {
  if (error.kind() == ErrorKind::Internal) log_internal(app, request, error.what());
  return problem_response(error, "", request);
}

}  // namespace dealgraph::server
