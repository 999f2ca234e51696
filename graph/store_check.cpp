// SPDX-License-Identifier: MIT
#include "graph/merge.hpp"
#include "graph/store_impl.hpp"
#include "graph/store_rows.hpp"
#include "schema/text.hpp"

namespace dealgraph {
namespace {

using Findings = std::vector<std::string>;

constexpr sql::Query kIntegrity = "PRAGMA integrity_check";
constexpr sql::Query kForeignKeys = "PRAGMA foreign_key_check";

constexpr sql::Query kDocuments = R"sql(
  SELECT v.pk, d.id, v.title, v.text
    FROM document_version AS v JOIN document AS d ON d.pk = v.document ORDER BY v.pk)sql";
constexpr sql::Query kMentions =
    "SELECT span_begin, span_end FROM mention WHERE document_version = ?1";
constexpr sql::Query kEvidence = R"sql(
  SELECT x.span_begin, x.span_end, x.char_begin, x.char_end, e.id
    FROM evidence AS x JOIN edge AS e ON e.pk = x.edge WHERE x.document_version = ?1)sql";
constexpr sql::Query kUnsearchable = R"sql(
  SELECT d.id FROM document_version AS v JOIN document AS d ON d.pk = v.document
   WHERE v.pk NOT IN (SELECT rowid FROM document_terms))sql";

constexpr sql::Query kLiveEdges = R"sql(
  SELECT e.pk, e.id, v.status, v.date, v.valid_from, v.valid_to, v.amount_minor, v.currency,
         v.product, v.title, v.confidence, v.evidence_count, v.ended_on, v.derived
    FROM edge_version AS v JOIN edge AS e ON e.pk = v.edge
   WHERE v.known_to IS NULL ORDER BY e.pk)sql";
constexpr sql::Query kClaims = R"sql(
  SELECT v.document, v.published, x.status, x.date, x.valid_from, x.valid_to, x.amount_minor,
         x.currency, x.product, x.title, x.confidence
    FROM evidence AS x JOIN document_version AS v ON v.pk = x.document_version
   WHERE x.edge = ?1 AND x.known_to IS NULL)sql";

constexpr sql::Query kLooseEnds = R"sql(
  SELECT e.id, n.id
    FROM edge_version AS v
    JOIN edge AS e ON e.pk = v.edge
    JOIN entity AS n ON n.pk IN (e.source, e.target)
   WHERE v.known_to IS NULL
     AND NOT EXISTS (SELECT 1 FROM entity_version AS w
                      WHERE w.entity = n.pk AND w.known_to IS NULL))sql";
constexpr sql::Query kForbiddenEnds = R"sql(
  SELECT e.id, e.type, s.type, t.type
    FROM edge_version AS v
    JOIN edge AS e ON e.pk = v.edge
    JOIN entity_version AS s ON s.entity = e.source AND s.known_to IS NULL
    JOIN entity_version AS t ON t.entity = e.target AND t.known_to IS NULL
   WHERE v.known_to IS NULL
     AND NOT EXISTS (SELECT 1 FROM edge_type_ends AS a
                      WHERE a.edge_type = e.type AND a.source_type = s.type
                        AND a.target_type = t.type))sql";
constexpr sql::Query kOutlivedEvidence = R"sql(
  SELECT e.id, d.id
    FROM evidence AS x
    JOIN edge AS e ON e.pk = x.edge
    JOIN document_version AS v ON v.pk = x.document_version
    JOIN document AS d ON d.pk = v.document
   WHERE x.known_to IS NULL AND v.known_to IS NOT NULL)sql";

std::string to_text(const Span& span) {
  return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
}

bool lies_on(std::string_view text, const Span& span) {
  return span.begin < span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
         is_boundary(text, span.end);
}

void check_sqlite(sql::Connection& db, Findings& findings) {
  db.each(kIntegrity, [&](const sql::Row& row) {
    if (row.text(0) != "ok") findings.push_back("SQLite integrity: " + row.string(0));
  });
  db.each(kForeignKeys, [&](const sql::Row& row) {
    findings.push_back("table " + row.string(0) + ", row " + std::to_string(row.integer(1)) +
                       ": no such row in " + row.string(2));
  });
}

void check_spans(sql::Connection& db, Findings& findings) {
  db.each(kDocuments, [&](const sql::Row& document) {
    const std::string id = document.string(1);
    const std::string text = document.string(2) + "\n" + document.string(3);
    if (!is_valid_utf8(text)) {
      findings.push_back("document " + id + ": text is not valid UTF-8");
      return;
    }
    db.each(
        kMentions,
        [&](const sql::Row& row) {
          const Span span = read_span(row, 0);
          if (lies_on(text, span)) return;
          findings.push_back("document " + id + ": mention " + to_text(span) +
                             " does not lie on the text's characters");
        },
        document.integer(0));
    const CodePointIndex index(text);
    db.each(
        kEvidence,
        [&](const sql::Row& row) {
          const Span span = read_span(row, 0);
          const bool is_right =
              lies_on(text, span) && characters_of(index, span) == read_span(row, 2);
          if (is_right) return;
          findings.push_back("edge " + row.string(4) + ": evidence " + to_text(span) +
                             " in document " + id + " does not lie on the text's characters");
        },
        document.integer(0));
  });
  db.each(kUnsearchable, [&](const sql::Row& row) {
    findings.push_back("document " + row.string(0) + ": is not in the search index");
  });
}

void check_edge(sql::Connection& db, const sql::Row& edge, Findings& findings) {
  const std::string id = edge.string(1);
  std::vector<DatedClaim> claims;
  db.each(
      kClaims,
      [&](const sql::Row& row) {
        claims.push_back({read_facts(row, 2), read_date(row, 1), row.integer(0)});
      },
      edge.integer(0));
  const auto count = static_cast<std::size_t>(edge.integer(11));
  if (count != claims.size()) {
    findings.push_back("edge " + id + ": says " + std::to_string(count) +
                       " pieces of evidence, has " + std::to_string(claims.size()));
  }
  const bool is_derived = edge.integer(13) != 0;
  if (!is_derived) return;
  if (claims.empty()) {
    findings.push_back("edge " + id + ": has no evidence left");
    return;
  }
  const MergedFacts merged = merge_claims(claims);
  if (merged.facts != read_facts(edge, 2) || merged.ended_on != read_date(edge, 12)) {
    findings.push_back("edge " + id + ": differs from the sum of its evidence");
  }
}

void check_edges(sql::Connection& db, Findings& findings) {
  db.each(kLiveEdges, [&](const sql::Row& row) { check_edge(db, row, findings); });
  db.each(kLooseEnds, [&](const sql::Row& row) {
    findings.push_back("edge " + row.string(0) + ": its end " + row.string(1) + " was retracted");
  });
  db.each(kForbiddenEnds, [&](const sql::Row& row) {
    findings.push_back("edge " + row.string(0) + ": no " + row.string(1) + " may run from " +
                       row.string(2) + " to " + row.string(3));
  });
  db.each(kOutlivedEvidence, [&](const sql::Row& row) {
    findings.push_back("edge " + row.string(0) + ": is supported by document " + row.string(1) +
                       ", which was replaced or retracted");
  });
}

}  // namespace

std::vector<std::string> Store::check() {
  const ReaderPool::Lease db = impl_->readers.take();
  Findings findings;
  check_sqlite(*db, findings);
  // A file that SQLite finds damaged is not worth reading on.
  if (!findings.empty()) return findings;
  check_spans(*db, findings);
  check_edges(*db, findings);
  return findings;
}

}  // namespace dealgraph
