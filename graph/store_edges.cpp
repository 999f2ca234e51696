// SPDX-License-Identifier: MIT
#include "graph/store_rows.hpp"
#include "graph/store_tables.hpp"

namespace dealgraph {

/// Four values of a version after its facts are bound with it; see kInsertVersion.
void bind_to(sql::Parameters& parameters, const EdgeValues& values) {
  bind_to(parameters, values.facts);
  parameters.integer(values.evidence_count);
  sql::bind_to(parameters, values.ended_on);
  parameters.integer(values.derived ? 1 : 0);
}

namespace {

constexpr sql::Query kFindEdge = "SELECT pk, type, source, target FROM edge WHERE id = ?1";
constexpr sql::Query kEdge = "SELECT pk, type, source, target FROM edge WHERE pk = ?1";
constexpr sql::Query kInsertEdge = R"sql(
  INSERT INTO edge (id, type, source, target) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (id) DO NOTHING)sql";

constexpr sql::Query kInsertVersion = R"sql(
  INSERT INTO edge_version
    (edge, status, date, valid_from, valid_to, amount_minor, currency, product, title, confidence,
     evidence_count, ended_on, derived, known_from, known_to)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15))sql";
constexpr sql::Query kUpdateVersion = R"sql(
  UPDATE edge_version
     SET status = ?2, date = ?3, valid_from = ?4, valid_to = ?5, amount_minor = ?6, currency = ?7,
         product = ?8, title = ?9, confidence = ?10, evidence_count = ?11, ended_on = ?12,
         derived = ?13
   WHERE pk = ?1)sql";
constexpr sql::Query kOverlapping = R"sql(
  SELECT pk, status, date, valid_from, valid_to, amount_minor, currency, product, title,
         confidence, evidence_count, ended_on, derived, known_from, known_to
    FROM edge_version
   WHERE edge = ?1 AND known_from < ?3 AND (known_to IS NULL OR known_to > ?2)
   ORDER BY known_from)sql";
constexpr sql::Query kClose =
    "UPDATE edge_version SET known_to = ?2 WHERE edge = ?1 AND known_to IS NULL";

constexpr sql::Query kBetween = R"sql(
  SELECT e.pk, v.status, v.date, v.valid_from, v.valid_to, v.amount_minor, v.currency, v.product,
         v.title, v.confidence
    FROM edge AS e JOIN edge_version AS v ON v.edge = e.pk
   WHERE e.source = ?1 AND e.target = ?2 AND e.type = ?3 AND v.known_to IS NULL
   ORDER BY e.pk)sql";

constexpr sql::Query kInsertEvidence = R"sql(
  INSERT INTO evidence
    (edge, document_version, span_begin, span_end, char_begin, char_end,
     status, date, valid_from, valid_to, amount_minor, currency, product, title, confidence,
     known_from, known_to)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17))sql";
constexpr sql::Query kEvidenceAt = R"sql(
  SELECT status, date, valid_from, valid_to, amount_minor, currency, product, title, confidence,
         known_from, known_to
    FROM evidence
   WHERE edge = ?1 AND document_version = ?2 AND span_begin = ?3 AND span_end = ?4)sql";
constexpr sql::Query kEdgesOfDocument = R"sql(
  SELECT DISTINCT edge FROM evidence WHERE document_version = ?1 AND known_to IS NULL)sql";
constexpr sql::Query kCloseEvidence =
    "UPDATE evidence SET known_to = ?2 WHERE document_version = ?1 AND known_to IS NULL";
constexpr sql::Query kSupport = R"sql(
  SELECT v.document, v.published, x.status, x.date, x.valid_from, x.valid_to, x.amount_minor,
         x.currency, x.product, x.title, x.confidence
    FROM evidence AS x JOIN document_version AS v ON v.pk = x.document_version
   WHERE x.edge = ?1 AND x.known_from <= ?2 AND (x.known_to IS NULL OR x.known_to > ?2)
   ORDER BY x.pk)sql";

EdgeRef read_edge(const sql::Row& row) {
  return {row.integer(0), read_edge_type(row, 1), row.integer(2), row.integer(3)};
}

}  // namespace

std::optional<EdgeRef> EdgeTable::find(std::string_view id) {
  return context_.db.optional_one(kFindEdge, read_edge, id);
}

std::optional<RowId> EdgeTable::insert(std::string_view id, EdgeType type, RowId source,
                                       RowId target) {
  if (context_.db.run(kInsertEdge, id, name(type), source, target) == 0) return std::nullopt;
  return context_.db.last_insert_row();
}

std::vector<EdgeTable::Version> EdgeTable::overlapping(RowId pk, const Known& known) {
  std::vector<Version> versions;
  context_.db.each(
      kOverlapping,
      [&](const sql::Row& row) {
        EdgeValues values{read_facts(row, 1), read_date(row, 11),
                          static_cast<std::uint32_t>(row.integer(10)), row.integer(12) != 0};
        versions.push_back({row.integer(0), std::move(values), read_known(row, 13)});
      },
      pk, known.from, known.to);
  return versions;
}

