// SPDX-License-Identifier: MIT
#include "server/gate.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace std::string_literals;
using namespace dealgraph;
using namespace dealgraph::server;

namespace {

const GateRules kRules{1'024, 10, 100, {}};

// Scans byte by byte, as the slowest client sends, then reads.
Head pass(std::string_view bytes, const GateRules& rules = kRules) {
  HeadScanner scanner(rules);
  for (std::size_t count = 1; count <= bytes.size(); ++count) {
    if (const auto length = scanner.scan(bytes.substr(0, count))) {
      REQUIRE(*length == count);
      return read_head(bytes.substr(0, *length), rules);
    }
  }
  FAIL("the block has no end");
  return {};
}

// What a block is refused as; also when it comes in one piece.
std::optional<ErrorKind> refusal(std::string_view bytes, const GateRules& rules = kRules) {
  std::optional<ErrorKind> slow;
  std::optional<ErrorKind> fast;
  try {
    pass(bytes, rules);
  } catch (const Error& error) {
    slow = error.kind();
  }
  try {
    HeadScanner scanner(rules);
    const auto length = scanner.scan(bytes);
    REQUIRE(length);
    read_head(bytes.substr(0, *length), rules);
  } catch (const Error& error) {
    fast = error.kind();
  }
  CHECK(slow == fast);
  return slow;
}

std::string get(std::string_view lines) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + std::string(lines) + "\r\n";
}

}  // namespace

TEST_CASE("gate: a plain request is read") {
  const Head head =
      pass("GET /v1/edges?x=1 HTTP/1.1\r\nHost: Example.com:8080\r\nX-A:  b c \t\r\n\r\n");
  CHECK(head.method == "GET");
  CHECK(head.target == "/v1/edges?x=1");
  CHECK(head.minor_version == 1);
  CHECK(head.keep_alive);
  CHECK_FALSE(head.has_body());
  REQUIRE(head.headers.size() == 2);
  CHECK(head.headers[1] == Header{"x-a", "b c"});
}

TEST_CASE("gate: bodies are announced by exactly one length or by chunked") {
  CHECK(pass(get("Content-Length: 5\r\n")).content_length == 5);
  CHECK_FALSE(pass(get("Content-Length: 0\r\n")).has_body());
  CHECK(pass(get("Transfer-Encoding: Chunked\r\n")).is_chunked);
}

TEST_CASE("gate: the connection persists as the version says") {
  CHECK_FALSE(pass(get("Connection: close\r\n")).keep_alive);
  CHECK_FALSE(pass(get("Connection: x, Close\r\n")).keep_alive);
  CHECK_FALSE(pass("GET / HTTP/1.0\r\n\r\n").keep_alive);
  CHECK(pass("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").keep_alive);
}

TEST_CASE("gate: target forms") {
  CHECK(pass("GET http://a/b?c HTTP/1.1\r\nHost: a\r\n\r\n").target == "/b?c");
  CHECK(pass("GET HTTP://A HTTP/1.1\r\nHost: a\r\n\r\n").target == "/");
  CHECK(pass("GET http://a?x HTTP/1.1\r\nHost: a\r\n\r\n").target == "/?x");
  CHECK(pass("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").target == "*");
  CHECK(pass("GET /v1/entities?q=하이닉스 HTTP/1.1\r\nHost: a\r\n\r\n").target ==
        "/v1/entities?q=하이닉스");
}

TEST_CASE("gate: up to two empty lines before a request are passed over") {
  CHECK(pass("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").target == "/");
  CHECK(refusal("\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") == ErrorKind::InvalidInput);
}

TEST_CASE("gate: Expect") {
  CHECK(pass(get("Expect: 100-Continue\r\nContent-Length: 3\r\n")).expects_continue);
  CHECK(refusal(get("Expect: something\r\n")) == ErrorKind::ExpectationFailed);
}

