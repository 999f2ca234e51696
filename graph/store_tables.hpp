// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/merge.hpp"
#include "graph/store_changes.hpp"

/// The writing side of the tables, one class a kind of record. Private to the store; all of it runs
/// inside the writer's transaction. Nothing here checks input: that is done before.
namespace dealgraph {

/// What one append shares.
struct WriteContext {
  sql::Connection& db;
  CommitClock clock{Instant{0}};
  ChangeLog changes{};

  Known from_now() const { return {clock.at(), kForever}; }
};

struct EntityRef {
  RowId pk = 0;
  EntityType type = EntityType::Organization;  ///< Of the newest version.
  bool live = false;
};

class EntityTable {
 public:
  explicit EntityTable(WriteContext& context) : context_(context) {}

  /// Forgets what it remembers of the table: another process has written, or an append failed.
  void forget() { known_.clear(); }

  std::optional<EntityRef> find(std::string_view id);

  struct Version {
    RowId row = 0;
    Entity value;
    bool derived = false;
    Known known;
  };
  /// Versions that were believed at some time within `known`.
  std::vector<Version> overlapping(RowId pk, std::string_view id, const Known& known);
  std::optional<Version> live(RowId pk, std::string_view id);

  /// Adds a version, and the identity where there is none. Returns the entity's row.
  RowId add_version(const Entity& entity, bool derived, const Known& known);
  /// Closes the live version and opens the next.
  void replace(const Version& live_version, RowId pk, const Entity& entity, bool derived);
  void make_independent(RowId version);
  void retract(RowId pk);

  bool has_live_edges(RowId pk);
  /// True if the entity lives only through articles, and none supports it any more.
  bool is_orphan(RowId pk);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>{}(id); }
  };
  void insert_version(RowId pk, const Entity& entity, bool derived, const Known& known);
  void insert_names(RowId version, const Entity& entity);

  WriteContext& context_;
  std::unordered_map<std::string, EntityRef, Hash, std::equal_to<>> known_;
};

class DocumentTable {
 public:
  explicit DocumentTable(WriteContext& context) : context_(context) {}

  struct Version {
    RowId document = 0;
    RowId row = 0;
    Document value;
    Known known;
  };
  std::optional<Version> live(std::string_view id);
  /// The version believed during all of `known`.
  std::optional<Version> covering(std::string_view id, const Known& known);
  std::vector<Version> overlapping(std::string_view id, const Known& known);

  /// Adds a version with its search terms, and the identity where there is none.
  Version add_version(const Document& document, const Known& known);
  void add_mention(RowId version, RowId entity, const Span& span);
  void close(const Version& version);

 private:
  WriteContext& context_;
};

struct EdgeRef {
  RowId pk = 0;
  EdgeType type = EdgeType::Partnership;
  RowId source = 0;
  RowId target = 0;
};

/// What a version of an edge says beside its interval.
struct EdgeValues {
  EdgeFacts facts;
  std::optional<PartialDate> ended_on;
  std::uint32_t evidence_count = 0;
  bool derived = false;

  friend bool operator==(const EdgeValues&, const EdgeValues&) = default;
};

class EdgeTable {
 public:
  explicit EdgeTable(WriteContext& context) : context_(context) {}

  std::optional<EdgeRef> find(std::string_view id);
  /// Adds an identity; nullopt if the id is taken.
  std::optional<RowId> insert(std::string_view id, EdgeType type, RowId source, RowId target);

  struct Version {
    RowId row = 0;
    EdgeValues values;
    Known known;
  };
  std::vector<Version> overlapping(RowId pk, const Known& known);
  std::optional<Version> live(RowId pk);

  /// The live edge of this type between these ends (either way for symmetric types) that tells of
  /// the same deal: the best match, then the oldest.
  std::optional<RowId> match(EdgeType type, RowId source, RowId target, const EdgeFacts& claim);

  /// Adds a version as it is; the caller has seen that it overlaps none.
  void add_version(RowId pk, const EdgeValues& values, const Known& known);
  /// Makes `values` what is believed from now on. Returns false if they are already.
  bool put(RowId pk, const EdgeValues& values);
  void retract(RowId pk);

  struct NewEvidence {
    RowId document_version = 0;
    Span span;
    Span characters;
    EdgeFacts claim;
    Known known;
  };
  void add_evidence(RowId pk, const NewEvidence& evidence);
  bool has_evidence(RowId pk, const NewEvidence& evidence);
  /// Closes the evidence in a document version. Returns the edges that it supported.
  std::vector<RowId> close_evidence(RowId document_version);

  struct Support {
    std::vector<DatedClaim> claims;
    std::uint32_t evidence_count = 0;
  };
  /// The evidence believed at a time.
  Support support(RowId pk, Instant at = kForever);

  /// Brings a live edge in line with its evidence. Returns its ends if that retracted it.
  std::optional<EdgeRef> recompute(RowId pk);
  /// Counts the evidence of closed versions anew after more of it was imported.
  void recount_history(RowId pk);

 private:
  WriteContext& context_;
};

/// Reads aliases and identifiers of a version into `entity`.
void read_names(sql::Connection& db, RowId version, Entity& entity);
/// The mentions of a document version: by begin, then by longest, then by entity.
std::vector<Mention> read_mentions(sql::Connection& db, RowId document_version);

}  // namespace dealgraph
