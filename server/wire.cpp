// SPDX-License-Identifier: MIT
#include "server/wire.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "schema/error.hpp"
#include "server/ascii.hpp"
#include "server/problem.hpp"

namespace dealgraph::server {

namespace {

constexpr std::size_t kLongestChunkLine = 1'024;
constexpr std::size_t kMostTrailerBytes = 8'192;
constexpr std::size_t kMostSizeDigits = 8;

[[noreturn]] void refuse(const std::string& detail) {
  throw Error(ErrorKind::InvalidInput, detail);
}

void add_header(std::string& head, std::string_view name, std::string_view value) {
  head += name;
  head += ": ";
  head += value;
  head += "\r\n";
}

bool has_body(int status) { return status != 204 && status != 304; }

std::int64_t seconds_now() {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

bool is_chunked(const Response& response, const WireFormat& format) {
  return response.source != nullptr && format.minor_version >= 1;
}

std::string http_date(std::int64_t seconds) {
  constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                   kDays.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                                   kMonths.at(static_cast<std::size_t>(parts.tm_mon)),
                                   parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string encode_head(const Response& response, WireFormat& format, std::string_view request_id) {
  if (response.source != nullptr && !is_chunked(response, format)) format.keep_alive = false;
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
  head += status_text(response.status);
  head += "\r\n";
  add_header(head, "Date", http_date(seconds_now()));
  if (!response.content_type.empty()) add_header(head, "Content-Type", response.content_type);
  if (is_chunked(response, format)) {
    add_header(head, "Transfer-Encoding", "chunked");
  } else if (response.source == nullptr && has_body(response.status)) {
    add_header(head, "Content-Length", std::to_string(response.body.size()));
  }
  add_header(head, "Cache-Control", "no-cache");
  add_header(head, "X-Content-Type-Options", "nosniff");
  if (!request_id.empty()) add_header(head, "X-Request-Id", request_id);
  for (const auto& [name, value] : response.headers) add_header(head, name, value);
  if (!format.keep_alive) {
    add_header(head, "Connection", "close");
  } else if (format.minor_version == 0) {
    add_header(head, "Connection", "keep-alive");
  }
  head += "\r\n";
  return head;
}

std::string encode_chunk(std::string_view data) {
  std::array<char, 20> size{};
  const int length = std::snprintf(size.data(), size.size(), "%zx\r\n", data.size());
  std::string chunk(size.data(), static_cast<std::size_t>(length));
  chunk += data;
  chunk += "\r\n";
  return chunk;
}

// A whole line of a chunk header, of the end of its data, or of the trailers.
void ChunkDecoder::read_line(std::string_view line) {
  if (state_ == State::DataEnd) {
    if (!line.empty()) refuse("a chunk is longer than its size");
    state_ = State::Size;
    return;
  }
  if (state_ == State::Trailer) {
    if (line.empty()) state_ = State::Done;
    return;
  }
  std::size_t digits = 0;
  std::size_t size = 0;
  while (digits < line.size() && hex_digit(line[digits]) >= 0) {
    size = size * 16 + static_cast<std::size_t>(hex_digit(line[digits]));
    if (++digits > kMostSizeDigits) refuse("a chunk size with too many digits");
  }
  const std::string_view rest = trim(line.substr(digits));
  if (digits == 0 || (!rest.empty() && rest.front() != ';')) refuse("a malformed chunk size");
  left_ = size;
  state_ = size == 0 ? State::Trailer : State::Data;
}

std::size_t ChunkDecoder::decode(std::string_view input, std::string& body) {
  std::size_t taken = 0;
  while (taken < input.size() && state_ != State::Done) {
    if (state_ == State::Data) {
      const std::size_t count = std::min(left_, input.size() - taken);
      body.append(input.substr(taken, count));
      taken += count;
      left_ -= count;
      if (left_ == 0) state_ = State::DataEnd;
      continue;
    }
    const char c = input[taken++];
    if (c == '\n') {
      if (line_.empty() || line_.back() != '\r') refuse("an LF without CR between chunks");
      line_.pop_back();
      if (line_.find('\r') != std::string::npos) refuse("a CR without LF between chunks");
      read_line(line_);
      line_.clear();
      // Sizes have few digits and bodies are bounded: the sum cannot overflow.
      if (state_ == State::Data && body.size() + left_ > max_body_bytes_) {
        throw Error(ErrorKind::TooLarge,
                    "the body is larger than " + std::to_string(max_body_bytes_) + " bytes");
      }
      continue;
    }
    line_ += c;
    if (state_ == State::Trailer && ++trailer_bytes_ > kMostTrailerBytes) {
      refuse("the trailers are too long");
    }
    if (line_.size() > kLongestChunkLine) refuse("a line between chunks is too long");
  }
  return taken;
}

}  // namespace dealgraph::server
