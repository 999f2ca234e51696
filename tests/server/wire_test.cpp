// SPDX-License-Identifier: MIT
#include "server/wire.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"

using namespace dealgraph;
using namespace dealgraph::server;

namespace {

class TwoPieces final : public BodySource {
 public:
  bool next(std::string& chunk) override {
    chunk = "x";
    return pieces_-- > 0;
  }

 private:
  int pieces_ = 2;
};

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Decodes in pieces of every size; all must agree.
std::string decode(std::string_view input, std::size_t limit = 100) {
  std::string whole;
  ChunkDecoder at_once(limit);
  const std::size_t taken = at_once.decode(input, whole);
  REQUIRE(at_once.is_done());
  for (std::size_t step = 1; step < input.size(); ++step) {
    std::string body;
    ChunkDecoder decoder(limit);
    std::size_t position = 0;
    while (!decoder.is_done() && position < input.size()) {
      position += decoder.decode(input.substr(position, step), body);
    }
    CHECK(body == whole);
    CHECK(position == taken);
  }
  return whole + "|" + std::string(input.substr(taken));
}

}  // namespace

TEST_CASE("http_date: as RFC 9110 has it") {
  CHECK(http_date(784'111'777) == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(http_date(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST_CASE("encode_head: a value has its length and what every answer has") {
  Response response = json_response("{}");
  WireFormat format;
  const std::string head = encode_head(response, format, "id-1");
  CHECK(head.substr(0, 17) == "HTTP/1.1 200 OK\r\n");
  CHECK(contains(head, "\r\nContent-Length: 2\r\n"));
  CHECK(contains(head, "\r\nX-Request-Id: id-1\r\n"));
  CHECK(contains(head, "\r\nX-Content-Type-Options: nosniff\r\n"));
  CHECK(contains(head, "\r\nCache-Control: no-cache\r\n"));
  CHECK_FALSE(contains(head, "\r\nConnection:"));
  CHECK_FALSE(contains(head, "\r\nServer:"));
  CHECK(head.substr(head.size() - 4) == "\r\n\r\n");
}

TEST_CASE("encode_head: 204 and 304 have no length") {
  for (const int status : {204, 304}) {
    Response response;
    response.status = status;
    WireFormat format;
    CHECK_FALSE(contains(encode_head(response, format, ""), "Content-Length"));
  }
}

TEST_CASE("encode_head: a source is chunked, or ends with an old connection") {
  Response response;
  response.source = std::make_unique<TwoPieces>();
  WireFormat modern;
  CHECK(contains(encode_head(response, modern, ""), "\r\nTransfer-Encoding: chunked\r\n"));
  CHECK(modern.keep_alive);
  WireFormat old{0, true, false};
  const std::string head = encode_head(response, old, "");
  CHECK_FALSE(contains(head, "Transfer-Encoding"));
  CHECK(contains(head, "\r\nConnection: close\r\n"));
  CHECK_FALSE(old.keep_alive);
}

TEST_CASE("encode_chunk: size in hexadecimal digits") {
  CHECK(encode_chunk(std::string(26, 'a')) == "1a\r\n" + std::string(26, 'a') + "\r\n");
}

TEST_CASE("ChunkDecoder: chunks, extensions and trailers in pieces of any size") {
  CHECK(decode("3\r\nabc\r\n2;a=b\r\nde\r\n0\r\n\r\nrest") == "abcde|rest");
  CHECK(decode("0\r\n\r\n") == "|");
  CHECK(decode("A\r\n0123456789\r\n0\r\nX: y\r\n\r\n") == "0123456789|");
  CHECK(decode(encode_chunk("a") + encode_chunk("bc") + std::string(kLastChunk)) == "abc|");
}

TEST_CASE("ChunkDecoder: malformed chunks and too much of them") {
  const auto refusal = [](std::string_view input, std::size_t limit = 10) {
    std::string body;
    ChunkDecoder decoder(limit);
    try {
      decoder.decode(input, body);
    } catch (const Error& error) {
      return std::optional(error.kind());
    }
    return std::optional<ErrorKind>();
  };
  for (const char* input : {"\r\n", "x\r\n", "-1\r\n", "0x3\r\nabc\r\n", "3\nabc", "3\r\nabcd\r\n",
                            "3\r\nabc\n", "123456789\r\n", "3 4\r\n", "3\rx\r\n"}) {
    CAPTURE(input);
    CHECK(refusal(input) == ErrorKind::InvalidInput);
  }
  CHECK(refusal("3;" + std::string(2'000, 'a')) == ErrorKind::InvalidInput);
  CHECK(refusal("0\r\nX: " + std::string(9'000, 'a')) == ErrorKind::InvalidInput);
  CHECK(refusal("b\r\n0123") == ErrorKind::TooLarge);
  CHECK(refusal("9\r\n012345678\r\n2\r\n0") == ErrorKind::TooLarge);
  CHECK_FALSE(refusal("a\r\n0123456789\r\n"));
}
