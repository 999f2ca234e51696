// SPDX-License-Identifier: MIT
#include "graph/rows.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <utility>

#include "graph/filter.hpp"
#include "schema/error.hpp"

namespace dealgraph {
namespace {

std::uint32_t packed(const std::optional<PartialDate>& date) { return date ? date->packed() : 0; }

/// Turns counts, each behind its place, into where each place begins.
void counts_to_begins(std::vector<std::uint32_t>& counts) {
  std::partial_sum(counts.begin(), counts.end(), counts.begin());
}

EdgeView view_of(const EdgeVersionRow& row, EntityIndex source, EntityIndex target) {
  return {.id = row.id,
          .type = row.type,
          .source = source,
          .target = target,
          .status = row.facts.status,
          .date = row.facts.date,
          .valid_from = row.facts.valid_from,
          .valid_to = row.facts.valid_to,
          .ended_on = row.ended_on,
          .amount = row.facts.amount,
          .product = row.facts.product,
          .title = row.facts.title,
          .confidence = row.facts.confidence,
          .evidence_count = row.evidence_count,
          .known = row.known};
}

}  // namespace

// --- RowMap -------------------------------------------------------------------------------------

std::uint32_t RowMap::find(RowId row) const {
  const auto i = static_cast<std::size_t>(row);
  return row >= 0 && i < numbers_.size() ? numbers_[i] : kAbsent;
}

void RowMap::set(RowId row, std::uint32_t number) {
  if (row < 0 || row >= static_cast<RowId>(UINT32_MAX)) {
    throw Error(ErrorKind::Internal, "row number out of range: " + std::to_string(row));
  }
  const auto i = static_cast<std::size_t>(row);
  if (i >= numbers_.size()) numbers_.resize(i + 1, kAbsent);
  numbers_[i] = number;
}

// --- EntityRows ---------------------------------------------------------------------------------

EntityIndex EntityRows::index_of(RowId entity_row) const {
  const std::uint32_t number = entities_.find(entity_row);
  if (number == RowMap::kAbsent) {
    throw Error(ErrorKind::Internal, "edge end without entity: row " + std::to_string(entity_row));
  }
  return EntityIndex{number};
}

void EntityRows::add(EntityVersionRow&& row) {
  const EntityIndex entity{columns_.ids.intern(row.entity_value.id)};
  entities_.set(row.entity, static_cast<std::uint32_t>(entity));
  if (position(entity) == columns_.type.size()) columns_.type.push_back(row.entity_value.type);
  columns_.type[position(entity)] = row.entity_value.type;
  changed_ = true;

  const std::uint32_t seen = versions_.find(row.row);
  if (seen == RowMap::kAbsent) {
    versions_.set(row.row, static_cast<std::uint32_t>(columns_.versions.size()));
    columns_.versions.push_back(
        {std::make_shared<const Entity>(std::move(row.entity_value)), row.known, entity});
    return;
  }
  EntityVersion& version = columns_.versions[seen];
  version.known = row.known;
  if (*version.value == row.entity_value) return;
  version.value = std::make_shared<const Entity>(std::move(row.entity_value));
  if (seen < named_) {  // its names are in the index already: begin that anew
    names_ = std::make_shared<const NameIndex>();
    named_ = 0;
  }
}

std::shared_ptr<const EntityColumns> EntityRows::columns() {
  if (changed_) {
    refresh_versions();
    refresh_order();
    published_ = std::make_shared<const EntityColumns>(columns_);
    changed_ = false;
  }
  return published_;
}

void EntityRows::refresh_versions() {
  const std::size_t count = columns_.ids.size();
  columns_.version_begin.assign(count + 1, 0);
  for (const EntityVersion& version : columns_.versions) {
    ++columns_.version_begin[position(version.entity) + 1];
  }
  counts_to_begins(columns_.version_begin);
  std::vector<std::uint32_t> next(columns_.version_begin);
  columns_.version_order.resize(columns_.versions.size());
  columns_.live_type.assign(count, kNotLive);
  for (std::uint32_t i = 0; i < columns_.versions.size(); ++i) {
    const EntityVersion& version = columns_.versions[i];
    columns_.version_order[next[position(version.entity)]++] = i;
    if (version.known.to == kForever) {
      columns_.live_type[position(version.entity)] = static_cast<std::uint8_t>(version.value->type);
    }
  }
  const auto live = std::count_if(columns_.live_type.begin(), columns_.live_type.end(),
                                  [](std::uint8_t type) { return type != kNotLive; });
  columns_.live_count = static_cast<std::size_t>(live);
  for (std::size_t i = 0; i < count; ++i) {
    const auto begin = columns_.version_order.begin() + columns_.version_begin[i];
    const auto end = columns_.version_order.begin() + columns_.version_begin[i + 1];
    std::sort(begin, end, [this](std::uint32_t a, std::uint32_t b) {
      return std::pair(columns_.versions[a].known.from, a) <
             std::pair(columns_.versions[b].known.from, b);
    });
    if (begin != end) columns_.type[i] = columns_.versions[*std::prev(end)].value->type;
  }
}

void EntityRows::refresh_order() {
  const auto before = [this](EntityIndex a, EntityIndex b) {
    return columns_.ids[position(a)] < columns_.ids[position(b)];
  };
  std::vector<EntityIndex> added;
  for (std::size_t i = columns_.by_id.size(); i < columns_.ids.size(); ++i) {
    added.push_back(EntityIndex{static_cast<std::uint32_t>(i)});
  }
  std::sort(added.begin(), added.end(), before);
  std::vector<EntityIndex> order;
  order.reserve(columns_.ids.size());
  // A few new ids among many old ones: find each place instead of comparing with all.
  auto rest = columns_.by_id.cbegin();
  for (const EntityIndex entity : added) {
    const auto place = std::upper_bound(rest, columns_.by_id.cend(), entity, before);
    order.insert(order.end(), rest, place);
    order.push_back(entity);
    rest = place;
  }
  order.insert(order.end(), rest, columns_.by_id.cend());
  columns_.by_id = std::move(order);
}

std::shared_ptr<const NameIndex> EntityRows::names() {
  if (named_ == columns_.versions.size()) return names_;
  std::vector<NamedVersion> added;
  for (std::size_t i = named_; i < columns_.versions.size(); ++i) {
    const EntityVersion& version = columns_.versions[i];
    added.push_back({version.entity, static_cast<std::uint32_t>(i), version.value.get()});
  }
  names_ = std::make_shared<const NameIndex>(names_->with(added));
  named_ = columns_.versions.size();
  return names_;
}

// --- EdgeRows -----------------------------------------------------------------------------------

EdgeRows::EdgeRows() { texts_.intern(""); }  // number 0: no product, no title

std::size_t EdgeRows::ExtrasHash::operator()(const EdgeExtras& extras) const noexcept {
  std::uint64_t hash = 0;
  for (const std::uint32_t part :
       {extras.product, extras.title, extras.valid_from, extras.valid_to, extras.ended_on}) {
    hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
  }
  return hash ^ (hash >> 32U);
}

void EdgeRows::add(const EdgeVersionRow& row, const EntityRows& entities) {
  const EntityIndex source = entities.index_of(row.source);
  const EntityIndex target = entities.index_of(row.target);
  const EdgeFacts& facts = row.facts;
  const DaySpan days = validity(view_of(row, source, target), entities.type_of(target));

  EdgeRecord record;
  record.source = source;
  record.target = target;
  record.type = row.type;
  record.status = facts.status;
  record.confidence = facts.confidence;
  if (facts.date) {
    record.date = facts.date->packed();
    record.date_first = facts.date->first_day();
    record.date_extent =
        static_cast<std::uint16_t>(facts.date->last_day() - facts.date->first_day());
  }
  record.holds_first = days.first;
  record.holds_last = days.last;
  if (facts.amount) {
    record.amount = facts.amount->minor;
    record.currency = facts.amount->currency.packed();
  }
  record.evidence_count = row.evidence_count;
  record.number = ids_.intern(row.id);
  record.known = known_.intern(row.known);
  record.live = row.known.to == kForever;
  record.extras =
      extras_.intern({texts_.intern(facts.product), texts_.intern(facts.title),
                      packed(facts.valid_from), packed(facts.valid_to), packed(row.ended_on)});

  const std::uint32_t seen = versions_.find(row.row);
  if (seen != RowMap::kAbsent) {
    records_[seen] = record;
    return;
  }
  versions_.set(row.row, static_cast<std::uint32_t>(records_.size()));
  records_.push_back(record);
}

/// Positions of all records by edge type, stable.
std::vector<std::uint32_t> EdgeRows::by_type() const {
  std::vector<std::uint32_t> begin(edge_types().size() + 1, 0);
  for (const EdgeRecord& record : records_) ++begin[static_cast<std::size_t>(record.type) + 1];
  counts_to_begins(begin);
  std::vector<std::uint32_t> order(records_.size());
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    order[begin[static_cast<std::size_t>(records_[i].type)]++] = i;
  }
  return order;
}

