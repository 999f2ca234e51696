// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "fixtures.hpp"

namespace dealgraph::fixtures {
namespace {

constexpr std::array kCurrencies{"USD", "KRW", "KWD"};

bool chance(std::mt19937_64& random, std::size_t one_in) { return below(random, one_in) == 0; }

PartialDate random_date(std::mt19937_64& random) {
  const int year = 2023 + static_cast<int>(below(random, 4));
  const int month = static_cast<int>(below(random, 13));
  const int day = month == 0 ? 0 : static_cast<int>(below(random, 29));
  return PartialDate::of(year, month, day).value();
}

std::optional<PartialDate> maybe_date(std::mt19937_64& random, std::size_t one_in) {
  return chance(random, one_in) ? std::optional(random_date(random)) : std::nullopt;
}

Instant random_instant(std::mt19937_64& random) {
  const int month = 1 + static_cast<int>(below(random, 12));
  return Instant{PartialDate::of(2025, month, 1)->first_day() * std::int64_t{86'400'000}};
}

/// Periods without overlap, one time in `one_in` several; the last one may still run.
std::vector<Known> random_periods(std::mt19937_64& random, std::size_t one_in) {
  if (!chance(random, one_in)) return {{random_instant(random), kForever}};
  std::vector<Instant> times;
  for (std::size_t i = 0; i < 6; ++i) times.push_back(random_instant(random));
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  std::vector<Known> periods;
  for (std::size_t i = 0; i + 1 < times.size(); i += chance(random, 2) ? 1 : 2) {
    periods.push_back({times[i], times[i + 1]});
  }
  if (periods.empty() || chance(random, 2)) periods.push_back({times.back(), kForever});
  return periods;
}

void add_entity(std::mt19937_64& random, RowId entity, Rows& rows) {
  // Ids do not lie in the order of the rows, and some are the beginning of others.
  Entity value;
  value.id = std::string(1, static_cast<char>('a' + below(random, 26))) + std::to_string(entity);
  value.type = static_cast<EntityType>(chance(random, 3) ? below(random, 6) : 0);
  value.name = value.id;
  for (const Known& known : random_periods(random, 8)) {
    rows.entities.push_back({static_cast<RowId>(rows.entities.size()), entity, value, known});
  }
}

std::vector<EdgeType> allowed_types(EntityType source, EntityType target) {
  std::vector<EdgeType> types;
  for (const EdgeTypeInfo& row : edge_types()) {
    if (allows(row.type, source, target)) types.push_back(row.type);
  }
  return types;
}

EdgeVersionRow random_version(std::mt19937_64& random) {
  EdgeVersionRow row;
  row.facts.status = static_cast<Status>(below(random, 6));
  if (!chance(random, 4)) row.facts.date = random_date(random);
  row.facts.valid_from = maybe_date(random, 8);
  row.facts.valid_to = maybe_date(random, 8);
  row.ended_on = row.facts.valid_to;
  if (!row.ended_on && row.facts.status == Status::Ended) row.ended_on = maybe_date(random, 2);
  if (chance(random, 2)) {
    const auto currency = Currency::parse(kCurrencies[below(random, kCurrencies.size())]).value();
    row.facts.amount = Money{static_cast<std::int64_t>(below(random, 20) * 500), currency};
  }
  row.facts.confidence = static_cast<Confidence>(below(random, 5) * 2500);
  if (chance(random, 3)) row.facts.product = "HBM" + std::to_string(below(random, 3));
  row.evidence_count = static_cast<std::uint32_t>(1 + below(random, 3));
  return row;
}

void add_edge(std::mt19937_64& random, RowId edge, std::size_t entities, Rows& rows) {
  const auto source = static_cast<RowId>(below(random, entities));
  const auto target = static_cast<RowId>(below(random, entities));
  const std::vector<EdgeType> types =
      allowed_types(rows.entity(source).type, rows.entity(target).type);
  if (types.empty()) return;
  const EdgeType type = types[below(random, types.size())];
  for (const Known& known : random_periods(random, 3)) {
    EdgeVersionRow row = random_version(random);
    row.row = static_cast<RowId>(rows.edges.size());
    row.edge = edge;
    row.source = source;
    row.target = target;
    row.id = "d" + std::to_string(97 * edge % 101) + "-" + std::to_string(edge);
    row.type = type;
    row.known = known;
    rows.edges.push_back(row);
  }
}

template <typename Set, typename Enum>
void keep_some(std::mt19937_64& random, Set& set, Enum last) {
  if (!chance(random, 6)) return;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (chance(random, 3)) set.erase(static_cast<Enum>(i));
  }
}

}  // namespace

std::size_t below(std::mt19937_64& random, std::size_t end) { return random() % end; }

