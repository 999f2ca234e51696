// SPDX-License-Identifier: MIT
#include "server/json_reader.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"
#include "server/json_writer.hpp"

using namespace dealgraph;
using namespace dealgraph::server;

namespace {

std::string complaint(std::string_view text, const JsonLimits& limits = {}) {
  try {
    parse_json(text, limits);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::InvalidInput);
    return error.what();
  }
  return {};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("parse_json: values of every kind, in order") {
  const JsonValue value = parse_json(
      R"({"a":[1,-2,1.50,12345678901234567890123,true,false,null,"\u00e9\ud83d\ude00"]})");
  REQUIRE(value.is(JsonValue::Kind::Object));
  const auto& items = value.find("a")->items();
  REQUIRE(items.size() == 8);
  CHECK(items[0].text() == "1");
  CHECK(items[1].text() == "-2");
  CHECK(items[2].text() == "1.50");
  CHECK(items[3].text() == "12345678901234567890123");
  CHECK(items[4].boolean());
  CHECK_FALSE(items[5].boolean());
  CHECK(items[6].is(JsonValue::Kind::Null));
  CHECK(items[7].text() == "é😀");
  CHECK(value.find("b") == nullptr);
}

TEST_CASE("parse_json: a scalar or an empty container is a text too") {
  CHECK(parse_json(" 1 ").text() == "1");
  CHECK(parse_json("[]").items().empty());
  CHECK(parse_json("{}").members().empty());
}

TEST_CASE("parse_json: what is not JSON is refused with line and byte") {
  CHECK(contains(complaint("{\"a\": 1,\n \"b\": x}"), "line 2, byte 7"));
  for (const char* text : {"",
                           " ",
                           "{",
                           "[1,]",
                           "{\"a\":1,}",
                           "{'a':1}",
                           "01",
                           "1.",
                           ".5",
                           "+1",
                           "nul",
                           "[1] 2",
                           "\"\t\"",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "NaN",
                           "Infinity",
                           "[1 2]",
                           "{\"a\" 1}",
                           "\xEF\xBB\xBF",
                           "\"\xFF\"",
                           "\"\xC0\x80\"",
                           "\"\xED\xA0\x80\"",
                           "\"\\ud800\"",
                           "\"\\udc00\"",
                           "\"\\ud800x\"",
                           "// c\n1"}) {
    CAPTURE(text);
    CHECK(contains(complaint(text), "not valid JSON: line "));
  }
}

TEST_CASE("parse_json: nesting has a limit, however deep the input is") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(complaint(nested(64)).empty());
  CHECK(contains(complaint(nested(65)), "deeper than 64"));
  CHECK(contains(complaint(std::string(1'000'000, '[')), "deeper than 64"));
  CHECK(contains(complaint(nested(65)), "byte 65"));
}

TEST_CASE("parse_json: the number of values has a limit") {
  CHECK(complaint("[1,2,3]", {64, 4}).empty());
  CHECK(contains(complaint("[1,2,3,4]", {64, 4}), "more than 4 values"));
}

TEST_CASE("parse_json: a member that is there twice is refused, in small and large objects") {
  CHECK(contains(complaint(R"({"a":1,"\u0061":2})"), "\"a\" is there twice"));
  std::string large = "{";
  for (int i = 0; i < 100; ++i) large += "\"k" + std::to_string(i) + "\":0,";
  CHECK(complaint(large + "\"last\":1}").empty());
  CHECK(contains(complaint(large + "\"k3\":1}"), "\"k3\" is there twice"));
  CHECK(contains(complaint(large + "\"k99\":1}"), "\"k99\" is there twice"));
  CHECK(contains(complaint(large + "\"new\":1,\"new\":1}"), "\"new\" is there twice"));
}

TEST_CASE("JsonWriter: what is written is read again") {
  JsonWriter json;
  json.begin_object();
  json.member("text", "\"\\\n한😀\x01").member("number", std::uint64_t{18'446'744'073'709'551'615U});
  json.key("amount").decimal("38000000000.05").member_bool("flag", true).key("none").null();
  json.member_if("absent", "").end_object();
  const JsonValue value = parse_json(json.take());
  CHECK(value.find("text")->text() == "\"\\\n한😀\x01");
  CHECK(value.find("number")->text() == "18446744073709551615");
  CHECK(value.find("amount")->text() == "38000000000.05");
  CHECK(value.find("flag")->boolean());
  CHECK(value.find("none")->is(JsonValue::Kind::Null));
  CHECK(value.find("absent") == nullptr);
  CHECK(json.begin_array().end_array().take() == "[]");
}
