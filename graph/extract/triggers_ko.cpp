// SPDX-License-Identifier: MIT
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/trie.hpp"
#include "graph/extract/triggers.hpp"

namespace dealgraph::extract {
namespace {

using enum Frame;
using enum Status;

constexpr auto kTriggers = std::to_array<Trigger>({
    // supply
    {"공급", Supply, Agreed},
    {"납품", Supply, Agreed},
    {"제공", Supply, Agreed},
    {"판매", Supply, Agreed},
    {"수출", Supply, Agreed},
    {"출하", Supply, Completed},
    {"독점 공급", Supply, Agreed},
    {"독점공급", Supply, Agreed},
    {"양산 공급", Supply, Agreed},
    {"위탁생산", Supply, Agreed},
    {"위탁 생산", Supply, Agreed},
    {"전력구매계약", Supply, Agreed},
    {"전달", Supply, Completed},
    {"샘플을 보", Supply, Completed},
    {"공급받", SupplyReceived, Agreed},
    {"공급 받", SupplyReceived, Agreed},
    {"납품받", SupplyReceived, Agreed},
    {"제공받", SupplyReceived, Agreed},
    {"조달", SupplyReceived, Agreed},
    {"구매", SupplyReceived, Agreed},
    {"구입", SupplyReceived, Agreed},
    {"도입", SupplyReceived, Agreed},
    {"들이는", SupplyReceived, Agreed},
    {"들여오", SupplyReceived, Agreed},
    {"들여온", SupplyReceived, Agreed},
    {"사들이", SupplyReceived, Agreed},
    {"사들여", SupplyReceived, Completed},
    {"사 쓰", SupplyReceived, Completed},
    {"사다 쓰", None, Agreed},
    {"빌려 쓰", SupplyReceived, Agreed},
    {"빌리", SupplyReceived, Agreed},
    {"임차", SupplyReceived, Agreed},
    {"채택", SupplyReceived, Agreed},
    {"탑재", SupplyReceived, Agreed},
    {"클라우드 계약", SupplyReceived, Agreed},
    {"클라우드 이용 계약", SupplyReceived, Agreed},
    {"이용 계약", SupplyReceived, Agreed},
    {"이용계약", SupplyReceived, Agreed},
    {"구매 계약", SupplyReceived, Agreed},
    {"구매계약", SupplyReceived, Agreed},
    {"임대 계약", SupplyReceived, Agreed},
    {"사용 계약", SupplyReceived, Agreed},
    {"받는다", SupplyReceived, Agreed},
    {"받고 ", SupplyReceived, Agreed},
    {"받고,", SupplyReceived, Agreed},
    {"받기로", SupplyReceived, Agreed},
    {"받아 왔", SupplyReceived, Completed},
    {"받았다", SupplyReceived, Completed},
    {"발주", SupplyOrdered, Agreed},
    {"주문", SupplyOrdered, Agreed},
    {"생산을 맡", SupplyOrdered, Agreed},
    {"수주", SupplyWon, Agreed},
    {"따내", SupplyWon, Agreed},
    {"따낸", SupplyWon, Agreed},
    {"따냈", SupplyWon, Agreed},
    {"물량을 확보", SupplyReceived, Agreed},
    {"공급망", None, Agreed},
    {"공급사", None, Agreed},
    {"공급처", None, Agreed},
    {"공급업체", None, Agreed},
    {"공급량", None, Agreed},
    {"공급 부족", None, Agreed},
    {"공급 과잉", None, Agreed},
    {"구매력", None, Agreed},
    {"주문형", None, Agreed},
    {"주문량", None, Agreed},
    {"판매량", None, Agreed},
    {"판매망", None, Agreed},
    {"수출 규제", None, Agreed},
    {"수출규제", None, Agreed},
    {"수출 통제", None, Agreed},
    {"수출통제", None, Agreed},
    {"도입 시점", None, Agreed},
    {"수주잔고", None, Agreed},
    {"제공업체", None, Agreed},
    // partnership
    {"업무협약", Partner, Agreed},
    {"양해각서", Partner, Agreed},
    {"투자양해각서", Partner, Agreed},
    {"협약", Partner, Agreed},
    {"MOU", Partner, Agreed},
    {"LOI", None, Agreed},
    {"의향서", Partner, Agreed},
    {"손잡", Partner, Agreed},
    {"손을 잡", Partner, Agreed},
    {"손 잡", Partner, Agreed},
    {"손을 맞잡", Partner, Agreed},
    {"맞손", Partner, Agreed},
    {"협력", Partner, Agreed},
    {"협업", Partner, Agreed},
    {"제휴", Partner, Agreed},
    {"파트너십", Partner, Agreed},
    {"동맹", Partner, Agreed},
    {"'AI 동맹", Partner, Agreed},
    {"공동 개발", Partner, Agreed},
    {"공동개발", Partner, Agreed},
    {"공동으로 개발", Partner, Agreed},
    {"공동 연구", Partner, Agreed},
    {"공동연구", Partner, Agreed},
    {"공동 설립", Partner, Agreed},
    {"함께 개발", Partner, Agreed},
    {"함께 설립", Partner, Agreed},
    {"합작", Partner, Agreed},
    {"합작법인", Partner, Agreed},
    {"합작사", Partner, Agreed},
    {"컨소시엄을", Partner, Agreed},
    {"힘을 합", Partner, Agreed},
    {"팀을 이", Partner, Agreed},
    {"협력사", None, Agreed},
    {"협력업체", None, Agreed},
    {"협력체", None, Agreed},
    // investment
    {"투자", Invest, Agreed},
    {"출자", Invest, Agreed},
    {"투입", Invest, Agreed},
    {"들여", Invest, Agreed},
    {"보조", Invest, Agreed},
    {"보조금", Invest, Agreed},
    {"추가 지원", Invest, Agreed},
    {"지원하기로", Invest, Agreed},
    {"지원한다", Invest, Agreed},
    {"지원했", Invest, Agreed},
    {"자금 지원", Invest, Agreed},
    {"자금을 지원", Invest, Agreed},
    {"돈을 댄", Invest, Completed},
    {"돈을 대", Invest, Completed},
    {"자금을 대", Invest, Agreed},
    {"지분을 취득", Invest, Agreed},
    {"지분을 인수", Invest, Agreed},
    {"지분을 매입", Invest, Agreed},
    {"지분 매입", Invest, Agreed},
    {"지분 투자", Invest, Agreed},
    {"지분투자", Invest, Agreed},
    {"유상증자에 참여", Invest, Agreed},
    {"투자 유치", InvestReceived, Agreed},
    {"투자유치", InvestReceived, Agreed},
    {"투자를 유치", InvestReceived, Agreed},
    {"투자를 받", InvestReceived, Agreed},
    {"투자받", InvestReceived, Agreed},
    {"투자 받", InvestReceived, Agreed},
    {"자금을 유치", InvestReceived, Agreed},
    {"유치", InvestReceived, Agreed},
    {"조달했", InvestReceived, Agreed},
    {"투자자", None, Agreed},
    {"투자사", None, Agreed},
    {"투자은행", None, Agreed},
    {"투자증권", None, Agreed},
    {"투자청", None, Agreed},
    {"투자업계", None, Agreed},
    {"투자 심리", None, Agreed},
    {"투자심리", None, Agreed},
    {"보조금 지급 중단", None, Agreed},
    {"공사에 들어가", Invest, Planned},
    {"공장을 짓", Invest, Agreed},
    {"공장을 건설", Invest, Agreed},
    {"공장을 세", Invest, Agreed},
    {"데이터센터를 짓", Invest, Agreed},
    {"데이터센터를 건설", Invest, Agreed},
    {"데이터센터를 구축", Invest, Agreed},
    {"연구소를 설립", Invest, Agreed},
    // acquisition
    {"인수", Acquire, Agreed},
    {"인수합병", Acquire, Agreed},
    {"합병", Acquire, Agreed},
    {"흡수합병", Acquire, Agreed},
    {"사들", Acquire, Agreed},
    {"매입", Acquire, Agreed},
    {"경영권을 확보", Acquire, Agreed},
    {"품에 안", Acquire, Agreed},
    {"품는다", Acquire, Agreed},
    {"품었", Acquire, Agreed},
    {"인수가", Acquire, Agreed},
    {"매각", Sell, Agreed},
    {"인수위", None, Agreed},
    {"인수인계", None, Agreed},
    {"매입채무", None, Agreed},
    // visit
    {"방문", Visit, Completed},
    {"찾아", Visit, Completed},
    {"찾은", Visit, Completed},
    {"찾았", Visit, Completed},
    {"찾는", Visit, Planned},
    {"찾을", Visit, Planned},
    {"방한", Visit, Completed},
    {"재방한", Visit, Completed},
    {"내한", Visit, Completed},
    {"방일", Visit, Completed},
    {"방미", Visit, Completed},
    {"방중", Visit, Completed},
    {"견학", Visit, Completed},
    {"둘러보", Visit, Completed},
    {"둘러봤", Visit, Completed},
    {"둘러본", Visit, Completed},
    {"시찰", Visit, Completed},
    {"순방", Visit, Completed},
    {"도착", Visit, Completed},
    {"입국", Visit, Completed},
    {"방문객", None, Agreed},
    {"찾아보", None, Agreed},
    {"찾아내", None, Agreed},
    {"찾아오", Visit, Completed},
    // meeting
    {"만나", Meet, Completed},
    {"만났", Meet, Completed},
    {"만난", Meet, Completed},
    {"만날", Meet, Planned},
    {"만남", Meet, Completed},
    {"회동", Meet, Completed},
    {"면담", Meet, Completed},
    {"접견", Meet, Completed},
    {"예방", Meet, Completed},
    {"회담", Meet, Completed},
    {"환담", Meet, Completed},
    {"독대", Meet, Completed},
    {"식사", Meet, Completed},
    {"만찬", Meet, Completed},
    {"오찬", Meet, Completed},
    {"조찬", Meet, Completed},
    {"점심", Meet, Completed},
    {"머리를 맞대", Meet, Completed},
    {"이야기를 나", Meet, Completed},
    {"대화를 나", Meet, Completed},
    {"저녁을 먹", Meet, Completed},
    {"저녁을 함께", Meet, Completed},
    {"저녁 식사", Meet, Completed},
    {"식사를 함께", Meet, Completed},
    {"면담했", Meet, Completed},
    {"의견을 나", Meet, Completed},
    {"화상 회의", Meet, Completed},
    {"배석", Attend, Completed},
    {"동석", Attend, Completed},
    {"함께 앉", Attend, Completed},
    {"자리를 함께", Attend, Completed},
    {"함께해 ", Attend, Completed},
    {"함께했", Attend, Completed},
    {"자리했", Attend, Completed},
    {"자리에 함께", Attend, Completed},
    {"회담장", None, Agreed},
    {"만찬장", None, Agreed},
    {"예방책", None, Agreed},
    {"만나볼", None, Agreed},
    // participation
    {"참여", Participate, Agreed},
    {"참가", Participate, Agreed},
    {"합류", Participate, Agreed},
    {"참석", Participate, Completed},
    {"동참", Participate, Agreed},
    {"연설", Participate, Completed},
    {"기조연설", Participate, Completed},
    {"강연", Participate, Completed},
    {"주관", Participate, Completed},
    {"주최", Participate, Completed},
    {"개최", Participate, Completed},
    {"참여시", Include, Agreed},
    {"합류시", Include, Agreed},
    {"끌어들", Include, Agreed},
    {"짓고", Build, Agreed},
    {"짓기로", Build, Agreed},
    {"추진", Build, Agreed},
    {"구축", Build, Agreed},
    {"조성", Build, Agreed},
    {"출범", Build, Agreed},
    {"참가자", None, Agreed},
    {"참석자", None, Agreed},
    {"참여자", None, Agreed},
    {"밝혔", Speak, Completed},
    {"말했", Speak, Completed},
    {"강조했", Speak, Completed},
    {"발표했", Speak, Completed},
    {"공개했", Speak, Completed},
    {"선보였", Speak, Completed},
    {"소개했", Speak, Completed},
    {"전시했", Speak, Completed},
});

const Trie& trie() {
  static const Trie kTrie = [] {
    Trie made;
    for (std::uint32_t i = 0; i < kTriggers.size(); ++i) made.insert(kTriggers[i].stem, i);
    return made;
  }();
  return kTrie;
}

}  // namespace

std::span<const Trigger> korean_triggers() { return kTriggers; }

std::optional<EdgeType> edge_type_of(Frame frame) {
  switch (frame) {
    case Supply:
    case SupplyReceived:
    case SupplyOrdered:
    case SupplyWon:
    case CustomersAre:
      return EdgeType::Supply;
    case Partner:
      return EdgeType::Partnership;
    case Invest:
    case InvestReceived:
      return EdgeType::Investment;
    case Acquire:
    case Sell:
    case AcquireOffer:
      return EdgeType::Acquisition;
    case Visit:
      return EdgeType::Visit;
    case Meet:
    case Attend:
      return EdgeType::Meeting;
    case Participate:
    case Include:
    case Build:
    case Speak:
      return EdgeType::Participation;
    case None:
      return std::nullopt;
  }
  return std::nullopt;
}

std::vector<TriggerHit> find_korean_triggers(std::string_view text, Span sentence) {
  std::vector<TriggerHit> hits;
  std::vector<Trie::Match> matches;
  const std::string_view within = text.substr(0, sentence.end);
  for (std::size_t at = sentence.begin; at < sentence.end;) {
    matches.clear();
    trie().match(within, at, matches);
    if (matches.empty()) {
      at += character_at(text, at).size;
      continue;
    }
    const Trie::Match& longest = matches.back();
    const Trigger& trigger = kTriggers[longest.value];
    const Span span{static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(at + longest.length)};
    if (trigger.frame != None) hits.push_back({span, &trigger});
    at = span.end;
  }
  return hits;
}

}  // namespace dealgraph::extract