TEST_CASE("gate: what two implementations could read in two ways is refused") {
  const std::string blocks[] = {
      // request line
      "GET /\r\nHost: a\r\n\r\n",
      "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET / \r\n\r\n",
      " GET / HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
      "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.2\r\nHost: a\r\n\r\n",
      "GET / http/1.1\r\nHost: a\r\n\r\n",
      "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET a HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /\xFF HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET https://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n",
      "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
      // line ends
      "GET / HTTP/1.1\nHost: a\n\n",
      "GET / HTTP/1.1\r\nHost: a\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n"s,
      // Host
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: \r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: 한\r\n\r\n",
      // fields
      get("X-A : b\r\n"),
      get(" X: b\r\n"),
      get("X: a\r\n b\r\n"),
      get("X: a\r\n\tb\r\n"),
      get("X\r\n"),
      get(": b\r\n"),
      get("X-한: b\r\n"),
      get("X: a\x01\r\n"),
      get("X: a\x7F\r\n"),
      // lengths
      get("Content-Length: 5\r\nContent-Length: 5\r\n"),
      get("Content-Length: 5, 5\r\n"),
      get("Content-Length: +5\r\n"),
      get("Content-Length: -5\r\n"),
      get("Content-Length: 5 5\r\n"),
      get("Content-Length: 0x5\r\n"),
      get("Content-Length:\r\n"),
      get("Content-Length: 99999999999999999999\r\n"),
      // transfer codings
      get("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"),
      get("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
      get("Transfer-Encoding: gzip\r\n"),
      get("Transfer-Encoding: xchunked\r\n"),
      get("Transfer-Encoding: chunked, chunked\r\n"),
      get("Transfer-Encoding: gzip, chunked\r\n"),
      get("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
      get("Transfer-Encoding: identity\r\n"),
      get("Transfer-Encoding: \"chunked\"\r\n"),
      get("Transfer-Encoding:\r\n"),
      "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
  };
  for (const std::string& block : blocks) {
    CAPTURE(block);
    CHECK(refusal(block) == ErrorKind::InvalidInput);
  }
}

TEST_CASE("gate: hosts that are fine") {
  for (const char* host : {"a", "a.b-c.de:80", "127.0.0.1:8080", "[::1]:8080", "a:"}) {
    CAPTURE(host);
    CHECK_FALSE(refusal("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n"));
  }
}

TEST_CASE("gate: only allowed hosts where there is a list") {
  GateRules rules = kRules;
  rules.allowed_hosts = {"localhost", "[::1]"};
  CHECK_FALSE(refusal("GET / HTTP/1.1\r\nHost: LocalHost:80\r\n\r\n", rules));
  CHECK_FALSE(refusal("GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n", rules));
  CHECK(refusal("GET / HTTP/1.1\r\nHost: evil\r\n\r\n", rules) == ErrorKind::InvalidInput);
}

TEST_CASE("gate: limits are refused as what they are") {
  const std::string many = [] {
    std::string lines;
    for (int i = 0; i < 10; ++i) lines += "X: " + std::to_string(i) + "\r\n";
    return get(lines);
  }();
  CHECK(refusal(many) == ErrorKind::HeadersTooLarge);
  CHECK(refusal(get("X: " + std::string(1'100, 'a') + "\r\n")) == ErrorKind::HeadersTooLarge);
  CHECK(refusal("GET /" + std::string(200, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") ==
        ErrorKind::UriTooLong);
  CHECK(refusal("GET /" + std::string(2'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") ==
        ErrorKind::UriTooLong);
}

TEST_CASE("gate: nothing but complete bytes decide that a request has begun") {
  HeadScanner scanner(kRules);
  CHECK_FALSE(scanner.scan(""));
  CHECK_FALSE(scanner.has_begun());
  CHECK_FALSE(scanner.scan("\r"));
  CHECK_FALSE(scanner.scan("\r\n"));
  CHECK_FALSE(scanner.has_begun());
  CHECK_FALSE(scanner.scan("\r\nG"));
  CHECK(scanner.has_begun());
}
