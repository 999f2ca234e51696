// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/reader_ko.hpp"
#include "graph/extract/words.hpp"

/// Money that comes in, and the funding rounds it comes in by: who raised it, who led, who joined.
namespace dealgraph::extract {

Entities as_payers(const KoreanReader& r, const Entities& actors) {
  Entities out = r.as_organizations(actors);
  return out.empty() ? actors : out;
}

void remember_round(KoreanReader& r, const Entities& investees, bool whole_sum) {
  Context& context = r.context();
  if (investees.size() != 1 || r.type(investees.front()) != EntityType::Organization) return;
  if (context.round_owner != investees.front()) {
    context.round_amount.reset();
    context.round_date.reset();
  }
  context.round_owner = investees.front();
  context.round_told = r.sentence_begin();
  Relation facts;
  facts.type = EdgeType::Investment;
  facts.trigger = r.hit().span;
  facts.status = Status::Agreed;
  attach_facts(r.view(), facts);
  if (whole_sum && facts.amount) context.round_amount = facts.amount;
  if (facts.date) context.round_date = facts.date;
}

bool has_money_object(const KoreanReader& r) {
  constexpr std::uint32_t kReach = 48;  // (약 9조5000억원) 규모의 보조금을
  const auto verb = static_cast<std::uint32_t>(skip_blanks(r.text(), r.at()));
  const std::uint32_t from = std::max(r.sentence_begin(), verb > kReach ? verb - kReach : 0U);
  const std::string_view before = r.text().substr(from, verb - from);
  if (ends_with_any(before, {"자금을 ", "돈을 ", "투자금을 ", "보조금을 ", "종잣돈을 ", "지원금을 ",
                             "실탄을 ", "자본을 ", "융자를 ", "대출을 ", "투자를 "})) {
    return true;
  }
  return std::ranges::any_of(r.article().amounts, [&](const Amount& a) {
    if (a.background || a.span.end > verb || a.span.end < from) return false;
    const std::string_view gap = r.text().substr(a.span.end, verb - a.span.end);
    return !contains_any(gap, {"어치", "에 ", "며 ", "고 ", "지만"}) &&
           (contains_any(gap, {"을 ", "를 "}) || gap == " ");
  });
}

namespace {

/// True if the words name a funding round.
bool names_round(std::string_view words) {
  return contains_any(words, {"라운드", "시리즈", "투자 유치", "투자유치", "펀딩", "증자", "투자금",
                              "프리IPO", "프리A", "브리지", "자금 조달", "자금조달", "시드"});
}

void received(KoreanReader& r) {
  if (r.hit().trigger->variant == Variant::GetsMoney && !has_money_object(r)) return;
  const std::size_t investors = r.complement({Case::Source}, kActors);
  const Entities investee = r.as_organizations(r.subject_given(true));
  if (r.stem() == "유치" && !r.sentence_has({"투자", "자금", "라운드", "시리즈", "억", "달러"}))
    return;
  if (r.stem().starts_with("조달") && !r.names_money() && !r.clause_has({"자금"})) return;
  remember_round(r, investee, true);
  r.emit(EdgeType::Investment, r.entities(investors, kActors), investee);
}

/// "A와 B가 참여한 시리즈B 라운드에서 X가 620억원을 모았다", "X는 A가 주도한 라운드에서 …": whose
/// round the verb describes.
std::uint32_t described_round_of(const KoreanReader& r, const Entities& investors) {
  constexpr std::size_t kReach = 60;
  const std::string_view after = r.text().substr(r.at()).substr(0, kReach);
  const std::size_t blank = after.find(' ');
  if (blank == std::string_view::npos) return kNoEntity;
  const bool describes =
      ends_with_any(after.substr(0, blank), {"한", "끈", "린", "된", "은", "는"});
  if (!describes || !names_round(after.substr(blank))) return kNoEntity;
  const auto fits = [&](const Argument& a) {
    return r.has_type(a, kOrganizations) && a.entities.size() == 1 && is_subject_case(a.kind) &&
           std::ranges::find(investors, a.entities.front()) == investors.end();
  };
  for (const Argument& a : r.args()) {
    if (fits(a)) return a.entities.front();
  }
  const auto& topic = r.context().discourse.topic_organizations;
  return topic.size() == 1 && !r.view().sentence.title ? topic.front() : kNoEntity;
}

/// True if the sentence is about the round spoken of: it says so, or follows the one that told.
bool is_about_round(const KoreanReader& r) {
  if (names_round(r.article().piece(r.view().sentence.span)) ||
      r.sentence_has({"투자자", "투자에", "뒤를 받", "집행"})) {
    return true;
  }
  constexpr std::uint32_t kNear = 420;  // bytes: the sentence before, or the one before that
  const std::uint32_t told = r.context().round_told;
  return r.sentence_begin() >= told && r.sentence_begin() - told < kNear && r.stem() != "참여" &&
         !r.stem().starts_with("주도");
}

/// "라운드는 A가 이끌었고 B와 C가 참여했다": investors of the round spoken of.
void join_round(KoreanReader& r) {
  Context& context = r.context();
  if (r.sentence_has({"회의", "행사", "포럼", "전시"})) return;
  if (ends_with(r.text().substr(0, r.at()), "주주로 ")) return;  // a standing fact
  // "A가 B의 신규 투자 라운드에 참여하는 방안"
  const std::size_t owner = r.complement({Case::Owner}, kOrganizations);
  if (owner != kNoArgument && (names_round(r.before()) || r.clause_has({"투자에", "조달을"}))) {
    context.round_owner = r.args()[owner].entities.front();
    context.round_told = r.sentence_begin();
  }
  Entities investors =
      r.entities(r.complement({Case::Subject, Case::Also, Case::Topic}, kActors), kActors);
  if (investors.empty()) investors = r.subject();
  const std::uint32_t described = described_round_of(r, investors);
  if (described != kNoEntity) remember_round(r, {described}, true);
  if (context.round_owner == kNoEntity || !is_about_round(r)) return;
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

/// "실제 투자자는 A와 B이며", "라운드를 이끈 곳은 A다", "B의 주요 투자자 목록에는 A도 올라 있다",
/// "A와 B가 협상 상대로 알려졌다".
void named_investors(KoreanReader& r) {
  Context& context = r.context();
  const bool standing = starts_with_any(
      r.stem(), {"주주로는", "주주로", "투자자 목록", "투자자 명단", "주주 명단", "주주 명부"});
  std::uint32_t investee = context.round_owner;
  if (standing) {
    const std::size_t owner = r.complement({Case::Owner, Case::Modifier}, kOrganizations);
    const auto& topic = context.discourse.topic_organizations;
    if (owner != kNoArgument)
      investee = r.args()[owner].entities.front();
    else if (topic.size() == 1)
      investee = topic.front();
  }
  if (investee == kNoEntity) return;
  const Argument* named = nullptr;
  for (const Argument& a : r.args()) {
    const bool behind = a.span.begin >= r.hit().span.end;
    const bool after = behind && (a.kind == Case::Copula || a.kind == Case::Subject ||
                                  a.kind == Case::Also || (a.kind == Case::Bare && !named));
    const bool before = a.span.end <= r.at() && is_subject_case(a.kind);
    const bool counterpart = r.stem().starts_with("협상 상대") ? before : after;
    if (!counterpart || !r.has_type(a, kActors)) continue;
    named = &a;
    if (behind) break;
  }
  if (named == nullptr) return;
  const std::size_t first = r.found().size();
  r.emit(EdgeType::Investment, as_payers(r, r.filtered(*named, kActors)), {investee});
  for (std::size_t i = first; i < r.found().size(); ++i) {
    Relation& edge = r.found()[i];
    if (standing) {
      edge.status = Status::Completed;
      edge.is_news = false;
      continue;
    }
    if (!edge.amount) edge.amount = context.round_amount;
    if (!edge.date) edge.date = context.round_date;
  }
}

}  // namespace

void read_round(KoreanReader& r) {
  switch (r.hit().trigger->variant) {
    case Variant::JoinRound:
      return join_round(r);
    case Variant::InvestorsAre:
      return named_investors(r);
    default:
      return received(r);
  }
}

}  // namespace dealgraph::extract