void EdgeRows::lay_out(std::size_t entity_count, GraphColumns& columns) const {
  const auto slot = [](EntityIndex entity, const EdgeRecord& record) {
    return 2 * position(entity) + (record.live ? 0 : 1);
  };
  for (Adjacency* side : {&columns.out, &columns.in}) {
    side->begin.assign(2 * entity_count + 1, 0);
    side->steps.resize(records_.size());
  }
  for (const EdgeRecord& record : records_) {
    ++columns.out.begin[slot(record.source, record) + 1];
    ++columns.in.begin[slot(record.target, record) + 1];
  }
  counts_to_begins(columns.out.begin);
  counts_to_begins(columns.in.begin);

  // The records in the order of the outgoing rows, then numbered: live ones first.
  const std::vector<std::uint32_t> typed = by_type();
  std::vector<std::uint32_t> next(columns.out.begin);
  std::vector<std::uint32_t> row_order(records_.size());
  for (const std::uint32_t i : typed) {
    row_order[next[slot(records_[i].source, records_[i])]++] = i;
  }
  std::vector<EdgeIndex> place(records_.size());
  std::uint32_t count = 0;
  for (const bool live : {true, false}) {
    for (const std::uint32_t i : row_order) {
      if (records_[i].live == live) place[i] = EdgeIndex{count++};
    }
    if (live) columns.edges.live_count = count;
  }

  for (std::size_t at = 0; at < row_order.size(); ++at) {
    const std::uint32_t i = row_order[at];
    columns.out.steps[at] = {place[i], records_[i].target};
  }
  next = columns.in.begin;
  for (const std::uint32_t i : typed) {
    columns.in.steps[next[slot(records_[i].target, records_[i])]++] = {place[i],
                                                                       records_[i].source};
  }
  fill(place, columns.edges);
  order_versions(columns.edges);
}

