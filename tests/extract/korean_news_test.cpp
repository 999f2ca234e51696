// SPDX-License-Identifier: MIT
// Korean business news as it is told over several sentences: rounds, events, posts, stakes.
#include <doctest/doctest.h>

#include <string>

#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;
using enum EdgeType;
using enum Status;

namespace {

std::size_t edges_of(const Extraction& found, EdgeType type) {
  return static_cast<std::size_t>(std::ranges::count(found.edges, type, &ProposedEdge::type));
}

}  // namespace

TEST_CASE("korean rounds: who led, who joined, whose round it was") {
  SUBCASE("investors told after the sum") {
    const Extraction found = extracted(
        "리벨리온이 900억원 규모의 시리즈C 투자를 유치했다고 7일 밝혔다. 라운드를 이끈 곳은 "
        "아람코이며, 삼성전자와 KT도 힘을 보탰다.");
    for (const char* investor : {"saudi-aramco", "samsung-electronics", "kt"}) {
      CAPTURE(investor);
      const ProposedEdge* edge = find_edge(found, Investment, investor, "rebellions");
      CHECK(amount_of(edge) == "90000000000 KRW");
    }
  }
  SUBCASE("a round that a clause describes") {
    const Extraction found = extracted(
        "미스트랄AI는 엔비디아와 세일즈포스가 참여한 시리즈B 라운드에서 3억유로를 모았다.");
    CHECK(has_edge(found, Investment, "nvidia", "mistral-ai"));
    CHECK(has_edge(found, Investment, "salesforce", "mistral-ai"));
  }
  SUBCASE("shareholders as they stand") {
    const Extraction found =
        extracted("앤트로픽의 주요 투자자 목록에는 구글과 아마존도 올라 있다.");
    CHECK(has_edge(found, Investment, "google", "anthropic", Completed));
    CHECK(has_edge(found, Investment, "amazon", "anthropic", Completed));
  }
  SUBCASE("an exhibition is no round") {
    const Extraction found = extracted(
        "리벨리온이 300억원 투자를 유치했다. 이어 열린 전시회에는 삼성전자와 LG전자가 참여했다.");
    CHECK(find_edge(found, Investment, "lg-electronics", "rebellions") == nullptr);
  }
}

TEST_CASE("korean money: verbs of giving and getting with a sum") {
  const auto pays = [](const char* text) {
    return has_edge(extracted(text), Investment, "microsoft", "mistral-ai");
  };
  CHECK(pays("마이크로소프트는 미스트랄AI에 1500만유로를 부었다."));
  CHECK(pays("마이크로소프트는 미스트랄AI에 1500만유로를 집어넣었다."));
  CHECK(pays("미스트랄AI는 마이크로소프트에서 1500만유로를 받았다."));
  CHECK_FALSE(pays("마이크로소프트는 미스트랄AI에 새 서버를 집어넣었다."));
  CHECK_FALSE(pays("미스트랄AI는 마이크로소프트에서 칭찬을 받았다."));
}

TEST_CASE("korean posts: whose executive it is where no company stands beside him") {
  const Extraction article = extracted(
      "퓨리오사AI가 새 칩을 공개했다. 퓨리오사AI는 2세대 칩의 양산을 시작했다. 한도윤 "
      "대표는 \"올해는 다르다\"고 말했다. 퓨리오사AI 주가는 올랐다.");
  CHECK(edges_of(article, Role) == 1);
  CHECK(article.edges.front().target == "furiosaai");
  const Extraction premises = extracted("네이버에서는 윤서진 전무가 무대에 올랐다.");
  REQUIRE(edges_of(premises, Role) == 1);
  const Extraction led = extracted("사피온을 이끌던 문태경 대표는 이날 자리에서 물러났다.");
  REQUIRE(edges_of(led, Role) == 1);
  CHECK(led.edges.front().claim.status == Ended);
}

TEST_CASE("korean founders: told by a verb") {
  CHECK(has_edge(extracted("LS일렉트릭은 일론 머스크가 세운 xAI에 배전 설비를 납품했다."), Role,
                 "elon-musk", "xai"));
  CHECK(has_edge(extracted("xAI는 일론 머스크가 2023년 창업한 회사다."), Role, "elon-musk", "xai"));
  CHECK_FALSE(
      has_edge(extracted("일론 머스크가 내세운 xAI의 장점은 속도다."), Role, "elon-musk", "xai"));
}

TEST_CASE("korean events: acts of an event that the article is about") {
  const Extraction found = extracted(
      "전자·IT 전시회 'CES 2026'이 6일 라스베이거스에서 막을 올렸다. 기조연설자로는 젠슨 황 "
      "엔비디아 CEO가 나섰다. LG전자는 부스를 열고 신제품을 공개했다.",
      "2026-01-07");
  CHECK(has_edge(found, Participation, "jensen-huang", "ces", Completed));
  CHECK(has_edge(found, Participation, "lg-electronics", "ces", Completed));
  const Extraction other = extracted("LG전자는 백화점에 부스를 열고 신제품을 공개했다.");
  CHECK(edges_of(other, Participation) == 0);
}

TEST_CASE("korean ownership: stakes and affiliates") {
  CHECK(has_edge(extracted("SK텔레콤 계열 AI 반도체 기업 사피온코리아가 새 칩을 내놨다."),
                 Ownership, "sk-telecom", "sapeon"));
  CHECK(has_edge(extracted("Arm의 대주주인 소프트뱅크그룹의 손정의 회장이 서울에 왔다."), Ownership,
                 "softbank", "arm"));
  const Extraction group =
      extracted("SK그룹은 SK텔레콤과 SK하이닉스 등 계열사와 함께 전시관을 꾸린다.");
  CHECK(has_edge(group, Ownership, "sk-group", "sk-hynix"));
}

TEST_CASE("korean references: this company is one that it can be") {
  const Extraction found = extracted(
      "SK텔레콤이 앤트로픽과 손을 잡았다. 이 통신사는 13일 구글에 데이터센터를 공급하기로 했다.");
  CHECK(has_edge(found, Supply, "sk-telecom", "google"));
  const Extraction subsidiary =
      extracted("SK하이닉스가 인텔의 사업을 넘겨받았다. 솔리다임이 해당 자회사를 흡수한다.");
  CHECK(find_edge(subsidiary, Acquisition, "solidigm", "sk-hynix") == nullptr);
}

TEST_CASE("korean dates: how long ago, and nights of a stay") {
  const Extraction found =
      extracted("시놉시스는 3년 전 앤시스를 350억달러에 인수했다.", "2025-11-10");
  CHECK(date_of(find_edge(found, Acquisition, "synopsys", "ansys")) == "2022");
  const Extraction nights =
      extracted("리사 수 AMD CEO가 18일 1박2일 일정으로 한국을 방문했다.", "2025-11-20");
  CHECK(date_of(find_edge(nights, Visit, "lisa-su", "south-korea")) == "2025-11-18");
}

TEST_CASE("korean sums: what is left to pay is not the price") {
  const Extraction found = extracted(
      "SK하이닉스가 솔리다임 인수 잔금 22억달러를 치렀다고 28일 밝혔다. 총 인수가는 "
      "88억달러에 이른다.");
  CHECK(amount_of(find_edge(found, Acquisition, "sk-hynix", "solidigm")) == "8800000000 USD");
}
