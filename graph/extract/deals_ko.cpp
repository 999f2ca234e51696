// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>

#include "graph/extract/characters.hpp"
#include "graph/extract/reader_ko.hpp"

namespace dealgraph::extract {
namespace {

constexpr EntityTypes kInvestees{EntityType::Organization, EntityType::Project, EntityType::Place};
constexpr EntityTypes kTakeovers{EntityType::Organization, EntityType::Product};

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view b) { return text.starts_with(b); });
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

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

/// The share of the stake spoken of in the clause, in percent: 지분 35.0%를.
std::optional<int> share_of(const KoreanReader& r) {
  const std::string_view clause = r.before();
  const std::size_t sign = clause.rfind('%');
  if (sign == std::string_view::npos) {
    if (contains_any(clause, {"전량", "지분 전부", "지분 전체"})) return 100;
    return std::nullopt;
  }
  std::size_t begin = sign;
  while (begin > 0 &&
         (is_digit(static_cast<unsigned char>(clause[begin - 1])) || clause[begin - 1] == '.')) {
    --begin;
  }
  int value = 0;
  for (std::size_t i = begin; i < sign && clause[i] != '.'; ++i) {
    constexpr int kMost = 1000;
    if (value < kMost) value = value * 10 + (clause[i] - '0');
  }
  return begin == sign ? std::nullopt : std::optional<int>(value);
}

/// A stake that brings control is a takeover, a smaller one an investment.
bool takes_control(const KoreanReader& r) {
  constexpr std::size_t kAhead = 300;
  const std::uint32_t begin = r.sentence_begin();
  const std::string_view told =
      r.article().text.substr(begin, r.view().sentence.span.end - begin + kAhead);
  if (contains_any(told, {"경영권", "자회사로 편입", "최대주주로", "최대주주가 ", "계열사로 편입"}))
    return true;
  constexpr int kHalf = 50;
  const auto share = share_of(r);
  return share && *share >= kHalf;
}

Entities as_payers(const KoreanReader& r, const Entities& actors) {
  Entities out = r.as_organizations(actors);
  return out.empty() ? actors : out;
}

/// "라피더스는 … 8개사가 출자해 세운 회사다": the sentence's topic is what was founded.
bool founds_topic(const KoreanReader& r) {
  return contains_any(r.text().substr(r.at()).substr(0, 80),
                      {"회사다", "기업이다", "법인이다", "회사로", "법인으로", "기업으로"});
}

Entities sentence_topic(const KoreanReader& r) {
  for (std::size_t i = 0; i < r.args().size(); ++i) {
    const Argument& a = r.args()[i];
    if (a.kind == Case::Topic && r.has_type(a, kOrganizations) && i != r.subject_at())
      return r.filtered(a, kOrganizations);
  }
  return {};
}

