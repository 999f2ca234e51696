// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>

#include "graph/extract/characters.hpp"
#include "graph/extract/reader_ko.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

constexpr EntityTypes kInvestees{EntityType::Organization, EntityType::Project, EntityType::Place};

// ---- partnership

/// "의향서를 오픈AI와 체결했다": the partner between the paper and its verb.
std::size_t partner_after(const KoreanReader& r) {
  for (std::size_t i = 0; i < r.args().size(); ++i) {
    const Argument& a = r.args()[i];
    if (a.span.begin < r.at() || a.kind != Case::With || !r.has_type(a, kActors)) continue;
    const std::string_view verb = r.text().substr(a.span.end, 40);
    if (starts_with_any(verb, {" 체결", " 맺", " 서명", " 교환", " 손"})) return i;
  }
  return kNoArgument;
}

/// 공급 협력: the supply alone is said.
bool is_supply_contract(const KoreanReader& r) {
  const std::string_view before = r.text().substr(0, r.at());
  return before.ends_with("공급 ") || before.ends_with("구매 ") || before.ends_with("납품 ");
}

/// 협력하다, 협력을 맺다: somebody does it. "기술 협력 논의" only names the matter.
bool is_act(const KoreanReader& r) {
  if (r.stem() != "협력" && r.stem() != "협업") return true;
  return starts_with_any(r.after(), {"하", "한", "해", "키로", "에 합의", "에 나", "을 강화",
                                     "을 맺", "을 약속", "을 확대", "은 ", "이 "});
}

/// "A는 B와 X를, C는 D와 Y를 함께 개발한다": the pairs before share the predicate.
void gapped_partners(KoreanReader& r) {
  std::size_t s = r.subject_at();
  while (s != kNoArgument && s >= 2) {
    const std::uint32_t begin = r.args()[s].span.begin;
    const std::string_view before = r.text().substr(0, begin);
    if (!before.ends_with("를, ") && !before.ends_with("을, ")) return;
    const std::size_t earlier =
        r.nearest(begin, r.sentence_begin(), [&](const Argument& a, std::size_t) {
          return is_subject_case(a.kind) && r.has_type(a, kOrganizations);
        });
    if (earlier == kNoArgument) return;
    const std::size_t with =
        r.nearest(begin, r.args()[earlier].span.end, [&](const Argument& a, std::size_t) {
          return a.kind == Case::With && r.has_type(a, kOrganizations);
        });
    if (with == kNoArgument) return;
    r.emit(EdgeType::Partnership, r.entities(earlier, kOrganizations),
           r.entities(with, kOrganizations));
    s = earlier;
  }
}

/// Working together "in" a named project is taking part in it.
void join_project(KoreanReader& r, const Entities& members) {
  const std::size_t project =
      r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
        return (a.kind == Case::Source || a.kind == Case::Recipient) &&
               r.has_type(a, {EntityType::Project});
      });
  if (project == kNoArgument) return;
  r.emit(EdgeType::Participation, members, r.entities(project, {EntityType::Project}));
}

/// 협력을 논의하기 위해, 협력 방안: the matter of a talk.
bool is_matter(const KoreanReader& r) {
  if (!r.stem().starts_with("협력") && !r.stem().starts_with("협업")) return false;
  return starts_with_any(r.after(),
                         {"을 논의", " 논의", "을 모색", "을 당부", "을 요청", "을 제안", "을 위해",
                          "을 위한", "에 대해", "을 주제", "도 논의", " 방안", "을 거부"});
}

void partner(KoreanReader& r) {
  if (is_supply_contract(r) || is_matter(r)) return;
  // 연간 계약을 협의하고 있다: a talk about another kind of deal.
  if (starts_with_any(r.stem(), {"협의", "접촉"}) &&
      r.clause_has(
          {"계약", "물량", "공급", "가격", "구매", "인수", "매각", "투자", "임금", "일정"})) {
    return;
  }
  // A와 B의 합작사 X: the two before the word.
  const std::size_t joint =
      r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
        return a.entities.size() >= 2 && a.kind == Case::Owner && r.has_type(a, kOrganizations) &&
               a.span.end + 24 >= r.at();
      });
  if (joint != kNoArgument && r.complement({Case::With}, kActors) == kNoArgument)
    return r.emit_pairs(EdgeType::Partnership, r.entities(joint, kOrganizations));
  std::size_t with = r.complement_anywhere({Case::With}, kActors);
  if (with == kNoArgument) with = partner_after(r);
  // "A는 B의 클라우드 파트너다"
  if (with == kNoArgument && (r.stem().starts_with("파트너") || r.stem().starts_with("협력사다")))
    with = r.complement({Case::Owner, Case::Modifier}, kOrganizations);
  Entities first = r.as_organizations(r.subject_given(with != kNoArgument));
  if (with == r.subject_at()) with = kNoArgument;
  const Entities second = r.as_organizations(r.entities(with, kActors));
  if ((first.empty() || r.subject_at() == kNoArgument) && with != kNoArgument) {
    // A의 파트너였던 B와의 공동개발 계약
    const std::size_t owner = r.nearest(
        r.args()[with].span.begin, r.sentence_begin(), [&](const Argument& a, std::size_t) {
          return a.kind == Case::Owner && r.has_type(a, kOrganizations);
        });
    if (owner != kNoArgument) first = r.entities(owner, kOrganizations);
  }
  if (first.size() == 1 && second.size() == 1 && first == second) return;
  join_project(r, first);
  if (!second.empty()) {
    r.emit(EdgeType::Partnership, first, second);
    gapped_partners(r);
  } else if (first.size() >= 2 && is_act(r)) {
    r.emit_pairs(EdgeType::Partnership, first);
  }
}

