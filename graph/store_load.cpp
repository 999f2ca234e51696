// SPDX-License-Identifier: MIT
// What the snapshot builder and the change feed read.
#include <algorithm>
#include <utility>

#include "graph/store_impl.hpp"
#include "graph/store_rows.hpp"

namespace dealgraph {
namespace {

constexpr sql::Query kEntities = R"sql(
  SELECT v.pk, v.entity, e.id, v.type, v.name, v.name_ko, v.known_from, v.known_to
    FROM entity_version AS v CROSS JOIN entity AS e ON e.pk = v.entity
   ORDER BY v.pk)sql";
constexpr sql::Query kAliases = "SELECT version, alias FROM entity_alias ORDER BY version, ordinal";
constexpr sql::Query kIdentifiers =
    "SELECT version, scheme, value FROM entity_identifier ORDER BY version, ordinal";

constexpr sql::Query kEdges = R"sql(
  SELECT v.pk, v.edge, e.source, e.target, e.id, e.type, v.status, v.date, v.valid_from,
         v.valid_to, v.amount_minor, v.currency, v.product, v.title, v.confidence,
         v.evidence_count, v.ended_on, v.known_from, v.known_to
    FROM edge_version AS v CROSS JOIN edge AS e ON e.pk = v.edge
   ORDER BY v.pk)sql";

constexpr sql::Query kEntitiesBetween = R"sql(
  SELECT v.pk, v.entity, e.id, v.type, v.name, v.name_ko, v.known_from, v.known_to
    FROM entity_version AS v JOIN entity AS e ON e.pk = v.entity
   WHERE v.entity BETWEEN ?1 AND ?2
   ORDER BY v.entity, v.known_from)sql";
constexpr sql::Query kEdgesBetween = R"sql(
  SELECT v.pk, v.edge, e.source, e.target, e.id, e.type, v.status, v.date, v.valid_from,
         v.valid_to, v.amount_minor, v.currency, v.product, v.title, v.confidence,
         v.evidence_count, v.ended_on, v.known_from, v.known_to
    FROM edge_version AS v JOIN edge AS e ON e.pk = v.edge
   WHERE v.edge BETWEEN ?1 AND ?2
   ORDER BY v.edge, v.known_from)sql";

// Rows are dense and ascending, so that the first one that matters can be found by its key.
constexpr sql::Query kChangesAfter = R"sql(
  SELECT first_revision, last_revision, at, kind, op, first_pk, last_pk
    FROM change
   WHERE first_revision >= (SELECT coalesce(max(first_revision), 0) FROM change
                             WHERE first_revision <= ?1 + 1)
     AND last_revision > ?1
   ORDER BY first_revision)sql";

constexpr sql::Query kEntityIds =
    "SELECT id FROM entity WHERE pk BETWEEN ?1 AND ?2 ORDER BY pk LIMIT ?3";
constexpr sql::Query kEdgeIds =
    "SELECT id FROM edge WHERE pk BETWEEN ?1 AND ?2 ORDER BY pk LIMIT ?3";
constexpr sql::Query kDocumentIds =
    "SELECT id FROM document WHERE pk BETWEEN ?1 AND ?2 ORDER BY pk LIMIT ?3";

EntityVersionRow read_entity(const sql::Row& row) {
  EntityVersionRow entity;
  entity.row = row.integer(0);
  entity.entity = row.integer(1);
  entity.entity_value.id = row.string(2);
  entity.entity_value.type = read_entity_type(row, 3);
  entity.entity_value.name = row.string(4);
  entity.entity_value.name_ko = row.string(5);
  entity.known = read_known(row, 6);
  return entity;
}

EdgeVersionRow read_edge(const sql::Row& row) {
  EdgeVersionRow edge;
  edge.row = row.integer(0);
  edge.edge = row.integer(1);
  edge.source = row.integer(2);
  edge.target = row.integer(3);
  edge.id = row.string(4);
  edge.type = read_edge_type(row, 5);
  edge.facts = read_facts(row, 6);
  edge.evidence_count = static_cast<std::uint32_t>(row.integer(15));
  edge.ended_on = read_date(row, 16);
  edge.known = read_known(row, 17);
  return edge;
}

