// SPDX-License-Identifier: MIT
#include "graph/merge.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace dealgraph {
namespace {

PartialDate date(std::string_view text) { return PartialDate::parse(text).value(); }

Money money(std::int64_t minor, std::string_view code = "USD") {
  return {minor, Currency::parse(code).value()};
}

EdgeFacts facts(Status status, Confidence confidence = 9'000) {
  EdgeFacts result;
  result.status = status;
  result.confidence = confidence;
  return result;
}

DatedClaim said(std::string_view published, const EdgeFacts& claim, std::int64_t document) {
  return {claim, published.empty() ? std::nullopt : std::optional(date(published)), document};
}

/// Merges in every order and requires one answer.
MergedFacts merge_in_any_order(const std::vector<DatedClaim>& claims) {
  std::vector<std::size_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0U);
  const MergedFacts first = merge_claims(claims);
  do {
    std::vector<DatedClaim> shuffled;
    for (const std::size_t i : order) shuffled.push_back(claims[i]);
    const MergedFacts merged = merge_claims(shuffled);
    REQUIRE(merged.facts == first.facts);
    REQUIRE(merged.ended_on == first.ended_on);
  } while (std::next_permutation(order.begin(), order.end()));
  return first;
}

Status merged_status(const std::vector<DatedClaim>& claims) {
  return merge_in_any_order(claims).facts.status;
}

}  // namespace