Rows random_rows(const RandomGraph& wanted) {
  std::mt19937_64 random(wanted.seed);
  Rows rows;
  for (std::size_t i = 0; i < wanted.entities; ++i) {
    add_entity(random, static_cast<RowId>(i), rows);
  }
  for (std::size_t i = 0; i < wanted.edges; ++i) {
    add_edge(random, static_cast<RowId>(i), wanted.entities, rows);
  }
  return rows;
}

EdgeFilter random_filter(std::mt19937_64& random) {
  EdgeFilter filter;
  keep_some(random, filter.edge_types, EdgeType::Ownership);
  keep_some(random, filter.entity_types, EntityType::Event);
  keep_some(random, filter.statuses, Status::Denied);
  filter.date_from = maybe_date(random, 6);
  filter.date_to = maybe_date(random, 6);
  filter.valid_on = maybe_date(random, 5);
  if (chance(random, 4)) filter.known_on = random_instant(random);
  if (chance(random, 8)) filter.min_amount = static_cast<double>(below(random, 60));
  if (chance(random, 8)) filter.currency = Currency::parse("USD");
  if (chance(random, 6)) filter.min_confidence = 5000;
  return filter;
}

// --- Naive --------------------------------------------------------------------------------------

bool naive_visible(const Rows& rows, RowId entity, Instant known_on) {
  for (const EntityVersionRow& version : rows.entities) {
    const bool now = known_on == kForever;
    const bool known = now ? version.known.to == kForever
                           : version.known.from <= known_on && known_on < version.known.to;
    if (version.entity == entity && known) return true;
  }
  return false;
}

bool naive_entity(const Rows& rows, RowId entity, const EdgeFilter& filter) {
  return naive_visible(rows, entity, filter.known_on) &&
         filter.entity_types.contains(rows.entity(entity).type);
}

namespace {

bool naive_holds(const Rows& rows, const EdgeVersionRow& edge, const PartialDate& when) {
  const EntityType target = rows.entity(edge.target).type;
  const bool momentary = edge.type == EdgeType::Visit || edge.type == EdgeType::Meeting ||
                         edge.type == EdgeType::Acquisition || edge.type == EdgeType::Investment ||
                         (edge.type == EdgeType::Participation && target == EntityType::Event);
  const EdgeFacts& facts = edge.facts;
  if (momentary && facts.date) return facts.date->overlaps(when);

  const std::optional<PartialDate> begin = facts.valid_from ? facts.valid_from : facts.date;
  if (begin && begin->first_day() > when.last_day()) return false;
  std::optional<DayNumber> end;
  if (facts.valid_to) {
    end = facts.valid_to->last_day();
  } else if (!momentary && begin && edge.ended_on) {
    end = edge.ended_on->last_day();
  } else if (!momentary && begin && facts.status == Status::Ended) {
    end = day_of(edge.known.from);
  }
  if (end && begin && *end < begin->first_day()) return false;
  return !end || *end >= when.first_day();
}

}  // namespace

bool naive_passes(const Rows& rows, const EdgeVersionRow& edge, const EdgeFilter& filter) {
  const bool now = filter.known_on == kForever;
  if (now && edge.known.to != kForever) return false;
  if (!now && (filter.known_on < edge.known.from || filter.known_on >= edge.known.to)) return false;
  if (!filter.edge_types.contains(edge.type)) return false;
  if (!filter.statuses.contains(edge.facts.status)) return false;
  if (edge.facts.confidence < filter.min_confidence) return false;
  const auto& date = edge.facts.date;
  if (filter.date_from && !(date && date->last_day() >= filter.date_from->first_day()))
    return false;
  if (filter.date_to && !(date && date->first_day() <= filter.date_to->last_day())) return false;
  const auto& amount = edge.facts.amount;
  if (filter.currency && !(amount && amount->currency == *filter.currency)) return false;
  if (filter.min_amount && !(amount && major_value(*amount) >= *filter.min_amount)) return false;
  return !filter.valid_on || naive_holds(rows, edge, *filter.valid_on);
}

std::vector<NaiveHop> naive_hops(const Rows& rows, Direction direction, const EdgeFilter& filter) {
  std::vector<NaiveHop> hops;
  for (const EdgeVersionRow& edge : rows.edges) {
    if (!naive_passes(rows, edge, filter)) continue;
    if (!naive_visible(rows, edge.source, filter.known_on)) continue;
    if (!naive_visible(rows, edge.target, filter.known_on)) continue;
    const bool both = direction == Direction::Both || edge.type == EdgeType::Partnership ||
                      edge.type == EdgeType::Meeting;
    if (both || direction == Direction::Out) hops.push_back({&edge, edge.source, edge.target});
    if (both || direction == Direction::In) hops.push_back({&edge, edge.target, edge.source});
  }
  return hops;
}

}  // namespace dealgraph::fixtures
