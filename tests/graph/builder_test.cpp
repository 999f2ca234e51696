// SPDX-License-Identifier: MIT
#include "graph/builder.hpp"

#include <doctest/doctest.h>

#include "fixtures.hpp"
#include "graph/edges.hpp"
#include "graph/search.hpp"
#include "schema/error.hpp"

using namespace dealgraph;

TEST_CASE("builder: a row seen before is replaced, and older snapshots keep what they had") {
  const fixtures::Rows rows = fixtures::parse("a > b id=x");
  SnapshotBuilder builder;
  const RowSink sink = builder.sink();
  for (EntityVersionRow row : rows.entities) sink.entity(std::move(row));
  for (EdgeVersionRow row : rows.edges) sink.edge(std::move(row));
  const auto before = builder.publish(1);

  EdgeVersionRow ended = rows.edges[0];
  ended.known.to = fixtures::instant("2025-06");
  sink.edge(std::move(ended));
  EdgeVersionRow newer = rows.edges[0];
  newer.row = 1;
  newer.known = {fixtures::instant("2025-06"), kForever};
  newer.facts.status = Status::Denied;
  sink.edge(std::move(newer));
  const auto after = builder.publish(2);

  CHECK(before->revision() == 1);
  CHECK(before->edge_count() == 1);
  CHECK(before->edge(EdgeIndex{0}).known.to == kForever);
  CHECK(after->revision() == 2);
  CHECK(after->edge_count() == 2);
  CHECK(after->live_edge_count() == 1);
  const auto now = list_edges(*after, {});
  REQUIRE(now.edges.size() == 1);
  CHECK(after->edge(now.edges[0]).status == Status::Denied);
}

TEST_CASE("builder: entities that did not change are shared between snapshots") {
  const fixtures::Rows rows = fixtures::parse("a > b id=x");
  SnapshotBuilder builder;
  for (EntityVersionRow row : rows.entities) builder.add(std::move(row));
  const auto before = builder.publish(1);
  for (EdgeVersionRow row : rows.edges) builder.add(std::move(row));
  const auto after = builder.publish(2);
  CHECK(before->entity(EntityIndex{0}) == after->entity(EntityIndex{0}));
}

TEST_CASE("builder: a changed name is found and the old one is not") {
  fixtures::Rows rows = fixtures::parse("meta = Facebook; other = Other");
  SnapshotBuilder builder;
  for (EntityVersionRow row : rows.entities) builder.add(std::move(row));
  builder.publish(1);

  SUBCASE("as a new version") {
    EntityVersionRow old = rows.entities[0];
    old.known.to = fixtures::instant("2025-06");
    builder.add(std::move(old));
    EntityVersionRow fresh = rows.entities[0];
    fresh.row = 2;
    fresh.known.from = fixtures::instant("2025-06");
    fresh.entity_value.name = "Meta Platforms";
    builder.add(std::move(fresh));
  }
  SUBCASE("as a row replaced") {
    EntityVersionRow fresh = rows.entities[0];
    fresh.entity_value.name = "Meta Platforms";
    builder.add(std::move(fresh));
  }
  const auto g = builder.publish(2);
  CHECK(find_entities(*g, {.text = "meta platforms"}).hits.size() == 1);
  CHECK(find_entities(*g, {.text = "facebook"}).hits.empty());
  CHECK(find_entities(*g, {.text = "other"}).hits.size() == 1);
}

TEST_CASE("builder: an edge without its ends is an error") {
  fixtures::Rows rows = fixtures::parse("a > b");
  SnapshotBuilder builder;
  builder.add(std::move(rows.entities[0]));
  CHECK_THROWS_AS(builder.add(std::move(rows.edges[0])), Error);
}

TEST_CASE("builder: row numbers that no table has are an error") {
  fixtures::Rows rows = fixtures::parse("a > b");
  SnapshotBuilder builder;
  EntityVersionRow row = rows.entities[0];
  row.row = -1;
  CHECK_THROWS_AS(builder.add(std::move(row)), Error);
  EntityVersionRow far = rows.entities[0];
  far.row = INT64_MAX;
  CHECK_THROWS_AS(builder.add(std::move(far)), Error);
}
