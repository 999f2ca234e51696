// SPDX-License-Identifier: MIT
#include "server/cursor.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"

using namespace dealgraph;
using namespace dealgraph::server;

TEST_CASE("base64url: round trip of all lengths, canonical only") {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    CHECK(decode_base64url(encode_base64url(bytes)) == bytes);
    bytes += static_cast<char>(i * 7);
  }
  CHECK_FALSE(decode_base64url("A"));
  CHECK_FALSE(decode_base64url("AB"));  // bits that would be lost
  CHECK_FALSE(decode_base64url("AA=="));
  CHECK_FALSE(decode_base64url("A+/A"));
}

TEST_CASE("cursor: fields come back for the same question") {
  const std::string cursor = encode_cursor("/v1/edges?", {"1", "20251103", "한-1"});
  CHECK(decode_cursor("/v1/edges?", cursor, 3) ==
        std::vector<std::string>{"1", "20251103", "한-1"});
  const std::string with_empty = encode_cursor("q", {"", "id"});
  CHECK(decode_cursor("q", with_empty, 2) == std::vector<std::string>{"", "id"});
}

TEST_CASE("cursor: a foreign one is refused") {
  const std::string cursor = encode_cursor("/v1/edges?status=agreed&", {"1", "2"});
  CHECK_THROWS_AS(decode_cursor("/v1/edges?", cursor, 2), Error);
  CHECK_THROWS_AS(decode_cursor("/v1/edges?status=agreed&", cursor, 3), Error);
}

TEST_CASE("cursor: every mangled byte is noticed") {
  const std::string cursor = encode_cursor("q", {"1", "20251103", "edge"});
  for (std::size_t i = 0; i < cursor.size(); ++i) {
    std::string mangled = cursor;
    mangled[i] = mangled[i] == 'A' ? 'B' : 'A';
    CAPTURE(i);
    CHECK_THROWS_AS(decode_cursor("q", mangled, 3), Error);
    CHECK_THROWS_AS(decode_cursor("q", cursor.substr(0, i), 3), Error);
  }
  CHECK_THROWS_AS(decode_cursor("q", "한국", 3), Error);
  CHECK_THROWS_AS(decode_cursor("q", "", 3), Error);
}

TEST_CASE("cursor: numbers are checked, whoever computed the check sum") {
  CHECK(cursor_number<int>("12") == 12);
  CHECK_THROWS_AS(cursor_number<int>("12x"), Error);
  CHECK_THROWS_AS(cursor_number<int>(""), Error);
  CHECK_THROWS_AS(cursor_number<std::uint32_t>("99999999999"), Error);
}
