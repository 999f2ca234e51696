// SPDX-License-Identifier: MIT
#include "graph/extract/pairs.hpp"

#include <algorithm>

namespace dealgraph::extract {

void ClosestPlaces::offer(std::uint32_t a, std::uint32_t b, std::size_t first, std::size_t second,
                          std::size_t cost) {
  constexpr std::size_t kMostPairs = 120;
  const std::uint32_t low = std::min(a, b);
  const std::uint32_t high = std::max(a, b);
  const auto same = [&](const Best& best) { return best.low == low && best.high == high; };
  const auto known = std::ranges::find_if(best_, same);
  if (known == best_.end()) {
    if (best_.size() < kMostPairs) best_.push_back({low, high, first, second, cost});
  } else if (cost < known->cost) {
    *known = {low, high, first, second, cost};
  }
}

bool may_tie(EntityType a, EntityType b) {
  const auto acts = [](EntityType type) {
    return type == EntityType::Organization || type == EntityType::Person;
  };
  return acts(a) || acts(b);
}

}  // namespace dealgraph::extract
