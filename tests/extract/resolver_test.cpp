// SPDX-License-Identifier: MIT
#include "graph/extract/resolver.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;

namespace {

/// What the article's last mention of `surface` was taken for; one that is nobody if there is none.
ExplainedName last(const std::string& text, std::string_view surface) {
  const Document document = article(text);
  const std::string full = full_text(document);
  ExplainedName found{};
  for (const ExplainedName& name : extractor().explain(document).names) {
    const Span span = name.span;
    if (std::string_view(full).substr(span.begin, span.end - span.begin) == surface) found = name;
  }
  return found;
}

void check(const ExplainedName& name, std::string_view entity, Reason reason, int score = -1) {
  CHECK(name.entity == entity);
  CHECK(name.reason == describe(reason));
  CHECK(name.score == (score < 0 ? score_of(reason) : score));
  CHECK((name.score < kMergeThreshold) == !name.may_be.empty());
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("resolver: a shared name goes to who is named otherwise, else to the usual owner") {
  check(last("삼성은 투자한다.", "삼성"), "samsung-electronics", Reason::UsualOwner);
  check(last("삼성그룹은 크다. 삼성은 투자한다.", "삼성"), "samsung-group", Reason::OnlyOwnerNamed,
        score_of(Reason::OnlyOwnerNamed) + 500);
  check(last("경기도는 투자한다.", "경기도"), "gyeonggi-provincial-government",
        Reason::PlaceOrGovernment);
}

TEST_CASE("resolver: a group's name beside its other members is nobody's without a person's word") {
  check(last("삼성전기가 투자했다. 삼성은 더 투자한다.", "삼성"), "samsung-electronics",
        Reason::UsualOwner, score_of(Reason::UsualOwner) - 1'250);
  const ExplainedName apart = last("삼성전기와 삼성SDS가 투자했다. 삼성은 더 투자한다.", "삼성");
  check(apart, "samseong-organization", Reason::SharedForm);
  CHECK(apart.may_be == List{"samsung-electronics", "samsung-group"});
  // A part of the usual owner speaks for it.
  check(last("Samsung SDI, Samsung SDS and Samsung Display met. Samsung makes chips.", "Samsung"),
        "samsung-electronics", Reason::UsualOwner, score_of(Reason::UsualOwner) - 1'500);
}

TEST_CASE("resolver: forms of the article") {
  check(
      last("박도윤 한빛소재 대표가 참석했다. 장비업체 미르테크는 새 공장을 연다. 미르테크는 크다.",
           "미르테크"),
      "mileutekeu", Reason::Context);
  check(last("최태원 SK그룹 회장이 말했다. 최 회장은 웃었다.", "최 회장"), "chey-tae-won",
        Reason::Surname);
  const std::string helmstone = "Chip startup Helmstone Power Systems raised money. ";
  check(last(helmstone + "Investors like Helmstone a lot.", "Helmstone"), "helmstone-power-systems",
        Reason::ShortForm);
}

TEST_CASE("resolver: the first word of two companies is neither") {
  const ExplainedName apart = last(
      "Chip startup Helmstone Power Systems raised money. Chip startup Helmstone Robotics raised "
      "money. Investors like Helmstone a lot.",
      "Helmstone");
  check(apart, "helmstone-organization", Reason::SharedForm);
  CHECK(apart.may_be == List{"helmstone-power-systems", "helmstone-robotics"});
}

TEST_CASE("resolver: another given name is another person, and may_be tells") {
  const ExplainedName maria =
      last("Maria Ellison, a vice president at Tessaract Labs, welcomed it.", "Maria Ellison");
  check(maria, "maria-ellison", Reason::OtherGivenName);
  CHECK(maria.may_be == List{"larry-ellison"});
  const std::string later = " Later Ellison smiled.";
  check(last("Maria Ellison, a vice president at Tessaract Labs, welcomed it." + later, "Ellison"),
        "maria-ellison", Reason::OtherGivenName);
  check(last("Larry Ellison met Maria Ellison, a vice president at Tessaract Labs." + later,
             "Ellison"),
        "larry-ellison", Reason::LexiconName);
}
