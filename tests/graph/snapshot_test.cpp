// SPDX-License-Identifier: MIT
#include "graph/snapshot.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "fixtures.hpp"
#include "graph/neighbors.hpp"
#include "graph/paths.hpp"
#include "graph/search.hpp"

using namespace dealgraph;

TEST_CASE("snapshot: an empty graph answers") {
  const auto g = fixtures::graph("");
  CHECK(g->entity_count() == 0);
  CHECK(g->edge_count() == 0);
  CHECK_FALSE(g->find_entity("openai"));
  CHECK(g->find_edge("e1").empty());
  CHECK(find_entities(*g, {}).hits.empty());
}

TEST_CASE("snapshot: an edge comes back as it was given") {
  const auto g = fixtures::graph(
      "aws > openai supply planned 2025-11-03 amount=38000000000USD product=compute "
      "from=2025-11 to=2032 evidence=3 confidence=90 id=deal");
  const EdgeView edge = g->edge(g.edge("deal"));
  CHECK(edge.id == "deal");
  CHECK(edge.type == EdgeType::Supply);
  CHECK(edge.source == g["aws"]);
  CHECK(edge.target == g["openai"]);
  CHECK(edge.status == Status::Planned);
  CHECK(edge.date == fixtures::date("2025-11-03"));
  CHECK(edge.valid_from == fixtures::date("2025-11"));
  CHECK(edge.valid_to == fixtures::date("2032"));
  CHECK(edge.ended_on == fixtures::date("2032"));
  REQUIRE(edge.amount);
  CHECK(major_string(*edge.amount) == "38000000000");
  CHECK(edge.product == "compute");
  CHECK(edge.title.empty());
  CHECK(edge.confidence == 9000);
  CHECK(edge.evidence_count == 3);
  CHECK(edge.known == Known{fixtures::instant("2025-01"), kForever});
}

TEST_CASE("snapshot: steps lie by time, then by edge type") {
  const auto g = fixtures::graph(
      "a > b supply id=s; a - c partnership id=p; a > b supply id=old known=2025-01..2025-02;"
      "d > a investment id=i");
  std::vector<EdgeIndex> out;
  for (const Step& step : g->out(g["a"])) out.push_back(step.edge);
  CHECK(fixtures::ids(*g, out) == "p s old");
  CHECK(g->live_out(g["a"]).size() == 2);
  CHECK(g->in(g["a"]).size() == 1);
  CHECK(g->live_in(g["a"]).front().far == g["d"]);
  CHECK(g->live_edge_count() == 3);
  CHECK(g->edge_count() == 4);
}

TEST_CASE("snapshot: versions of an edge stand oldest first") {
  const auto g = fixtures::graph(
      "a > b id=x agreed known=2025-05..; a > b id=x rumored known=2025-01..2025-03;"
      "a > b id=x planned known=2025-03..2025-05");
  const auto versions = g->find_edge("x");
  REQUIRE(versions.size() == 3);
  CHECK(g->edge(versions[0]).status == Status::Rumored);
  CHECK(g->edge(versions[1]).status == Status::Planned);
  CHECK(g->edge(versions[2]).status == Status::Agreed);
}

TEST_CASE("snapshot: an entity has the version of its time") {
  const auto g = fixtures::graph(
      "meta = Facebook known=2025-01..2025-03; meta = Meta known=2025-06..;"
      "gone = Gone known=2025-01..2025-02");
  const auto name = [&](const char* id, const char* when) {
    const Entity* entity = g->entity(g[id], fixtures::instant(when));
    return entity == nullptr ? std::string() : entity->name;
  };
  CHECK(name("meta", "2025-02") == "Facebook");
  CHECK(name("meta", "2025-04") == "");
  CHECK(name("meta", "2025-07") == "Meta");
  CHECK(g->entity(g["meta"])->name == "Meta");
  CHECK(g->entity(g["gone"]) == nullptr);
  CHECK(g->entity_count() == 2);
  CHECK(g->live_entity_count() == 1);
}

TEST_CASE("snapshot: readers see whole snapshots while a builder publishes") {
  static constexpr int kRounds = 200;
  SnapshotBuilder builder;
  SnapshotSlot slot;
  slot.set(builder.publish(0));
  std::atomic<bool> done{false};
  std::atomic<int> failures{0};
  const auto read = [&] {
    Revision last = 0;
    while (!done) {
      const auto graph = slot.get();
      // Revision r holds entities 0..r and a chain of r edges between them.
      const Revision revision = graph->revision();
      if (revision < last || graph->edge_count() != (revision > 0 ? revision - 1 : 0)) ++failures;
      last = revision;
      if (revision < 2) continue;
      const auto start = graph->find_entity("n0").value();
      if (neighbors(*graph, {.start = start, .depth = 2}).edges.empty()) ++failures;
      if (shortest_path(*graph, {.from = start, .to = graph->find_entity("n1").value()})
              .paths.size() != 1) {
        ++failures;
      }
      if (find_entities(*graph, {.text = "N1"}).hits.empty()) ++failures;
    }
  };
  std::thread one(read);
  std::thread two(read);
  for (int i = 0; i < kRounds; ++i) {
    EntityVersionRow entity;
    entity.row = i;
    entity.entity = i;
    entity.entity_value.id = "n" + std::to_string(i);
    entity.entity_value.name = entity.entity_value.id;
    builder.add(std::move(entity));
    if (i > 0) {
      EdgeVersionRow edge;
      edge.row = i;
      edge.source = i - 1;
      edge.target = i;
      edge.id = "e" + std::to_string(i);
      builder.add(std::move(edge));
    }
    slot.set(builder.publish(static_cast<Revision>(i) + 1));
  }
  done = true;
  one.join();
  two.join();
  CHECK(failures == 0);
  CHECK(slot.get()->entity_count() == kRounds);
}
