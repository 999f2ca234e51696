// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/store_rows.hpp"
#include "graph/store_tables.hpp"
#include "graph/text_index.hpp"

namespace dealgraph {
namespace {

constexpr sql::Query kFindDocument = "SELECT pk FROM document WHERE id = ?1";
constexpr sql::Query kInsertDocument = "INSERT INTO document (id) VALUES (?1)";

constexpr sql::Query kInsertVersion = R"sql(
  INSERT INTO document_version
    (document, title, text, lang, source, url, published, known_from, known_to)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))sql";
constexpr sql::Query kInsertTerms = "INSERT INTO document_terms (rowid, terms) VALUES (?1, ?2)";

constexpr sql::Query kOverlapping = R"sql(
  SELECT v.document, v.pk, v.title, v.text, v.lang, v.source, v.url, v.published,
         v.known_from, v.known_to
    FROM document AS d JOIN document_version AS v ON v.document = d.pk
   WHERE d.id = ?1 AND v.known_from < ?3 AND (v.known_to IS NULL OR v.known_to > ?2)
   ORDER BY v.known_from)sql";

constexpr sql::Query kClose = "UPDATE document_version SET known_to = ?2 WHERE pk = ?1";

constexpr sql::Query kInsertMention = R"sql(
  INSERT INTO mention (document_version, span_begin, span_end, entity)
  VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING)sql";
constexpr sql::Query kMentions = R"sql(
  SELECT e.id, m.span_begin, m.span_end
    FROM mention AS m JOIN entity AS e ON e.pk = m.entity
   WHERE m.document_version = ?1
   ORDER BY m.span_begin, m.span_end DESC, e.id)sql";

}  // namespace

std::vector<DocumentTable::Version> DocumentTable::overlapping(std::string_view id,
                                                               const Known& known) {
  std::vector<Version> versions;
  context_.db.each(
      kOverlapping,
      [&](const sql::Row& row) {
        versions.push_back({row.integer(0), row.integer(1), read_document(row, 2, std::string(id)),
                            read_known(row, 8)});
      },
      id, known.from, known.to);
  return versions;
}

std::optional<DocumentTable::Version> DocumentTable::live(std::string_view id) {
  // Only what has no end overlaps the end of time.
  std::vector<Version> versions =
      overlapping(id, {Instant{static_cast<std::int64_t>(kForever) - 1}, kForever});
  if (versions.empty()) return std::nullopt;
  return std::move(versions.back());
}

std::optional<DocumentTable::Version> DocumentTable::covering(std::string_view id,
                                                              const Known& known) {
  std::vector<Version> versions = overlapping(id, known);
  const auto found = std::find_if(versions.begin(), versions.end(), [&](const Version& version) {
    return version.known.from <= known.from && known.to <= version.known.to;
  });
  if (found == versions.end()) return std::nullopt;
  return std::move(*found);
}

DocumentTable::Version DocumentTable::add_version(const Document& document, const Known& known) {
  sql::Connection& db = context_.db;
  Version version;
  const auto found = db.optional_one(
      kFindDocument, [](const sql::Row& row) { return row.integer(0); }, document.id);
  if (found) {
    version.document = *found;
  } else {
    db.run(kInsertDocument, document.id);
    version.document = db.last_insert_row();
  }
  db.run(kInsertVersion, version.document, document.title, document.text,
         NullableText{document.lang}, NullableText{document.source}, NullableText{document.url},
         document.published, known);
  version.row = db.last_insert_row();
  version.known = known;
  const std::string terms = index_terms(full_text(document));
  db.run(kInsertTerms, version.row, terms);
  return version;
}

void DocumentTable::add_mention(RowId version, RowId entity, const Span& span) {
  context_.db.run(kInsertMention, version, span, entity);
}

void DocumentTable::close(const Version& version) {
  context_.db.run(kClose, version.row, context_.clock.at());
}

std::vector<Mention> read_mentions(sql::Connection& db, RowId document_version) {
  std::vector<Mention> mentions;
  db.each(
      kMentions,
      [&](const sql::Row& row) {
        mentions.push_back({row.string(0), read_span(row, 1)});
      },
      document_version);
  return mentions;
}

}  // namespace dealgraph
