// SPDX-License-Identifier: MIT
#include "graph/extract/relations.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;
using enum EdgeType;
using enum Status;

TEST_CASE("coverage: every edge type has words that set it off") {
  // Roles and ownership are told by posts and by nouns (roles_*.cpp, ownership_*.cpp).
  std::set<EdgeType> covered{Role, Ownership};
  for (const Trigger& trigger : korean_triggers()) {
    if (const auto type = edge_type_of(trigger.frame)) covered.insert(*type);
  }
  for (const EdgeTypeInfo& type : edge_types()) {
    CAPTURE(type.name);
    CHECK(covered.contains(type.type));
    CHECK(english_cues_cover(type.type));
  }
}

TEST_CASE("supply: Korean, both ways of telling it") {
  CHECK(has_edge(extracted("마이크론은 엔비디아에 HBM4를 공급하기로 했다."), Supply, "micron",
                 "nvidia", Agreed));
  CHECK(has_edge(extracted("엔비디아는 마이크론으로부터 HBM4를 공급받기로 했다."), Supply, "micron",
                 "nvidia"));
  CHECK(has_edge(extracted("마이크론은 엔비디아로부터 1조원어치를 수주했다."), Supply, "micron",
                 "nvidia"));
  CHECK(
      has_edge(extracted("엔비디아가 마이크론에 메모리를 발주했다."), Supply, "micron", "nvidia"));
  CHECK_FALSE(has_edge(extracted("마이크론은 엔비디아에 HBM4를 공급하기로 했다."), Supply, "nvidia",
                       "micron"));
}

TEST_CASE("supply: English, active and by purchase") {
  CHECK(has_edge(extracted("Micron will supply memory to Nvidia."), Supply, "micron", "nvidia"));
  CHECK(has_edge(extracted("Meta agreed to buy chips from Google."), Supply, "google", "meta"));
  CHECK(has_edge(extracted("Oracle signed a contract with Nvidia for chips."), Supply, "nvidia",
                 "oracle"));
}

TEST_CASE("partnership: with a partner, or among the members of a group") {
  CHECK(has_edge(extracted("네이버는 엔비디아와 업무협약을 체결했다."), Partnership, "naver",
                 "nvidia", Agreed));
  CHECK(has_edge(extracted("네이버와 엔비디아는 손을 잡았다."), Partnership, "naver", "nvidia"));
  CHECK(has_edge(extracted("Intel partnered with Microsoft."), Partnership, "intel", "microsoft"));
  CHECK(has_edge(extracted("Intel and Microsoft announced a partnership."), Partnership, "intel",
                 "microsoft"));
}

TEST_CASE("coordination: one edge for each pair") {
  const Extraction found = extracted("인텔은 삼성전자·SK하이닉스·마이크론에 장비를 공급한다.");
  for (const char* customer : {"samsung-electronics", "sk-hynix", "micron"}) {
    CAPTURE(customer);
    CHECK(has_edge(found, Supply, "intel", customer));
  }
  const Extraction english = extracted("Google signed a partnership with Intel, AMD and Nvidia.");
  for (const char* partner : {"intel", "amd", "nvidia"}) {
    CAPTURE(partner);
    CHECK(has_edge(english, Partnership, "google", partner));
  }
}

TEST_CASE("investment and acquisition: amount, conversion and passive") {
  const Extraction invested =
      extracted("소프트뱅크가 인텔에 20억 달러(약 2조8000억원)를 투자하기로 했다.");
  CHECK(amount_of(find_edge(invested, Investment, "softbank", "intel")) == "2000000000 USD");
  CHECK(has_edge(extracted("AMD가 자일링스를 인수했다."), Acquisition, "amd", "xilinx", Completed));
  CHECK(has_edge(extracted("Xilinx was acquired by AMD."), Acquisition, "amd", "xilinx"));
  CHECK(has_edge(extracted("Intel completed the acquisition of Mobileye."), Acquisition, "intel",
                 "mobileye", Completed));
}

TEST_CASE("visit: to a country, and by its own word") {
  const Extraction found = extracted("젠슨 황 엔비디아 CEO가 지난 3일 방한했다. 한국은 반겼다.");
  CHECK(has_edge(found, Visit, "jensen-huang", "south-korea", Completed));
  CHECK(has_edge(found, Role, "jensen-huang", "nvidia", Completed));
  CHECK(
      has_edge(extracted("Sam Altman arrived in Seoul on Monday."), Visit, "sam-altman", "seoul"));
}

