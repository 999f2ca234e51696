// SPDX-License-Identifier: MIT
#include "schema/money.hpp"

#include <doctest/doctest.h>

using namespace dealgraph;

namespace {
const Currency kUsd = *Currency::parse("USD");
const Currency kKrw = *Currency::parse("KRW");
const Currency kKwd = *Currency::parse("KWD");
}  // namespace

TEST_CASE("Currency: knows ISO 4217 codes and their minor units") {
  CHECK(kUsd.minor_digits() == 2);
  CHECK(kKrw.minor_digits() == 0);
  CHECK(kKwd.minor_per_major() == 1000);
  CHECK(Currency::from_packed(kKrw.packed()) == kKrw);
  for (const char* code : {"", "usd", "US", "USDT", "ZZZ", "XXX"}) {
    CHECK_MESSAGE(!Currency::parse(code).has_value(), code);
  }
  CHECK_FALSE(Currency::from_packed(255).has_value());
}

TEST_CASE("Money: major units in and out without loss") {
  CHECK(parse_major("38000000000", kUsd)->minor == 3'800'000'000'000);
  CHECK(major_string(*parse_major("38000000000", kUsd)) == "38000000000");
  CHECK(major_string(*parse_major("12.50", kUsd)) == "12.5");
  CHECK(major_string(*parse_major("0.05", kUsd)) == "0.05");
  CHECK(major_string(*parse_major("1.005", kKwd)) == "1.005");
  CHECK(parse_major("1.5e9", kKrw)->minor == 1'500'000'000);
  CHECK(parse_major("1200000000000000", kKrw)->minor == 1'200'000'000'000'000);
  CHECK(parse_major("0", kUsd)->minor == 0);
  CHECK(major_value(*parse_major("12.5", kUsd)) == doctest::Approx(12.5));
}

TEST_CASE("Money: refuses what is no amount, too fine or too large") {
  for (const char* text :
       {"", "-1", "+1", ".5", "1.", "1e", "0x10", "1,000", "nan", " 1", "12.505"}) {
    CHECK_MESSAGE(!parse_major(text, kUsd).has_value(), text);
  }
  CHECK_FALSE(parse_major("0.5", kKrw).has_value());
  CHECK_FALSE(parse_major("92233720368547758.08", kUsd).has_value());
  CHECK(parse_major("92233720368547758.07", kUsd)->minor == INT64_MAX);
  CHECK_FALSE(parse_major("1e400", kUsd).has_value());
}
