// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/name_index.hpp"
#include "graph/snapshot.hpp"
#include "schema/ids.hpp"
#include "schema/model.hpp"

/// How a Snapshot lies in memory. Internal to graph/: the queries read these columns, everybody
/// else reads Snapshot.
namespace dealgraph {

/// Strings by number, one behind the other in one block.
class StringPool {
 public:
  std::uint32_t add(std::string_view text) {
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    ends_.push_back(bytes_.size());
    return static_cast<std::uint32_t>(ends_.size() - 1);
  }

  std::string_view operator[](std::size_t number) const noexcept {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return {bytes_.data() + begin, ends_[number] - begin};
  }

  std::size_t size() const noexcept { return ends_.size(); }

 private:
  std::vector<char> bytes_;
  std::vector<std::uint64_t> ends_;
};

/// Distinct strings of one pool by content: a hash table with open addressing.
class StringTable {
 public:
  std::optional<std::uint32_t> find(std::string_view text) const;

  /// The number of `text`, which is added if it is new.
  std::uint32_t intern(std::string_view text);

  std::string_view operator[](std::size_t number) const noexcept { return pool_[number]; }
  std::size_t size() const noexcept { return pool_.size(); }

 private:
  std::size_t slot_of(std::string_view text) const;
  void grow();

  StringPool pool_;
  std::vector<std::uint32_t> slots_;  // a power of two of them, number + 1 each, 0 if free
};

struct EntityVersion {
  std::shared_ptr<const Entity> value;  // shared by all snapshots that have this version
  Known known;
  EntityIndex entity{};
};

/// Marks an entity that is not known now; the bit of no entity type.
inline constexpr std::uint8_t kNotLive = 31;

struct EntityColumns {
  StringTable ids;                           // EntityIndex is the number of the id
  std::vector<EntityType> type;              // of the newest version
  std::vector<std::uint8_t> live_type;       // the type, or kNotLive
  std::vector<EntityVersion> versions;       // in the order of their arrival
  std::vector<std::uint32_t> version_begin;  // of each entity in version_order, and the end
  std::vector<std::uint32_t> version_order;  // by entity, then oldest first
  std::vector<EntityIndex> by_id;            // all entities by the bytes of their ids
  std::size_t live_count = 0;

  std::span<const std::uint32_t> versions_of(EntityIndex entity) const {
    const std::size_t i = position(entity);
    return std::span(version_order)
        .subspan(version_begin[i], version_begin[i + 1] - version_begin[i]);
  }

  bool visible(EntityIndex entity, Instant known_on) const;
};

/// What few edges have, once for each distinct combination. Dates are packed, 0 where absent.
struct EdgeExtras {
  std::uint32_t product = 0;  // number in EdgeColumns::texts
  std::uint32_t title = 0;
  std::uint32_t valid_from = 0;
  std::uint32_t valid_to = 0;
  std::uint32_t ended_on = 0;

  friend bool operator==(const EdgeExtras&, const EdgeExtras&) = default;
};

inline constexpr std::int64_t kNoAmount = -1;

/// One element for each edge version. Versions that are known now come first, so that asking for
/// now is a comparison with `live_count`; within both parts they lie by source and type.
struct EdgeColumns {
  std::vector<EntityIndex> source;
  std::vector<EntityIndex> target;
  std::vector<EdgeType> type;
  std::vector<Status> status;
  std::vector<Confidence> confidence;
  std::vector<std::uint32_t> date;         // packed, 0 if undated
  std::vector<DayNumber> date_first;       // first day of `date`
  std::vector<std::uint16_t> date_extent;  // days of `date` after the first
  std::vector<DayNumber> holds_first;      // see validity() in graph/filter.hpp
  std::vector<DayNumber> holds_last;
  std::vector<std::int64_t> amount;    // minor units, or kNoAmount
  std::vector<std::uint8_t> currency;  // Currency::packed
  std::vector<std::uint32_t> evidence_count;
  std::vector<std::uint32_t> number;  // of the edge, the same for all its versions
  std::vector<std::uint32_t> known;   // in known_table
  std::vector<std::uint32_t> extras;  // in extras_table
  std::size_t live_count = 0;

  std::vector<Known> known_table;
  std::vector<EdgeExtras> extras_table;
  StringTable texts;                         // products and titles
  StringTable ids;                           // by edge number
  std::vector<std::uint32_t> version_begin;  // of each edge in version_order, and the end
  std::vector<EdgeIndex> version_order;      // by edge number, then oldest first

  void resize(std::size_t count);
  std::string_view id(EdgeIndex edge) const { return ids[number[position(edge)]]; }
  std::optional<Money> money(std::size_t i) const;
};

/// Compressed sparse rows: for each entity first the steps over edges that are known now, then
/// those over earlier versions, each part by edge type.
struct Adjacency {
  std::vector<std::uint32_t> begin;  // two for each entity, and the end
  std::vector<Step> steps;

  std::span<const Step> all(EntityIndex entity) const { return range(entity, 0, 2); }
  std::span<const Step> live(EntityIndex entity) const { return range(entity, 0, 1); }
  std::span<const Step> past(EntityIndex entity) const { return range(entity, 1, 2); }

 private:
  std::span<const Step> range(EntityIndex entity, std::size_t from, std::size_t to) const {
    const std::size_t i = 2 * position(entity);
    return std::span(steps).subspan(begin[i + from], begin[i + to] - begin[i + from]);
  }
};

struct GraphColumns {
  Revision revision = 0;
  Instant published_at{0};
  std::shared_ptr<const EntityColumns> entities;
  std::shared_ptr<const NameIndex> names;
  EdgeColumns edges;
  Adjacency out;
  Adjacency in;

  std::size_t live_degree(EntityIndex entity) const {
    return out.live(entity).size() + in.live(entity).size();
  }
};

}  // namespace dealgraph
