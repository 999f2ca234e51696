// SPDX-License-Identifier: MIT
#include "graph/columns.hpp"

#include <algorithm>

namespace dealgraph {

std::size_t StringTable::slot_of(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(text)&mask;
  while (slots_[slot] != 0 && pool_[slots_[slot] - 1] != text) slot = (slot + 1) & mask;
  return slot;
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint32_t entry = slots_[slot_of(text)];
  return entry == 0 ? std::nullopt : std::optional(entry - 1);
}

std::uint32_t StringTable::intern(std::string_view text) {
  if (2 * (pool_.size() + 1) > slots_.size()) grow();
  std::uint32_t& entry = slots_[slot_of(text)];
  if (entry == 0) entry = pool_.add(text) + 1;
  return entry - 1;
}

void StringTable::grow() {
  slots_.assign(std::max<std::size_t>(16, 2 * slots_.size()), 0);
  for (std::size_t i = 0; i < pool_.size(); ++i) {
    slots_[slot_of(pool_[i])] = static_cast<std::uint32_t>(i + 1);
  }
}

bool EntityColumns::visible(EntityIndex entity, Instant known_on) const {
  if (known_on == kForever) return live_type[position(entity)] != kNotLive;
  const auto numbers = versions_of(entity);
  return std::any_of(numbers.begin(), numbers.end(),
                     [&](std::uint32_t i) { return versions[i].known.holds_at(known_on); });
}

void EdgeColumns::resize(std::size_t count) {
  source.resize(count);
  target.resize(count);
  type.resize(count);
  status.resize(count);
  confidence.resize(count);
  date.resize(count);
  date_first.resize(count);
  date_extent.resize(count);
  holds_first.resize(count);
  holds_last.resize(count);
  amount.resize(count);
  currency.resize(count);
  evidence_count.resize(count);
  number.resize(count);
  known.resize(count);
  extras.resize(count);
}

std::optional<Money> EdgeColumns::money(std::size_t i) const {
  if (amount[i] == kNoAmount) return std::nullopt;
  const auto unit = Currency::from_packed(currency[i]);
  return unit ? std::optional(Money{amount[i], *unit}) : std::nullopt;
}

}  // namespace dealgraph
