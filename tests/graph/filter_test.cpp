// SPDX-License-Identifier: MIT
#include "graph/filter.hpp"

#include <doctest/doctest.h>

#include "fixtures.hpp"
#include "graph/columns.hpp"
#include "graph/edge_test.hpp"

using namespace dealgraph;
using fixtures::date;

namespace {

/// holds_on for the one edge of a graph.
bool holds(std::string_view text, std::string_view when) {
  const auto g = fixtures::graph(text);
  const EdgeView edge = g->edge(EdgeIndex{0});
  return holds_on(edge, g->entity_type(edge.target), date(when));
}

bool passes_with(std::string_view text, const EdgeFilter& filter) {
  const auto g = fixtures::graph(text);
  const EdgeView edge = g->edge(EdgeIndex{0});
  return passes(edge, g->entity_type(edge.target), filter);
}

}  // namespace

TEST_CASE("holds_on: a visit holds on its date, a partial date being its whole span") {
  CHECK(holds("altman:person > korea:place visit 2025-10-01", "2025-10-01"));
  CHECK(holds("altman:person > korea:place visit 2025-10-01", "2025-10"));
  CHECK_FALSE(holds("altman:person > korea:place visit 2025-10-01", "2025-10-02"));
  CHECK(holds("altman:person > korea:place visit 2025-10", "2025-10-31"));
  CHECK(holds("altman:person > korea:place visit 2025", "2025-01-01"));
  CHECK_FALSE(holds("altman:person > korea:place visit 2025", "2026"));
}

TEST_CASE("holds_on: acquisitions, investments, meetings and events are momentary") {
  CHECK_FALSE(holds("a > b investment 2025-10-01", "2025-11"));
  CHECK_FALSE(holds("a > b acquisition 2025-10-01", "2025-11"));
  CHECK_FALSE(holds("a - b meeting 2025-10-01", "2025-11"));
  CHECK_FALSE(holds("a > apec:event participation 2025-10-01", "2025-11"));
  CHECK(holds("a > stargate:project participation 2025-10-01", "2025-11"));
}

TEST_CASE("holds_on: a supply contract holds from its date until it ends") {
  CHECK_FALSE(holds("a > b 2025-03", "2025-02-28"));
  CHECK(holds("a > b 2025-03", "2025-03-01"));
  CHECK(holds("a > b 2025-03", "2035"));
  CHECK(holds("a > b 2025-03 to=2026", "2026-12-31"));
  CHECK_FALSE(holds("a > b 2025-03 to=2026", "2027"));
  CHECK(holds("a > b 2025-03 from=2024-06", "2024-07"));
  CHECK_FALSE(holds("a > b 2025-03 from=2025-06", "2025-04"));
}

TEST_CASE("holds_on: an ended edge holds until its article, or until it was recorded") {
  CHECK(holds("a > b ended 2023 ended=2025-06-10", "2025-06-10"));
  CHECK_FALSE(holds("a > b ended 2023 ended=2025-06-10", "2025-06-11"));
  CHECK(holds("a > b ended 2023 known=2025-07..", "2025-07-01"));
  CHECK_FALSE(holds("a > b ended 2023 known=2025-07..", "2025-07-02"));
}

TEST_CASE("holds_on: an undated edge matches every day, unless its validity says otherwise") {
  CHECK(holds("a > b", "1999"));
  CHECK(holds("a > b ended ended=2024", "2026"));
  CHECK(holds("altman:person > korea:place visit", "1999"));
  CHECK_FALSE(holds("a > b to=2024", "2025"));
  CHECK_FALSE(holds("altman:person > korea:place visit from=2025 to=2025", "2024"));
}

TEST_CASE("holds_on: an edge that ends before it begins holds never") {
  CHECK_FALSE(holds("a > b 2025-06 to=2025-01", "2025-06"));
  CHECK_FALSE(holds("a > b 2025-06 to=2025-01", "2025"));
}

TEST_CASE("passes: dates compare by overlap, undated edges do not match") {
  EdgeFilter filter;
  filter.date_from = date("2025-10");
  CHECK(passes_with("a > b 2025", filter));
  CHECK(passes_with("a > b 2025-10-01", filter));
  CHECK_FALSE(passes_with("a > b 2025-09-30", filter));
  CHECK_FALSE(passes_with("a > b", filter));
  filter.date_to = date("2025-11");
  CHECK(passes_with("a > b 2025-11-30", filter));
  CHECK_FALSE(passes_with("a > b 2025-12", filter));
}

TEST_CASE("passes: amounts compare in major units of their own currency") {
  EdgeFilter filter;
  filter.min_amount = 12.5;
  CHECK(passes_with("a > b amount=12.50USD", filter));
  CHECK_FALSE(passes_with("a > b amount=12.49USD", filter));
  CHECK_FALSE(passes_with("a > b", filter));
  filter.currency = Currency::parse("KRW");
  CHECK_FALSE(passes_with("a > b amount=13USD", filter));
  CHECK(passes_with("a > b amount=13KRW", filter));
}

TEST_CASE("passes: the default filter sees every status that is known now") {
  CHECK(passes_with("a > b denied", {}));
  CHECK_FALSE(passes_with("a > b known=2025-01..2025-02", {}));
  EdgeFilter filter;
  filter.known_on = fixtures::instant("2025-01-15");
  CHECK(passes_with("a > b known=2025-01..2025-02", filter));
  filter.known_on = fixtures::instant("2025-02-01");
  CHECK_FALSE(passes_with("a > b known=2025-01..2025-02", filter));
}

TEST_CASE("passes: the columns and the naive reference say the same of random edges") {
  std::size_t yes = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const fixtures::Rows rows = fixtures::random_rows({.entities = 10, .edges = 20, .seed = seed});
    const auto g = fixtures::graph(rows);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 5; ++round) {
      const EdgeFilter filter = fixtures::random_filter(random);
      const EdgeTest test(g->columns(), filter);
      for (const EdgeVersionRow& row : rows.edges) {
        std::size_t versions = 0;
        for (const EdgeIndex index : g->find_edge(row.id)) {
          const EdgeView edge = g->edge(index);
          if (edge.known != row.known) continue;
          ++versions;
          const bool expected = fixtures::naive_passes(rows, row, filter);
          CHECK(passes(edge, g->entity_type(edge.target), filter) == expected);
          CHECK(test.edge(index) == expected);
          yes += expected ? 1 : 0;
        }
        CHECK(versions == 1);
      }
      for (RowId entity = 0; entity < 10; ++entity) {
        const EntityIndex index = g[rows.entity(entity).id];
        CHECK(test.entity(index) == fixtures::naive_entity(rows, entity, filter));
        CHECK(test.visible(index) == fixtures::naive_visible(rows, entity, filter.known_on));
      }
    }
  }
  CHECK(yes > 1000);  // the filters let something through
}
