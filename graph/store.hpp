// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "schema/error.hpp"
#include "schema/ids.hpp"
#include "schema/model.hpp"

namespace dealgraph {

// --- What goes in -------------------------------------------------------------------------------

/// Stores an article with what was extracted from it. The same id with the same content changes
/// nothing; with other content it replaces the earlier version and what that alone supported.
struct PutDocument {
  Document document;
  Extraction extraction;

  friend bool operator==(const PutDocument&, const PutDocument&) = default;
};

/// Takes an article back, and with it every edge and entity that it alone supported.
struct RetractDocument {
  std::string id;

  friend bool operator==(const RetractDocument&, const RetractDocument&) = default;
};

/// Import of one record as it is given: nothing is merged. `known` is kept where the record has
/// it and nothing stored contradicts it; nullopt means "known from this commit on" (of evidence:
/// as long as its edge and document). A record equal to what is stored changes nothing.
///
/// `derived` marks what an export knows to be there only because of articles: such an entity or
/// edge goes with the last article that supports it, and the edge's facts follow its evidence.
/// What is imported without it stands by itself.
struct ImportEntity {
  Entity entity;
  std::optional<Known> known;
  bool derived = false;

  friend bool operator==(const ImportEntity&, const ImportEntity&) = default;
};
struct ImportDocument {
  Document document;
  std::vector<Mention> mentions;
  std::optional<Known> known;

  friend bool operator==(const ImportDocument&, const ImportDocument&) = default;
};
struct ImportedEvidence {
  Evidence evidence;
  std::optional<Known> known;

  friend bool operator==(const ImportedEvidence&, const ImportedEvidence&) = default;
};
struct ImportEdge {
  Edge edge;
  std::vector<ImportedEvidence> evidence;
  std::optional<Known> known;
  bool derived = false;

  friend bool operator==(const ImportEdge&, const ImportEdge&) = default;
};

using Operation =
    std::variant<PutDocument, RetractDocument, ImportEntity, ImportDocument, ImportEdge>;

enum class Outcome : std::uint8_t { Created, Replaced, Unchanged, Retracted, Absent, Rejected };

struct OperationResult {
  Outcome outcome = Outcome::Unchanged;
  std::string id;                     ///< Of the document, entity or edge.
  std::size_t entities = 0;           ///< Entities that appeared (Put) or went (Retract).
  std::size_t edges = 0;              ///< Edges that appeared (Put) or went (Retract).
  std::vector<Violation> violations;  ///< Why it was rejected.
};

/// What one append did. `results` has one element for each operation, in order.
struct Commit {
  Revision revision = 0;  ///< Of the database after the commit.
  std::vector<OperationResult> results;
};

// --- What comes out -----------------------------------------------------------------------------

/// Row numbers of the tables; dense, ascending, never reused. For the snapshot builder.
using RowId = std::int64_t;

struct EntityVersionRow {
  RowId row = 0;     ///< Of this version.
  RowId entity = 0;  ///< Of the entity, the same for all its versions.
  Entity entity_value;
  Known known;
};

struct EdgeVersionRow {
  RowId row = 0;
  RowId edge = 0;
  RowId source = 0;  ///< Entity rows.
  RowId target = 0;
  std::string id;
  EdgeType type = EdgeType::Partnership;
  EdgeFacts facts;
  std::uint32_t evidence_count = 0;
  /// Last day on which the edge holds, where it has an end: valid_to, or of an ended edge without
  /// one the publication of the article that says so.
  std::optional<PartialDate> ended_on;
  Known known;
};

/// Receives rows; entities come before the edges that use them.
struct RowSink {
  std::function<void(EntityVersionRow&&)> entity;
  std::function<void(EdgeVersionRow&&)> edge;
};

struct StoredDocument {
  Document document;
  std::vector<Mention> mentions;
  std::vector<std::string> edge_ids;  ///< Edges that the document supports at that time.
  Known known;
};

struct StoredEvidence {
  Evidence evidence;
  Known known;
};

/// Filter and page of a document listing: newest publication first, undated last, then by id.
struct DocumentQuery {
  std::string text{};    ///< Words that must all occur in title or text; empty for a listing.
  std::string source{};  ///< Exact outlet; empty for any.
  std::optional<PartialDate> date_from{};
  std::optional<PartialDate> date_to{};
  Instant known_on = kForever;
  std::size_t limit = 50;
  /// Publication ("" if undated) and id of the last document of the page before.
  std::optional<std::pair<std::string, std::string>> after{};
};

/// A document in a listing: without its text.
struct DocumentSummary {
  std::string id;
  std::string title;
  std::string lang;
  std::string source;
  std::string url;
  std::optional<PartialDate> published;
  std::string snippet;  ///< Passage with the first hit, valid UTF-8; empty without `text`.
};

/// One change as the feed tells it.
struct Change {
  Revision revision = 0;
  Instant at{0};
  std::string kind;  ///< "entity", "edge", "document".
  std::string op;    ///< "add", "modify", "retract".
  std::string id;
};

struct StoreOptions {
  bool create = false;     ///< Make the database if there is none.
  bool read_only = false;  ///< No append; other processes may write.
  int busy_timeout_ms = 5'000;
};

/// The durable truth: documents, entities, edges, evidence and numbered changes in one SQLite
/// file (WAL, synchronous=FULL: a returned append survives kill -9). Nothing above this class may
/// know which database it is.
///
/// Threads: `append`, `load` and `load_changes` by one thread at a time (the writer); the reading
/// functions below them by any number, each call on a connection of its own from a small pool.
/// All functions throw Error: Unavailable if another process keeps the database busy, StorageFull,
/// Internal for a damaged file.
class Store {
 public:
  /// Opens the file and brings its schema up to date. Throws InvalidInput with what to do if the
  /// file is no dealgraph database or was written by a newer version.
  Store(const std::string& path, const StoreOptions& options);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Applies all operations in one transaction; a rejected operation (unknown end, ends that the
  /// ontology forbids, span outside the text …) leaves the others alone.
  Commit append(const std::vector<Operation>& operations);

  /// Every version of every entity and edge. Returns the revision they belong to.
  Revision load(const RowSink& sink);

  /// All versions of the entities and edges that changed after `since` (rows seen before come
  /// again when their `known.to` changed). Returns the revision reached; `since` if nothing did.
  Revision load_changes(Revision since, const RowSink& sink);

  /// The current revision. Cheap: one indexed row.
  Revision revision();

  std::optional<StoredDocument> document(std::string_view id, Instant known_on = kForever);
  /// Evidence of one edge as known at that time, by document publication, id and span.
  std::vector<StoredEvidence> evidence(std::string_view edge_id, Instant known_on = kForever);
  std::vector<DocumentSummary> documents(const DocumentQuery& query);
  /// Changes after `since`, oldest first, bulk ranges expanded.
  std::vector<Change> changes(Revision since, std::size_t limit);

  /// Every record with its history, entities first, then documents, then edges, each by id and
  /// time. The order and content depend on the data alone.
  void export_all(const std::function<void(const Operation&)>& sink);

  /// Everything wrong with the file, a sentence each: SQLite integrity, foreign keys, spans that
  /// do not lie on the text's characters, edges that differ from the sum of their evidence.
  std::vector<std::string> check();

  std::size_t document_count();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The id of a document that came without one: "d-" and the first 16 hex digits of the SHA-256
/// of its content.
std::string document_id(const Document& document);

}  // namespace dealgraph
