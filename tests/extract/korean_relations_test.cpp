// SPDX-License-Identifier: MIT
// Korean constructions, each with companies that no other test names, and sentences that only look
// like them.
#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>

#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;
using enum EdgeType;
using enum Status;

namespace {

struct Says {
  const char* text;
  EdgeType type;
  const char* source;  ///< As the text writes it, or the lexicon's id.
  const char* target;
  Status status;
};

/// The id of the entity that the text calls so; the name itself where none is called so.
std::string id_of(const Extraction& found, std::string_view name) {
  for (const Entity& e : found.entities) {
    if (e.id == name || e.name == name || e.name_ko == name) return e.id;
    if (std::ranges::find(e.aliases, name) != e.aliases.end()) return e.id;
  }
  return std::string(name);
}

void check_all(std::span<const Says> table) {
  for (const Says& says : table) {
    const std::string text = says.text;
    CAPTURE(text);
    const Extraction found = extracted(text);
    const std::string source = id_of(found, says.source);
    const std::string target = id_of(found, says.target);
    const bool said = std::ranges::any_of(found.edges, [&](const ProposedEdge& e) {
      const bool ends = (e.source == source && e.target == target) ||
                        (info(says.type).symmetric && e.source == target && e.target == source);
      return e.type == says.type && ends && e.claim.status == says.status;
    });
    CHECK(said);
    // The other direction is another deal.
    if (!info(says.type).symmetric) {
      CHECK(find_edge(found, says.type, target, source) == nullptr);
    }
  }
}

std::size_t edges_of(const Extraction& found, EdgeType type) {
  return static_cast<std::size_t>(std::ranges::count(found.edges, type, &ProposedEdge::type));
}

}  // namespace

TEST_CASE("korean supply: who delivers, orders, wins, makes and buys") {
  constexpr auto kTable = std::to_array<Says>({
      {"배터리 소재업체 에코릿지가 미국 완성차 업체 포드에 5년간 양극재를 대기로 했다고 6일 "
       "밝혔다.",
       Supply, "에코릿지", "ford", Agreed},
      {"폴란드 가전사 벨로닉스는 한국 부품업체 신우테크에서 모터를 사들인다.", Supply, "신우테크",
       "벨로닉스", Agreed},
      {"한화시스템이 방위사업청과 2300억원 규모의 레이더 공급계약을 체결했다고 7일 공시했다.",
       Supply, "hanwha-systems", "방위사업청", Agreed},
      {"삼성전기가 테슬라에 카메라 모듈을 납품해 온 것으로 알려졌다.", Supply,
       "samsung-electro-mechanics", "tesla", Rumored},
      {"애플이 아이폰용 이미지센서 생산을 삼성전자에 맡긴다.", Supply, "samsung-electronics",
       "apple", Agreed},
      {"대만 폭스콘은 루시드모터스의 전기차를 위탁 생산하기로 했다.", Supply, "foxconn",
       "루시드모터스", Agreed},
      {"리벨리온의 신형 칩은 삼성전자 파운드리에서 위탁생산된다.", Supply, "samsung-electronics",
       "rebellions", Agreed},
      {"오라클은 AMD의 AI 칩 5만개를 자사 데이터센터에 들이기로 했다.", Supply, "amd", "oracle",
       Agreed},
      {"반도체 검사장비 업체 디아이는 SK하이닉스로부터 수주한 번인 장비를 출하했다.", Supply,
       "디아이", "sk-hynix", Agreed},
      {"삼성전자 파운드리 고객사로는 테슬라와 닌텐도가 거론된다.", Supply, "samsung-electronics",
       "nintendo", Rumored},
      {"전장업체 아르노텍은 스텔란티스를 고객사로 확보했다.", Supply, "아르노텍", "stellantis",
       Completed},
      {"라이다를 도요타에 납품하는 센서업체 옵티게이트는 상장을 준비한다.", Supply, "옵티게이트",
       "toyota", Agreed},
      {"중국 SMIC와 맺은 장비 공급계약이 해지됐다고 검사장비 업체 코미테크는 밝혔다.", Supply,
       "코미테크", "smic", Ended},
      {"화웨이가 SMIC에 칩 생산을 맡겼다는 보도를 부인했다.", Supply, "smic", "huawei", Denied},
      {"▲두산에너빌리티=사우디 아람코와 3400억원 규모 설비 공급계약 체결", Supply,
       "doosan-enerbility", "saudi-aramco", Agreed},
  });
  check_all(kTable);
}

