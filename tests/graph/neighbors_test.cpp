// SPDX-License-Identifier: MIT
#include "graph/neighbors.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "fixtures.hpp"
#include "schema/error.hpp"

using namespace dealgraph;

namespace {

std::string ids(const fixtures::Graph& g, const Neighborhood& found) {
  std::vector<EdgeIndex> edges;
  for (const NeighborEdge& edge : found.edges) edges.push_back(edge.edge);
  return fixtures::ids(*g, edges);
}

std::string edges_of(const fixtures::Graph& g, NeighborQuery query) {
  query.limit = 1000;
  return ids(g, neighbors(*g, query));
}

struct NaiveEdge {
  int depth;
  std::uint32_t date;
  std::string id;
};

/// All edges of the neighbourhood in their order, from the rows.
std::vector<NaiveEdge> naive_neighbors(const fixtures::Rows& rows, RowId start, int depth,
                                       Direction direction, const EdgeFilter& filter) {
  std::map<RowId, int> distance{{start, 0}};
  std::map<std::string, NaiveEdge> found;
  const auto hops = fixtures::naive_hops(rows, direction, filter);
  for (int level = 1; level <= depth; ++level) {
    for (const fixtures::NaiveHop& hop : hops) {
      const auto from = distance.find(hop.from);
      if (from == distance.end() || from->second != level - 1) continue;
      if (!fixtures::naive_entity(rows, hop.to, filter)) continue;
      distance.try_emplace(hop.to, level);
      const auto& date = hop.edge->facts.date;
      found.try_emplace(hop.edge->id, NaiveEdge{level, date ? date->packed() : 0, hop.edge->id});
    }
  }
  std::vector<NaiveEdge> edges;
  edges.reserve(found.size());
  for (const auto& [id, edge] : found) edges.push_back(edge);
  std::stable_sort(edges.begin(), edges.end(), [](const NaiveEdge& a, const NaiveEdge& b) {
    return a.depth != b.depth ? a.depth < b.depth : a.date > b.date;
  });
  return edges;
}

std::string text_of(const std::vector<NaiveEdge>& edges) {
  std::string text;
  for (const NaiveEdge& edge : edges) text += edge.id + "@" + std::to_string(edge.depth) + " ";
  return text;
}

std::string text_of(const fixtures::Graph& g, const std::vector<NeighborEdge>& edges) {
  std::string text;
  for (const NeighborEdge& edge : edges) {
    text += std::string(g->edge(edge.edge).id) + "@" + std::to_string(edge.depth) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("neighbors: depth counts hops") {
  const auto g = fixtures::graph("a > b; b > c; c > d; d > e; e > f");
  CHECK(edges_of(g, {.start = g["a"]}) == "e1");
  CHECK(edges_of(g, {.start = g["a"], .depth = 2}) == "e1 e2");
  CHECK(edges_of(g, {.start = g["a"], .depth = 4}) == "e1 e2 e3 e4");
  CHECK(edges_of(g, {.start = g["c"], .depth = 1}) == "e2 e3");
}

TEST_CASE("neighbors: direction applies along each hop, symmetric edges count both ways") {
  const auto g = fixtures::graph("a > b; c > b; b > d; x - a; a - y; z > y");
  CHECK(edges_of(g, {.start = g["a"], .depth = 2, .direction = Direction::Out}) == "e1 e4 e5 e3");
  CHECK(edges_of(g, {.start = g["b"], .depth = 2, .direction = Direction::In}) == "e1 e2 e4 e5");
  CHECK(edges_of(g, {.start = g["x"], .depth = 2, .direction = Direction::In}) == "e4 e5");
}

TEST_CASE("neighbors: an edge to itself and parallel edges come once each") {
  const auto g = fixtures::graph("a > a; a - a; a > b; b > a; a > b");
  CHECK(edges_of(g, {.start = g["a"], .depth = 3}) == "e1 e2 e3 e4 e5");
  CHECK(edges_of(g, {.start = g["a"], .direction = Direction::In}) == "e1 e2 e4");
  CHECK(edges_of(g, {.start = g["a"], .direction = Direction::Out}) == "e1 e2 e3 e5");
}

TEST_CASE("neighbors: newest first within a depth, undated last, then by id") {
  const auto g = fixtures::graph(
      "a > b id=k 2025; a > c id=z; a > d id=m 2025-10-02; a > e id=b; a > f id=n 2025-10;"
      "a > g id=c 2025-10-02");
  CHECK(edges_of(g, {.start = g["a"]}) == "c m n k b z");
}

TEST_CASE("neighbors: the filter tests edges and far ends, the start is free") {
  const auto g = fixtures::graph(
      "altman:person > openai role 2019; openai > nvidia 2025; nvidia > tsmc 2024;"
      "altman > korea:place visit 2025");
  EdgeFilter filter;
  filter.entity_types = {EntityType::Organization};
  CHECK(edges_of(g, {.start = g["altman"], .depth = 3, .filter = filter}) == "e1 e2 e3");
  filter.date_from = fixtures::date("2025");
  CHECK(edges_of(g, {.start = g["openai"], .depth = 3, .filter = filter}) == "e2");
  filter = {};
  filter.edge_types = {EdgeType::Visit, EdgeType::Role};
  CHECK(edges_of(g, {.start = g["altman"], .depth = 3, .filter = filter}) == "e4 e1");
}

TEST_CASE("neighbors: what was known then is seen then") {
  const auto g = fixtures::graph("a > b known=2025-01..2025-03; b > c known=2025-02..");
  EdgeFilter filter;
  filter.known_on = fixtures::instant("2025-02-15");
  CHECK(edges_of(g, {.start = g["a"], .depth = 2, .filter = filter}) == "e1 e2");
  filter.known_on = fixtures::instant("2025-01-15");
  CHECK(edges_of(g, {.start = g["a"], .depth = 2, .filter = filter}) == "e1");
  CHECK(edges_of(g, {.start = g["a"], .depth = 2}) == "");
}

TEST_CASE("neighbors: far ends are named once, without the start") {
  const auto g = fixtures::graph("a > b 2025; c > a 2024; b > c 2023; b > a 2022");
  const Neighborhood found = neighbors(*g, {.start = g["a"], .depth = 2});
  CHECK(fixtures::ids(*g, found.entities) == "b c");
}

TEST_CASE("neighbors: a spent budget is said, never hidden") {
  const auto g = fixtures::graph("a > b; a > c; a > d");
  const Neighborhood cut =
      neighbors(*g, {.start = g["a"], .budget = {.max_edges = 2, .max_milliseconds = 60'000}});
  CHECK(cut.edges.size() == 2);
  CHECK(cut.truncation == Truncation{"edges"});
  const Neighborhood whole =
      neighbors(*g, {.start = g["a"], .budget = {.max_edges = 3, .max_milliseconds = 60'000}});
  CHECK(whole.edges.size() == 3);
  CHECK(whole.truncation.empty());
}

TEST_CASE("neighbors: time is a budget too") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "a > n" + std::to_string(i) + ";";
  const auto g = fixtures::graph(text);
  const Neighborhood cut =
      neighbors(*g, {.start = g["a"], .limit = 5, .budget = {.max_milliseconds = -1}});
  CHECK(cut.truncation == Truncation{"time"});
  CHECK(cut.edges.size() == 5);
}

TEST_CASE("neighbors: depth is 1 to 4") {
  const auto g = fixtures::graph("a > b");
  CHECK_THROWS_AS(neighbors(*g, {.start = g["a"], .depth = 0}), Error);
  CHECK_THROWS_AS(neighbors(*g, {.start = g["a"], .depth = 5}), Error);
}

TEST_CASE("neighbors: random graphs give what the naive walk gives, in one page and in many") {
  std::size_t total = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const fixtures::Rows rows =
        fixtures::random_rows({.entities = 6 + seed % 12, .edges = 20 + seed % 60, .seed = seed});
    const auto g = fixtures::graph(rows);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 6; ++round) {
      const auto start = static_cast<RowId>(fixtures::below(random, 6));
      NeighborQuery query{.start = g[rows.entity(start).id],
                          .depth = 1 + static_cast<int>(fixtures::below(random, 4)),
                          .direction = static_cast<Direction>(1 + fixtures::below(random, 3)),
                          .limit = 1000};
      if (round > 0) query.filter = fixtures::random_filter(random);
      const auto expected =
          naive_neighbors(rows, start, query.depth, query.direction, query.filter);
      const Neighborhood whole = neighbors(*g, query);
      REQUIRE(text_of(g, whole.edges) == text_of(expected));
      CHECK_FALSE(whole.next);
      CHECK(whole.truncation.empty());
      total += expected.size();

      query.limit = 1 + fixtures::below(random, 4);
      std::vector<NeighborEdge> pages;
      for (std::size_t page = 0; page <= expected.size(); ++page) {
        const Neighborhood part = neighbors(*g, query);
        pages.insert(pages.end(), part.edges.begin(), part.edges.end());
        query.after = part.next;
        if (!part.next) break;
        CHECK(part.edges.size() == query.limit);
      }
      REQUIRE(text_of(g, pages) == text_of(expected));
    }
  }
  CHECK(total > 10'000);
}