void remember_round(KoreanReader& r, const Entities& investees, bool whole_sum) {
  Context& context = r.context();
  if (investees.size() != 1 || r.type(investees.front()) != EntityType::Organization) return;
  if (context.round_owner != investees.front()) {
    context.round_amount.reset();
    context.round_date.reset();
  }
  context.round_owner = investees.front();
  Relation facts;
  facts.type = EdgeType::Investment;
  facts.trigger = r.hit().span;
  facts.status = Status::Agreed;
  attach_facts(r.view(), facts);
  if (whole_sum && facts.amount) context.round_amount = facts.amount;
  if (facts.date) context.round_date = facts.date;
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
  if (targets.empty() && founds_topic(r)) targets = sentence_topic(r);
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

void invest_received(KoreanReader& r) {
  const std::size_t investors = r.complement({Case::Source}, kActors);
  const Entities investee = r.as_organizations(r.subject_given(true));
  if (r.stem() == "유치" && !r.sentence_has({"투자", "자금", "라운드", "시리즈", "억", "달러"}))
    return;
  if (r.stem().starts_with("조달") && !r.names_money() && !r.clause_has({"자금"})) return;
  remember_round(r, investee, true);
  r.emit(EdgeType::Investment, r.entities(investors, kActors), investee);
}

/// "라운드는 A가 이끌었고 B와 C가 참여했다": investors of the round spoken of.
void join_round(KoreanReader& r) {
  Context& context = r.context();
  // "A가 B의 신규 투자 라운드에 참여하는 방안"
  const std::size_t owner = r.complement({Case::Owner}, kOrganizations);
  if (owner != kNoArgument && r.clause_has({"라운드", "투자에", "증자에", "투자 유치"}))
    context.round_owner = r.args()[owner].entities.front();
  const bool in_round = r.sentence_has(
      {"라운드", "투자자", "투자에", "투자금", "시리즈", "뒤를 받", "집행", "펀딩", "증자"});
  if (context.round_owner == kNoEntity || !in_round) return;
  if (r.sentence_has({"회의", "행사", "포럼"})) return;
  if (r.text().substr(0, r.at()).ends_with("주주로 ")) return;  // a shareholder as a standing fact
  Entities investors =
      r.entities(r.complement({Case::Subject, Case::Also, Case::Topic}, kActors), kActors);
  if (investors.empty()) investors = r.subject();
  std::erase(investors, context.round_owner);
  investors = as_payers(r, investors);
  const std::size_t first = r.found().size();
  const std::string_view own = r.before();
  const bool names_own = std::ranges::any_of(r.article().amounts, [&](const Amount& a) {
    return a.span.begin >= r.clause_begin() && a.span.end <= r.clause_begin() + own.size();
  });
  r.emit(EdgeType::Investment, investors, {context.round_owner});
  for (std::size_t i = first; i < r.found().size(); ++i) {
    Relation& edge = r.found()[i];
    if (!names_own && context.round_amount) edge.amount = context.round_amount;
    if (!edge.date) edge.date = context.round_date;
  }
}

/// "실제 투자자는 A와 B이며", "A와 B가 협상 상대로 알려졌다".
void named_investors(KoreanReader& r) {
  Context& context = r.context();
  if (context.round_owner == kNoEntity) return;
  const Argument* named = nullptr;
  for (const Argument& a : r.args()) {
    const bool after = a.span.begin >= r.hit().span.end && a.kind == Case::Copula;
    const bool before = a.span.end <= r.at() && is_subject_case(a.kind);
    const bool counterpart = r.stem().starts_with("협상 상대") ? before : after;
    if (counterpart && r.has_type(a, kOrganizations)) named = &a;
  }
  if (named == nullptr) return;
  const std::size_t first = r.found().size();
  r.emit(EdgeType::Investment, r.filtered(*named, kOrganizations), {context.round_owner});
  for (std::size_t i = first; i < r.found().size(); ++i) {
    if (!r.found()[i].amount) r.found()[i].amount = context.round_amount;
  }
}

// ---- acquisition

bool is_part(const KoreanReader& r, const Argument& a) {
  return r.has_head(a, {"지분", "사업", "경영권", "주식", "%", "부문"});
}

/// 인텔 낸드 인수 is of a part without a name; 루멘칩 지분 60% 인수 of the company.
bool names_whole(const KoreanReader& r, std::size_t argument) {
  std::size_t at = r.args()[argument].span.begin;
  while (const Name* name = name_covering(r.article().names, at)) {
    at = skip_blanks(r.text(), name->span.end);
  }
  while (at < r.at()) {
    const std::size_t stop = std::min<std::size_t>(chunk_end(r.text(), at), r.at());
    const std::string_view word = r.text().substr(at, stop - at);
    const bool known =
        contains_any(word, {"지분", "경영권", "주식", "전량", "사업", "추가", "최종", "전격",
                            "완전", "조기", "공식", "%", "억", "조", "달러"}) ||
        word.size() <= std::string_view("의").size();
    if (!known) return false;
    at = skip_blanks(r.text(), stop);
  }
  return true;
}

std::size_t takeover_target(const KoreanReader& r) {
  const auto fits = [&](const Argument& a) { return r.is_plain(a) || is_part(r, a); };
  std::size_t target = r.complement({Case::Object}, kTakeovers);
  if (target != kNoArgument && !fits(r.args()[target])) target = kNoArgument;
  if (target == kNoArgument || r.args()[target].span.end + 12 < r.at()) {
    std::size_t direct = r.qualifier(kTakeovers);
    if (direct != kNoArgument && !names_whole(r, direct)) direct = kNoArgument;
    if (direct != kNoArgument && r.args()[direct].span.end + 1 >= r.at()) target = direct;
    if (direct != kNoArgument && target == kNoArgument) target = direct;
  }
  if (target == kNoArgument) {
    target = r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t i) {
      const bool bare = r.view().sentence.title && a.kind == Case::Bare && i > 0;
      return i != r.subject_at() && r.has_type(a, kTakeovers) &&
             (bare || (a.kind == Case::Owner && r.clause_has({"지분", "경영권", "사업", "주식"})));
    });
  }
  return target;
}

/// "B는 A의 인수 제안을 거절했다": the offer is the owner's.
bool offer(KoreanReader& r) {
  if (!r.stem().starts_with("인수 제안") && !r.stem().starts_with("인수 의사")) return false;
  const std::size_t owner = r.complement({Case::Owner}, kOrganizations);
  if (owner == kNoArgument) return false;
  const Entities targets = r.as_organizations(r.subject(kOrganizations));
  const bool refused =
      contains_any(r.after().substr(0, 40), {"거절", "거부", "퇴짜", "뿌리", "일축"});
  r.set_status(refused ? Status::Ended : Status::Rumored);
  r.emit(EdgeType::Acquisition, r.entities(owner, kOrganizations), targets);
  r.set_status({});
  return true;
}

