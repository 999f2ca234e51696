// SPDX-License-Identifier: MIT
#include "graph/edges.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

#include "fixtures.hpp"

using namespace dealgraph;

namespace {

std::string listed(const fixtures::Graph& g, const EdgeQuery& query) {
  return fixtures::ids(*g, list_edges(*g, query).edges);
}

constexpr EdgeSort kSorts[] = {EdgeSort::Date,
                               EdgeSort::DateDescending,
                               EdgeSort::Amount,
                               EdgeSort::AmountDescending,
                               EdgeSort::ConfidenceAscending,
                               EdgeSort::ConfidenceDescending,
                               EdgeSort::Id};

/// (absent, key, id) sorts in the order of the listing.
std::tuple<bool, double, std::string> naive_key(const EdgeVersionRow& row, EdgeSort sort) {
  const auto& facts = row.facts;
  switch (sort) {
    case EdgeSort::Date:
    case EdgeSort::DateDescending: {
      const double key = facts.date ? facts.date->packed() : 0.0;
      return {!facts.date, sort == EdgeSort::Date ? key : -key, row.id};
    }
    case EdgeSort::Amount:
    case EdgeSort::AmountDescending: {
      const double key = facts.amount ? major_value(*facts.amount) : 0.0;
      return {!facts.amount, sort == EdgeSort::Amount ? key : -key, row.id};
    }
    case EdgeSort::ConfidenceAscending:
      return {false, facts.confidence, row.id};
    case EdgeSort::ConfidenceDescending:
      return {false, -static_cast<double>(facts.confidence), row.id};
    case EdgeSort::Id:
      break;
  }
  return {false, 0, row.id};
}

bool naive_ends(const EdgeVersionRow& row, std::optional<RowId> source,
                std::optional<RowId> target) {
  const auto fit = [&](RowId a, RowId b) {
    return (!source || *source == a) && (!target || *target == b);
  };
  const bool symmetric = row.type == EdgeType::Partnership || row.type == EdgeType::Meeting;
  return fit(row.source, row.target) || (symmetric && fit(row.target, row.source));
}

std::string naive_list(const fixtures::Rows& rows, const EdgeQuery& query,
                       std::optional<RowId> source, std::optional<RowId> target) {
  std::vector<EdgeVersionRow> found;
  for (const EdgeVersionRow& row : rows.edges) {
    const bool visible = fixtures::naive_visible(rows, row.source, query.filter.known_on) &&
                         fixtures::naive_visible(rows, row.target, query.filter.known_on);
    const bool typed = query.filter.entity_types.contains(rows.entity(row.source).type) ||
                       query.filter.entity_types.contains(rows.entity(row.target).type);
    if (visible && typed && naive_ends(row, source, target) &&
        fixtures::naive_passes(rows, row, query.filter)) {
      found.push_back(row);
    }
  }
  std::sort(found.begin(), found.end(), [&](const EdgeVersionRow& a, const EdgeVersionRow& b) {
    return naive_key(a, query.sort) < naive_key(b, query.sort);
  });
  std::string text;
  for (const EdgeVersionRow& row : found) text += (text.empty() ? "" : " ") + row.id;
  return text;
}

}  // namespace

TEST_CASE("edges: sorted by date, absent dates last in either order") {
  const auto g = fixtures::graph("a > b 2024; a > c; b > c 2025-10; c > a 2025-10-02");
  CHECK(listed(g, {}) == "e4 e3 e1 e2");
  CHECK(listed(g, {.sort = EdgeSort::Date}) == "e1 e3 e4 e2");
  CHECK(listed(g, {.sort = EdgeSort::Id}) == "e1 e2 e3 e4");
}

TEST_CASE("edges: sorted by amount in major units") {
  const auto g =
      fixtures::graph("a > b amount=5USD; a > c; b > c amount=300KRW; c > a amount=7USD");
  CHECK(listed(g, {.sort = EdgeSort::AmountDescending}) == "e3 e4 e1 e2");
  CHECK(listed(g, {.sort = EdgeSort::Amount}) == "e1 e4 e3 e2");
}

TEST_CASE("edges: source and target bind the ends, of symmetric edges either") {
  const auto g = fixtures::graph("a > b; b > a; a - b; b - a; a - c; c > b; a - a");
  CHECK(listed(g, {.source = g["a"], .sort = EdgeSort::Id}) == "e1 e3 e4 e5 e7");
  CHECK(listed(g, {.target = g["a"], .sort = EdgeSort::Id}) == "e2 e3 e4 e5 e7");
  CHECK(listed(g, {.source = g["a"], .target = g["b"], .sort = EdgeSort::Id}) == "e1 e3 e4");
  CHECK(listed(g, {.source = g["a"], .target = g["a"], .sort = EdgeSort::Id}) == "e7");
}

TEST_CASE("edges: an entity type is of either end") {
  const auto g = fixtures::graph("altman:person > openai role; openai > nvidia");
  EdgeFilter filter;
  filter.entity_types = {EntityType::Person};
  CHECK(listed(g, {.filter = filter}) == "e1");
}

TEST_CASE("edges: both ends come along once each") {
  const auto g = fixtures::graph("a > b; b > c");
  const EdgePage page = list_edges(*g, {.sort = EdgeSort::Id});
  CHECK(fixtures::ids(*g, page.entities) == "a b c");
  CHECK_FALSE(page.next);
}

TEST_CASE("edges: a spent budget is said") {
  const auto g = fixtures::graph("a > b; b > c; c > d");
  const EdgePage page = list_edges(*g, {.sort = EdgeSort::Id, .budget = {.max_edges = 1}});
  CHECK(page.truncation == Truncation{"edges"});
  CHECK(page.edges.size() == 1);
}

TEST_CASE("edges: random listings equal the naive ones, whole and page by page") {
  std::size_t total = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const fixtures::Rows rows =
        fixtures::random_rows({.entities = 8, .edges = 10 + seed % 40, .seed = seed});
    const auto g = fixtures::graph(rows);
    std::mt19937_64 random(seed);
    for (const EdgeSort sort : kSorts) {
      EdgeQuery query{.sort = sort, .limit = 1000};
      query.filter = fixtures::random_filter(random);
      std::optional<RowId> source;
      std::optional<RowId> target;
      if (fixtures::below(random, 3) == 0) source = static_cast<RowId>(fixtures::below(random, 8));
      if (fixtures::below(random, 3) == 0) target = static_cast<RowId>(fixtures::below(random, 8));
      if (source) query.source = g[rows.entity(*source).id];
      if (target) query.target = g[rows.entity(*target).id];
      const std::string expected = naive_list(rows, query, source, target);
      REQUIRE(listed(g, query) == expected);

      query.limit = 1 + fixtures::below(random, 5);
      std::vector<EdgeIndex> pages;
      do {
        const EdgePage page = list_edges(*g, query);
        pages.insert(pages.end(), page.edges.begin(), page.edges.end());
        query.after = page.next;
        REQUIRE(pages.size() <= rows.edges.size());
      } while (query.after);
      REQUIRE(fixtures::ids(*g, pages) == expected);
      total += pages.size();
    }
  }
  CHECK(total > 5'000);
}
