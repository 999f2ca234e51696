// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

#include "schema/model.hpp"

/// When several documents tell of one deal: which claims are of the same deal, and what they say
/// together. Pure functions; the store applies them inside its transaction.
namespace dealgraph {

/// True if a claim tells of the deal that `facts` describes, given that type and ends agree:
/// dates compatible (one the beginning of the other, or one absent), amounts equal within 1 % in
/// one currency or one absent, products and titles equal (folded) or one absent.
bool same_deal(EdgeType type, const EdgeFacts& facts, const EdgeFacts& claim);

/// A claim with the publication date of the document that makes it.
struct DatedClaim {
  EdgeFacts claim;
  std::optional<PartialDate> published;
};

/// The sum of all claims on one edge. The result does not depend on the order of `claims`
/// (at least one): status after the latest publication, an ending or denial before a mere
/// repetition; date, amount, product and title from the most precise and confident claim;
/// confidence rises with independent claims.
struct MergedFacts {
  EdgeFacts facts;
  std::optional<PartialDate> ended_on;  ///< See EdgeVersionRow::ended_on.
};
MergedFacts merge_claims(EdgeType type, std::span<const DatedClaim> claims);

}  // namespace dealgraph
