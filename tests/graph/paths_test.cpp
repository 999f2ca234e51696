// SPDX-License-Identifier: MIT
#include "graph/paths.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "fixtures.hpp"
#include "schema/error.hpp"

using namespace dealgraph;

namespace {

/// "aws openai microsoft / e1 e2", or "none".
std::string text_of(const fixtures::Graph& g, const PathResult& result) {
  if (result.paths.empty()) return "none";
  const Path& path = result.paths.front();
  return fixtures::ids(*g, path.nodes) + " / " + fixtures::ids(*g, path.edges);
}

std::string path_between(const fixtures::Graph& g, std::string_view from, std::string_view to,
                         PathQuery query = {}) {
  query.from = g[from];
  query.to = g[to];
  return text_of(g, shortest_path(*g, query));
}

/// Tries all walks without repetition, fewest hops first, and takes the first in byte order.
class NaivePaths {
 public:
  NaivePaths(const fixtures::Rows& rows, RowId from, RowId to, const PathQuery& query)
      : rows_(rows),
        from_(from),
        to_(to),
        query_(query),
        hops_(fixtures::naive_hops(rows, query.direction, query.filter)) {}

  std::string answer() {
    if (!fixtures::naive_visible(rows_, from_, query_.filter.known_on) ||
        !fixtures::naive_visible(rows_, to_, query_.filter.known_on)) {
      return "none";
    }
    for (std::size_t length = 0; length <= static_cast<std::size_t>(query_.max_hops); ++length) {
      walk_ = {from_};
      extend(length);
      if (!best_.empty()) return text();
    }
    return "none";
  }

 private:
  void extend(std::size_t length) {
    if (walk_.size() == length + 1) {
      if (walk_.back() == to_ && (best_.empty() || names(walk_) < names(best_))) best_ = walk_;
      return;
    }
    for (const fixtures::NaiveHop& hop : hops_) {
      if (hop.from != walk_.back()) continue;
      if (std::find(walk_.begin(), walk_.end(), hop.to) != walk_.end()) continue;
      if (hop.to != to_ && !fixtures::naive_entity(rows_, hop.to, query_.filter)) continue;
      walk_.push_back(hop.to);
      extend(length);
      walk_.pop_back();
    }
  }

  std::vector<std::string> names(const std::vector<RowId>& walk) const {
    std::vector<std::string> texts;
    texts.reserve(walk.size());
    for (const RowId row : walk) texts.push_back(rows_.entity(row).id);
    return texts;
  }

  std::string text() const {
    std::string result;
    for (const std::string& name : names(best_)) result += (result.empty() ? "" : " ") + name;
    result += " / ";
    for (std::size_t i = 0; i + 1 < best_.size(); ++i) {
      const EdgeVersionRow* chosen = nullptr;
      for (const fixtures::NaiveHop& hop : hops_) {
        if (hop.from != best_[i] || hop.to != best_[i + 1]) continue;
        const EdgeVersionRow& edge = *hop.edge;
        if (chosen == nullptr || edge.evidence_count > chosen->evidence_count ||
            (edge.evidence_count == chosen->evidence_count && edge.id < chosen->id)) {
          chosen = hop.edge;
        }
      }
      result += (i == 0 ? "" : " ") + chosen->id;
    }
    return result;
  }

  const fixtures::Rows& rows_;
  RowId from_;
  RowId to_;
  const PathQuery& query_;
  std::vector<fixtures::NaiveHop> hops_;
  std::vector<RowId> walk_;
  std::vector<RowId> best_;
};

}  // namespace

TEST_CASE("paths: AWS and Microsoft are two hops apart through OpenAI") {
  const auto g = fixtures::graph("aws > openai; microsoft > openai investment; nvidia > aws");
  CHECK(path_between(g, "aws", "microsoft") == "aws openai microsoft / e1 e2");
  CHECK(path_between(g, "nvidia", "microsoft") == "nvidia aws openai microsoft / e3 e1 e2");
}

