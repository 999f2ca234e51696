// SPDX-License-Identifier: MIT
#include "graph/store_vocabulary.hpp"

#include "schema/money.hpp"
#include "schema/ontology.hpp"

namespace dealgraph {
namespace {

constexpr sql::Query kPutEntityType = R"sql(
  INSERT INTO entity_type (name, label_en, label_ko, doc) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (name) DO UPDATE SET label_en = ?2, label_ko = ?3, doc = ?4
  WHERE label_en <> ?2 OR label_ko <> ?3 OR doc <> ?4)sql";

constexpr sql::Query kPutEdgeType = R"sql(
  INSERT INTO edge_type (name, label_en, label_ko, inverse_en, inverse_ko, symmetric, doc)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
  ON CONFLICT (name) DO UPDATE SET label_en = ?2, label_ko = ?3, inverse_en = ?4, inverse_ko = ?5,
                                   symmetric = ?6, doc = ?7
  WHERE label_en <> ?2 OR label_ko <> ?3 OR inverse_en <> ?4 OR inverse_ko <> ?5
     OR symmetric <> ?6 OR doc <> ?7)sql";

constexpr sql::Query kPutEnds = R"sql(
  INSERT INTO edge_type_ends (edge_type, source_type, target_type) VALUES (?1, ?2, ?3)
  ON CONFLICT DO NOTHING)sql";
constexpr sql::Query kDeleteEnds = R"sql(
  DELETE FROM edge_type_ends WHERE edge_type = ?1 AND source_type = ?2 AND target_type = ?3)sql";

constexpr sql::Query kPutStatus = R"sql(
  INSERT INTO status (name, label_en, label_ko, doc) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (name) DO UPDATE SET label_en = ?2, label_ko = ?3, doc = ?4
  WHERE label_en <> ?2 OR label_ko <> ?3 OR doc <> ?4)sql";

constexpr sql::Query kPutCurrency = R"sql(
  INSERT INTO currency (code, minor_per_major) VALUES (?1, ?2) ON CONFLICT DO NOTHING)sql";

void write_ends(sql::Connection& db, const EdgeTypeInfo& edge) {
  for (const EntityTypeInfo& source : entity_types()) {
    for (const EntityTypeInfo& target : entity_types()) {
      const bool is_allowed = allows(edge.type, source.type, target.type);
      db.run(is_allowed ? kPutEnds : kDeleteEnds, edge.name, source.name, target.name);
    }
  }
}

}  // namespace

void write_vocabulary(sql::Connection& db) {
  sql::Transaction transaction(db, sql::Transaction::Kind::Write);
  for (const EntityTypeInfo& type : entity_types()) {
    db.run(kPutEntityType, type.name, type.label.en, type.label.ko, type.doc);
  }
  for (const EdgeTypeInfo& type : edge_types()) {
    db.run(kPutEdgeType, type.name, type.label.en, type.label.ko, type.inverse_label.en,
           type.inverse_label.ko, type.symmetric, type.doc);
    write_ends(db, type);
  }
  for (const StatusInfo& status : statuses()) {
    db.run(kPutStatus, status.name, status.label.en, status.label.ko, status.doc);
  }
  // from_packed counts the currencies from 0 without gaps.
  for (std::uint8_t packed = 0; packed < UINT8_MAX; ++packed) {
    const std::optional<Currency> currency = Currency::from_packed(packed);
    if (!currency) break;
    db.run(kPutCurrency, currency->code(), currency->minor_per_major());
  }
  transaction.commit();
}

}  // namespace dealgraph
