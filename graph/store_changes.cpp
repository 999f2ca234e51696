// SPDX-License-Identifier: MIT
#include "graph/store_changes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "graph/store_rows.hpp"

namespace dealgraph {
namespace {

constexpr sql::Query kLastChange = R"sql(
  SELECT last_revision, at FROM change ORDER BY first_revision DESC LIMIT 1)sql";

constexpr sql::Query kInsertChange = R"sql(
  INSERT INTO change (first_revision, last_revision, at, kind, op, first_pk, last_pk, cause)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))sql";

// In the order of the enums.
constexpr std::array<std::string_view, 3> kKindNames{"entity", "document", "edge"};
constexpr std::array<std::string_view, 3> kOpNames{"add", "modify", "retract"};

Instant next(Instant instant) { return Instant{static_cast<std::int64_t>(instant) + 1}; }

/// What appears does so ends first, what goes does so edges first.
int phase(RecordKind kind, ChangeOp op) {
  const int rank = static_cast<int>(kind);
  return op == ChangeOp::Retract ? 5 - rank : rank;
}

}  // namespace

CommitClock::CommitClock(Instant last_commit) : at_(std::max(now(), next(last_commit))) {}

void CommitClock::move_past(Instant instant) { at_ = std::max(at_, next(instant)); }

void ChangeLog::add(RecordKind kind, ChangeOp op, RowId pk) {
  operation_.push_back({kind, op, pk});
}

void ChangeLog::end_operation(Instant at, std::optional<RowId> cause) {
  if (operation_.size() > 1) {
    std::stable_sort(operation_.begin(), operation_.end(), [](const Change& a, const Change& b) {
      return phase(a.kind, a.op) < phase(b.kind, b.op);
    });
  }
  for (const Change& change : operation_) {
    if (!ranges_.empty()) {
      Range& last = ranges_.back();
      if (last.first.kind == change.kind && last.first.op == change.op && last.cause == cause &&
          last.at == at && last.last_pk + 1 == change.pk) {
        last.last_pk = change.pk;
        continue;
      }
    }
    ranges_.push_back({change, change.pk, at, cause});
  }
  operation_.clear();
}

void ChangeLog::clear() {
  operation_.clear();
  ranges_.clear();
}

Revision ChangeLog::write(sql::Connection& db, Revision last) {
  for (const Range& range : ranges_) {
    const Revision first = last + 1;
    last += static_cast<Revision>(range.last_pk - range.first.pk) + 1;
    db.run(kInsertChange, first, last, range.at,
           kKindNames[static_cast<std::size_t>(range.first.kind)],
           kOpNames[static_cast<std::size_t>(range.first.op)], range.first.pk, range.last_pk,
           range.cause);
  }
  ranges_.clear();
  return last;
}

LastChange last_change(sql::Connection& db) {
  return db
      .optional_one(
          kLastChange,
          [](const sql::Row& row) {
            return LastChange{static_cast<Revision>(row.integer(0)), Instant{row.integer(1)}};
          })
      .value_or(LastChange{});
}

}  // namespace dealgraph
