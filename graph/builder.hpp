// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "graph/snapshot.hpp"
#include "graph/store.hpp"

namespace dealgraph {

/// Turns rows into snapshots. Keeps what it has seen, so that after a tail of changes only the new
/// rows are read; every publish builds the adjacency anew in O(entities + edges), while names and
/// entities that did not change are shared with the snapshot before.
///
/// One thread at a time (the writer's).
class SnapshotBuilder {
 public:
  SnapshotBuilder();
  ~SnapshotBuilder();

  /// Adds a version or, where its row was seen before, replaces it. Entities before their edges:
  /// throws Internal for an edge whose ends are unknown, and for a row number that no table has.
  void add(EntityVersionRow&& row);
  void add(EdgeVersionRow&& row);

  /// A sink for Store::load and Store::load_changes that adds to this builder, which must outlive
  /// it.
  RowSink sink();

  /// An immutable snapshot of all rows so far, labelled with `revision`.
  std::shared_ptr<const Snapshot> publish(Revision revision);

 private:
  struct Rows;
  std::unique_ptr<Rows> rows_;
};

}  // namespace dealgraph
