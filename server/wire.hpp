// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/http.hpp"

/// Responses as bytes of HTTP/1.x.
namespace dealgraph::server {

/// How a response travels on one connection.
struct WireFormat {
  int minor_version = 1;   ///< Of the request.
  bool keep_alive = true;  ///< Whether the client may send more.
  bool is_head = false;    ///< Answer to HEAD: no body, but its length.
};

/// Whether the body travels in chunks (a source, HTTP/1.1). A source towards HTTP/1.0 ends with
/// the connection.
bool is_chunked(const Response& response, const WireFormat& format);

/// Status line and header block. A source towards HTTP/1.0 clears `keep_alive`.
std::string encode_head(const Response& response, WireFormat& format, std::string_view request_id);

/// One chunk with its size line, and the last one.
std::string encode_chunk(std::string_view data);
inline constexpr std::string_view kLastChunk = "0\r\n\r\n";

/// "Tue, 24 Nov 2026 08:49:37 GMT" for seconds since 1970.
std::string http_date(std::int64_t seconds);

/// Decodes a chunked body as it arrives: strict sizes, extensions passed over, trailers dropped.
class ChunkDecoder {
 public:
  explicit ChunkDecoder(std::size_t max_body_bytes) : max_body_bytes_(max_body_bytes) {}

  /// Takes bytes from the front of `input` and appends data to `body`. Returns how many were
  /// taken; all of them unless the body ended. Throws InvalidInput for malformed chunks and
  /// TooLarge.
  std::size_t decode(std::string_view input, std::string& body);

  bool is_done() const noexcept { return state_ == State::Done; }

 private:
  enum class State : unsigned char { Size, Data, DataEnd, Trailer, Done };

  void read_line(std::string_view line);

  std::size_t max_body_bytes_;
  State state_ = State::Size;
  std::string line_;
  std::size_t left_ = 0;  // of the current chunk
  std::size_t trailer_bytes_ = 0;
};

}  // namespace dealgraph::server
