// SPDX-License-Identifier: MIT
#include "graph/store_rows.hpp"
#include "graph/store_tables.hpp"

namespace dealgraph {
namespace {

constexpr sql::Query kFindEntity = R"sql(
  SELECT e.pk, v.type, v.known_to IS NULL
    FROM entity AS e JOIN entity_version AS v ON v.entity = e.pk
   WHERE e.id = ?1 ORDER BY v.known_from DESC LIMIT 1)sql";

constexpr sql::Query kInsertEntity = "INSERT INTO entity (id) VALUES (?1)";

constexpr sql::Query kInsertVersion = R"sql(
  INSERT INTO entity_version (entity, type, name, name_ko, derived, known_from, known_to)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7))sql";

constexpr sql::Query kUpdateVersion = R"sql(
  UPDATE entity_version SET type = ?2, name = ?3, name_ko = ?4, derived = ?5 WHERE pk = ?1)sql";

constexpr sql::Query kOverlapping = R"sql(
  SELECT pk, type, name, name_ko, derived, known_from, known_to
    FROM entity_version
   WHERE entity = ?1 AND known_from < ?3 AND (known_to IS NULL OR known_to > ?2)
   ORDER BY known_from)sql";

constexpr sql::Query kClose =
    "UPDATE entity_version SET known_to = ?2 WHERE entity = ?1 AND known_to IS NULL";
constexpr sql::Query kMakeIndependent = "UPDATE entity_version SET derived = 0 WHERE pk = ?1";

constexpr sql::Query kInsertAlias =
    "INSERT INTO entity_alias (version, ordinal, alias) VALUES (?1, ?2, ?3)";
constexpr sql::Query kInsertIdentifier =
    "INSERT INTO entity_identifier (version, ordinal, scheme, value) VALUES (?1, ?2, ?3, ?4)";
constexpr sql::Query kDeleteAliases = "DELETE FROM entity_alias WHERE version = ?1";
constexpr sql::Query kDeleteIdentifiers = "DELETE FROM entity_identifier WHERE version = ?1";
constexpr sql::Query kAliases =
    "SELECT alias FROM entity_alias WHERE version = ?1 ORDER BY ordinal";
constexpr sql::Query kIdentifiers =
    "SELECT scheme, value FROM entity_identifier WHERE version = ?1 ORDER BY ordinal";

constexpr sql::Query kHasLiveEdges = R"sql(
  SELECT EXISTS (SELECT 1 FROM edge AS e JOIN edge_version AS v ON v.edge = e.pk
                  WHERE e.source = ?1 AND v.known_to IS NULL)
      OR EXISTS (SELECT 1 FROM edge AS e JOIN edge_version AS v ON v.edge = e.pk
                  WHERE e.target = ?1 AND v.known_to IS NULL))sql";
constexpr sql::Query kHasLiveMentions = R"sql(
  SELECT EXISTS (SELECT 1 FROM mention AS m JOIN document_version AS v ON v.pk = m.document_version
                  WHERE m.entity = ?1 AND v.known_to IS NULL))sql";
constexpr sql::Query kIsDerived = R"sql(
  SELECT EXISTS (SELECT 1 FROM entity_version
                  WHERE entity = ?1 AND known_to IS NULL AND derived = 1))sql";
constexpr sql::Query kEntityId = "SELECT id FROM entity WHERE pk = ?1";

}  // namespace

std::optional<EntityRef> EntityTable::find(std::string_view id) {
  const auto remembered = known_.find(id);
  if (remembered != known_.end()) return remembered->second;
  const auto found = context_.db.optional_one(
      kFindEntity,
      [](const sql::Row& row) {
        return EntityRef{row.integer(0), read_entity_type(row, 1), row.integer(2) != 0};
      },
      id);
  if (found) known_.emplace(id, *found);
  return found;
}

std::vector<EntityTable::Version> EntityTable::overlapping(RowId pk, std::string_view id,
                                                           const Known& known) {
  std::vector<Version> versions;
  context_.db.each(
      kOverlapping,
      [&](const sql::Row& row) {
        Version& version = versions.emplace_back();
        version.row = row.integer(0);
        version.value.id = id;
        version.value.type = read_entity_type(row, 1);
        version.value.name = row.string(2);
        version.value.name_ko = row.string(3);
        version.derived = row.integer(4) != 0;
        version.known = read_known(row, 5);
      },
      pk, known.from, known.to);
  for (Version& version : versions) read_names(context_.db, version.row, version.value);
  return versions;
}

