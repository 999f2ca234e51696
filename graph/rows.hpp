// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

#include "graph/columns.hpp"
#include "graph/store.hpp"

/// What the builder has seen, one class for entities and one for edges. Internal to graph/.
namespace dealgraph {

/// Small numbers by row number. Row numbers are dense, so this is an array.
class RowMap {
 public:
  static constexpr std::uint32_t kAbsent = UINT32_MAX;

  std::uint32_t find(RowId row) const;

  /// Throws Internal for a row number that no table of ours can have.
  void set(RowId row, std::uint32_t number);

 private:
  std::vector<std::uint32_t> numbers_;
};

/// Gives equal values one number.
template <typename Value, typename Hash>
class Interner {
 public:
  std::uint32_t intern(const Value& value) {
    const auto [found, added] =
        numbers_.try_emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (added) values_.push_back(value);
    return found->second;
  }
  const std::vector<Value>& values() const noexcept { return values_; }

 private:
  std::unordered_map<Value, std::uint32_t, Hash> numbers_;
  std::vector<Value> values_;
};

class EntityRows {
 public:
  void add(EntityVersionRow&& row);

  /// Throws Internal if the row is unknown.
  EntityIndex index_of(RowId entity_row) const;
  EntityType type_of(EntityIndex entity) const { return columns_.type[position(entity)]; }

  /// The columns and names as they are now; the same objects as the last time if nothing changed.
  std::shared_ptr<const EntityColumns> columns();
  std::shared_ptr<const NameIndex> names();

 private:
  void refresh_versions();
  void refresh_order();

  RowMap entities_;
  RowMap versions_;
  EntityColumns columns_;  // without what refresh_… derives
  bool changed_ = true;
  std::shared_ptr<const EntityColumns> published_;
  std::shared_ptr<const NameIndex> names_ = std::make_shared<const NameIndex>();
  std::size_t named_ = 0;  // versions that names_ holds
};

/// One edge version, as one element of each column.
struct EdgeRecord {
  EntityIndex source{};
  EntityIndex target{};
  EdgeType type{};
  Status status{};
  Confidence confidence = 0;
  std::uint32_t date = 0;
  DayNumber date_first = 0;
  std::uint16_t date_extent = 0;
  std::uint8_t currency = 0;
  bool live = true;
  DayNumber holds_first = 0;
  DayNumber holds_last = 0;
  std::int64_t amount = kNoAmount;
  std::uint32_t evidence_count = 0;
  std::uint32_t number = 0;
  std::uint32_t known = 0;
  std::uint32_t extras = 0;
};

class EdgeRows {
 public:
  EdgeRows();

  void add(const EdgeVersionRow& row, const EntityRows& entities);

  /// Fills the edge columns and both adjacencies of `columns`.
  void lay_out(std::size_t entity_count, GraphColumns& columns) const;

 private:
  struct KnownHash {
    std::size_t operator()(const Known& known) const noexcept {
      const auto from = static_cast<std::uint64_t>(known.from);
      const auto to = static_cast<std::uint64_t>(known.to);
      return std::hash<std::uint64_t>{}(from * 0x9E3779B97F4A7C15U ^ to);
    }
  };
  struct ExtrasHash {
    std::size_t operator()(const EdgeExtras& extras) const noexcept;
  };

  std::vector<std::uint32_t> by_type() const;
  void fill(const std::vector<EdgeIndex>& place, EdgeColumns& columns) const;
  void order_versions(EdgeColumns& columns) const;

  RowMap versions_;
  std::vector<EdgeRecord> records_;
  StringTable ids_;
  StringTable texts_;
  Interner<Known, KnownHash> known_;
  Interner<EdgeExtras, ExtrasHash> extras_;
};

}  // namespace dealgraph
