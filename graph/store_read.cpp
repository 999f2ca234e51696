// SPDX-License-Identifier: MIT
// What readers ask of documents and evidence; thread-safe.
#include "graph/store_impl.hpp"
#include "graph/store_rows.hpp"
#include "graph/text_index.hpp"

namespace dealgraph {
namespace {

constexpr sql::Query kDocument = R"sql(
  SELECT v.title, v.text, v.lang, v.source, v.url, v.published, v.known_from, v.known_to, v.pk
    FROM document AS d JOIN document_version AS v ON v.document = d.pk
   WHERE d.id = ?1 AND v.known_from <= ?2 AND (v.known_to IS NULL OR v.known_to > ?2))sql";

constexpr sql::Query kEdgesOfDocument = R"sql(
  SELECT e.id
    FROM evidence AS x JOIN edge AS e ON e.pk = x.edge
   WHERE x.document_version = ?1 AND x.known_from <= ?2 AND (x.known_to IS NULL OR x.known_to > ?2)
   GROUP BY e.id ORDER BY min(x.span_begin), e.id)sql";

constexpr sql::Query kEvidence = R"sql(
  SELECT d.id, x.span_begin, x.span_end, x.status, x.date, x.valid_from, x.valid_to,
         x.amount_minor, x.currency, x.product, x.title, x.confidence, x.known_from, x.known_to
    FROM edge AS e
    JOIN evidence AS x ON x.edge = e.pk
    JOIN document_version AS v ON v.pk = x.document_version
    JOIN document AS d ON d.pk = v.document
   WHERE e.id = ?1 AND x.known_from <= ?2 AND (x.known_to IS NULL OR x.known_to > ?2)
   ORDER BY v.published IS NULL, v.published, d.id, x.span_begin, x.span_end, x.known_from,
            x.pk)sql";

// Newest publication first, undated last, then by id. ?2 to ?3 is the span of days that the
// publication must share a day with: dates are texts, and a partial date is the beginning of all
// its days, so with '-99' behind it stands after them. ?5 and ?6 are where the page before ended.
constexpr sql::Query kListDocuments = R"sql(
  SELECT d.id, v.title, v.lang, v.source, v.url, v.published
    FROM document_version AS v JOIN document AS d ON d.pk = v.document
   WHERE v.known_from <= ?1 AND (v.known_to IS NULL OR v.known_to > ?1)
     AND (?2 IS NULL OR v.published || '-99' >= ?2) AND (?3 IS NULL OR v.published <= ?3)
     AND (?4 IS NULL OR v.source = ?4)
     AND (?5 IS NULL OR coalesce(v.published, '') < ?5
          OR (coalesce(v.published, '') = ?5 AND d.id > ?6))
   ORDER BY v.published DESC, d.id LIMIT ?7)sql";

constexpr sql::Query kSearchDocuments = R"sql(
  SELECT d.id, v.title, v.lang, v.source, v.url, v.published, v.text
    FROM document_terms AS t
    JOIN document_version AS v ON v.pk = t.rowid
    JOIN document AS d ON d.pk = v.document
   WHERE document_terms MATCH ?8
     AND v.known_from <= ?1 AND (v.known_to IS NULL OR v.known_to > ?1)
     AND (?2 IS NULL OR v.published || '-99' >= ?2) AND (?3 IS NULL OR v.published <= ?3)
     AND (?4 IS NULL OR v.source = ?4)
     AND (?5 IS NULL OR coalesce(v.published, '') < ?5
          OR (coalesce(v.published, '') = ?5 AND d.id > ?6))
   ORDER BY v.published DESC, d.id LIMIT ?7)sql";

/// The parameters ?1 to ?7 of both queries.
struct Page {
  const DocumentQuery& query;
};

void bind_to(sql::Parameters& parameters, const Page& page) {
  const DocumentQuery& query = page.query;
  bind_to(parameters, query.known_on);
  // A date's span of days, whatever its precision.
  sql::bind_to(parameters, query.date_from
                               ? std::optional(PartialDate::of_day(query.date_from->first_day()))
                               : std::nullopt);
  sql::bind_to(parameters, query.date_to
                               ? std::optional(PartialDate::of_day(query.date_to->last_day()))
                               : std::nullopt);
  bind_to(parameters, NullableText{query.source});
  if (query.after) {
    parameters.text(query.after->first);
    parameters.text(query.after->second);
  } else {
    parameters.null();
    parameters.null();
  }
  parameters.integer(static_cast<std::int64_t>(query.limit));
}

DocumentSummary read_summary(const sql::Row& row) {
  return {row.string(0), row.string(1),     row.string(2), row.string(3),
          row.string(4), read_date(row, 5), std::string()};
}

}  // namespace

std::optional<StoredDocument> Store::document(std::string_view id, Instant known_on) {
  const ReaderPool::Lease db = impl_->readers.take();
  RowId version = 0;
  std::optional<StoredDocument> stored = db->optional_one(
      kDocument,
      [&](const sql::Row& row) {
        StoredDocument found;
        found.document = read_document(row, 0, std::string(id));
        found.known = read_known(row, 6);
        version = row.integer(8);
        return found;
      },
      id, known_on);
  if (!stored) return std::nullopt;
  stored->mentions = read_mentions(*db, version);
  db->each(
      kEdgesOfDocument, [&](const sql::Row& row) { stored->edge_ids.push_back(row.string(0)); },
      version, known_on);
  return stored;
}

std::vector<StoredEvidence> Store::evidence(std::string_view edge_id, Instant known_on) {
  std::vector<StoredEvidence> found;
  impl_->readers.take()->each(
      kEvidence,
      [&](const sql::Row& row) {
        found.push_back(
            {{row.string(0), read_span(row, 1), read_facts(row, 3)}, read_known(row, 12)});
      },
      edge_id, known_on);
  return found;
}

std::vector<DocumentSummary> Store::documents(const DocumentQuery& query) {
  std::vector<DocumentSummary> found;
  const ReaderPool::Lease db = impl_->readers.take();
  if (query.text.empty()) {
    db->each(
        kListDocuments, [&](const sql::Row& row) { found.push_back(read_summary(row)); },
        Page{query});
    return found;
  }
  const std::string expression = match_expression(query.text);
  if (expression.empty()) return found;  // no word, so no text holds it
  db->each(
      kSearchDocuments,
      [&](const sql::Row& row) {
        DocumentSummary summary = read_summary(row);
        summary.snippet = snippet(row.text(6), query.text);
        found.push_back(std::move(summary));
      },
      Page{query}, expression);
  return found;
}

}  // namespace dealgraph