std::optional<EntityTable::Version> EntityTable::live(RowId pk, std::string_view id) {
  // Only what has no end overlaps the end of time.
  std::vector<Version> versions =
      overlapping(pk, id, {Instant{static_cast<std::int64_t>(kForever) - 1}, kForever});
  if (versions.empty()) return std::nullopt;
  return std::move(versions.back());
}

RowId EntityTable::add_version(const Entity& entity, bool derived, const Known& known) {
  const std::optional<EntityRef> found = find(entity.id);
  const bool is_live = known.to == kForever;
  RowId pk = 0;
  if (found) {
    pk = found->pk;
  } else {
    context_.db.run(kInsertEntity, entity.id);
    pk = context_.db.last_insert_row();
  }
  insert_version(pk, entity, derived, known);
  const bool was_live = found && found->live;
  context_.changes.add(RecordKind::Entity,
                       is_live    ? ChangeOp::Add
                       : was_live ? ChangeOp::Modify  // history beside what is believed
                                  : ChangeOp::Retract,
                       pk);
  if (found && !is_live) {
    known_.erase(entity.id);  // which version is the newest may differ
  } else {
    known_.insert_or_assign(entity.id, EntityRef{pk, entity.type, is_live});
  }
  return pk;
}

void EntityTable::replace(const Version& live_version, RowId pk, const Entity& entity,
                          bool derived) {
  sql::Connection& db = context_.db;
  if (live_version.known.from == context_.clock.at()) {
    // Opened by this very append: nobody has seen it, so it never was.
    db.run(kDeleteAliases, live_version.row);
    db.run(kDeleteIdentifiers, live_version.row);
    db.run(kUpdateVersion, live_version.row, name(entity.type), entity.name,
           NullableText{entity.name_ko}, derived);
    insert_names(live_version.row, entity);
  } else {
    db.run(kClose, pk, context_.clock.at());
    insert_version(pk, entity, derived, context_.from_now());
    context_.changes.add(RecordKind::Entity, ChangeOp::Modify, pk);
  }
  known_.insert_or_assign(entity.id, EntityRef{pk, entity.type, true});
}

void EntityTable::make_independent(RowId version) { context_.db.run(kMakeIndependent, version); }

void EntityTable::retract(RowId pk) {
  context_.db.run(kClose, pk, context_.clock.at());
  context_.changes.add(RecordKind::Entity, ChangeOp::Retract, pk);
  known_.erase(context_.db.one(
      kEntityId, [](const sql::Row& row) { return row.string(0); }, pk));
}

bool EntityTable::has_live_edges(RowId pk) { return context_.db.integer(kHasLiveEdges, pk) != 0; }

bool EntityTable::is_orphan(RowId pk) {
  return context_.db.integer(kIsDerived, pk) != 0 &&
         context_.db.integer(kHasLiveMentions, pk) == 0 && !has_live_edges(pk);
}

void EntityTable::insert_version(RowId pk, const Entity& entity, bool derived, const Known& known) {
  context_.db.run(kInsertVersion, pk, name(entity.type), entity.name, NullableText{entity.name_ko},
                  derived, known);
  insert_names(context_.db.last_insert_row(), entity);
}

void EntityTable::insert_names(RowId version, const Entity& entity) {
  for (std::size_t i = 0; i < entity.aliases.size(); ++i) {
    context_.db.run(kInsertAlias, version, i, entity.aliases[i]);
  }
  for (std::size_t i = 0; i < entity.identifiers.size(); ++i) {
    const Identifier& identifier = entity.identifiers[i];
    context_.db.run(kInsertIdentifier, version, i, identifier.scheme, identifier.value);
  }
}

void read_names(sql::Connection& db, RowId version, Entity& entity) {
  db.each(
      kAliases, [&](const sql::Row& row) { entity.aliases.push_back(row.string(0)); }, version);
  db.each(
      kIdentifiers,
      [&](const sql::Row& row) {
        entity.identifiers.push_back({row.string(0), row.string(1)});
      },
      version);
}

}  // namespace dealgraph
