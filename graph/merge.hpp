// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "schema/model.hpp"

/// When several documents tell of one deal: which claims are of the same deal, and what they say
/// together. Pure functions; the store applies them inside its transaction.
namespace dealgraph {

/// How many particulars of a claim agree with `facts`, given that type and ends agree; the date
/// counts more the more precise it is. nullopt if it tells of another deal: dates not compatible
/// (neither is the beginning of the other), another currency, amounts that differ by more than 1 %
/// (by more than 20 % where both tell the same day: reports of one deal may conflict), products or
/// titles that differ (folded). What one of the two does not say never contradicts.
std::optional<int> match_deal(EdgeType type, const EdgeFacts& facts, const EdgeFacts& claim);

/// True if a claim tells of the deal that `facts` describes, given that type and ends agree.
bool same_deal(EdgeType type, const EdgeFacts& facts, const EdgeFacts& claim);

/// A claim with the publication date of the document that makes it.
struct DatedClaim {
  EdgeFacts claim;
  std::optional<PartialDate> published;
  /// Any number that tells documents apart: claims of one document do not confirm each other.
  std::int64_t document = 0;
};

/// The sum of all claims on one edge. The result does not depend on the order of `claims`
/// (at least one): status after the latest publication, an ending or denial before a mere
/// repetition; date, amount, product and title from the most precise and confident claim;
/// confidence rises with independent claims. One claim alone gives its own facts.
struct MergedFacts {
  EdgeFacts facts;
  std::optional<PartialDate> ended_on;  ///< See EdgeVersionRow::ended_on.
};
MergedFacts merge_claims(std::span<const DatedClaim> claims);

/// Last day on which an edge with these facts and claims holds, where it has an end: valid_to, or
/// of an ended edge without one the latest publication that says so.
std::optional<PartialDate> ended_on(const EdgeFacts& facts, std::span<const DatedClaim> claims);

}  // namespace dealgraph
