// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store_fixtures.hpp"

namespace dealgraph {
namespace {

using namespace store_fixtures;  // NOLINT

using Ids = std::vector<std::string>;

EdgeFacts agreed(std::string_view day = "", std::int64_t dollars = 0) {
  EdgeFacts facts;
  facts.confidence = 9'000;
  if (!day.empty()) facts.date = date(day);
  if (dollars > 0) facts.amount = usd(dollars);
  return facts;
}

PutDocument supply(const std::string& id, const std::string& published, const EdgeFacts& claim,
                   const std::string& sentence = "AWS supplies OpenAI.") {
  return ArticleBuilder(id, published)
      .says(sentence, EdgeType::Supply, "AWS", "OpenAI", claim)
      .build();
}

}  // namespace

TEST_CASE("put: the same article twice changes nothing at all") {
  TempStore temp;
  const PutDocument article = supply("a", "2025-11-03", agreed("2025-11-03", 38));
  const Commit first = temp.store.append({article});
  CHECK(first.results[0].outcome == Outcome::Created);
  CHECK(first.results[0].id == "a");
  CHECK(first.results[0].entities == 2);
  CHECK(first.results[0].edges == 1);
  CHECK(first.results[0].violations.empty());
  const Commit second = temp.store.append({article, article});
  CHECK(second.revision == first.revision);
  CHECK(second.results[0].outcome == Outcome::Unchanged);
  CHECK(second.results[1].outcome == Outcome::Unchanged);
  CHECK(temp.store.check().empty());
}

TEST_CASE("put: two articles on one deal share one edge and confirm it") {
  TempStore temp;
  temp.put(supply("a", "2025-11-03", agreed("2025-11-03", 38'000)));
  const OperationResult result = temp.put(supply("b", "2025-11-04", agreed("2025-11", 38'100)));
  CHECK(result.edges == 0);
  CHECK(result.entities == 0);
  const Loaded loaded = load(temp.store);
  REQUIRE(loaded.live_edges().size() == 1);
  const EdgeVersionRow edge = loaded.live_edges()[0];
  CHECK(edge.evidence_count == 2);
  CHECK(edge.facts.date == date("2025-11-03"));
  CHECK(edge.facts.confidence == 9'900);
  CHECK(loaded.edges.size() == 2);
  CHECK(temp.store.evidence(edge.id).size() == 2);
  CHECK(temp.store.check().empty());
}

TEST_CASE("put: other deals between the same ends are other edges") {
  TempStore temp;
  temp.put(supply("a", "2025-11-03", agreed("2025-11-03", 38)));
  CHECK(temp.put(supply("b", "2025-11-04", agreed("2025-11-04", 38))).edges == 1);
  CHECK(temp.put(supply("c", "2025-11-04", agreed("2025-11-04", 99))).edges == 1);
  CHECK(load(temp.store).live_edges().size() == 3);
}

TEST_CASE("put: a claim joins the best match, then the oldest") {
  TempStore temp;
  temp.put(supply("a", "2025-11-03", agreed("2025-10", 10)));
  temp.put(supply("b", "2025-11-03", agreed("2025-11", 20)));
  temp.put(supply("c", "2025-11-05", agreed("2025-11-04")));  // only b's date agrees
  temp.put(supply("d", "2025-11-05", agreed("2025", 20)));    // only b's amount agrees
  temp.put(supply("e", "2025-11-05", agreed()));              // both: the oldest
  const auto edges = load(temp.store).live_edges();
  REQUIRE(edges.size() == 2);
  const auto ids_of = [&](const EdgeVersionRow& edge) {
    Ids ids;
    for (const StoredEvidence& one : temp.store.evidence(edge.id))
      ids.push_back(one.evidence.document);
    return ids;
  };
  CHECK(ids_of(edges[0]) == (edges[0].edge == 1 ? Ids{"a", "e"} : Ids{"b", "c", "d"}));
  CHECK(ids_of(edges[1]) == (edges[1].edge == 1 ? Ids{"a", "e"} : Ids{"b", "c", "d"}));
}

TEST_CASE("put: a symmetric edge is the same either way round, a directed one is not") {
  TempStore temp;
  const auto article = [](const std::string& id, EdgeType type, const char* a, const char* b) {
    return ArticleBuilder(id, "2025-11-03").says("AWS and OpenAI.", type, a, b, agreed()).build();
  };
  temp.put(article("a", EdgeType::Partnership, "AWS", "OpenAI"));
  CHECK(temp.put(article("b", EdgeType::Partnership, "OpenAI", "AWS")).edges == 0);
  temp.put(article("c", EdgeType::Supply, "AWS", "OpenAI"));
  CHECK(temp.put(article("d", EdgeType::Supply, "OpenAI", "AWS")).edges == 1);
}

TEST_CASE("put: two claims of one article on one deal are one edge and one voice") {
  TempStore temp;
  const PutDocument article =
      ArticleBuilder("a", "2025-11-03")
          .says("AWS supplies OpenAI.", EdgeType::Supply, "AWS", "OpenAI", agreed())
          .says("AWS gets 38 from OpenAI.", EdgeType::Supply, "AWS", "OpenAI",
                agreed("2025-11", 38))
          .build();
  CHECK(temp.put(article).edges == 1);
  const auto edges = load(temp.store).live_edges();
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].evidence_count == 2);
  CHECK(edges[0].facts.amount == usd(38));
  CHECK(edges[0].facts.confidence == 9'000);
  CHECK(load(temp.store).edges.size() == 1);  // made and completed in one version
  CHECK(temp.store.check().empty());
}

TEST_CASE("put: the same articles give the same ids everywhere") {
  TempStore one;
  TempStore two;
  for (TempStore* temp : {&one, &two}) {
    temp->put(supply("a", "2025-11-03", agreed("2025-11-03", 38)));
    temp->put(supply("b", "2025-11-03", agreed("2025-11-04", 99)));
  }
  const auto ids = [](TempStore& temp) {
    Ids found;
    for (const EdgeVersionRow& edge : load(temp.store).edges) found.push_back(edge.id);
    return found;
  };
  CHECK(ids(one) == ids(two));
  CHECK(ids(one)[0].size() == 18);
  CHECK(ids(one)[0].starts_with("e-"));
}

TEST_CASE("put: other text under the same id replaces what the earlier alone supported") {
  TempStore temp;
  temp.put(ArticleBuilder("a", "2025-11-03")
               .says("AWS supplies OpenAI.", EdgeType::Supply, "AWS", "OpenAI", agreed("2025", 38))
               .says("Nvidia supplies OpenAI.", EdgeType::Supply, "Nvidia", "OpenAI", agreed())
               .build());
  const std::string kept = load(temp.store).live_edges()[0].id;
  const OperationResult result = temp.put(
      supply("a", "2025-11-03", agreed("2025-11", 38), "AWS, it is said, supplies OpenAI."));
  CHECK(result.outcome == Outcome::Replaced);
  CHECK(result.edges == 0);
  const Loaded loaded = load(temp.store);
  CHECK(loaded.live_entities() == Ids{"aws", "openai"});
  REQUIRE(loaded.live_edges().size() == 1);
  CHECK(loaded.live_edges()[0].id == kept);  // a corrected article keeps its deal
  CHECK(loaded.live_edges()[0].facts.date == date("2025-11"));
  CHECK(temp.store.evidence(kept).size() == 1);
  CHECK(temp.store.document_count() == 1);
  CHECK(temp.store.check().empty());
}

TEST_CASE("put: a replacement that tells of another deal gets another edge") {
  TempStore temp;
  temp.put(supply("a", "2025-11-03", agreed("2025-11-03", 38)));
  const std::string first = load(temp.store).live_edges()[0].id;
  temp.put(supply("a", "2025-11-03", agreed("2024", 7), "OpenAI bought from AWS in 2024."));
  REQUIRE(load(temp.store).live_edges().size() == 1);
  CHECK(load(temp.store).live_edges()[0].id != first);
  CHECK(temp.store.check().empty());
}

TEST_CASE("put: a change of metadata alone is a new version") {
  TempStore temp;
  PutDocument article = supply("a", "2025-11-03", agreed());
  temp.put(article);
  article.document.url = "https://example.com/a";
  CHECK(temp.put(article).outcome == Outcome::Replaced);
  CHECK(temp.store.document("a")->document.url == "https://example.com/a");
  CHECK(load(temp.store).edges.size() == 1);  // the edge says what it said
  CHECK(temp.store.check().empty());
}

TEST_CASE("retract: takes along what it alone supported, and leaves the rest") {
  TempStore temp;
  temp.put(ArticleBuilder("a", "2025-11-03")
               .says("AWS supplies OpenAI.", EdgeType::Supply, "AWS", "OpenAI", agreed())
               .names("Nvidia")
               .build());
  temp.put(supply("b", "2025-11-04", agreed()));
  const OperationResult result = temp.put(RetractDocument{"a"});
  CHECK(result.outcome == Outcome::Retracted);
  CHECK(result.entities == 1);
  CHECK(result.edges == 0);
  CHECK(load(temp.store).live_entities() == Ids{"aws", "openai"});
  CHECK(load(temp.store).live_edges()[0].evidence_count == 1);
  CHECK(load(temp.store).live_edges()[0].facts.confidence == 9'000);
  CHECK(temp.store.check().empty());

  CHECK(temp.put(RetractDocument{"a"}).outcome == Outcome::Absent);
  CHECK(temp.put(RetractDocument{"never"}).outcome == Outcome::Absent);
  const OperationResult last = temp.put(RetractDocument{"b"});
  CHECK(last.entities == 2);
  CHECK(last.edges == 1);
  CHECK(load(temp.store).live_entities().empty());
  CHECK(load(temp.store).live_edges().empty());
  CHECK(temp.store.document_count() == 0);
  CHECK(temp.store.check().empty());
}

TEST_CASE("retract: what went comes back with the article, under the same ids") {
  TempStore temp;
  const PutDocument article = supply("a", "2025-11-03", agreed("2025", 38));
  temp.put(article);
  const Loaded before = load(temp.store);
  temp.put(RetractDocument{"a"});
  const OperationResult again = temp.put(article);
  CHECK(again.outcome == Outcome::Created);
  CHECK(again.entities == 2);
  CHECK(again.edges == 1);
  const Loaded after = load(temp.store);
  REQUIRE(after.live_edges().size() == 1);
  CHECK(after.live_edges()[0].id == before.edges[0].id);
  CHECK(after.live_edges()[0].edge == before.edges[0].edge);
  CHECK(after.live_edges()[0].row != before.edges[0].row);
  CHECK(after.live_edges()[0].facts == before.edges[0].facts);
  CHECK(temp.store.evidence(before.edges[0].id).size() == 1);
  CHECK(temp.store.check().empty());
}

TEST_CASE("append: one batch may put, replace, retract and put again") {
  TempStore temp;
  const PutDocument one = supply("a", "2025-11-03", agreed("2025", 38));
  const PutDocument two = supply("a", "2025-11-03", agreed("2025", 38), "OpenAI buys from AWS.");
  const Commit commit = temp.store.append({one, two, supply("b", "2025-11-04", agreed("2025", 38)),
                                           RetractDocument{"a"}, RetractDocument{"b"}, one,
                                           RetractDocument{"a"}, two});
  std::vector<Outcome> outcomes;
  for (const OperationResult& result : commit.results) outcomes.push_back(result.outcome);
  CHECK(outcomes == std::vector<Outcome>{Outcome::Created, Outcome::Replaced, Outcome::Created,
                                         Outcome::Retracted, Outcome::Retracted, Outcome::Created,
                                         Outcome::Retracted, Outcome::Created});
  CHECK(load(temp.store).live_edges().size() == 1);
  for (const EdgeVersionRow& edge : load(temp.store).edges) CHECK(edge.known.from < edge.known.to);
  CHECK(temp.store.check().empty());
}

TEST_CASE("known_on: before, during and after") {
  TempStore temp;
  const Instant before_all = Instant{static_cast<std::int64_t>(now()) - 1'000};
  temp.put(supply("a", "2025-11-03", agreed("2025", 38)));
  const Instant first = temp.store.document("a")->known.from;
  temp.put(supply("a", "2025-11-03", agreed("2025-11", 38), "OpenAI buys from AWS."));
  const Instant second = temp.store.document("a")->known.from;
  const std::string edge = temp.store.document("a")->edge_ids.at(0);
  temp.put(RetractDocument{"a"});

  CHECK_FALSE(temp.store.document("a", before_all).has_value());
  CHECK(temp.store.document("a", first)->document.text == "AWS supplies OpenAI.");
  CHECK(temp.store.document("a", second)->document.text == "OpenAI buys from AWS.");
  CHECK(temp.store.document("a", first)->edge_ids == Ids{edge});
  CHECK_FALSE(temp.store.document("a").has_value());
  CHECK(temp.store.evidence(edge, before_all).empty());
  CHECK(temp.store.evidence(edge, first).at(0).evidence.claim.date == date("2025"));
  CHECK(temp.store.evidence(edge, second).at(0).evidence.claim.date == date("2025-11"));
  CHECK(temp.store.evidence(edge).empty());
  CHECK(temp.store.documents({.text = "buys", .known_on = second}).size() == 1);
  CHECK(temp.store.documents({.text = "buys", .known_on = first}).empty());
  CHECK(temp.store.documents({.text = "buys"}).empty());

  const Loaded loaded = load(temp.store);
  const auto held = [&](Instant at) {
    std::size_t count = 0;
    for (const EdgeVersionRow& row : loaded.edges) count += row.known.holds_at(at) ? 1U : 0U;
    return count;
  };
  CHECK(held(before_all) == 0);
  CHECK(held(first) == 1);
  CHECK(held(second) == 1);
  CHECK(held(kForever) == 0);
}

TEST_CASE("put: an ended deal carries the day of the article that says so") {
  TempStore temp;
  EdgeFacts ended = agreed("2025", 38);
  ended.status = Status::Ended;
  temp.put(supply("a", "2025-11-03", agreed("2025", 38)));
  CHECK_FALSE(load(temp.store).live_edges()[0].ended_on.has_value());
  temp.put(supply("b", "2025-12-01", ended));
  CHECK(load(temp.store).live_edges()[0].ended_on == date("2025-12-01"));
  CHECK(load(temp.store).live_edges()[0].facts.status == Status::Ended);
  temp.put(RetractDocument{"b"});
  CHECK_FALSE(load(temp.store).live_edges()[0].ended_on.has_value());
  CHECK(load(temp.store).live_edges()[0].facts.status == Status::Agreed);
}

TEST_CASE("put: what cannot be stored is told, the rest goes in") {
  TempStore temp;
  PutDocument article =
      ArticleBuilder("a", "2025-11-03")
          .says("AWS supplies OpenAI.", EdgeType::Supply, "AWS", "OpenAI", agreed())
          .names("한국")
          .build();
  Extraction& extraction = article.extraction;
  extraction.entities[2].type = EntityType::Place;
  extraction.edges.push_back({EdgeType::Role, "aws", "openai", agreed(), {{0, 3}}});
  extraction.edges.push_back({EdgeType::Supply, "aws", "nobody", agreed(), {{0, 3}}});
  extraction.edges.push_back({EdgeType::Supply, "openai", "aws", agreed(), {{0, 1}}});
  extraction.edges.push_back({EdgeType::Supply, "openai", "aws", agreed(), {{5, 9'999}}});
  extraction.edges.push_back({EdgeType::Supply, "openai", "aws", agreed(), {}});
  extraction.mentions.push_back({"nobody", {0, 3}});
  const OperationResult result = temp.put(article);
  CHECK(result.outcome == Outcome::Created);
  CHECK(result.edges == 1);
  Ids places;
  for (const Violation& violation : result.violations) places.push_back(violation.where);
  CHECK(places == Ids{"/mentions/3/entity", "/edges/1/source", "/edges/2/target",
                      "/edges/3/evidence/0/end", "/edges/4/evidence/0/end", "/edges/5/evidence"});
  CHECK(temp.store.check().empty());
}

TEST_CASE("put: an entity known under another type loses its edges in that article") {
  TempStore temp;
  Entity person = organization("aws", "A. W. S.");
  person.type = EntityType::Person;
  temp.put(ImportEntity{person, {}});
  const OperationResult result = temp.put(supply("a", "2025-11-03", agreed()));
  CHECK(result.outcome == Outcome::Created);
  CHECK(result.edges == 0);
  REQUIRE_FALSE(result.violations.empty());
  CHECK(result.violations[0].where == "/entities/0/type");
  CHECK(load(temp.store).live_entities() == Ids{"aws", "openai"});
  CHECK(temp.store.check().empty());
}

TEST_CASE("put: an entity that is known stays as it is") {
  TempStore temp;
  Entity known = organization("aws", "Amazon Web Services");
  known.aliases = {"AWS"};
  temp.put(ImportEntity{known, {}});
  temp.put(supply("a", "2025-11-03", agreed()));
  const Loaded loaded = load(temp.store);
  CHECK(loaded.entities[0].entity_value == known);
  temp.put(RetractDocument{"a"});
  CHECK(load(temp.store).live_entities() == Ids{"aws"});  // imported: stands by itself
}

TEST_CASE("put: a document that is no document is rejected") {
  TempStore temp;
  PutDocument article = supply("a b", "", agreed());
  CHECK(temp.put(article).outcome == Outcome::Rejected);
  article = supply("a", "", agreed());
  article.document.text += "\xff";
  const Commit commit = temp.store.append({article, supply("b", "", agreed())});
  CHECK(commit.results[0].outcome == Outcome::Rejected);
  CHECK(commit.results[0].violations[0].where == "/text");
  CHECK(commit.results[1].outcome == Outcome::Created);
  CHECK(temp.store.document_count() == 1);
}

}  // namespace dealgraph