std::optional<EdgeTable::Version> EdgeTable::live(RowId pk) {
  // Only what has no end overlaps the end of time.
  std::vector<Version> versions =
      overlapping(pk, {Instant{static_cast<std::int64_t>(kForever) - 1}, kForever});
  if (versions.empty()) return std::nullopt;
  return std::move(versions.back());
}

std::optional<RowId> EdgeTable::match(EdgeType type, RowId source, RowId target,
                                      const EdgeFacts& claim) {
  std::optional<RowId> best;
  int best_strength = 0;
  const auto consider = [&](const sql::Row& row) {
    const std::optional<int> strength = match_deal(type, read_facts(row, 1), claim);
    if (!strength) return;
    const RowId pk = row.integer(0);
    if (!best || *strength > best_strength || (*strength == best_strength && pk < *best)) {
      best = pk;
      best_strength = *strength;
    }
  };
  context_.db.each(kBetween, consider, source, target, name(type));
  if (info(type).symmetric) context_.db.each(kBetween, consider, target, source, name(type));
  return best;
}

void EdgeTable::add_version(RowId pk, const EdgeValues& values, const Known& known) {
  context_.db.run(kInsertVersion, pk, values, known);
}

bool EdgeTable::put(RowId pk, const EdgeValues& values) {
  const std::optional<Version> current = live(pk);
  if (!current) {
    add_version(pk, values, context_.from_now());
    context_.changes.add(RecordKind::Edge, ChangeOp::Add, pk);
    return true;
  }
  if (current->values == values) return false;
  EdgeValues same_but_derived = current->values;
  same_but_derived.derived = values.derived;
  if (same_but_derived == values) {
    // Who vouches for an edge is not part of what is said of it.
    context_.db.run(kUpdateVersion, current->row, values);
    return false;
  }
  if (current->known.from == context_.clock.at()) {
    // Opened by this very append: nobody has seen it, so it never was.
    context_.db.run(kUpdateVersion, current->row, values);
    return true;
  }
  context_.db.run(kClose, pk, context_.clock.at());
  add_version(pk, values, context_.from_now());
  context_.changes.add(RecordKind::Edge, ChangeOp::Modify, pk);
  return true;
}

void EdgeTable::retract(RowId pk) {
  context_.db.run(kClose, pk, context_.clock.at());
  context_.changes.add(RecordKind::Edge, ChangeOp::Retract, pk);
}

void EdgeTable::add_evidence(RowId pk, const NewEvidence& evidence) {
  context_.db.run(kInsertEvidence, pk, evidence.document_version, evidence.span,
                  evidence.characters, evidence.claim, evidence.known);
}

bool EdgeTable::has_evidence(RowId pk, const NewEvidence& evidence) {
  bool found = false;
  context_.db.each(
      kEvidenceAt,
      [&](const sql::Row& row) {
        const Known known = read_known(row, 9);
        // Of what is still believed it does not matter since when.
        const bool same_time =
            known == evidence.known || (known.to == kForever && evidence.known.to == kForever);
        found = found || (same_time && read_facts(row, 0) == evidence.claim);
      },
      pk, evidence.document_version, evidence.span);
  return found;
}

std::vector<RowId> EdgeTable::close_evidence(RowId document_version) {
  std::vector<RowId> edges;
  context_.db.each(
      kEdgesOfDocument, [&](const sql::Row& row) { edges.push_back(row.integer(0)); },
      document_version);
  context_.db.run(kCloseEvidence, document_version, context_.clock.at());
  return edges;
}

EdgeTable::Support EdgeTable::support(RowId pk, Instant at) {
  Support support;
  context_.db.each(
      kSupport,
      [&](const sql::Row& row) {
        support.claims.push_back({read_facts(row, 2), read_date(row, 1), row.integer(0)});
        ++support.evidence_count;
      },
      pk, at);
  return support;
}

std::optional<EdgeRef> EdgeTable::recompute(RowId pk) {
  const std::optional<Version> current = live(pk);
  if (!current) return std::nullopt;
  const Support evidence = support(pk);
  EdgeValues values = current->values;
  if (values.derived) {
    if (evidence.claims.empty()) {
      retract(pk);
      return context_.db.one(kEdge, read_edge, pk);
    }
    const MergedFacts merged = merge_claims(evidence.claims);
    values.facts = merged.facts;
    values.ended_on = merged.ended_on;
  } else {
    values.ended_on = ended_on(values.facts, evidence.claims);
  }
  values.evidence_count = evidence.evidence_count;
  put(pk, values);
  return std::nullopt;
}

void EdgeTable::recount_history(RowId pk) {
  for (const Version& version : overlapping(pk, {Instant{INT64_MIN}, kForever})) {
    if (version.known.to == kForever) continue;
    const Support evidence = support(pk, version.known.from);
    EdgeValues values = version.values;
    values.evidence_count = evidence.evidence_count;
    values.ended_on = ended_on(values.facts, evidence.claims);
    if (values != version.values) context_.db.run(kUpdateVersion, version.row, values);
  }
}

}  // namespace dealgraph
