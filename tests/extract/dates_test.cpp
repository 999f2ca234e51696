// SPDX-License-Identifier: MIT
#include "graph/extract/dates.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dealgraph;
using namespace dealgraph::extract;

namespace {
std::string read(const std::string& text, std::string_view published = "2025-11-04",
                 std::size_t which = 0) {
  const auto found = find_dates(text, PartialDate::parse(published));
  return which < found.size() ? found[which].date.to_string() : "";
}
}  // namespace

TEST_CASE("dates: Korean absolute and partial") {
  CHECK(read("2025년 10월 28일") == "2025-10-28");
  CHECK(read("2020년 10월 계약서에") == "2020-10");
  CHECK(read("2019년 체결") == "2019");
  CHECK(read("11월3일(현지시간)") == "2025-11-03");
  CHECK(read("12월 5일", "2025-01-10") == "2024-12-05");
}

TEST_CASE("dates: Korean relative") {
  CHECK(read("지난 1일") == "2025-11-01");
  CHECK(read("31일 밝혔다") == "2025-10-31");
  CHECK(read("지난달 31일") == "2025-10-31");
  CHECK(read("오는 24일") == "2025-11-24");
  CHECK(read("올해 1월") == "2025-01");
  CHECK(read("지난해 12월") == "2024-12");
  CHECK(read("내년 2분기") == "2026");
  CHECK(read("지난 3월") == "2025-03");
  CHECK(read("지난 12월", "2025-05-02") == "2024-12");
}

TEST_CASE("dates: this day and the day before follow the day spoken of") {
  CHECK(read("지난 1일 만났다. 이날 서명했다.", "2025-11-04", 1) == "2025-11-01");
  CHECK(read("지난 1일 만났다. 전날 도착했다.", "2025-11-04", 1) == "2025-10-31");
  CHECK(read("이날 공시했다") == "2025-11-04");
}

TEST_CASE("dates: lengths of time are none") {
  for (const char* text : {"5년간", "15년 만에", "8개월 만의", "10일 동안", "3년째", "4년 5개월"}) {
    CAPTURE(text);
    CHECK(read(text) == "");
  }
}

TEST_CASE("dates: English") {
  CHECK(read("on October 28, 2025") == "2025-10-28");
  CHECK(read("on Oct. 28") == "2025-10-28");
  CHECK(read("28 October 2024") == "2024-10-28");
  CHECK(read("in early October") == "2025-10");
  CHECK(read("last December") == "2024-12");
  CHECK(read("announced Monday") == "2025-11-03");
  CHECK(read("on Friday") == "2025-10-31");
  CHECK(read("since 2019") == "2019");
  CHECK(read("last month") == "2025-10");
  CHECK(read("it may build") == "");
}

TEST_CASE("dates: without a publication date only what is complete") {
  CHECK(find_dates("10월 초 방한해", std::nullopt).empty());
  CHECK(find_dates("이날 서명했다", std::nullopt).empty());
  CHECK(find_dates("2019년 3월", std::nullopt).size() == 1);
}

TEST_CASE("dates: what they date") {
  CHECK(find_dates("28일 밝혔다", PartialDate::parse("2025-10-29")).front().use ==
        DateUse::Announced);
  CHECK(find_dates("6일 보도했다", PartialDate::parse("2025-10-29")).front().use ==
        DateUse::Reported);
  CHECK(find_dates("2027년부터", PartialDate::parse("2025-10-29")).front().use == DateUse::Term);
}

TEST_CASE("dates: a month at the end of the text is no day") {
  CHECK(find_dates("2025-11", PartialDate::parse("2025-11-04")).empty());
  CHECK(read("am 2025-11-03") == "2025-11-03");
}

TEST_CASE("dates: impossible ones are left out") {
  CHECK(read("13월 5일") == "");
  CHECK(read("2025년 2월 30일") == "");
}