TEST_CASE("korean supply: a customer named after the contract, a sum told after the deal") {
  const Extraction named = extracted(
      "검사장비 회사 파로스텍은 268억원 규모의 공급계약을 맺었다고 공시했다. 계약 상대는 "
      "인텔로 확인됐다.");
  const ProposedEdge* contract = find_edge(named, Supply, id_of(named, "파로스텍"), "intel");
  REQUIRE(contract != nullptr);
  CHECK(amount_of(contract) == "26800000000 KRW");
  const Extraction summed = extracted(
      "로봇 업체 비바다인은 독일 보쉬와 센서 공급 계약을 체결했다. 계약 금액은 1천230만달러(약 "
      "167억원)이며 기간은 3년이다.");
  CHECK(amount_of(find_edge(summed, Supply, id_of(summed, "비바다인"), "bosch")) == "12300000 USD");
}

TEST_CASE("korean partnership: with a partner, among several, ended and wished for") {
  constexpr auto kTable = std::to_array<Says>({
      {"KT가 팔란티어와 전략적 제휴를 추진하고 있다.", Partnership, "kt", "palantir", Planned},
      {"현대자동차와 기아가 인도 TVS모터와 3륜 전기차를 공동 개발한다.", Partnership, "kia",
       "TVS모터", Agreed},
      {"삼성중공업이 미국 비거마린그룹과 사업 협력을 위한 양해각서를 체결했다고 25일 밝혔다.",
       Partnership, "samsung-heavy-industries", "비거마린그룹", Agreed},
      {"엔비디아의 파트너였던 이스라엘 비전링크와의 공동개발 계약은 지난 3월 만료됐다.",
       Partnership, "nvidia", "비전링크", Ended},
      {"태국 AI 기업 시암AI는 엔비디아의 클라우드 파트너다.", Partnership, "시암AI", "nvidia",
       Completed},
  });
  check_all(kTable);
  const Extraction three =
      extracted("카카오와 네이버, 업스테이지가 6일 AI 안전을 위한 3자 업무협약을 맺었다.");
  CHECK(edges_of(three, Partnership) == 3);
}

TEST_CASE("korean investment: rounds over several sentences, sites, shares, described investors") {
  constexpr auto kTable = std::to_array<Says>({
      {"SK스퀘어는 일본 AI 기업 프리퍼드네트웍스에 200억원을 출자한다.", Investment, "sk-square",
       "preferred-networks", Agreed},
      {"네이버가 지분을 투자한 로봇업체 클로봇은 6일 코스닥에 상장했다.", Investment, "naver",
       "클로봇", Completed},
      {"신한은행이 핀테크 기업 핀다에 300억원을 투자해 2대 주주가 됐다.", Investment, "신한은행",
       "핀다", Agreed},
      {"LG전자는 인도에 연구소를 세우고 현지 협력을 확대한다.", Investment, "lg-electronics",
       "india", Agreed},
      {"삼성SDI와 GM이 미국 인디애나주에 35억달러를 들여 배터리 공장을 세운다.", Investment, "gm",
       "indiana", Agreed},
      {"동진소재는 독일 바이어켐 지분 24%를 1100만유로에 취득했다.", Investment, "동진소재",
       "바이어켐", Completed},
      {"카타르투자청이 앤트로픽의 신규 투자 라운드에 참여하는 방안을 논의하고 있다고 전해졌다.",
       Investment, "qia", "anthropic", Rumored},
      {"삼성물산은 텍사스주에 태양광 단지를 추가로 짓는 방안을 놓고 저울질하고 있다.", Investment,
       "samsung-c-and-t", "texas", Rumored},
  });
  check_all(kTable);
  const Extraction round = extracted(
      "AI 반도체 설계기업 네오팹이 1100억원 규모의 투자를 유치했다고 7일 밝혔다. 이번 라운드는 "
      "IMM인베스트먼트가 주도했으며 네이버와 KDB산업은행, 신규 투자자로 싱가포르 버텍스벤처스가 "
      "참여했다.");
  for (const char* investor : {"IMM인베스트먼트", "naver", "버텍스벤처스"}) {
    const std::string named = investor;
    CAPTURE(named);
    const ProposedEdge* edge =
        find_edge(round, Investment, id_of(round, investor), id_of(round, "네오팹"));
    REQUIRE(edge != nullptr);
    CHECK(amount_of(edge) == "110000000000 KRW");
    CHECK(date_of(edge) == "2025-11-07");
  }
}

