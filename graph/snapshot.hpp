// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/ids.hpp"
#include "schema/model.hpp"
#include "schema/slot.hpp"

namespace dealgraph {

struct GraphColumns;

/// One version of an edge, as columns give it; views live as long as the snapshot.
struct EdgeView {
  std::string_view id;
  EdgeType type;
  EntityIndex source;
  EntityIndex target;
  Status status;
  std::optional<PartialDate> date;
  std::optional<PartialDate> valid_from;
  std::optional<PartialDate> valid_to;
  std::optional<PartialDate> ended_on;
  std::optional<Money> amount;
  std::string_view product;
  std::string_view title;
  Confidence confidence;
  std::uint32_t evidence_count;
  Known known;
};

/// A step of the adjacency: an edge version and the entity at its other end.
struct Step {
  EdgeIndex edge;
  EntityIndex far;
};

enum class Direction : std::uint8_t { Out = 1, In = 2, Both = 3 };

/// The whole graph at one revision, immutable, in memory: compressed sparse rows both ways, a
/// column for each edge attribute, an index over names. It holds every version of every edge, so
/// that both time axes work on every query; filters pick the versions (graph/filter.hpp).
///
/// Thread-safe: nothing changes after the builder made it.
class Snapshot {
 public:
  Revision revision() const noexcept;
  Instant published_at() const noexcept;  ///< When the builder made it.

  std::size_t entity_count() const noexcept;  ///< All entities ever known; indexes are below it.
  std::size_t edge_count() const noexcept;    ///< All edge versions; indexes are below it.
  std::size_t live_entity_count() const noexcept;
  std::size_t live_edge_count() const noexcept;

  /// By the id that users see. O(1).
  std::optional<EntityIndex> find_entity(std::string_view id) const;

  /// All versions of the edge with this id, oldest first; empty if there is none. O(1).
  std::span<const EdgeIndex> find_edge(std::string_view id) const;

  std::string_view entity_id(EntityIndex index) const;
  EntityType entity_type(EntityIndex index) const;  ///< Of the newest version.

  /// The version known at that time; nullptr if the entity was not known then.
  const Entity* entity(EntityIndex index, Instant known_on = kForever) const;

  EdgeView edge(EdgeIndex index) const;  ///< O(1), gathers the columns.

  /// Steps over every version of every edge that has the entity as its source (`out`) or as its
  /// target (`in`); an edge of a symmetric type stands as it was stored and counts both ways.
  /// Versions known now come first; within them and within the rest by edge type. O(1).
  std::span<const Step> out(EntityIndex index) const;
  std::span<const Step> in(EntityIndex index) const;

  /// The first part of `out` and `in`: the edges known now. O(1).
  std::span<const Step> live_out(EntityIndex index) const;
  std::span<const Step> live_in(EntityIndex index) const;

  /// All entities in the byte order of their ids.
  std::span<const EntityIndex> entities_by_id() const noexcept;

  /// The arrays behind all this, for the queries of this room (graph/columns.hpp).
  const GraphColumns& columns() const noexcept { return *columns_; }

  /// Made by SnapshotBuilder::publish.
  explicit Snapshot(std::unique_ptr<const GraphColumns> columns) noexcept;
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  std::unique_ptr<const GraphColumns> columns_;
};

/// Where readers take the current snapshot.
using SnapshotSlot = Slot<Snapshot>;

}  // namespace dealgraph