TEST_CASE("paths: direction is ignored unless it is asked for") {
  const auto g = fixtures::graph("a > b; c > b; b - d");
  CHECK(path_between(g, "a", "c") == "a b c / e1 e2");
  CHECK(path_between(g, "a", "c", {.direction = Direction::Out}) == "none");
  CHECK(path_between(g, "a", "d", {.direction = Direction::Out}) == "a b d / e1 e3");
  CHECK(path_between(g, "d", "a", {.direction = Direction::In}) == "d b a / e3 e1");
}

TEST_CASE("paths: of equally short ones the first in byte order") {
  const auto g = fixtures::graph("s > m; s > b; s > k; m > a; b > z; k > z; a > t; z > t");
  CHECK(path_between(g, "s", "t") == "s b z t / e2 e5 e8");
  CHECK(path_between(g, "t", "s") == "t a m s / e7 e4 e1");
}

TEST_CASE("paths: each hop shows the edge with most evidence, then the lowest id") {
  const auto g =
      fixtures::graph("a > b id=x evidence=1; a > b id=z evidence=4; b > a id=y evidence=4");
  CHECK(path_between(g, "a", "b") == "a b / y");
}

TEST_CASE("paths: an entity type is of the entities between the ends") {
  const auto g = fixtures::graph("p:person > x role; q:person > x role; p > y role; q > y role");
  EdgeFilter filter;
  filter.entity_types = {EntityType::Organization};
  CHECK(path_between(g, "p", "q", {.filter = filter}) == "p x q / e1 e2");
  filter.entity_types = {EntityType::Person};
  CHECK(path_between(g, "p", "q", {.filter = filter}) == "none");
  CHECK(path_between(g, "x", "y", {.filter = filter}) == "x p y / e1 e3");
}

TEST_CASE("paths: from an entity to itself there is nothing to walk") {
  const auto g = fixtures::graph("a > b");
  CHECK(path_between(g, "a", "a") == "a / ");
}

TEST_CASE("paths: no path, too far, or an end that is not known") {
  const auto g = fixtures::graph("a > b; b > c; c > d; x > y; gone = Gone known=2025-01..2025-02");
  CHECK(path_between(g, "a", "x") == "none");
  CHECK(path_between(g, "a", "d", {.max_hops = 2}) == "none");
  CHECK(path_between(g, "a", "d", {.max_hops = 3}) == "a b c d / e1 e2 e3");
  CHECK(path_between(g, "gone", "gone") == "none");
}

TEST_CASE("paths: max_hops is 1 to 8") {
  const auto g = fixtures::graph("a > b");
  CHECK_THROWS_AS(path_between(g, "a", "b", {.max_hops = 0}), Error);
  CHECK_THROWS_AS(path_between(g, "a", "b", {.max_hops = 9}), Error);
}

TEST_CASE("paths: a spent budget gives no path and says so") {
  const auto g = fixtures::graph("a > b; b > c; c > d");
  const PathResult cut =
      shortest_path(*g, {.from = g["a"], .to = g["d"], .budget = {.max_edges = 2}});
  CHECK(cut.paths.empty());
  CHECK(cut.truncation == Truncation{"edges"});
}

TEST_CASE("paths: random graphs give what trying all walks gives") {
  std::size_t found = 0;
  std::size_t long_ones = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const fixtures::Rows rows =
        fixtures::random_rows({.entities = 9, .edges = 8 + seed % 16, .seed = seed});
    const auto g = fixtures::graph(rows);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 6; ++round) {
      const auto from = static_cast<RowId>(fixtures::below(random, 9));
      const auto to = static_cast<RowId>(fixtures::below(random, 9));
      PathQuery query{.from = g[rows.entity(from).id],
                      .to = g[rows.entity(to).id],
                      .max_hops = 1 + static_cast<int>(fixtures::below(random, 5)),
                      .direction = static_cast<Direction>(1 + fixtures::below(random, 3))};
      if (round > 2) query.filter = fixtures::random_filter(random);
      const PathResult result = shortest_path(*g, query);
      REQUIRE(text_of(g, result) == NaivePaths(rows, from, to, query).answer());
      CHECK(result.truncation.empty());
      if (!result.paths.empty()) ++found;
      if (!result.paths.empty() && result.paths[0].edges.size() > 2) ++long_ones;
    }
  }
  CHECK(found > 500);
  CHECK(long_ones > 30);
}
