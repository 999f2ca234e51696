// SPDX-License-Identifier: MIT
#include "graph/store_impl.hpp"
#include "graph/store_rows.hpp"

namespace dealgraph {
namespace {

// Ordered by ids and times alone, never by row numbers: equal data give equal exports.

constexpr sql::Query kEntities = R"sql(
  SELECT v.pk, e.id, v.type, v.name, v.name_ko, v.derived, v.known_from, v.known_to
    FROM entity AS e JOIN entity_version AS v ON v.entity = e.pk
   ORDER BY e.id, v.known_from)sql";

constexpr sql::Query kDocuments = R"sql(
  SELECT v.title, v.text, v.lang, v.source, v.url, v.published, v.known_from, v.known_to, v.pk,
         d.id
    FROM document AS d JOIN document_version AS v ON v.document = d.pk
   ORDER BY d.id, v.known_from)sql";

constexpr sql::Query kEdges = R"sql(
  SELECT e.pk, e.id, e.type, s.id, t.id, v.status, v.date, v.valid_from, v.valid_to,
         v.amount_minor, v.currency, v.product, v.title, v.confidence, v.derived,
         v.known_from, v.known_to,
         v.known_from = (SELECT max(n.known_from) FROM edge_version AS n WHERE n.edge = e.pk)
    FROM edge AS e
    JOIN edge_version AS v ON v.edge = e.pk
    JOIN entity AS s ON s.pk = e.source
    JOIN entity AS t ON t.pk = e.target
   ORDER BY e.id, v.known_from)sql";

constexpr sql::Query kEvidence = R"sql(
  SELECT d.id, x.span_begin, x.span_end, x.status, x.date, x.valid_from, x.valid_to,
         x.amount_minor, x.currency, x.product, x.title, x.confidence, x.known_from, x.known_to
    FROM evidence AS x
    JOIN document_version AS v ON v.pk = x.document_version
    JOIN document AS d ON d.pk = v.document
   WHERE x.edge = ?1
   ORDER BY d.id, x.known_from, x.span_begin, x.span_end, x.status, x.date, x.amount_minor,
            x.product, x.title, x.confidence, x.pk)sql";

}  // namespace

void Store::export_all(const std::function<void(const Operation&)>& sink) {
  const ReaderPool::Lease db = impl_->readers.take();
  db->each(kEntities, [&](const sql::Row& row) {
    ImportEntity record;
    record.entity.id = row.string(1);
    record.entity.type = read_entity_type(row, 2);
    record.entity.name = row.string(3);
    record.entity.name_ko = row.string(4);
    record.derived = row.integer(5) != 0;
    record.known = read_known(row, 6);
    read_names(*db, row.integer(0), record.entity);
    sink(std::move(record));
  });
  db->each(kDocuments, [&](const sql::Row& row) {
    ImportDocument record;
    record.document = read_document(row, 0, row.string(9));
    record.known = read_known(row, 6);
    record.mentions = read_mentions(*db, row.integer(8));
    sink(std::move(record));
  });
  db->each(kEdges, [&](const sql::Row& row) {
    ImportEdge record;
    record.edge = {row.string(1), read_edge_type(row, 2), row.string(3), row.string(4),
                   read_facts(row, 5)};
    record.derived = row.integer(14) != 0;
    record.known = read_known(row, 15);
    if (row.integer(17) != 0) {
      db->each(
          kEvidence,
          [&](const sql::Row& evidence) {
            record.evidence.push_back(
                {{evidence.string(0), read_span(evidence, 1), read_facts(evidence, 3)},
                 read_known(evidence, 12)});
          },
          row.integer(0));
    }
    sink(std::move(record));
  });
}

}  // namespace dealgraph
