// SPDX-License-Identifier: MIT
#include "server/gate.hpp"

#include <algorithm>
#include <charconv>

#include "schema/text.hpp"
#include "server/ascii.hpp"

namespace dealgraph::server {

namespace {

constexpr std::size_t kMostLeadingLines = 2;

[[noreturn]] void refuse(const std::string& detail) {
  throw Error(ErrorKind::InvalidInput, detail);
}

bool is_token_char(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kOthers.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

// Bytes of UTF-8 too: curl sends ?q=하이닉스 as it is typed, and nobody can read it in two ways.
bool is_target_char(char c) {
  return (c > ' ' && c < '\x7F') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7F';
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Fields that decide where a message ends or what it is addressed to.
bool is_framing(std::string_view name) {
  return name == "host" || name == "content-length" || name == "transfer-encoding" ||
         name == "connection" || name == "expect" || name == "content-encoding" ||
         name == "upgrade" || name == "te" || name == "trailer";
}

struct RequestLine {
  std::string_view method;
  std::string_view target;
  int minor_version;
};

RequestLine read_request_line(std::string_view line, const GateRules& rules) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) {
    refuse("the request line is not METHOD TARGET HTTP/1.1");
  }
  RequestLine result{line.substr(0, first), line.substr(first + 1, last - first - 1), 1};
  const std::string_view version = line.substr(last + 1);
  if (!is_token(result.method)) refuse("the method is not a token");
  if (result.target.size() > rules.target_bytes) {
    throw Error(ErrorKind::UriTooLong,
                "the target is longer than " + std::to_string(rules.target_bytes) + " bytes");
  }
  if (result.target.empty() || !is_valid_utf8(result.target) ||
      !std::all_of(result.target.begin(), result.target.end(), is_target_char)) {
    refuse("the target has blanks, control characters or bytes that are not UTF-8");
  }
  if (version == "HTTP/1.0") {
    result.minor_version = 0;
  } else if (version != "HTTP/1.1") {
    refuse("the version is neither HTTP/1.0 nor HTTP/1.1");
  }
  return result;
}

Header read_field(std::string_view line) {
  if (line.front() == ' ' || line.front() == '\t') refuse("a folded header line");
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) refuse("a header line without a colon");
  const std::string_view name = line.substr(0, colon);
  if (!is_token(name)) refuse("a header name that is not a token");
  const std::string_view value = trim(line.substr(colon + 1));
  if (std::any_of(value.begin(), value.end(), is_control)) {
    refuse("a control character in the value of " + std::string(name));
  }
  Header header{to_lower(name), std::string(value)};
  if (is_framing(header.first) && !is_ascii(value)) {
    refuse("bytes outside ASCII in the value of " + header.first);
  }
  return header;
}

// The values of all fields of that name.
std::vector<std::string_view> values(const std::vector<Header>& headers, std::string_view name) {
  std::vector<std::string_view> result;
  for (const Header& header : headers) {
    if (header.first == name) result.push_back(header.second);
  }
  return result;
}

bool is_host_char(char c) {
  constexpr std::string_view kOthers = "-._~%!$&'()*+,;=";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kOthers.find(c) != std::string_view::npos;
}

bool is_port(std::string_view text) {
  unsigned port = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), port);
  return text.empty() ||
         (failure == std::errc() && end == text.data() + text.size() && port <= 65'535);
}

// The name of host[:port] in lower case; nullopt if it is neither a name nor an address.
std::optional<std::string> host_name(std::string_view authority) {
  std::size_t end = 0;
  if (!authority.empty() && authority.front() == '[') {
    end = authority.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view inside = authority.substr(1, end - 1);
    if (inside.empty() || !std::all_of(inside.begin(), inside.end(), [](char c) {
          return hex_digit(c) >= 0 || c == ':' || c == '.';
        })) {
      return std::nullopt;
    }
    ++end;
  } else {
    end = std::min(authority.find(':'), authority.size());
    const std::string_view host = authority.substr(0, end);
    if (host.empty() || !std::all_of(host.begin(), host.end(), is_host_char)) return std::nullopt;
  }
  const std::string_view rest = authority.substr(end);
  if (!rest.empty() && (rest.front() != ':' || !is_port(rest.substr(1)))) return std::nullopt;
  return to_lower(authority.substr(0, end));
}

void check_host(const Head& head, const GateRules& rules) {
  const auto hosts = values(head.headers, "host");
  if (hosts.size() > 1) refuse("more than one Host header");
  if (hosts.empty()) {
    if (head.minor_version >= 1) refuse("no Host header");
    return;
  }
  const auto name = host_name(hosts.front());
  if (!name) refuse("the Host header is not a host with an optional port");
  const auto& allowed = rules.allowed_hosts;
  if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), *name) == allowed.end()) {
    refuse("the host \"" + *name + "\" is not one of those that this server answers for");
  }
}

void read_framing(Head& head) {
  const auto encodings = values(head.headers, "transfer-encoding");
  const auto lengths = values(head.headers, "content-length");
  if (!encodings.empty()) {
    if (head.minor_version < 1) refuse("Transfer-Encoding in HTTP/1.0");
    if (!lengths.empty()) refuse("both Transfer-Encoding and Content-Length");
    if (encodings.size() > 1 || !equal_ignoring_case(encodings.front(), "chunked")) {
      refuse("a Transfer-Encoding other than chunked");
    }
    head.is_chunked = true;
  }
  if (lengths.size() > 1) refuse("more than one Content-Length");
  if (!lengths.empty()) {
    const std::string_view text = lengths.front();
    std::uint64_t length = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (text.empty() || failure != std::errc() || end != text.data() + text.size()) {
      refuse("a Content-Length that is not a number");
    }
    head.content_length = length;
  }
}

