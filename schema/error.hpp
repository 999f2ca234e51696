// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealgraph {

/// What went wrong, in terms of the caller. The server maps each kind to one HTTP problem
/// (server/problem.cpp), the commands map them to exit codes; nothing else interprets them.
enum class ErrorKind : std::uint8_t {
  InvalidInput,          ///< The request or record is malformed or breaks a rule.
  NotFound,              ///< No such entity, edge, document or route.
  MethodNotAllowed,      ///< The resource exists, the verb does not.
  NotAcceptable,         ///< No representation that the client accepts.
  Timeout,               ///< The client was too slow.
  Conflict,              ///< The state has changed, or another writer holds the database.
  TooLarge,              ///< A body or batch exceeds its limit.
  UriTooLong,            ///< The request target exceeds its limit.
  UnsupportedMediaType,  ///< The body's media type or encoding is not one we read.
  ExpectationFailed,     ///< An Expect header other than 100-continue.
  HeadersTooLarge,       ///< The header block exceeds its limit.
  Unavailable,           ///< Starting, draining or overloaded: try again.
  StorageFull,           ///< The disk is full; reads go on.
  Internal,              ///< Our fault. Details are logged, never sent.
};

/// One offence inside an input: where it is and what was expected there.
struct Violation {
  std::string where;   ///< Query parameter name, or JSON pointer ("/edges/3/target").
  std::string detail;  ///< What was found and what was expected.
};

/// The one exception that crosses rooms. Thrown when a request or command cannot go on;
/// bad lines inside a batch are data (Violation), not exceptions.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& detail, std::vector<Violation> violations = {})
      : std::runtime_error(detail), kind_(kind), violations_(std::move(violations)) {}

  ErrorKind kind() const noexcept { return kind_; }
  const std::vector<Violation>& violations() const noexcept { return violations_; }

 private:
  ErrorKind kind_;
  std::vector<Violation> violations_;
};

/// An InvalidInput error about one place, the commonest kind.
inline Error invalid_input(std::string where, const std::string& detail) {
  return {ErrorKind::InvalidInput, where + ": " + detail, {{where, detail}}};
}

}  // namespace dealgraph
