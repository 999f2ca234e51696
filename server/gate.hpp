// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.hpp"
#include "server/http.hpp"
#include "server/options.hpp"

/// The strict gate before routing: a header block either means one thing to every HTTP
/// implementation in front of us, or it is refused and the connection closed. Works on raw bytes;
/// pure functions, tested case by case.
namespace dealgraph::server {

/// What a header block says.
struct Head {
  std::string method;
  std::string target;  ///< Origin form, or "*".
  int minor_version = 1;
  std::vector<Header> headers;  ///< Names in lower case, values trimmed, in order.
  std::optional<std::uint64_t> content_length;
  bool is_chunked = false;
  bool keep_alive = true;
  bool expects_continue = false;

  bool has_body() const { return is_chunked || content_length.value_or(0) > 0; }
};

struct GateRules {
  std::size_t header_bytes;
  std::size_t header_fields;
  std::size_t target_bytes;
  std::vector<std::string> allowed_hosts;  ///< Lower case, without port; empty: any.
};
GateRules gate_rules(const Options& options);

/// Looks for the end of a header block while it arrives, so that a block that can never become
/// valid is refused at once.
class HeadScanner {
 public:
  explicit HeadScanner(const GateRules& rules) : rules_(rules) {}

  /// Scans `received` (all bytes so far; what was scanned before is not scanned again). The block's
  /// length with its final empty line, nullopt if more is needed. Throws Error for a bare CR or LF,
  /// NUL, or a block, target or field count over its limit.
  std::optional<std::size_t> scan(std::string_view received);

  /// True once anything but leading empty lines has arrived.
  bool has_begun() const noexcept { return begin_ < position_; }

 private:
  void end_line();

  const GateRules& rules_;
  std::size_t position_ = 0;
  std::size_t begin_ = 0;  // after leading empty lines
  std::size_t line_begin_ = 0;
  std::size_t lines_ = 0;
};

/// Reads a whole header block (with its final empty line). Throws Error: InvalidInput,
/// UriTooLong, HeadersTooLarge or ExpectationFailed; after it nothing on the connection can be
/// trusted.
Head read_head(std::string_view block, const GateRules& rules);

}  // namespace dealgraph::server
