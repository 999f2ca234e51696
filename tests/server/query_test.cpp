// SPDX-License-Identifier: MIT
#include "server/query.hpp"

#include <doctest/doctest.h>

#include <array>

#include "schema/error.hpp"

using namespace dealgraph;
using namespace dealgraph::server;

namespace {

constexpr std::array kParameters{
    Parameter{"q", ValueType::Text, ""},
    Parameter{"type", ValueType::EntityType, "", false, true},
    Parameter{"edge_type", ValueType::EdgeType, "", false, true},
    Parameter{"status", ValueType::Status, "", false, true},
    Parameter{"limit", ValueType::Integer, "", false, false, 1, 1'000, 50},
    Parameter{"after", ValueType::Cursor, ""},
    Parameter{"date_from", ValueType::Date, ""},
    Parameter{"known_on", ValueType::Instant, ""},
    Parameter{"min_amount", ValueType::Decimal, ""},
    Parameter{"currency", ValueType::Currency, ""},
    Parameter{"min_confidence", ValueType::Confidence, ""},
    Parameter{"direction", ValueType::Direction, ""},
};

Query parse(std::string_view raw) { return Query::parse(raw, kParameters); }

// The one violation of a query that must be refused.
template <typename Read>
Violation refusal(const Read& read) {
  try {
    read();
  } catch (const Error& error) {
    REQUIRE(error.kind() == ErrorKind::InvalidInput);
    REQUIRE(error.violations().size() == 1);
    return error.violations().front();
  }
  FAIL("nothing was refused");
  return {};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("decode_percent: strict escapes, UTF-8 only") {
  CHECK(decode_percent("a%41%20b", false) == "aA b");
  CHECK(decode_percent("a+b", true) == "a b");
  CHECK(decode_percent("a+b", false) == "a+b");
  CHECK(decode_percent("%ED%95%9C", false) == "한");
  CHECK_FALSE(decode_percent("%", false));
  CHECK_FALSE(decode_percent("%4", false));
  CHECK_FALSE(decode_percent("%4g", false));
  CHECK_FALSE(decode_percent("%00", false));
  CHECK_FALSE(decode_percent("%ED%95", false));
  CHECK_FALSE(decode_percent("%C0%80", false));
}

TEST_CASE("encode_percent: what comes out decodes to what went in") {
  const std::string text = "한국 & co/=+%";
  CHECK(decode_percent(encode_percent(text), true) == text);
  CHECK(encode_percent("a-b_c.d~9") == "a-b_c.d~9");
}

TEST_CASE("Query: values that are left out have their defaults") {
  const Query query = parse("");
  CHECK(query.integer("limit") == 50);
  CHECK(query.text("q").empty());
  CHECK(query.entity_types("type") == all_entity_types());
  CHECK(query.edge_types("edge_type") == all_edge_types());
  CHECK_FALSE(query.statuses("status"));
  CHECK_FALSE(query.date("date_from"));
  CHECK(query.instant("known_on") == kForever);
  CHECK_FALSE(query.decimal("min_amount"));
  CHECK_FALSE(query.currency("currency"));
  CHECK(query.confidence("min_confidence") == 0);
}

TEST_CASE("Query: an empty value counts as left out") {
  const Query query = parse("q=&limit=&type=&&after=");
  CHECK_FALSE(query.has("q"));
  CHECK(query.integer("limit") == 50);
  CHECK(query.entity_types("type") == all_entity_types());
}

TEST_CASE("Query: several values come comma-separated, repeated or both") {
  const EdgeTypes wanted{EdgeType::Investment, EdgeType::Supply, EdgeType::Visit};
  CHECK(parse("edge_type=investment,supply,visit").edge_types("edge_type") == wanted);
  CHECK(parse("edge_type=investment&edge_type=supply&edge_type=visit").edge_types("edge_type") ==
        wanted);
  CHECK(parse("edge_type=investment%2Csupply&edge_type=visit").edge_types("edge_type") == wanted);
}

TEST_CASE("Query: values of every type are read") {
  const Query query = parse(
      "q=%ED%95%9C+1&date_from=2025-10&known_on=2025-11-03T09:00:00Z&min_amount=1.5e9&currency=KRW"
      "&min_confidence=0.85&direction=in&status=denied&limit=1000");
  CHECK(query.text("q") == "한 1");
  CHECK(query.date("date_from") == PartialDate::parse("2025-10"));
  CHECK(query.instant("known_on") == *parse_instant("2025-11-03T09:00:00Z"));
  CHECK(query.decimal("min_amount") == 1.5e9);
  CHECK(query.currency("currency") == Currency::parse("KRW"));
  CHECK(query.confidence("min_confidence") == 8'500);
  CHECK(query.choice("direction", direction_names(), 2) == 1);
  CHECK(query.statuses("status") == Statuses{Status::Denied});
  CHECK(query.integer("limit") == 1'000);
}

TEST_CASE("Query: an unknown parameter is named, with what was meant") {
  const Violation violation = refusal([] { parse("limt=3"); });
  CHECK(violation.where == "limt");
  CHECK(contains(violation.detail, "did you mean \"limit\"?"));
  CHECK_FALSE(contains(refusal([] { parse("zzzzzz=3"); }).detail, "did you mean"));
}

TEST_CASE("Query: what cannot be read names the parameter") {
  const auto where = [](std::string_view raw, auto read) {
    return refusal([&] { read(parse(raw)); }).where;
  };
  const auto ignore = [](const Query&) {};
  CHECK(where("q=a&q=b", ignore) == "q");
  CHECK(where("q=%zz", ignore) == "q");
  CHECK(where("edge_type=supply,,visit", ignore) == "edge_type");
  for (const char* raw : {"limit=0", "limit=1001", "limit=x", "limit=1x", "limit=-1", "limit=1.5",
                          "limit=99999999999999999999"}) {
    CAPTURE(raw);
    CHECK(where(raw, [](const Query& q) { q.integer("limit"); }) == "limit");
  }
  for (const char* raw : {"date_from=2025-13", "date_from=2025-1", "date_from=20251028"}) {
    CAPTURE(raw);
    CHECK(where(raw, [](const Query& q) { q.date("date_from"); }) == "date_from");
  }
  for (const char* raw : {"min_amount=-1", "min_amount=nan", "min_amount=inf", "min_amount=1,0"}) {
    CAPTURE(raw);
    CHECK(where(raw, [](const Query& q) { q.decimal("min_amount"); }) == "min_amount");
  }
  CHECK(where("min_confidence=1.1", [](const Query& q) { q.confidence("min_confidence"); }) ==
        "min_confidence");
  CHECK(where("currency=usd", [](const Query& q) { q.currency("currency"); }) == "currency");
  CHECK(where("known_on=yesterday", [](const Query& q) { q.instant("known_on"); }) == "known_on");
  CHECK(where("direction=up",
              [](const Query& q) { q.choice("direction", direction_names(), 2); }) == "direction");
  CHECK(where("status=agred", [](const Query& q) { q.statuses("status"); }) == "status");
}

TEST_CASE("Query: a required parameter that is missing is named") {
  constexpr std::array kRequired{Parameter{"from", ValueType::Id, "", true}};
  CHECK(refusal([&] { Query::parse("", kRequired); }).where == "from");
  CHECK(refusal([&] { Query::parse("from=", kRequired); }).where == "from");
}

TEST_CASE("Query: the fingerprint does not depend on spelling, order, limit and after") {
  const std::string one = parse("edge_type=supply,visit&q=a&limit=3").fingerprint();
  CHECK(parse("q=a&edge_type=visit&edge_type=supply&after=x").fingerprint() == one);
  CHECK(parse("q=%61&edge_type=visit,supply,visit").fingerprint() == one);
  CHECK(parse("q=b&edge_type=visit,supply").fingerprint() != one);
  CHECK(parse("edge_type=visit,supply").fingerprint() != one);
}

TEST_CASE("Query: the next page repeats the parameters with another cursor") {
  CHECK(parse("q=a+b&after=old&edge_type=supply,visit").with_after("new") ==
        "q=a%20b&edge_type=supply&edge_type=visit&after=new");
}