/// A scan of names by version beside the scan of the versions: one pass over each.
class NameScan {
 public:
  NameScan(sql::Connection& db, sql::Query query)
      : cursor_(db.cursor(query)), has_row_(cursor_.next()) {}

  /// Visits the rows of one version; versions must be asked for in ascending order.
  template <typename Visit>
  void visit(RowId version, Visit visit) {
    while (has_row_ && cursor_.row().integer(0) < version) has_row_ = cursor_.next();
    for (; has_row_ && cursor_.row().integer(0) == version; has_row_ = cursor_.next()) {
      visit(cursor_.row());
    }
  }

 private:
  sql::Cursor cursor_;
  bool has_row_;
};

using Range = std::pair<RowId, RowId>;

/// Each row once, in order, whatever changed it how often.
std::vector<Range> merge_ranges(std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<Range> merged;
  for (const Range& range : ranges) {
    if (!merged.empty() && range.first <= merged.back().second + 1) {
      merged.back().second = std::max(merged.back().second, range.second);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

/// The part of a row of the change table that lies after `since`.
Range rows_after(const sql::Row& row, Revision since) {
  const std::int64_t seen =
      std::max<std::int64_t>(0, static_cast<std::int64_t>(since) - row.integer(0) + 1);
  return {row.integer(5) + seen, row.integer(6)};
}

sql::Query ids_of(std::string_view kind) {
  if (kind == "entity") return kEntityIds;
  return kind == "edge" ? kEdgeIds : kDocumentIds;
}

}  // namespace

Revision Store::load(const RowSink& sink) {
  const ReaderPool::Lease db = impl_->readers.take();
  NameScan aliases(*db, kAliases);
  NameScan identifiers(*db, kIdentifiers);
  db->each(kEntities, [&](const sql::Row& row) {
    EntityVersionRow entity = read_entity(row);
    aliases.visit(entity.row, [&](const sql::Row& name) {
      entity.entity_value.aliases.push_back(name.string(1));
    });
    identifiers.visit(entity.row, [&](const sql::Row& name) {
      entity.entity_value.identifiers.push_back({name.string(1), name.string(2)});
    });
    sink.entity(std::move(entity));
  });
  db->each(kEdges, [&](const sql::Row& row) { sink.edge(read_edge(row)); });
  return last_change(*db).revision;
}

Revision Store::load_changes(Revision since, const RowSink& sink) {
  const ReaderPool::Lease db = impl_->readers.take();
  std::vector<Range> entities;
  std::vector<Range> edges;
  db->each(
      kChangesAfter,
      [&](const sql::Row& row) {
        if (row.text(3) == "entity") entities.push_back(rows_after(row, since));
        if (row.text(3) == "edge") edges.push_back(rows_after(row, since));
      },
      since);
  for (const auto& [first, last] : merge_ranges(std::move(entities))) {
    db->each(
        kEntitiesBetween,
        [&](const sql::Row& row) {
          EntityVersionRow entity = read_entity(row);
          read_names(*db, entity.row, entity.entity_value);
          sink.entity(std::move(entity));
        },
        first, last);
  }
  for (const auto& [first, last] : merge_ranges(std::move(edges))) {
    db->each(
        kEdgesBetween, [&](const sql::Row& row) { sink.edge(read_edge(row)); }, first, last);
  }
  return last_change(*db).revision;
}

Revision Store::revision() { return last_change(*impl_->readers.take()).revision; }

std::vector<Change> Store::changes(Revision since, std::size_t limit) {
  const ReaderPool::Lease db = impl_->readers.take();
  std::vector<Change> found;
  sql::Cursor ranges = db->cursor(kChangesAfter, since);
  while (found.size() < limit && ranges.next()) {
    const sql::Row& range = ranges.row();
    const auto [first, last] = rows_after(range, since);
    Change change;
    change.revision = static_cast<Revision>(range.integer(0) + first - range.integer(5));
    change.at = Instant{range.integer(2)};
    change.kind = range.string(3);
    change.op = range.string(4);
    db->each(
        ids_of(change.kind),
        [&](const sql::Row& row) {
          change.id = row.string(0);
          found.push_back(change);
          ++change.revision;
        },
        first, last, limit - found.size());
  }
  return found;
}

}  // namespace dealgraph