void acquire(KoreanReader& r) {
  if (offer(r)) return;
  r.subject(kActors);
  std::size_t target = takeover_target(r);
  const Entities buyers_named = r.subject_given(target != kNoArgument && target != r.described());
  if (target == r.subject_at()) target = takeover_target(r);
  Entities buyers = r.as_organizations(buyers_named);
  if (target == kNoArgument && r.described() != kNoArgument && r.described() != r.subject_at())
    target = r.described();
  if (buyers.empty()) {
    const std::size_t owner = r.complement({Case::Owner}, kOrganizations);
    if (owner != target) buyers = r.entities(owner, kOrganizations);
  }
  const Entities targets = r.entities(target, kTakeovers);
  const bool stake = r.clause_has({"지분", "주식"}) ||
                     (target != kNoArgument && r.has_head(r.args()[target], {"지분", "%"}));
  const bool small = stake && !takes_control(r);
  if (small) {
    if (r.stem() == "품" || targets.empty()) return;
    // A person who buys shares buys them for himself.
    return r.emit(EdgeType::Investment, buyers_named, targets);
  }
  r.context().last_takeover = targets.empty() ? r.context().last_takeover : targets.front();
  r.emit(EdgeType::Acquisition, buyers, targets);
}

/// Merges two, in the direction that the article told first.
void merge_pair(KoreanReader& r, std::uint32_t first, std::uint32_t second) {
  auto& known = r.context().last_merger;
  if (known.size() == 2 && known.front() == second && known.back() == first)
    std::swap(first, second);
  known = {first, second};
  r.emit_one(EdgeType::Acquisition, first, second);
}

/// "A와 B가 합병한다", "A-B 합병", "A와 B 합병": merging with a partner.
void merge_with(KoreanReader& r) {
  const std::size_t pair = r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
    return a.entities.size() == 2 && r.has_type(a, kOrganizations) && a.kind != Case::Object;
  });
  if (pair != kNoArgument) {
    const Entities both = r.entities(pair, kOrganizations);
    if (both.size() == 2) return merge_pair(r, both.front(), both.back());
  }
  const std::size_t with = r.complement({Case::With}, kOrganizations);
  if (with == kNoArgument) return acquire(r);
  const std::size_t direct = r.qualifier(kOrganizations);
  if (direct != kNoArgument && direct == with + 1 &&
      r.args()[with].span.end + 1 == r.args()[direct].span.begin) {
    return merge_pair(r, r.args()[with].entities.front(), r.args()[direct].entities.front());
  }
  const Entities first = r.as_organizations(r.subject_given(true, kOrganizations));
  for (const std::uint32_t a : first) {
    for (const std::uint32_t b : r.entities(with, kOrganizations)) merge_pair(r, a, b);
  }
}

/// "삼성전자가 콜옵션을 행사해 B 지분을 14.7%에서 35.0%로 끌어올렸다".
void raise_stake(KoreanReader& r) {
  if (!r.clause_has({"지분"})) return;
  const std::size_t target =
      r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
        return r.has_type(a, kOrganizations) && (r.has_head(a, {"지분"}) || a.kind == Case::Owner);
      });
  if (target == kNoArgument) return;
  const Entities owners = r.as_organizations(r.subject(kActors));
  r.emit(takes_control(r) ? EdgeType::Acquisition : EdgeType::Investment, owners,
         r.entities(target, kOrganizations));
}

void sell(KoreanReader& r) {
  std::size_t buyer = r.complement({Case::Recipient}, kOrganizations);
  if (buyer == kNoArgument) return;
  std::size_t sold = r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t i) {
    return i != buyer && r.has_type(a, kTakeovers) &&
           ((a.kind == Case::Object && (r.is_plain(a) || is_part(r, a))) ||
            (a.kind == Case::Modifier && is_part(r, a)));
  });
  if (sold == kNoArgument) return;
  r.emit(EdgeType::Acquisition, r.entities(buyer, kOrganizations), r.entities(sold, kTakeovers));
}

/// "또 다른 인수 후보로는 A의 이름이 오르내린다".
void candidate(KoreanReader& r) {
  const std::uint32_t target = r.context().last_takeover;
  if (target == kNoEntity) return;
  for (const Argument& a : r.args()) {
    if (!r.has_type(a, kOrganizations) || a.entities.front() == target) continue;
    if (a.kind != Case::Owner && !is_subject_case(a.kind) && a.kind != Case::Bare) continue;
    r.set_status(Status::Rumored);
    r.emit(EdgeType::Acquisition, r.filtered(a, kOrganizations), {target});
    r.set_status({});
  }
}

}  // namespace

void read_deal(KoreanReader& r) {
  switch (r.hit().trigger->variant) {
    case Variant::BuildSite:
      return build_site(r);
    case Variant::JoinRound:
      return join_round(r);
    case Variant::InvestorsAre:
      return named_investors(r);
    case Variant::Merge:
      return merge_with(r);
    case Variant::RaiseStake:
      return raise_stake(r);
    case Variant::TakeoverCandidate:
      return candidate(r);
    default:
      break;
  }
  switch (r.hit().trigger->frame) {
    case Frame::Partner:
      return partner(r);
    case Frame::Invest:
      return invest(r);
    case Frame::InvestReceived:
      return invest_received(r);
    case Frame::Acquire:
      return acquire(r);
    case Frame::Sell:
      return sell(r);
    default:
      return;
  }
}

}  // namespace dealgraph::extract