TEST_CASE("same_deal: what only one of the two says never contradicts") {
  EdgeFacts full = facts(Status::Agreed);
  full.date = date("2025-10-28");
  full.amount = money(1'000);
  full.product = "HBM3E";
  full.title = "CEO";
  for (const EdgeTypeInfo& type : edge_types()) {
    CHECK(same_deal(type.type, full, facts(Status::Denied)));
    CHECK(same_deal(type.type, facts(Status::Rumored), full));
    CHECK(same_deal(type.type, full, full));
  }
}

TEST_CASE("same_deal: dates must be one the beginning of the other") {
  EdgeFacts a = facts(Status::Agreed);
  EdgeFacts b = a;
  const auto same = [&](std::string_view first, std::string_view second) {
    a.date = date(first);
    b.date = date(second);
    return same_deal(EdgeType::Supply, a, b);
  };
  CHECK(same("2025", "2025-10-28"));
  CHECK(same("2025-10-28", "2025-10"));
  CHECK_FALSE(same("2025-10", "2025-11"));
  CHECK_FALSE(same("2025-10-28", "2025-10-29"));
  CHECK_FALSE(same("2024", "2025-10"));
}

TEST_CASE("same_deal: amounts agree within one per cent of one currency") {
  EdgeFacts a = facts(Status::Agreed);
  EdgeFacts b = a;
  a.amount = money(10'000);
  b.amount = money(10'101);
  CHECK(same_deal(EdgeType::Investment, a, b));
  b.amount = money(10'102);
  CHECK_FALSE(same_deal(EdgeType::Investment, a, b));
  b.amount = money(10'000, "EUR");
  CHECK_FALSE(same_deal(EdgeType::Investment, a, b));
  a.amount = money(0);
  b.amount = money(0);
  CHECK(same_deal(EdgeType::Investment, a, b));
  a.amount = money(INT64_MAX);
  b.amount = money(INT64_MAX - 1);
  CHECK(same_deal(EdgeType::Investment, a, b));
}

TEST_CASE("same_deal: reports of one day may conflict on the sum") {
  EdgeFacts a = facts(Status::Agreed);
  EdgeFacts b = a;
  a.amount = money(1'000);
  b.amount = money(850);
  CHECK_FALSE(same_deal(EdgeType::Supply, a, b));
  a.date = b.date = date("2025-10");
  CHECK_FALSE(same_deal(EdgeType::Supply, a, b));
  a.date = b.date = date("2025-10-28");
  CHECK(same_deal(EdgeType::Supply, a, b));
  CHECK(same_deal(EdgeType::Supply, b, a));
  b.amount = money(700);
  CHECK_FALSE(same_deal(EdgeType::Supply, a, b));
}

TEST_CASE("same_deal: only the properties of the type count, compared as names") {
  EdgeFacts a = facts(Status::Agreed);
  EdgeFacts b = a;
  a.product = "HBM 3E";
  b.product = "hbm3e";
  CHECK(same_deal(EdgeType::Supply, a, b));
  b.product = "HBM4";
  CHECK_FALSE(same_deal(EdgeType::Supply, a, b));
  CHECK(same_deal(EdgeType::Visit, a, b));
  a.title = "CEO";
  b.title = "chairman";
  CHECK_FALSE(same_deal(EdgeType::Role, a, b));
  CHECK(same_deal(EdgeType::Visit, a, b));
}

TEST_CASE("match_deal: more particulars in common make a stronger match") {
  EdgeFacts claim = facts(Status::Agreed);
  claim.date = date("2025-10-28");
  claim.amount = money(1'000);
  EdgeFacts vague = facts(Status::Agreed);
  EdgeFacts year = vague;
  year.date = date("2025");
  EdgeFacts day = vague;
  day.date = date("2025-10-28");
  EdgeFacts all = day;
  all.amount = money(1'000);
  const auto strength = [&](const EdgeFacts& other) {
    return match_deal(EdgeType::Investment, other, claim).value();
  };
  CHECK(strength(vague) < strength(year));
  CHECK(strength(year) < strength(day));
  CHECK(strength(day) < strength(all));
}

TEST_CASE("merge_claims: one claim gives its own facts") {
  EdgeFacts claim = facts(Status::Planned, 7'321);
  claim.date = date("2025-10");
  claim.valid_from = date("2026");
  claim.valid_to = date("2030");
  claim.amount = money(38'000);
  claim.product = "compute";
  const MergedFacts merged = merge_claims(std::vector{said("2025-11-03", claim, 1)});
  CHECK(merged.facts == claim);
  CHECK(merged.ended_on == date("2030"));
  for (const Confidence confidence : std::vector<Confidence>{0, 1, 4'999, 9'999, 10'000}) {
    claim.confidence = confidence;
    CHECK(merge_claims(std::vector{said("", claim, 1)}).facts.confidence == confidence);
  }
}

TEST_CASE("merge_claims: the latest publication decides the status") {
  CHECK(merged_status({said("2025-10-01", facts(Status::Rumored), 1),
                       said("2025-10-05", facts(Status::Planned), 2),
                       said("2025-11-03", facts(Status::Agreed), 3)}) == Status::Agreed);
  CHECK(merged_status({said("2025-10-01", facts(Status::Agreed), 1),
                       said("2025-12-01", facts(Status::Ended), 2)}) == Status::Ended);
  CHECK(merged_status({said("", facts(Status::Completed), 1),
                       said("2025-10-05", facts(Status::Planned), 2)}) == Status::Planned);
}

TEST_CASE("merge_claims: a repetition does not undo an end or a denial, news does") {
  CHECK(merged_status({said("2025-10-01", facts(Status::Agreed), 1),
                       said("2025-11-01", facts(Status::Ended), 2),
                       said("2025-12-01", facts(Status::Agreed), 3)}) == Status::Ended);
  CHECK(merged_status({said("2025-10-01", facts(Status::Rumored), 1),
                       said("2025-10-02", facts(Status::Denied), 2),
                       said("2025-10-03", facts(Status::Rumored), 3)}) == Status::Denied);
  CHECK(merged_status({said("2025-10-02", facts(Status::Denied), 1),
                       said("2025-11-03", facts(Status::Agreed), 2)}) == Status::Agreed);
  CHECK(merged_status({said("2025-10-02", facts(Status::Denied), 1),
                       said("2025-11-03", facts(Status::Rumored), 2)}) == Status::Denied);
  // Before a mere repetition on the same day, too.
  CHECK(merged_status({said("2025-10-02", facts(Status::Denied), 1),
                       said("2025-10-02", facts(Status::Agreed), 2)}) == Status::Denied);
}

TEST_CASE("merge_claims: particulars come from the most precise, then most confident claim") {
  EdgeFacts vague = facts(Status::Agreed, 9'900);
  vague.date = date("2025");
  vague.amount = money(1'300'000);
  vague.product = "hbm3e";
  EdgeFacts exact = facts(Status::Agreed, 5'000);
  exact.date = date("2025-10-28");
  exact.amount = money(1'304'500);
  exact.product = "HBM3E";
  EdgeFacts sure = facts(Status::Agreed, 9'000);
  sure.date = date("2025-10-29");
  const EdgeFacts merged =
      merge_in_any_order(
          {said("2025-11-01", vague, 1), said("2025-11-02", exact, 2), said("2025-11-03", sure, 3)})
          .facts;
  CHECK(merged.date == date("2025-10-29"));
  CHECK(merged.amount == money(1'304'500));
  CHECK(merged.product == "hbm3e");
}

TEST_CASE("merge_claims: independent documents raise the confidence, one document does not") {
  const EdgeFacts claim = facts(Status::Agreed, 8'000);
  const auto confidence = [](const std::vector<DatedClaim>& claims) {
    return merge_in_any_order(claims).facts.confidence;
  };
  CHECK(confidence({said("", claim, 1), said("", claim, 1)}) == 8'000);
  CHECK(confidence({said("", claim, 1), said("", claim, 2)}) == 9'600);
  CHECK(confidence({said("", claim, 1), said("", facts(Status::Agreed, 3'333), 2),
                    said("", facts(Status::Agreed, 7), 3)}) > 8'600);
  // Rounding alone never makes anything certain.
  std::vector<DatedClaim> many;
  for (std::int64_t i = 0; i < 100; ++i) many.push_back(said("", claim, i));
  CHECK(merge_claims(many).facts.confidence == kCertain - 1);
}

TEST_CASE("merge_claims: what contradicts the status does not make it surer") {
  const MergedFacts merged =
      merge_in_any_order({said("2025-10-01", facts(Status::Rumored, 9'000), 1),
                          said("2025-10-02", facts(Status::Denied, 6'000), 2)});
  CHECK(merged.facts.status == Status::Denied);
  CHECK(merged.facts.confidence == 6'000);
}

TEST_CASE("merge_claims: an ended edge without an end date ends when it was last reported") {
  const EdgeFacts ended = facts(Status::Ended);
  CHECK(merge_in_any_order({said("2025-10-01", facts(Status::Agreed), 1),
                            said("2025-11-02", ended, 2), said("2025-11-01", ended, 3)})
            .ended_on == date("2025-11-02"));
  CHECK_FALSE(merge_in_any_order({said("", ended, 1)}).ended_on.has_value());
  CHECK_FALSE(
      merge_in_any_order({said("2025-10-01", facts(Status::Agreed), 1)}).ended_on.has_value());
}

TEST_CASE("merge_claims: the order of claims never matters") {
  std::vector<DatedClaim> claims;
  const std::vector<std::string> days{"2025-10-01", "2025-10-02", "", "2025-10-02", "2025-10-03"};
  for (std::size_t i = 0; i < days.size(); ++i) {
    EdgeFacts claim = facts(static_cast<Status>((i * 5) % 6), static_cast<Confidence>(i * 1'777));
    claim.date = i % 2 == 0 ? date("2025-10-28") : date("2025-10");
    claim.amount = money(1'000'000 + static_cast<std::int64_t>(i));
    claim.product = i % 2 == 0 ? "HBM3E" : "hbm 3e";
    claims.push_back(said(days[i], claim, static_cast<std::int64_t>(i % 3)));
  }
  merge_in_any_order(claims);
}

}  // namespace dealgraph
