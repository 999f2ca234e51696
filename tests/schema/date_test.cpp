// SPDX-License-Identifier: MIT
#include "schema/date.hpp"

#include <doctest/doctest.h>

using namespace dealgraph;

TEST_CASE("PartialDate: reads the three ISO forms and nothing else") {
  for (const char* text : {"2025", "2025-10", "2025-10-28", "2024-02-29", "1000", "9999-12-31"}) {
    const auto date = PartialDate::parse(text);
    REQUIRE_MESSAGE(date.has_value(), text);
    CHECK(date->to_string() == text);
  }
  for (const char* text :
       {"", "25", "2025-", "2025-1", "2025-13", "2025-00", "2025-10-00", "2025-02-29", "2025-10-32",
        "2025/10", "2025-10-28T", "+2025", "0999", "20 5", "２０２５"}) {
    CHECK_MESSAGE(!PartialDate::parse(text).has_value(), text);
  }
}

TEST_CASE("PartialDate: a partial date is its whole span") {
  const auto year = *PartialDate::parse("2024");
  CHECK(year.last_day() - year.first_day() == 365);
  const auto month = *PartialDate::parse("2024-02");
  CHECK(month.last_day() - month.first_day() == 28);
  CHECK(PartialDate::of(1970, 1, 1)->first_day() == 0);
  CHECK(year.overlaps(month));
  CHECK(month.overlaps(*PartialDate::parse("2024-02-29")));
  CHECK_FALSE(month.overlaps(*PartialDate::parse("2024-03-01")));
  CHECK_FALSE(year.overlaps(*PartialDate::parse("2025")));
}

TEST_CASE("PartialDate: packing keeps value and order") {
  const char* const sorted[] = {"2024-12-31", "2025", "2025-01", "2025-01-01", "2025-02", "2026"};
  for (std::size_t i = 0; i < std::size(sorted); ++i) {
    const auto date = *PartialDate::parse(sorted[i]);
    CHECK(PartialDate::from_packed(date.packed()) == date);
    if (i > 0) CHECK(*PartialDate::parse(sorted[i - 1]) < date);
  }
  CHECK_FALSE(PartialDate::from_packed(0).has_value());
}

TEST_CASE("PartialDate: a day number gives back its date") {
  const auto leap = *PartialDate::parse("2024-02-29");
  CHECK(PartialDate::of_day(leap.first_day()) == leap);
  CHECK(PartialDate::of_day(-1'000'000).to_string() == "1000-01-01");
}

TEST_CASE("Instant: RFC 3339 in and out") {
  const auto instant = parse_instant("2025-11-03T18:30:00.250+09:00");
  REQUIRE(instant.has_value());
  CHECK(to_string(*instant) == "2025-11-03T09:30:00.250Z");
  CHECK(parse_instant("2025-11-03T09:30:00.250Z") == instant);
  CHECK(day_of(*instant) == PartialDate::parse("2025-11-03")->first_day());
  CHECK(day_of(Instant{-1}) == -1);
  for (const char* text :
       {"", "now", "2025-11-03T", "2025-11-03T25:00:00Z", "2025-11-03T09:30:00",
        "2025-11-03T09:30:00.Z", "2025-11-03 09:30:00Z", "2025-11-31T09:30:00Z"}) {
    CHECK_MESSAGE(!parse_instant(text).has_value(), text);
  }
}

TEST_CASE("Instant: a date means the end of that day") {
  CHECK(to_string(*parse_instant("2025-11-03")) == "2025-11-03T23:59:59.999Z");
  CHECK(to_string(*parse_instant("2025-02")) == "2025-02-28T23:59:59.999Z");
}