// ---- investment

/// "라피더스는 … 8개사가 출자해 세운 회사다": the sentence's topic is what was founded.
bool founds_topic(const KoreanReader& r) {
  return contains_any(r.text().substr(r.at()).substr(0, 80),
                      {"회사다", "기업이다", "법인이다", "회사로", "법인으로", "기업으로", "회사이",
                       "기업이며", "회사며", "법인이"});
}

Entities sentence_topic(const KoreanReader& r) {
  for (std::size_t i = 0; i < r.args().size(); ++i) {
    const Argument& a = r.args()[i];
    if (a.kind == Case::Topic && r.has_type(a, kOrganizations) && i != r.subject_at())
      return r.filtered(a, kOrganizations);
  }
  return {};
}

void invest(KoreanReader& r) {
  const std::string_view stem = r.stem();
  if (starts_with_any(r.after(), {" 계획을 점검", " 심리", " 수요", " 전략"})) return;
  // 14.7% 지분을 늘렸다 and the like are stakes.
  std::size_t target = r.complement({Case::Recipient}, kInvestees);
  const Entities investors = r.subject_given(target != kNoArgument);
  if (target == kNoArgument) target = r.complement({Case::Recipient}, kInvestees);
  if (target == kNoArgument && r.described() != kNoArgument && r.described() != r.subject_at() &&
      r.has_type(r.args()[r.described()], kInvestees)) {
    target = r.described();
  }
  if (target == kNoArgument) target = r.complement({Case::Source}, kPlaces);
  if (target == kNoArgument && stem == "들여") {
    for (std::size_t i = 0; i < r.args().size() && target == kNoArgument; ++i) {
      const Argument& a = r.args()[i];
      if (a.span.begin > r.at() && a.kind == Case::Recipient && r.has_type(a, kInvestees))
        target = i;
    }
  }
  if (target == kNoArgument && !r.view().sentence.title)
    target = r.complement_anywhere({Case::Recipient}, kInvestees);
  if (investors.empty()) return;
  if (stem.starts_with("지원") && !r.names_money()) return;
  Entities targets = r.entities(target, kInvestees);
  // "8개사가 73억엔을 모아 만든 회사"
  const bool pools = stem == " 모아 ";
  if (pools && !contains_any(r.after().substr(0, 40), {"만든", "세운", "설립", "출범"})) return;
  if (pools || (targets.empty() && founds_topic(r))) targets = sentence_topic(r);
  if (targets.empty() && r.names_money() && stem == "투입" && r.context().site != kNoEntity)
    targets = {r.context().site};
  if (targets.empty() && r.sentence_has({"사업비", "총사업비"}) &&
      r.context().discourse.project != kNoEntity) {
    targets = {r.context().discourse.project};
  }
  const Entities payers = as_payers(r, investors);
  remember_round(r, targets, false);
  r.emit(EdgeType::Investment, payers, targets);
}

/// "A는 2천억원을 들여 P에 공장을 짓는다", "P 공장을 늘리는": money that goes into a site.
void build_site(KoreanReader& r) {
  const std::string_view clause = r.before();
  if (!contains_any(clause,
                    {"공장을", "공장도", "라인을", "연구소를", "연구동을", "센터를", "단지를",
                     "법인을", "팹을", "캠퍼스를", "시설을", "거점을", "기지를", "공장 ",
                     "생산라인을", "연구시설을", "라인도", "사업장을", "발전소를"})) {
    return;
  }
  if (contains_any(clause, {"합작"}) && !r.names_money()) return;  // a joint venture, not a site
  std::size_t site = r.complement({Case::Recipient}, kInvestees);
  if (site == kNoArgument) site = r.complement({Case::Source}, kPlaces);
  if (site == kNoArgument) {
    site = r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
      return r.has_type(a, kPlaces) && a.head.end > a.head.begin && a.kind == Case::Object;
    });
  }
  if (site == kNoArgument) return;
  Entities owners = as_payers(r, r.subject());
  if (r.described() != kNoArgument && r.subject_at() == r.described()) {
    // 공장을 짓는 A: fine; but P에 세운 공장 describes a thing.
    owners = r.filtered(r.args()[r.subject_at()], kOrganizations);
  }
  const Entities sites = r.entities(site, kInvestees);
  if (sites == owners) return;
  r.emit(EdgeType::Investment, owners, sites);
}

}  // namespace

void read_deal(KoreanReader& r) {
  switch (r.hit().trigger->variant) {
    case Variant::BuildSite:
      return build_site(r);
    case Variant::JoinRound:
    case Variant::InvestorsAre:
      return read_round(r);
    case Variant::PaysMoney:
      if (!has_money_object(r)) return;
      break;
    default:
      break;
  }
  switch (r.hit().trigger->frame) {
    case Frame::Partner:
      return partner(r);
    case Frame::Invest:
      return invest(r);
    case Frame::InvestReceived:
      return read_round(r);
    case Frame::Acquire:
    case Frame::Sell:
      return read_takeover(r);
    default:
      return;
  }
}

}  // namespace dealgraph::extract
