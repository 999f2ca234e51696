// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "schema/model.hpp"

namespace dealgraph::extract {

struct Amount {
  Span span;
  Money money;
  bool conversion = false;  ///< In brackets after another amount: the same sum once more.
  bool background = false;  ///< A valuation, turnover or market size: no deal's sum.
};

/// Sums of money in a working text, in order: 380억 달러, 3조8천억원, $38 billion, €1.3bn.
/// Numbers without a currency are none. O(length).
std::vector<Amount> find_amounts(std::string_view text);

}  // namespace dealgraph::extract