TEST_CASE("meeting: guest with each host, and the two of a pair") {
  const Extraction found =
      extracted("샘 올트먼 오픈AI CEO는 지난 1일 이재용 삼성전자 회장과 만났다.");
  const ProposedEdge* met = find_edge(found, Meeting, "sam-altman", "lee-jae-yong");
  REQUIRE(met != nullptr);
  CHECK(met->claim.status == Completed);
  CHECK(date_of(met) == "2025-11-01");
  CHECK(has_edge(extracted("Jensen Huang met with Lisa Su in Taipei."), Meeting, "jensen-huang",
                 "lisa-su"));
}

TEST_CASE("role: current, former, to come and ended") {
  CHECK(has_edge(extracted("리사 수 AMD CEO가 말했다."), Role, "lisa-su", "amd", Completed));
  CHECK(has_edge(extracted("AMD CEO Lisa Su spoke."), Role, "lisa-su", "amd", Completed));
  CHECK(has_edge(extracted("former Intel CEO Pat Gelsinger spoke."), Role, "pat-gelsinger", "intel",
                 Ended));
  CHECK(has_edge(extracted("팻 겔싱어 전 인텔 CEO가 말했다."), Role, "pat-gelsinger", "intel",
                 Ended));
}

TEST_CASE("participation and ownership") {
  CHECK(has_edge(extracted("오라클과 소프트뱅크가 스타게이트에 참여한다."), Participation, "oracle",
                 "stargate"));
  CHECK(has_edge(extracted("SK하이닉스 자회사인 솔리다임은 낸드를 만든다."), Ownership, "sk-hynix",
                 "solidigm"));
  CHECK(
      has_edge(extracted("솔리다임은 SK하이닉스의 자회사다."), Ownership, "sk-hynix", "solidigm"));
  CHECK(has_edge(extracted("Solidigm, a subsidiary of SK hynix, makes drives."), Ownership,
                 "sk-hynix", "solidigm"));
}

TEST_CASE("modality: rumoured, planned, denied, ended") {
  CHECK(has_edge(extracted("메타가 구글로부터 TPU를 공급받는 방안을 검토하고 있다."), Supply,
                 "google", "meta", Rumored));
  CHECK(has_edge(extracted("인텔은 오하이오에 200억달러를 투자할 계획이다."), Investment, "intel",
                 "ohio", Planned));
  CHECK(has_edge(extracted("TSMC는 인텔을 인수한다는 보도는 사실이 아니라고 밝혔다."), Acquisition,
                 "tsmc", "intel", Denied));
  CHECK(
      has_edge(extracted("엔비디아의 Arm 인수가 무산됐다."), Acquisition, "nvidia", "arm", Ended));
  CHECK(has_edge(extracted("Nvidia is in talks to acquire Arm."), Acquisition, "nvidia", "arm",
                 Rumored));
  CHECK(has_edge(extracted("Nvidia's deal to buy Arm was called off."), Acquisition, "nvidia",
                 "arm", Ended));
}

TEST_CASE("lists: the counterpart is who the list is about") {
  const Extraction found = extracted(
      "엔비디아는 국내 기업에 GPU를 공급한다. 배정 물량은 △삼성전자 5만장 △네이버클라우드 "
      "6만장이다.");
  CHECK(has_edge(found, Supply, "nvidia", "samsung-electronics"));
  CHECK(has_edge(found, Supply, "nvidia", "naver-cloud"));
}

TEST_CASE("no edge where none is said") {
  CHECK(extracted("삼성전자와 SK하이닉스 주가가 올랐다. 엔비디아는 내렸다.").edges.empty());
  CHECK(extracted("Demand for Nvidia chips exceeds supply. Intel fell 3%.").edges.empty());
  CHECK(extracted("출자가 마무리되면 소니그룹이 이익을 본다.").edges.empty());
}

TEST_CASE("a story told twice is one edge with two sentences") {
  const Extraction found = extracted(
      "마이크론은 엔비디아에 HBM4를 공급하기로 했다. 마이크론은 내년에도 엔비디아에 HBM4를 "
      "공급하기로 했다.");
  CHECK(std::ranges::count(found.edges, Supply, &ProposedEdge::type) >= 1);
  const ProposedEdge* edge = find_edge(found, Supply, "micron", "nvidia");
  REQUIRE(edge != nullptr);
  CHECK_FALSE(edge->evidence.empty());
}