TEST_CASE("korean acquisition: stakes that bring control, sellers, mergers, offers") {
  constexpr auto kTable = std::to_array<Says>({
      {"LG전자가 로봇 스타트업 베어로보틱스의 경영권을 인수하기로 했다.", Acquisition,
       "lg-electronics", "베어로보틱스", Agreed},
      {"두산이 SK실트론 지분 70.6%를 인수하는 방안을 검토하고 있는 것으로 전해졌다.", Acquisition,
       "doosan-group", "sk-siltron", Rumored},
      {"롯데가 롯데렌탈을 어피니티에 1조6000억원에 매각하기로 했다.", Acquisition, "어피니티",
       "롯데렌탈", Agreed},
      {"인텔이 알테라 지분 51%를 실버레이크에 넘긴다.", Acquisition, "silver-lake", "altera",
       Agreed},
      {"소프트뱅크의 암페어 인수가 최종 무산됐다.", Acquisition, "softbank", "ampere", Ended},
      {"HD현대가 두산인프라코어를 품은 지 4년이 지났다.", Acquisition, "hd-hyundai",
       "두산인프라코어", Completed},
      {"퓨리오사AI는 메타의 인수 제안을 거절했다.", Acquisition, "meta", "furiosaai", Ended},
      {"SK이노베이션과 SK온의 합병이 발표됐다.", Acquisition, "sk-innovation", "sk-on", Agreed},
      {"크래프톤은 일본 광고회사 ADK그룹을 750억엔에 사들인다.", Acquisition, "krafton", "ADK그룹",
       Agreed},
      {"오카세라 인수를 노리던 일본 산업펀드 미즈호시캐피탈은 지난 6월 말 제안을 철회했다.",
       Acquisition, "미즈호시캐피탈", "오카세라", Ended},
  });
  check_all(kTable);
}

TEST_CASE("korean ownership: holders before, after and around the word") {
  constexpr auto kTable = std::to_array<Says>({
      {"현대차는 보스턴다이내믹스를 자회사로 두고 있다.", Ownership, "hyundai-motor",
       "boston-dynamics", Completed},
      {"카카오의 최대주주는 김범수 창업자다.", Ownership, "kim-beom-su", "kakao", Completed},
      {"SK하이닉스는 키옥시아 지분 19%를 보유하고 있다.", Ownership, "sk-hynix", "kioxia",
       Completed},
      {"업계 1위 SK쉴더스는 EQT파트너스가 대주주다.", Ownership, "EQT파트너스", "SK쉴더스",
       Completed},
      {"한미반도체는 곽동신 회장이 지분 33%를 쥐고 있다.", Ownership, "kwak-dong-shin",
       "hanmi-semiconductor", Completed},
      {"루나다이내믹스는 상용차 업체 루나모터스가 지분 80%를 쥔 자회사다.", Ownership, "루나모터스",
       "루나다이내믹스", Completed},
      {"방산기업 레오나르도는 이탈리아 정부가 지분 30%를 가진 회사다.", Ownership,
       "italian-government", "레오나르도", Completed},
      {"테라머티리얼즈는 미국 판매법인 테라아메리카와 베트남 생산법인 테라비나를 100% 자회사로 "
       "거느린다.",
       Ownership, "테라머티리얼즈", "테라비나", Completed},
  });
  check_all(kTable);
}

TEST_CASE("korean encounters: visits, meetings and who takes part") {
  constexpr auto kTable = std::to_array<Says>({
      {"순다르 피차이 구글 CEO가 다음 달 한국을 찾는다.", Visit, "sundar-pichai", "south-korea",
       Planned},
      {"리사 수 AMD CEO는 6일 평택에 있는 삼성전자 공장을 둘러봤다.", Visit, "lisa-su",
       "samsung-electronics", Completed},
      {"구광모 LG그룹 회장이 인도네시아로 출국했다.", Visit, "koo-kwang-mo", "indonesia",
       Completed},
      {"루카스 사비츠카스 리투아니아 경제혁신부 장관이 이끄는 사절단이 사흘 일정으로 한국에 왔다.",
       Visit, "루카스 사비츠카스", "south-korea", Completed},
      {"조태열 외교부 장관은 5일 워싱턴에서 마코 루비오 국무장관과 회담했다.", Meeting, "조태열",
       "marco-rubio", Completed},
      {"이재용 삼성전자 회장이 머스크 테슬라 CEO와 만났다는 소문은 사실이 아니라고 회사가 밝혔다.",
       Meeting, "lee-jae-yong", "elon-musk", Denied},
      {"노태문 삼성전자 사장은 7일 'IFA 2025'에서 기조연설을 했다.", Participation, "roh-tae-moon",
       "ifa", Completed},
      {"두산로보틱스와 뉴빌리티는 CES 2026에 참가해 신제품을 공개한다.", Participation, "뉴빌리티",
       "ces", Agreed},
  });
  check_all(kTable);
}