void EdgeRows::fill(const std::vector<EdgeIndex>& place, EdgeColumns& columns) const {
  columns.resize(records_.size());
  for (std::size_t i = 0; i < records_.size(); ++i) {
    const EdgeRecord& record = records_[i];
    const std::size_t at = position(place[i]);
    columns.source[at] = record.source;
    columns.target[at] = record.target;
    columns.type[at] = record.type;
    columns.status[at] = record.status;
    columns.confidence[at] = record.confidence;
    columns.date[at] = record.date;
    columns.date_first[at] = record.date_first;
    columns.date_extent[at] = record.date_extent;
    columns.holds_first[at] = record.holds_first;
    columns.holds_last[at] = record.holds_last;
    columns.amount[at] = record.amount;
    columns.currency[at] = record.currency;
    columns.evidence_count[at] = record.evidence_count;
    columns.number[at] = record.number;
    columns.known[at] = record.known;
    columns.extras[at] = record.extras;
  }
  columns.known_table = known_.values();
  columns.extras_table = extras_.values();
  columns.texts = texts_;
  columns.ids = ids_;
}

void EdgeRows::order_versions(EdgeColumns& columns) const {
  columns.version_begin.assign(ids_.size() + 1, 0);
  for (const std::uint32_t number : columns.number) ++columns.version_begin[number + 1];
  counts_to_begins(columns.version_begin);
  std::vector<std::uint32_t> next(columns.version_begin);
  columns.version_order.resize(columns.number.size());
  for (std::uint32_t i = 0; i < columns.number.size(); ++i) {
    columns.version_order[next[columns.number[i]]++] = EdgeIndex{i};
  }
  const auto older = [&](EdgeIndex a, EdgeIndex b) {
    return std::pair(columns.known_table[columns.known[position(a)]].from, a) <
           std::pair(columns.known_table[columns.known[position(b)]].from, b);
  };
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    std::sort(columns.version_order.begin() + columns.version_begin[i],
              columns.version_order.begin() + columns.version_begin[i + 1], older);
  }
}

}  // namespace dealgraph
