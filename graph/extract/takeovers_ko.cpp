// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "graph/extract/characters.hpp"
#include "graph/extract/reader_ko.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

constexpr EntityTypes kTakeovers{EntityType::Organization, EntityType::Product};

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
  if (!starts_with_any(r.stem(), {"인수 제안", "인수 의사", "인수 제의"})) return false;
  const std::size_t owner = r.complement({Case::Owner}, kOrganizations);
  if (owner == kNoArgument) return false;
  const Entities targets = r.as_organizations(r.subject(kOrganizations));
  const bool refused = contains_any(r.after().substr(0, 40),
                                    {"거절", "거부", "퇴짜", "뿌리", "일축", "물리", "사양"});
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
  // 인텔의 모뎀 사업을 넘겨받다: a part that has no name of its own is not the whole.
  if (target != kNoArgument && r.has_head(r.args()[target], {"사업", "부문"}) &&
      !r.has_head(r.args()[target], {"지분", "주식", "경영권"}) && !r.view().sentence.title) {
    return;
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

/// "SK는 SK실트론의 매각 우선협상대상자로 두산을 골랐다", "두산이 우선협상대상자로 선정됐다".
void preferred_bidder(KoreanReader& r) {
  std::size_t buyer = kNoArgument;
  for (std::size_t i = 0; i < r.args().size() && buyer == kNoArgument; ++i) {
    const Argument& a = r.args()[i];
    if (a.span.begin >= r.hit().span.end && a.kind == Case::Object && r.has_type(a, kOrganizations))
      buyer = i;
  }
  const std::size_t seller = buyer;
  if (buyer == kNoArgument) {
    if (!contains_any(r.after().substr(0, 60), {"선정됐", "선정되", "낙점됐", "뽑혔", "이름을 올"}))
      return;
    r.subject(kOrganizations);
    buyer = r.subject_at();
  } else {
    r.subject(kOrganizations);
  }
  if (buyer == kNoArgument) return;
  const std::size_t owner_of_sale =
      r.nearest(r.at(), r.sentence_begin(), [&](const Argument& a, std::size_t i) {
        return i != buyer && (seller == kNoArgument || i != r.subject_at()) &&
               r.has_type(a, kOrganizations) &&
               (a.kind == Case::Owner || a.kind == Case::Modifier || a.head.end > a.head.begin);
      });
  Entities targets = r.entities(owner_of_sale, kOrganizations);
  const std::uint32_t about = r.context().discourse.most_named;
  if (targets.empty() && r.context().last_takeover != kNoEntity)
    targets = {r.context().last_takeover};
  if (targets.empty() && about != kNoEntity) targets = {about};
  if (!targets.empty()) r.context().last_takeover = targets.front();
  r.emit(EdgeType::Acquisition, r.entities(buyer, kOrganizations), targets);
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

void read_takeover(KoreanReader& r) {
  switch (r.hit().trigger->variant) {
    case Variant::Merge:
      return merge_with(r);
    case Variant::RaiseStake:
      return raise_stake(r);
    case Variant::TakeoverCandidate:
      return candidate(r);
    case Variant::PreferredBidder:
      return preferred_bidder(r);
    default:
      return r.hit().trigger->frame == Frame::Sell ? sell(r) : acquire(r);
  }
}

}  // namespace dealgraph::extract