TEST_CASE("korean roles: given, named, held, left, in brackets, beside foreign names") {
  constexpr auto kTable = std::to_array<Says>({
      {"KT는 신임 대표에 박윤영 전 사장을 내정했다.", Role, "park-yoon-young", "kt", Planned},
      {"이석희 SK온 사장이 자리에서 물러났다.", Role, "이석희", "sk-on", Ended},
      {"두산밥캣은 6일 조덕제 부사장을 최고재무책임자에 앉혔다.", Role, "조덕제", "doosan-bobcat",
       Completed},
      {"▲한빛이노=신임 대표이사에 구본식 부사장 선임", Role, "구본식", "한빛이노", Completed},
      {"솔루션 기업 비욘드퀀타(대표 문가온)는 인텔과 협약을 맺었다.", Role, "문가온", "비욘드퀀타",
       Completed},
      {"홍성민 전 구글코리아 사장이 LG CNS의 새 대표를 맡는다는 소문을 회사가 부인했다.", Role,
       "홍성민", "lg-cns", Denied},
      {"로베르토 친골라니 레오나르도 CEO가 밝혔다. 방산기업 레오나르도는 공급 계약을 맺었다.", Role,
       "로베르토 친골라니", "레오나르도", Completed},
      {"천자웨이 위안펑전자 회장은 공장을 둘러봤다.", Role, "천자웨이", "위안펑전자", Completed},
  });
  check_all(kTable);
}

TEST_CASE("korean: facts belong to their own clause") {
  const Extraction found = extracted(
      "지난해 세원로보를 680억원에 인수한 한빛모터스가 이번에는 라이다 업체 옵티레이와 손을 "
      "잡았다.");
  const ProposedEdge* bought =
      find_edge(found, Acquisition, id_of(found, "한빛모터스"), id_of(found, "세원로보"));
  REQUIRE(bought != nullptr);
  CHECK(date_of(bought) == "2024");
  CHECK(amount_of(bought) == "68000000000 KRW");
  const ProposedEdge* joined =
      find_edge(found, Partnership, id_of(found, "한빛모터스"), id_of(found, "옵티레이"));
  REQUIRE(joined != nullptr);
  CHECK(date_of(joined) == "2025-11-10");
  CHECK(amount_of(joined).empty());
  const Extraction headline =
      extracted("", "2025-11-10", "中 CATL, 헝가리에 73억유로 투입…BMW에 납품");
  CHECK(amount_of(find_edge(headline, Investment, "catl", "hungary")) == "7300000000 EUR");
  CHECK(amount_of(find_edge(headline, Supply, "catl", "bmw")).empty());
}

TEST_CASE("korean: what only looks like a deal is none") {
  for (const char* text : {
           "삼성전자는 인텔을 제치고 반도체 매출 1위에 올랐다.",
           "SK하이닉스는 삼성전자보다 먼저 HBM4 양산에 들어갔다.",
           "애플은 구글과 특허 소송을 벌이고 있다.",
           "미국 정부는 중국에 AI 칩 수출을 금지했다.",
           "전문가들은 삼성전자가 TSMC와 협력해야 한다고 지적했다.",
           "삼성전자가 반도체 투자를 늘리면 장비 업체가 수혜를 볼 것으로 보인다.",
           "만약 퀄컴이나 브로드컴이 인텔을 통째로 떠안는다면 어떤 일이 벌어질까.",
           "이들은 TSMC나 삼성전자 같은 파운드리에 생산을 맡긴다.",
           "외국인은 삼성전자와 SK하이닉스를 각각 3200억원, 2100억원 순매수했다.",
           "엔비디아와 AMD의 GPU 가격이 올랐다.",
           "구글은 텍사스 시장에서 해법을 찾았다.",
           "한국전력은 체코 정부와 원전 협력을 논의하기 위해 대표단을 보냈다.",
           "금융위원회는 토스뱅크에 과징금을 부과했다.",
           "이날 행사에는 삼성전자와 SK하이닉스 임직원 300여명이 참석했다.",
       }) {
    const std::string sentence = text;
    CAPTURE(sentence);
    CHECK(extracted(sentence).edges.empty());
  }
  CHECK(edges_of(extracted("마이크로소프트는 오픈AI에 투자한 이후 구글과 경쟁하고 있다."),
                 Investment) == 1);
}

TEST_CASE("korean names: everyday words are no companies") {
  for (const char* word : {"안테나", "리밸런싱", "시리즈B", "증시"}) {
    const Extraction found = extracted(
        "방산기업 레오나르도와 안테나 공급 계약을 맺었다. 시리즈B 투자를 마쳤다. 인도 증시에 "
        "상장했다.",
        "2025-11-10", "SK, 리밸런싱 가속");
    const std::string everyday = word;
    CAPTURE(everyday);
    CHECK(find_named(found, word) == nullptr);
  }
}
