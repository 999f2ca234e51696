// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "graph/extract/triggers.hpp"

namespace dealgraph::extract {

/// Longer Korean words that only look like triggers, so that the longest match passes over them.
/// A stem that begins with a blank stands at the beginning of a word only.
inline constexpr auto kDecoyWords = [] {
  using enum Frame;
  using enum Status;
  return std::to_array<Trigger>({
      {"검사는", None, Agreed},
      {"공급망", None, Agreed},        {"공급사", None, Agreed},
      {"공급처", None, Agreed},        {"공급업체", None, Agreed},
      {"공급량", None, Agreed},        {"공급 부족", None, Agreed},
      {"공급 과잉", None, Agreed},     {"구매력", None, Agreed},
      {"주문형", None, Agreed},        {"주문량", None, Agreed},
      {"판매량", None, Agreed},        {"판매망", None, Agreed},
      {"수출 규제", None, Agreed},     {"수출규제", None, Agreed},
      {"수출 통제", None, Agreed},     {"수출통제", None, Agreed},
      {"도입 시점", None, Agreed},     {"수주잔고", None, Agreed},
      {"제공업체", None, Agreed},      {"LOI", None, Agreed},
      {"협력사", None, Agreed},        {"협력업체", None, Agreed},
      {"협력체", None, Agreed},        {"투자자", None, Agreed},
      {"투자사", None, Agreed},        {"투자은행", None, Agreed},
      {"투자증권", None, Agreed},      {"투자청", None, Agreed},
      {"투자업계", None, Agreed},      {"투자 심리", None, Agreed},
      {"투자심리", None, Agreed},      {"보조금 지급 중단", None, Agreed},
      {"품으로", None, Agreed},        {"인수위", None, Agreed},
      {"인수인계", None, Agreed},      {"매입채무", None, Agreed},
      {"방문객", None, Agreed},        {"찾아보", None, Agreed},
      {"찾아내", None, Agreed},        {"회담장", None, Agreed},
      {"만찬장", None, Agreed},        {"예방책", None, Agreed},
      {"만나볼", None, Agreed},        {"참가자", None, Agreed},
      {"참석자", None, Agreed},        {"참여자", None, Agreed},
      {"수주전", None, Agreed},        {"수주 잔고", None, Agreed},
      {"발주처", None, Agreed},        {"발주사", None, Agreed},
      {"주문 제작", None, Agreed},     {"선주문", None, Agreed},
      {"인계", None, Agreed},          {"납품처", None, Agreed},
      {"단일판매", None, Agreed},      {"공급권", None, Agreed},
      {"공급자", None, Agreed},        {"판매가", None, Agreed},
      {"제공사", None, Agreed},        {"공급가", None, Agreed},
      {"판매법인", None, Agreed},      {"판매 법인", None, Agreed},
      {"구매처", None, Agreed},        {"판매 재개", None, Agreed},
      {"판매처", None, Agreed},        {"구매자", None, Agreed},
      {"판매자", None, Agreed},        {"수출입", None, Agreed},
      {"구매 의사", None, Agreed},     {"연합", None, Agreed},
      {"협약식", None, Agreed},        {"협약서", None, Agreed},
      {"손잡이", None, Agreed},        {"연합군", None, Agreed},
      {"협력체계", None, Agreed},      {"협력 방안", None, Agreed},
      {"협력 가능성", None, Agreed},   {"투자처", None, Agreed},
      {"투자금융", None, Agreed},      {"투자조합", None, Agreed},
      {"투자 라운드", None, Agreed},   {"설비투자", None, Agreed},
      {"투자 유치전", None, Agreed},   {"투자업", None, Agreed},
      {"투자의견", None, Agreed},      {"투자한도", None, Agreed},
      {"출자한 법인", None, Agreed},   {"출자한 회사", None, Agreed},
      {"출자 전환", None, Agreed},     {"들어서", None, Agreed},
      {"설립자", None, Agreed},        {"지어졌", None, Agreed},
      {"건설사", None, Agreed},        {"건설업", None, Agreed},
      {"인수자", None, Agreed},        {"인수·합병", None, Agreed},
      {"인수합병 시장", None, Agreed}, {"인수금융", None, Agreed},
      {"인수단", None, Agreed},        {"취득세", None, Agreed},
      {"학위를 취득", None, Agreed},   {"인증을 취득", None, Agreed},
      {"자격을 취득", None, Agreed},   {"자사주 매입", None, Agreed},
      {"자사주를 매입", None, Agreed}, {"자사주 취득", None, Agreed},
      {"매입가", None, Agreed},        {"매각 주관", None, Agreed},
      {"양도소득", None, Agreed},      {"방문자", None, Agreed},
      {"찾기", None, Agreed},          {"찾아 나", None, Agreed},
      {"되찾", None, Agreed},          {"찾아볼", None, Agreed},
      {"길을 찾", None, Agreed},       {"방법을 찾", None, Agreed},
      {"방안을 찾", None, Agreed},     {"해법을 찾", None, Agreed},
      {"기회를 찾", None, Agreed},     {"돌파구를 찾", None, Agreed},
      {"활로를 찾", None, Agreed},     {"일정을 소화", None, Agreed},
      {"기자들과 만나", None, Agreed}, {"기자와 만나", None, Agreed},
      {"취재진과 만나", None, Agreed}, {"간담회", None, Agreed},
      {"예방주사", None, Agreed},      {"예방 접종", None, Agreed},
      {"사고 예방", None, Agreed},     {"이 자리에는", None, Agreed},
  });
}();

}  // namespace dealgraph::extract
