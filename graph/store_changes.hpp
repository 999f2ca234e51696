// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/sql/connection.hpp"
#include "graph/store.hpp"

/// Time and numbering of one append. Private to the store.
namespace dealgraph {

enum class RecordKind : std::uint8_t { Entity, Document, Edge };
enum class ChangeOp : std::uint8_t { Add, Modify, Retract };

/// The instants at which an append happens: strictly after every commit before it, whatever the
/// system clock does.
class CommitClock {
 public:
  explicit CommitClock(Instant last_commit);

  Instant at() const noexcept { return at_; }

  /// From here on the append happens after `instant`.
  void move_past(Instant instant);

 private:
  Instant at_;
};

/// Collects what an append changes and numbers it when it is written. Consecutive rows of one kind
/// share a row of the table, so that a bulk import costs one.
class ChangeLog {
 public:
  void add(RecordKind kind, ChangeOp op, RowId pk);

  /// Ends an operation: its changes get their place in the feed, so that a reader who follows it
  /// never meets an edge without its ends.
  void end_operation(Instant at, std::optional<RowId> cause);

  /// Forgets everything: the append failed.
  void clear();

  /// True if an operation that has ended changed something at this instant.
  bool has_changes_at(Instant at) const { return !ranges_.empty() && ranges_.back().at == at; }

  /// Writes everything; returns the revision reached (`last` if nothing changed).
  Revision write(sql::Connection& db, Revision last);

 private:
  struct Change {
    RecordKind kind;
    ChangeOp op;
    RowId pk;
  };
  struct Range {
    Change first;
    RowId last_pk;
    Instant at;
    std::optional<RowId> cause;
  };
  std::vector<Change> operation_;
  std::vector<Range> ranges_;
};

/// Newest row of the change table.
struct LastChange {
  Revision revision = 0;
  Instant at{0};
};
LastChange last_change(sql::Connection& db);

}  // namespace dealgraph
