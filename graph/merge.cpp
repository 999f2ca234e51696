// SPDX-License-Identifier: MIT
#include "graph/merge.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "schema/text.hpp"

namespace dealgraph {
namespace {

using Claims = std::span<const DatedClaim>;

bool same_amount(const Money& a, const Money& b) {
  if (a.currency != b.currency) return false;
  const auto [low, high] = std::minmax(a.minor, b.minor);
  return high - low <= high / 100;
}

/// Two reports of one sum may differ: rounded, with or without a part, at another rate.
bool near_amount(const Money& a, const Money& b) {
  if (a.currency != b.currency) return false;
  const auto [low, high] = std::minmax(a.minor, b.minor);
  return high - low <= high / 5;
}

/// True if both tell the same day.
bool same_day(const EdgeFacts& a, const EdgeFacts& b) {
  return a.date && a.date == b.date && a.date->precision() == PartialDate::Precision::Day;
}

bool same_words(const std::string& a, const std::string& b) {
  return a == b || fold_name(a) == fold_name(b);
}

int precision_rank(const PartialDate& date) { return static_cast<int>(date.precision()); }

/// Digits that say something: 13,040 has more to tell than 13,000.
int significant_digits(const Money& money) {
  std::int64_t rest = money.minor;
  while (rest != 0 && rest % 10 == 0) rest /= 10;
  int digits = 0;
  for (; rest != 0; rest /= 10) ++digits;
  return digits;
}

/// The best value among the claims that have one. `has` picks the claims, `rank` gives a value
/// that orders them totally as far as the picked value goes, so that order of arrival is nothing.
template <typename Has, typename Rank>
const EdgeFacts* best_claim(Claims claims, Has has, Rank rank) {
  const DatedClaim* best = nullptr;
  for (const DatedClaim& candidate : claims) {
    if (!has(candidate.claim)) continue;
    if (best == nullptr || rank(*best) < rank(candidate)) best = &candidate;
  }
  return best == nullptr ? nullptr : &best->claim;
}

std::optional<PartialDate> best_date(Claims claims, std::optional<PartialDate> EdgeFacts::*member) {
  const EdgeFacts* const best = best_claim(
      claims, [&](const EdgeFacts& facts) { return (facts.*member).has_value(); },
      [&](const DatedClaim& claim) {
        const PartialDate& date = *(claim.claim.*member);
        return std::tuple(precision_rank(date), claim.claim.confidence, date.packed());
      });
  return best == nullptr ? std::nullopt : best->*member;
}

std::optional<Money> best_amount(Claims claims) {
  const EdgeFacts* const best = best_claim(
      claims, [](const EdgeFacts& facts) { return facts.amount.has_value(); },
      [](const DatedClaim& claim) {
        const Money& amount = *claim.claim.amount;
        return std::tuple(significant_digits(amount), claim.claim.confidence, amount.minor,
                          amount.currency.packed());
      });
  return best == nullptr ? std::nullopt : best->amount;
}

std::string best_words(Claims claims, std::string EdgeFacts::*member) {
  const EdgeFacts* const best = best_claim(
      claims, [&](const EdgeFacts& facts) { return !(facts.*member).empty(); },
      [&](const DatedClaim& claim) {
        const std::string& words = claim.claim.*member;
        return std::tuple(claim.claim.confidence, words.size(), std::string_view(words));
      });
  return best == nullptr ? std::string() : best->*member;
}

bool is_ordinary(Status status) { return status != Status::Ended && status != Status::Denied; }

/// What a status said in one publication does to the status so far. News moves it; a repetition
/// of what was said before an end or a denial does not undo that.
Status next_status(Status current, Status said, Status furthest_before) {
  if (!is_ordinary(said)) return said;
  if (current == Status::Ended) return current;
  if (current == Status::Denied && said <= furthest_before) return current;
  return said;
}

/// Reads the publications from the oldest on; undated ones count as oldest. What one day says
/// together is its strongest word: denied, ended, completed, agreed, planned, rumored.
Status merged_status(Claims claims) {
  struct Day {
    Status strongest = Status::Rumored;
    Status furthest = Status::Rumored;  // of the ordinary ones
  };
  std::map<std::uint32_t, Day> days;
  for (const DatedClaim& claim : claims) {
    const Status status = claim.claim.status;
    Day& day = days[claim.published ? claim.published->packed() : 0];
    day.strongest = std::max(day.strongest, status);
    if (is_ordinary(status)) day.furthest = std::max(day.furthest, status);
  }
  Status current = days.begin()->second.strongest;
  Status furthest = days.begin()->second.furthest;
  for (auto day = std::next(days.begin()); day != days.end(); ++day) {
    current = next_status(current, day->second.strongest, furthest);
    furthest = std::max(furthest, day->second.furthest);
  }
  return current;
}

/// The chance that not every independent document errs, in ten-thousandths. Documents that
/// contradict the merged status (denials and the rest) do not support it.
Confidence merged_confidence(Claims claims, Status status) {
  std::map<std::int64_t, Confidence> by_document;
  for (const DatedClaim& claim : claims) {
    if ((claim.claim.status == Status::Denied) != (status == Status::Denied)) continue;
    Confidence& best = by_document[claim.document];
    best = std::max(best, claim.claim.confidence);
  }
  std::vector<Confidence> confidences;
  confidences.reserve(by_document.size());
  for (const auto& [document, confidence] : by_document) confidences.push_back(confidence);
  // Rounding makes the product depend on the order of its factors, so the order is fixed.
  std::sort(confidences.begin(), confidences.end(), std::greater<>());
  std::uint32_t doubt = kCertain;
  for (const Confidence confidence : confidences) {
    // Rounded up: doubt never vanishes by rounding alone.
    doubt = (doubt * (kCertain - std::uint32_t{confidence}) + kCertain - 1) / kCertain;
  }
  return static_cast<Confidence>(kCertain - doubt);
}

}  // namespace

std::optional<int> match_deal(EdgeType type, const EdgeFacts& facts, const EdgeFacts& claim) {
  const EdgeProperties properties = info(type).properties;
  int strength = 0;
  if (facts.date && claim.date) {
    if (!facts.date->compatible_with(*claim.date)) return std::nullopt;
    strength += 1 + std::min(precision_rank(*facts.date), precision_rank(*claim.date));
  }
  if (properties.contains(EdgeProperty::Amount) && facts.amount && claim.amount) {
    const bool same = same_amount(*facts.amount, *claim.amount);
    const bool conflicting = !same && near_amount(*facts.amount, *claim.amount);
    if (!same && !(conflicting && same_day(facts, claim))) return std::nullopt;
    strength += same ? 2 : 0;
  }
  if (properties.contains(EdgeProperty::Product) && !facts.product.empty() &&
      !claim.product.empty()) {
    if (!same_words(facts.product, claim.product)) return std::nullopt;
    ++strength;
  }
  if (properties.contains(EdgeProperty::Title) && !facts.title.empty() && !claim.title.empty()) {
    if (!same_words(facts.title, claim.title)) return std::nullopt;
    ++strength;
  }
  return strength;
}

bool same_deal(EdgeType type, const EdgeFacts& facts, const EdgeFacts& claim) {
  return match_deal(type, facts, claim).has_value();
}

std::optional<PartialDate> ended_on(const EdgeFacts& facts, Claims claims) {
  if (facts.valid_to) return facts.valid_to;
  if (facts.status != Status::Ended) return std::nullopt;
  std::optional<PartialDate> latest;
  for (const DatedClaim& claim : claims) {
    if (claim.claim.status != Status::Ended || !claim.published) continue;
    if (!latest || *latest < *claim.published) latest = claim.published;
  }
  return latest;
}

MergedFacts merge_claims(Claims claims) {
  assert(!claims.empty());
  MergedFacts merged;
  EdgeFacts& facts = merged.facts;
  facts.status = merged_status(claims);
  facts.date = best_date(claims, &EdgeFacts::date);
  facts.valid_from = best_date(claims, &EdgeFacts::valid_from);
  facts.valid_to = best_date(claims, &EdgeFacts::valid_to);
  facts.amount = best_amount(claims);
  facts.product = best_words(claims, &EdgeFacts::product);
  facts.title = best_words(claims, &EdgeFacts::title);
  facts.confidence = merged_confidence(claims, facts.status);
  merged.ended_on = ended_on(facts, claims);
  return merged;
}

}  // namespace dealgraph
