// SPDX-License-Identifier: MIT
#include "graph/extract/names.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;

TEST_CASE("names: a group's members are never taken for each other") {
  const Extraction found = extracted("삼성전기는 삼성SDI와 달리 삼성전자에 부품을 판다.");
  CHECK(has_entity(found, "samsung-electronics"));
  CHECK(found.mentions.size() == 3);
  CHECK(found.mentions[0].entity != found.mentions[2].entity);
  CHECK_FALSE(has_entity(extracted("삼성전기가 밝혔다."), "samsung-electronics"));
  CHECK_FALSE(has_entity(extracted("삼성SDS가 밝혔다."), "samsung-electronics"));
  CHECK_FALSE(has_entity(extracted("네이버클라우드가 밝혔다."), "naver"));
}

TEST_CASE("names: a place is not the university that begins with it") {
  CHECK(has_entity(extracted("서울에서 열렸다."), "seoul"));
  CHECK_FALSE(has_entity(extracted("서울대가 발표했다."), "seoul"));
  CHECK_FALSE(has_entity(extracted("한국형 모델을 만든다."), "south-korea"));
}

TEST_CASE("names: case tells a name from a word") {
  CHECK(has_entity(extracted("Arm designs processors."), "arm"));
  CHECK_FALSE(has_entity(extracted("He broke his arm."), "arm"));
  CHECK(has_entity(extracted("NVIDIA announced it."), "nvidia"));
  CHECK_FALSE(has_entity(extracted("a meta analysis"), "meta"));
}

TEST_CASE("names: full-width and decomposed text name the same") {
  CHECK(has_entity(extracted("ＳＫ하이닉스가 밝혔다."), "sk-hynix"));
  CHECK(
      has_entity(extracted("\u1109\u1161\u11B7\u1109\u1165\u11BC\u110C\u1165\u11AB\u110C\u1161가"),
                 "samsung-electronics"));
}

TEST_CASE("names: a short form introduced in brackets holds for the rest") {
  const Extraction found = extracted("아마존웹서비스(AWS)가 나섰다. 아마존은 서버를 늘린다.");
  CHECK(has_entity(found, "aws"));
  CHECK_FALSE(has_entity(found, "amazon"));
  CHECK(has_entity(extracted("아마존은 물류를 늘린다."), "amazon"));
}

TEST_CASE("names: surnames with a post mean the person named before") {
  const Extraction found = extracted("최태원 SK그룹 회장이 말했다. 최 회장은 웃었다.");
  CHECK(std::ranges::count(found.mentions, "chey-tae-won", &Mention::entity) == 2);
}

TEST_CASE("names: unknown Korean persons and companies by their context") {
  const Extraction found =
      extracted("박도윤 한빛소재 대표가 참석했다. 장비업체 미르테크는 새 공장을 연다.");
  REQUIRE(find_named(found, "박도윤") != nullptr);
  CHECK(find_named(found, "박도윤")->type == EntityType::Person);
  REQUIRE(find_named(found, "한빛소재") != nullptr);
  CHECK(find_named(found, "한빛소재")->type == EntityType::Organization);
  CHECK(find_named(found, "미르테크") != nullptr);
}

TEST_CASE("names: unknown English persons and companies by their context") {
  const Extraction found = extracted(
      "Chip startup Quorvane raised money. Maria Ellison, a vice president at Tessaract Labs, "
      "welcomed it.");
  REQUIRE(find_named(found, "Quorvane") != nullptr);
  CHECK(find_named(found, "Quorvane")->type == EntityType::Organization);
  REQUIRE(find_named(found, "Maria Ellison") != nullptr);
  CHECK(find_named(found, "Maria Ellison")->type == EntityType::Person);
  REQUIRE(find_named(found, "Tessaract Labs") != nullptr);
  CHECK(find_named(found, "Tessaract Labs")->type == EntityType::Organization);
}

TEST_CASE("names: common words are none") {
  const Extraction found =
      extracted("반도체 기업들은 시장 전망을 발표했다. 차세대 메모리 사업의 핵심 파트너로 꼽힌다.");
  CHECK(found.entities.empty());
  CHECK(extracted("The company said prices may rise. Analysts expect more.").entities.empty());
}

TEST_CASE("names: media named as source are no entities") {
  CHECK(extracted("블룸버그통신에 따르면 값이 올랐다.").entities.empty());
  CHECK(extracted("Prices rose, Reuters reported.").entities.empty());
}

TEST_CASE("names: a new version of a known product line is a product of its own") {
  const Extraction found = extracted("업계는 HBM5E 규격을 논의한다. GPT-9 is next.");
  CHECK(has_entity(found, "hbm5e"));
  CHECK(has_entity(found, "gpt-9"));
  CHECK_FALSE(has_entity(found, "hbm"));
}

TEST_CASE("names: a byline names nobody") {
  CHECK(extracted("새벽일보 김민수 기자 | 값이 올랐다.").entities.empty());
}

TEST_CASE("names: an event takes the year that follows, which makes it no other event") {
  const auto mention = [](std::string text, std::string_view entity) {
    const Document document = article(std::move(text));
    const std::string full = full_text(document);
    for (const Mention& m : extractor().extract(document).mentions) {
      if (m.entity == entity) return full.substr(m.span.begin, m.span.end - m.span.begin);
    }
    return std::string();
  };
  CHECK(mention("Nvidia spoke at CES 2031 in Las Vegas.", "ces") == "CES 2031");
  CHECK(mention("At Hot Chips 2023, Nvidia spoke.", "hot-chips") == "Hot Chips 2023");
  CHECK(mention("세미콘코리아 2025에서 만났다.", "semicon-korea") == "세미콘코리아 2025");
  CHECK(mention("세미콘코리아 2025년 행사가 열렸다.", "semicon-korea") == "세미콘코리아");
  CHECK(mention("Nvidia spoke at CES 20267 times.", "ces") == "CES");
  CHECK(mention("OpenAI 2026 plans.", "openai") == "OpenAI");
}
