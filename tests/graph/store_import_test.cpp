// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "graph/sql/connection.hpp"
#include "store_fixtures.hpp"

namespace dealgraph {
namespace {

using namespace store_fixtures;  // NOLINT

constexpr sql::Query kChangeRows = "SELECT count(*) FROM change";

ImportEntity entity(const std::string& id, EntityType type = EntityType::Organization) {
  ImportEntity import;
  import.entity = organization(id, "Name of " + id);
  import.entity.type = type;
  return import;
}

ImportEdge investment(const std::string& id, const std::string& source, const std::string& target) {
  ImportEdge import;
  import.edge = {id, EdgeType::Investment, source, target, {}};
  import.edge.facts.amount = usd(1'000'000);
  return import;
}

Known known(std::int64_t from, std::int64_t to) { return {Instant{from}, Instant{to}}; }
Known known_since(std::int64_t from) { return {Instant{from}, kForever}; }

std::string place_of_rejection(TempStore& temp, const Operation& operation) {
  const OperationResult result = temp.put(operation);
  CHECK(result.outcome == Outcome::Rejected);
  return result.violations.empty() ? "" : result.violations[0].where;
}

/// A graph with everything in it: several versions, retractions, aliases, evidence.
void fill(TempStore& temp) {
  EdgeFacts claim;
  claim.confidence = 8'000;
  claim.product = "compute";
  const auto article = [&](const std::string& id, const std::string& sentence) {
    return ArticleBuilder(id, "2025-11-03")
        .says(sentence, EdgeType::Supply, "AWS", "OpenAI", claim)
        .names("Nvidia")
        .build();
  };
  temp.put(article("b", "AWS supplies OpenAI."));
  claim.status = Status::Ended;
  temp.put(article("a", "AWS no longer supplies OpenAI."));
  temp.put(article("b", "한글: AWS supplies OpenAI."));
  temp.put(article("gone", "AWS supplies OpenAI."));
  temp.put(RetractDocument{"gone"});
  claim.product = "chips";
  temp.put(ArticleBuilder("c", "")
               .says("Nvidia and AMD.", EdgeType::Supply, "Nvidia", "AMD", claim)
               .build());
  temp.put(RetractDocument{"c"});
  Entity person = organization("sam", "Sam");
  person.type = EntityType::Person;
  person.name_ko = "샘";
  person.aliases = {"S", "A", "m"};
  person.identifiers = {{"wikidata", "Q1"}, {"ticker", "KRX:1"}};
  temp.put(ImportEntity{person, {}});
  person.aliases = {"A"};
  temp.put(ImportEntity{person, {}});
  ImportEdge edge = investment("by-hand", "sam", "openai");
  temp.put(edge);
  edge.edge.facts.status = Status::Completed;
  temp.put(edge);
}

}  // namespace

TEST_CASE("import: records go in as they are, a batch costs one change row") {
  TempStore temp;
  const Commit commit = temp.store.append(
      {entity("e1"), entity("e2"), investment("d1", "e1", "e2"), investment("d2", "e1", "e2")});
  for (const OperationResult& result : commit.results) CHECK(result.outcome == Outcome::Created);
  CHECK(commit.revision == 4);
  const Loaded loaded = load(temp.store);
  REQUIRE(loaded.live_edges().size() == 2);  // equal, and yet not merged
  CHECK(loaded.live_edges()[0].id == "d1");
  CHECK(loaded.live_edges()[0].evidence_count == 0);
  sql::Connection db(temp.path, sql::Mode::ReadOnly, 50);
  CHECK(db.integer(kChangeRows) == 2);
  CHECK(temp.store.check().empty());
}

TEST_CASE("import: equal records change nothing, others replace") {
  TempStore temp;
  temp.store.append({entity("e1"), entity("e2"), investment("d1", "e1", "e2")});
  const Revision before = temp.store.revision();
  const Commit again =
      temp.store.append({entity("e1"), entity("e2"), investment("d1", "e1", "e2")});
  CHECK(again.revision == before);
  for (const OperationResult& result : again.results) CHECK(result.outcome == Outcome::Unchanged);

  ImportEntity renamed = entity("e1");
  renamed.entity.name = "New Name";
  ImportEdge ended = investment("d1", "e1", "e2");
  ended.edge.facts.status = Status::Ended;
  ended.edge.facts.valid_to = date("2025-12");
  const Commit changed = temp.store.append({renamed, ended});
  CHECK(changed.results[0].outcome == Outcome::Replaced);
  CHECK(changed.results[1].outcome == Outcome::Replaced);
  const Loaded loaded = load(temp.store);
  CHECK(loaded.entities.size() == 3);
  CHECK(loaded.entities.back().entity_value.name == "New Name");
  REQUIRE(loaded.edges.size() == 2);
  CHECK(loaded.edges[0].known.to == loaded.edges[1].known.from);
  CHECK(loaded.edges[1].ended_on == date("2025-12"));
}

TEST_CASE("import: the last of several records in one batch stands") {
  TempStore temp;
  ImportEntity second = entity("e1");
  second.entity.name = "Second";
  second.entity.aliases = {"x"};
  ImportEdge later = investment("d1", "e1", "e1");
  later.edge.facts.product = "later";
  const Commit commit =
      temp.store.append({entity("e1"), second, investment("d1", "e1", "e1"), later});
  CHECK(commit.results[1].outcome == Outcome::Replaced);
  CHECK(commit.results[3].outcome == Outcome::Replaced);
  const Loaded loaded = load(temp.store);
  REQUIRE(loaded.entities.size() == 1);
  CHECK(loaded.entities[0].entity_value == second.entity);
  REQUIRE(loaded.edges.size() == 1);
  CHECK(loaded.edges[0].facts.product == "later");
}

TEST_CASE("import: what is wrong is named, the rest goes in") {
  TempStore temp;
  temp.store.append(
      {entity("org"), entity("person", EntityType::Person), entity("place", EntityType::Place)});
  CHECK(place_of_rejection(temp, entity("has space")) == "/id");
  ImportEntity nameless = entity("x");
  nameless.entity.name.clear();
  CHECK(place_of_rejection(temp, nameless) == "/name");
  nameless.entity.name = "\xc3";
  CHECK(place_of_rejection(temp, nameless) == "/name");
  CHECK(place_of_rejection(temp, investment("d", "nobody", "org")) == "/source");
  CHECK(place_of_rejection(temp, investment("d", "org", "nobody")) == "/target");
  CHECK(place_of_rejection(temp, investment("d", "place", "org")) == "/source");
  CHECK(place_of_rejection(temp, investment("d", "org", "person")) == "/target");
  ImportEdge negative = investment("d", "org", "org");
  negative.edge.facts.amount->minor = -1;
  CHECK(place_of_rejection(temp, negative) == "/amount");
  ImportEdge empty = investment("d", "org", "org");
  empty.known = known(5, 5);
  CHECK(place_of_rejection(temp, empty) == "/known/to");
  empty.known = known_since(static_cast<std::int64_t>(now()) + 90'000'000);
  CHECK(place_of_rejection(temp, empty) == "/known/from");
  CHECK(load(temp.store).edges.empty());

  const Commit commit =
      temp.store.append({investment("d1", "org", "nobody"), investment("d2", "person", "org")});
  CHECK(commit.results[0].outcome == Outcome::Rejected);
  CHECK(commit.results[1].outcome == Outcome::Created);
  CHECK(place_of_rejection(temp, investment("d2", "org", "person")) == "/target");
  CHECK(place_of_rejection(temp, investment("d2", "org", "org")) == "/id");
  CHECK(place_of_rejection(temp, entity("person", EntityType::Place)) == "/type");
  CHECK(temp.store.check().empty());
}

TEST_CASE("import: evidence must lie on the characters of a document that is there") {
  TempStore temp;
  ImportDocument document;
  document.document.id = "doc";
  document.document.title = "가";
  document.document.text = "나다";
  ImportEdge edge = investment("d", "org", "org");
  edge.evidence = {{{"doc", {4, 7}, edge.edge.facts}, {}}};
  temp.put(entity("org"));
  CHECK(place_of_rejection(temp, edge) == "/evidence/0/document");
  CHECK(temp.put(document).outcome == Outcome::Created);
  edge.evidence[0].evidence.span = {5, 7};
  CHECK(place_of_rejection(temp, edge) == "/evidence/0/start");
  edge.evidence[0].evidence.span = {4, 8};
  CHECK(place_of_rejection(temp, edge) == "/evidence/0/end");
  edge.evidence[0].evidence.span = {4, 11};
  CHECK(place_of_rejection(temp, edge) == "/evidence/0/end");
  edge.evidence[0].evidence.span = {4, 4};
  CHECK(place_of_rejection(temp, edge) == "/evidence/0/end");
  edge.evidence[0].evidence.span = {4, 7};
  CHECK(temp.put(edge).outcome == Outcome::Created);
  CHECK(temp.put(edge).outcome == Outcome::Unchanged);
  CHECK(load(temp.store).live_edges()[0].evidence_count == 1);

  document.mentions = {{"nobody", {0, 3}}};
  CHECK(place_of_rejection(temp, document) == "/mentions/0/entity");
  document.mentions = {{"org", {1, 3}}};
  CHECK(place_of_rejection(temp, document) == "/mentions/0/start");
  CHECK(temp.store.check().empty());
}

TEST_CASE("import: an edge stands without its evidence, a derived one does not") {
  TempStore temp;
  ImportDocument document;
  document.document.id = "doc";
  document.document.text = "text";
  ImportEdge alone = investment("alone", "org", "org");
  alone.evidence = {{{"doc", {1, 5}, alone.edge.facts}, {}}};
  ImportEdge derived = alone;
  derived.edge.id = "derived";
  derived.derived = true;
  ImportEdge unproven = derived;
  unproven.evidence.clear();
  temp.store.append({entity("org"), document, alone, derived});
  CHECK(place_of_rejection(temp, unproven) == "/evidence");
  CHECK(temp.put(RetractDocument{"doc"}).edges == 1);
  const auto live = load(temp.store).live_edges();
  REQUIRE(live.size() == 1);
  CHECK(live[0].id == "alone");
  CHECK(live[0].evidence_count == 0);
  CHECK(temp.store.check().empty());
}

TEST_CASE("import: known intervals are kept, contradictions are refused") {
  TempStore temp;
  ImportEntity old_name = entity("e");
  old_name.entity.name = "Old";
  old_name.known = known(1'000, 2'000);
  ImportEntity new_name = entity("e");
  new_name.known = known_since(2'000);
  temp.store.append({old_name, new_name});
  const Loaded loaded = load(temp.store);
  REQUIRE(loaded.entities.size() == 2);
  CHECK(loaded.entities[0].known == *old_name.known);
  CHECK(loaded.entities[1].known == *new_name.known);
  CHECK(temp.put(old_name).outcome == Outcome::Unchanged);
  CHECK(temp.put(new_name).outcome == Outcome::Unchanged);
  old_name.known = known(1'500, 1'800);
  CHECK(place_of_rejection(temp, old_name) == "/known");

  ImportEdge edge = investment("d", "e", "e");
  edge.known = known(1'000, 2'000);
  CHECK(temp.put(edge).outcome == Outcome::Created);
  CHECK(temp.put(edge).outcome == Outcome::Unchanged);
  edge.known = known(1'000, 1'500);
  CHECK(place_of_rejection(temp, edge) == "/known");
  edge.known = known_since(3'000);
  CHECK(temp.put(edge).outcome == Outcome::Created);
  REQUIRE(load(temp.store).edges.size() == 2);
  CHECK(load(temp.store).live_edges()[0].known == known_since(3'000));
}

TEST_CASE("import: what was known in the near future pushes the clock, never back") {
  TempStore temp;
  const auto future = static_cast<std::int64_t>(now()) + 60'000;
  ImportEntity ahead = entity("e");
  ahead.known = known_since(future);
  temp.put(ahead);
  ahead.entity.name = "Other";
  ahead.known.reset();
  CHECK(temp.put(ahead).outcome == Outcome::Replaced);
  const Loaded loaded = load(temp.store);
  REQUIRE(loaded.entities.size() == 2);
  CHECK(loaded.entities[0].known.from == Instant{future});
  CHECK(loaded.entities[1].known.from > Instant{future});
}

TEST_CASE("export: importing it gives an equal export, history and all") {
  TempStore temp;
  fill(temp);
  REQUIRE(temp.store.check().empty());
  const std::vector<Operation> exported = export_of(temp.store);
  TempStore copy;
  const Commit commit = copy.store.append(exported);
  for (const OperationResult& result : commit.results) {
    CAPTURE(result.id);
    CHECK(result.outcome == Outcome::Created);
  }
  CHECK(export_of(copy.store) == exported);
  CHECK(copy.store.check().empty());

  // In small batches, and once more on top: nothing changes.
  TempStore slow;
  for (const Operation& operation : exported) slow.put(operation);
  CHECK(export_of(slow.store) == exported);
  const Revision before = slow.store.revision();
  for (const OperationResult& result : slow.store.append(exported).results) {
    CHECK(result.outcome == Outcome::Unchanged);
  }
  CHECK(slow.store.revision() == before);
  CHECK(export_of(slow.store) == exported);
}

TEST_CASE("export: the copy's versions are those of the original") {
  TempStore temp;
  fill(temp);
  TempStore copy;
  copy.store.append(export_of(temp.store));
  const auto key = [](Store& store) {
    std::vector<std::string> lines;
    for (const EdgeVersionRow& row : load(store).edges) {
      lines.push_back(row.id + " " + to_string(row.known.from) + " " +
                      std::to_string(row.evidence_count) + " " +
                      std::string(name(row.facts.status)) + " " +
                      (row.ended_on ? row.ended_on->to_string() : "-"));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  CHECK(key(temp.store) == key(copy.store));

  // And it behaves alike afterwards.
  for (Store* store : {&temp.store, &copy.store}) {
    const Commit commit = store->append({RetractDocument{"a"}, RetractDocument{"b"}});
    CHECK(commit.results[0].outcome == Outcome::Retracted);
    CHECK(commit.results[1].edges == 1);
    CHECK(store->check().empty());
  }
  CHECK(load(temp.store).live_entities() == load(copy.store).live_entities());
}

TEST_CASE("import: a document replaces its earlier version") {
  TempStore temp;
  EdgeFacts claim;
  temp.put(ArticleBuilder("a", "2025-11-03")
               .says("AWS supplies OpenAI.", EdgeType::Supply, "AWS", "OpenAI", claim)
               .build());
  ImportDocument document;
  document.document.id = "a";
  document.document.text = "nothing";
  CHECK(temp.put(document).outcome == Outcome::Replaced);
  CHECK(temp.put(document).outcome == Outcome::Unchanged);
  CHECK(load(temp.store).live_edges().empty());
  CHECK(load(temp.store).live_entities().empty());
  CHECK(temp.store.document("a")->document.text == "nothing");
  CHECK(temp.store.check().empty());
}

TEST_CASE("check: finds what others did to the file") {
  constexpr sql::Query kMoveSpan = "UPDATE evidence SET span_begin = span_begin + 1";
  constexpr sql::Query kChangeFacts = "UPDATE edge_version SET confidence = 1";
  constexpr sql::Query kKillEnd = "UPDATE entity_version SET known_to = known_from + 1";
  constexpr sql::Query kCutText = "UPDATE document_version SET text = 'x'";
  for (const sql::Query& damage : {kMoveSpan, kChangeFacts, kKillEnd, kCutText}) {
    TempStore temp;
    EdgeFacts claim;
    temp.put(ArticleBuilder("a", "2025-11-03")
                 .says("AWS supplies OpenAI.", EdgeType::Supply, "AWS", "OpenAI", claim)
                 .build());
    CHECK(temp.store.check().empty());
    { sql::Connection(temp.path, sql::Mode::ReadWrite, 50).run(damage); }
    CAPTURE(damage.text());
    CHECK_FALSE(temp.store.check().empty());
  }
}

}  // namespace dealgraph
