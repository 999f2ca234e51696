// SPDX-License-Identifier: MIT
#include "graph/extract/korean.hpp"

#include <doctest/doctest.h>

#include "graph/extract/titles.hpp"

using namespace dealgraph::extract;

TEST_CASE("particles: each with its case") {
  CHECK(read_particle("")->kind == Case::Bare);
  CHECK(read_particle("는")->kind == Case::Topic);
  CHECK(read_particle("가")->kind == Case::Subject);
  CHECK(read_particle("를")->kind == Case::Object);
  CHECK(read_particle("에게")->kind == Case::Recipient);
  CHECK(read_particle("로부터")->kind == Case::Source);
  CHECK(read_particle("와")->kind == Case::With);
  CHECK(read_particle("의")->kind == Case::Owner);
  CHECK(read_particle("향")->kind == Case::For);
  CHECK(read_particle("측은")->kind == Case::Topic);
}

TEST_CASE("particles: the rest of a longer name is none") {
  CHECK_FALSE(read_particle("전자"));
  CHECK_FALSE(read_particle("클라우드"));
  CHECK_FALSE(read_particle("형"));
}

TEST_CASE("particles: nouns that only look inflected") {
  CHECK(trailing_particle("회의").size == 0);
  CHECK(trailing_particle("국가").size == 0);
  CHECK(trailing_particle("경기도").size == 0);
  CHECK(trailing_particle("본사를").kind == Case::Object);
}

TEST_CASE("titles: Korean posts with brackets, departments and a second post") {
  const std::string_view chief = "최고경영자(CEO)가";
  CHECK(korean_title_at(chief, 0) == std::string_view("최고경영자(CEO)").size());
  CHECK(korean_title_at("AI혁신센터장이", 0) == std::string_view("AI혁신센터장").size());
  CHECK(korean_title_at("CEO 겸 이사회 의장은", 0) ==
        std::string_view("CEO 겸 이사회 의장").size());
  CHECK(korean_title_at("대표단은", 0) == 0);
  CHECK(korean_title_at("시장점유율", 0) == 0);
}

TEST_CASE("titles: English posts") {
  CHECK(english_title_at("chief executive officer of", 0) == 23);
  CHECK(english_title_at("senior research vice president at", 0) == 30);
  CHECK(english_title_at("interim CEO", 0) == 11);
  CHECK(english_title_at("company", 0) == 0);
}
