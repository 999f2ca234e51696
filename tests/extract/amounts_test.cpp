// SPDX-License-Identifier: MIT
#include "graph/extract/amounts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dealgraph;
using namespace dealgraph::extract;

namespace {
/// The first amount, as "value CODE"; empty if there is none.
std::string read(const std::string& text) {
  const auto found = find_amounts(text);
  if (found.empty()) return "";
  return major_string(found.front().money) + " " + std::string(found.front().money.currency.code());
}
}  // namespace

TEST_CASE("amounts: Korean forms") {
  CHECK(read("380억 달러") == "38000000000 USD");
  CHECK(read("5000억달러를") == "500000000000 USD");
  CHECK(read("3조8천억원") == "3800000000000 KRW");
  CHECK(read("3조 8000억 원") == "3800000000000 KRW");
  CHECK(read("1천200억 엔") == "120000000000 JPY");
  CHECK(read("22억4000만달러") == "2240000000 USD");
  CHECK(read("1,234만 유로") == "12340000 EUR");
  CHECK(read("1.5조원") == "1500000000000 KRW");
}

TEST_CASE("amounts: English forms") {
  CHECK(read("up to $100 billion") == "100000000000 USD");
  CHECK(read("\xE2\x82\xAC"
             "1.3bn") == "1300000000 EUR");
  CHECK(read("a $2.3B round") == "2300000000 USD");
  CHECK(read("13 billion won") == "13000000000 KRW");
  CHECK(read("US$40m") == "40000000 USD");
  CHECK(read("NT$5 billion") == "5000000000 TWD");
  CHECK(read("$12,500.50") == "12500.5 USD");
}

TEST_CASE("amounts: what is none") {
  CHECK(read("26만장") == "");
  CHECK(read("20.5%") == "");
  CHECK(read("2019년") == "");
  CHECK(read("수십억달러") == "");
  CHECK(read("100 billion parameters") == "");
}

TEST_CASE("amounts: the conversion in brackets is kept as such") {
  const auto found = find_amounts("4억5000만달러(약 5900억원) 상당");
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].conversion);
  CHECK(found[1].conversion);
}

TEST_CASE("amounts: a valuation or turnover is no deal") {
  CHECK(find_amounts("raised $400 million at a $2.3 billion valuation")[1].background);
  CHECK(find_amounts("지난해 매출 5589억원").front().background);
  CHECK_FALSE(find_amounts("428억원 규모를 수주").front().background);
}

TEST_CASE("amounts: numbers too long for money are refused, not wrapped") {
  CHECK(read("$99999999999999999999999") == "");
  CHECK(read("$9999999999 trillion") == "");
}
