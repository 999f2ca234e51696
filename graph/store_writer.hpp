// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/store_tables.hpp"
#include "graph/store_validation.hpp"
#include "schema/text.hpp"

/// Applies operations to the tables. Private to the store; one thread.
namespace dealgraph {

/// A span in bytes of the text that `index` was made of, in characters.
Span characters_of(const CodePointIndex& index, const Span& span);

class Writer {
 public:
  explicit Writer(sql::Connection& db)
      : context_{db}, entities_(context_), documents_(context_), edges_(context_) {}

  /// See Store::append.
  Commit append(const std::vector<Operation>& operations);

 private:
  /// What the closing of a document version leaves to look after.
  struct Aftermath {
    std::set<RowId> edges;     ///< Their evidence changed.
    std::set<RowId> entities;  ///< They may have lost their last support.
    std::size_t edges_gone = 0;
    std::size_t entities_gone = 0;
  };

  /// Entities of an extraction that its mentions and edges may use, by id.
  using Usable = std::unordered_map<std::string_view, EntityRef>;
  struct Article {
    std::string text;  ///< What spans count in.
    Usable entities;
    DocumentTable::Version version;
  };
  struct Ends {
    RowId source = 0;
    RowId target = 0;
  };

  // store_writer.cpp
  OperationResult apply(const PutDocument& put);
  OperationResult apply(const RetractDocument& retraction);
  Usable add_entities(const std::vector<Entity>& entities, OperationResult& result);
  void add_mentions(const std::vector<Mention>& mentions, const Article& article,
                    OperationResult& result);
  std::optional<Ends> check_proposal(const ProposedEdge& edge, const Article& article,
                                     const std::string& where, OperationResult& result) const;
  RowId create_edge(const ProposedEdge& edge, const Ends& ends, const std::string& document,
                    std::size_t ordinal);
  void add_edges(const PutDocument& put, const Article& article, Aftermath& aftermath,
                 OperationResult& result);
  void begin_removal();
  void close_document(const DocumentTable::Version& version, Aftermath& aftermath);
  void settle(Aftermath& aftermath);

  // store_import.cpp
  OperationResult apply(const ImportEntity& import);
  OperationResult apply(const ImportDocument& import);
  OperationResult apply(const ImportEdge& import);
  Outcome import_entity_history(const ImportEntity& import, RowId pk, Violations& violations);
  Outcome import_live_entity(const ImportEntity& import, const EntityRef& found,
                             Violations& violations);
  std::vector<std::pair<RowId, Span>> resolve_mentions(const ImportDocument& import, bool is_live,
                                                       Violations& violations);
  std::optional<Ends> resolve_ends(const Edge& edge, bool is_live, Violations& violations);
  std::vector<EdgeTable::NewEvidence> resolve_evidence(const ImportEdge& import, const Known& known,
                                                       Violations& violations);
  bool add_new_evidence(RowId pk, const std::vector<EdgeTable::NewEvidence>& evidence,
                        bool is_new_edge);
  EdgeValues values_of(const ImportEdge& import, RowId pk, Instant at);
  bool conflicts(const ImportEdge& import, RowId pk);
  Outcome import_edge_history(const ImportEdge& import, RowId pk, bool is_new);
  Outcome import_live_edge(const ImportEdge& import, RowId pk, bool is_new, const Known& known);

  /// `given`, or from now on where nothing is given.
  Known or_now(const std::optional<Known>& given) const {
    return given.value_or(context_.from_now());
  }
  /// Moves the clock past what an accepted import says was known.
  void let_pass(const Known& known);

  WriteContext context_;
  EntityTable entities_;
  DocumentTable documents_;
  EdgeTable edges_;
  Revision revision_ = 0;       ///< After the last append of this writer.
  std::optional<RowId> cause_;  ///< The document that the current operation is about.
};

}  // namespace dealgraph