void read_connection(Head& head) {
  head.keep_alive = head.minor_version >= 1;
  for (const std::string_view value : values(head.headers, "connection")) {
    for (const std::string_view option : split(value, ',')) {
      if (equal_ignoring_case(trim(option), "close")) head.keep_alive = false;
      if (equal_ignoring_case(trim(option), "keep-alive") && head.minor_version == 0) {
        head.keep_alive = true;
      }
    }
  }
  for (const std::string_view value : values(head.headers, "expect")) {
    if (!equal_ignoring_case(value, "100-continue")) {
      throw Error(ErrorKind::ExpectationFailed, "the only expectation known is 100-continue");
    }
    head.expects_continue = head.minor_version >= 1;
  }
}

// RFC 9112, 3.2: origin form, absolute form (its authority must be the Host), "*" for OPTIONS.
std::string read_target(std::string_view target, std::string_view method,
                        const std::vector<Header>& headers) {
  if (target.front() == '/') {
    if (target.find('#') != std::string_view::npos) refuse("a fragment in the target");
    return std::string(target);
  }
  if (target == "*" && method == "OPTIONS") return "*";
  constexpr std::string_view kScheme = "http://";
  if (!equal_ignoring_case(target.substr(0, kScheme.size()), kScheme)) {
    refuse("the target is neither a path nor an http:// URI");
  }
  target.remove_prefix(kScheme.size());
  const auto end = std::min(target.find_first_of("/?#"), target.size());
  const auto hosts = values(headers, "host");
  if (!hosts.empty() && !equal_ignoring_case(target.substr(0, end), hosts.front())) {
    refuse("the target's authority is not the Host");
  }
  if (!host_name(target.substr(0, end))) refuse("the target's authority is not a host");
  target.remove_prefix(end);
  if (target.find('#') != std::string_view::npos) refuse("a fragment in the target");
  return target.empty() || target.front() == '?' ? "/" + std::string(target) : std::string(target);
}

}  // namespace

GateRules gate_rules(const Options& options) {
  GateRules rules{
      options.limits.header_bytes, options.limits.header_fields, options.limits.target_bytes, {}};
  for (const std::string_view host : split(options.allowed_hosts, ',')) {
    if (!trim(host).empty()) rules.allowed_hosts.push_back(to_lower(trim(host)));
  }
  return rules;
}

void HeadScanner::end_line() {
  ++lines_;
  if (lines_ > rules_.header_fields + 1) {
    throw Error(ErrorKind::HeadersTooLarge,
                "more than " + std::to_string(rules_.header_fields) + " header fields");
  }
}

std::optional<std::size_t> HeadScanner::scan(std::string_view received) {
  for (; position_ < received.size(); ++position_) {
    const char c = received[position_];
    if (c == '\0') refuse("NUL in the header block");
    if (c == '\r') {
      if (position_ + 1 == received.size()) break;  // look again when its LF is there
      if (received[position_ + 1] != '\n') refuse("a CR without LF in the header block");
    } else if (c == '\n') {
      if (position_ == line_begin_ || received[position_ - 1] != '\r') {
        refuse("an LF without CR in the header block");
      }
      const bool is_empty = position_ == line_begin_ + 1;
      if (is_empty && lines_ > 0) return ++position_;
      line_begin_ = position_ + 1;
      if (is_empty) {  // RFC 9112, 2.2: empty lines before a request are passed over
        begin_ = line_begin_;
        if (begin_ > kMostLeadingLines * 2) refuse("empty lines before the request");
      } else {
        end_line();
      }
    }
    if (position_ >= begin_ + rules_.header_bytes) {  // begin_ may be the next byte
      if (lines_ == 0) {
        throw Error(ErrorKind::UriTooLong, "the request line is longer than " +
                                               std::to_string(rules_.header_bytes) + " bytes");
      }
      throw Error(ErrorKind::HeadersTooLarge, "the header block is longer than " +
                                                  std::to_string(rules_.header_bytes) + " bytes");
    }
  }
  return std::nullopt;
}

Head read_head(std::string_view block, const GateRules& rules) {
  while (block.substr(0, 2) == "\r\n") block.remove_prefix(2);
  const auto take_line = [&block] {
    const auto end = block.find("\r\n");
    if (end == std::string_view::npos) refuse("the header block has no end");
    const std::string_view line = block.substr(0, end);
    block.remove_prefix(end + 2);
    return line;
  };
  const RequestLine line = read_request_line(take_line(), rules);
  Head head;
  head.method = line.method;
  head.minor_version = line.minor_version;
  for (std::string_view field = take_line(); !field.empty(); field = take_line()) {
    if (head.headers.size() == rules.header_fields) {
      throw Error(ErrorKind::HeadersTooLarge,
                  "more than " + std::to_string(rules.header_fields) + " header fields");
    }
    head.headers.push_back(read_field(field));
  }
  check_host(head, rules);
  head.target = read_target(line.target, line.method, head.headers);
  read_framing(head);
  read_connection(head);
  return head;
}

}  // namespace dealgraph::server
