// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "graph/builder.hpp"
#include "graph/filter.hpp"
#include "graph/snapshot.hpp"
#include "graph/store.hpp"

/// Graphs for tests: from a few characters of text, or random from a seed.
namespace dealgraph::fixtures {

/// What a store would hand to the builder. Row numbers are positions.
struct Rows {
  std::vector<EntityVersionRow> entities;
  std::vector<EdgeVersionRow> edges;

  /// Of the entity with this row number: its id, and its type.
  const Entity& entity(RowId row) const;
};

/// One statement a line or between semicolons; ends that were not named before are organizations.
///
///     openai > microsoft                       a supply edge, agreed
///     openai - microsoft                       a partnership, which is symmetric
///     altman:person > openai role 2019 completed id=r1 confidence=90
///     a > b investment 2025-10 amount=5000USD from=2025 to=2026 ended=2026-02 evidence=3
///     a > b id=e1 known=2025-01..2025-06       a version that is past; `2025-06..` is still known
///     openai = OpenAI | 오픈AI | Open AI | NYSE:OAI     name, Korean name, aliases, tickers
///     gone = Gone known=2025-01..2025-06
///
/// Edges without `id=` are e1, e2 … by statement; `known` counts from the first of a month.
Rows parse(std::string_view text);

struct Graph {
  std::shared_ptr<const Snapshot> snapshot;

  const Snapshot& operator*() const { return *snapshot; }
  const Snapshot* operator->() const { return snapshot.get(); }
  EntityIndex operator[](std::string_view id) const;  ///< Throws if there is none.
  EdgeIndex edge(std::string_view id) const;          ///< The newest version.
};

Graph graph(const Rows& rows);
Graph graph(std::string_view text);

/// The first moment of that day, month or year.
Instant instant(std::string_view date);
PartialDate date(std::string_view text);

/// "a b c": ids of edges or entities, for comparing with a literal.
std::string ids(const Snapshot& graph, const std::vector<EdgeIndex>& edges);
std::string ids(const Snapshot& graph, const std::vector<EntityIndex>& entities);

struct RandomGraph {
  std::size_t entities = 12;
  std::size_t edges = 24;
  std::uint64_t seed = 1;
};

/// Random rows with everything that filters look at: all types that the ontology allows, dates of
/// every precision or none, ends, amounts, several versions of edges and entities, some of which
/// are known at no time together.
Rows random_rows(const RandomGraph& wanted);

/// A filter that tests each of its parts about one time in six.
EdgeFilter random_filter(std::mt19937_64& random);

/// A number below `end`; the same on every platform.
std::size_t below(std::mt19937_64& random, std::size_t end);

// --- The same answers from the rows, written plainly --------------------------------------------

/// What passes() should say, from the rows and the text of the contract.
bool naive_passes(const Rows& rows, const EdgeVersionRow& edge, const EdgeFilter& filter);

/// True if the entity (row number) is known at that time.
bool naive_visible(const Rows& rows, RowId entity, Instant known_on);

/// True if the entity is visible and of a type of the filter.
bool naive_entity(const Rows& rows, RowId entity, const EdgeFilter& filter);

/// A hop that a walk in `direction` may take over an edge.
struct NaiveHop {
  const EdgeVersionRow* edge;
  RowId from;
  RowId to;
};
std::vector<NaiveHop> naive_hops(const Rows& rows, Direction direction, const EdgeFilter& filter);

}  // namespace dealgraph::fixtures
