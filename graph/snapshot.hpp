// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/ids.hpp"
#include "schema/model.hpp"

namespace dealgraph {

class NameIndex;

/// One version of an entity; views live as long as the snapshot.
struct EntityView {
  const Entity& value;
  Known known;
};

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

  /// Steps from an entity, edges of symmetric types in both directions alike. The first span holds
  /// outgoing edges, the second incoming ones; each is sorted by edge type.
  std::span<const Step> out(EntityIndex index) const;
  std::span<const Step> in(EntityIndex index) const;

  const NameIndex& names() const noexcept;

 private:
  friend class SnapshotBuilder;
  Snapshot();
  struct Data;
  std::shared_ptr<const Data> data_;
};

/// Where readers take the current snapshot: a mutex around one pointer.
/// (`std::atomic<std::shared_ptr>` of libstdc++ 12 trips ThreadSanitizer.)
class SnapshotSlot {
 public:
  std::shared_ptr<const Snapshot> get() const {
    const std::scoped_lock lock(mutex_);
    return snapshot_;
  }
  void set(std::shared_ptr<const Snapshot> snapshot) {
    const std::scoped_lock lock(mutex_);
    snapshot_.swap(snapshot);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace dealgraph
