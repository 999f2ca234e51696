// SPDX-License-Identifier: MIT
#include "graph/store.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "graph/sql/connection.hpp"
#include "store_fixtures.hpp"

namespace dealgraph {
namespace {

using namespace store_fixtures;  // NOLINT

constexpr sql::Query kForeignTable = "CREATE TABLE theirs (x)";
constexpr sql::Query kSetNewer = "PRAGMA user_version = 99";
constexpr sql::Query kEdgesView = "SELECT source_name, target_name, amount, currency FROM v_edges";
constexpr sql::Query kEvidenceView = "SELECT sentence, document FROM v_evidence ORDER BY 1";
constexpr sql::Query kEntitiesView = "SELECT id, edges_out, edges_in FROM v_entities ORDER BY 1";
constexpr sql::Query kDealsView = "SELECT count(*) FROM v_deals";
constexpr sql::Query kDocumentsView = "SELECT mention_count, evidence_count FROM v_documents";

std::pair<ErrorKind, std::string> error_of(const std::string& path, const StoreOptions& options) {
  try {
    const Store store(path, options);
  } catch (const Error& error) {
    return {error.kind(), error.what()};
  }
  FAIL("nothing was thrown");
  return {};
}

PutDocument supply_article(const std::string& id) {
  EdgeFacts claim;
  claim.amount = usd(38'000'000'000);
  claim.date = date("2025-11-03");
  return ArticleBuilder(id, "2025-11-03")
      .says("한글 앞. AWS supplies OpenAI.", EdgeType::Supply, "AWS", "OpenAI", claim)
      .build();
}

}  // namespace

TEST_CASE("store: a missing file is made only when asked") {
  const TempFolder folder;
  const std::string path = folder.file("new.db");
  CHECK(error_of(path, {}).first == ErrorKind::NotFound);
  CHECK_FALSE(std::filesystem::exists(path));
  { const Store store(path, {.create = true}); }
  CHECK_NOTHROW(Store(path, {}));
  CHECK_NOTHROW(Store(path, {.create = true}));
}

TEST_CASE("store: files of others are refused and not touched") {
  const TempFolder folder;
  const std::string text = folder.file("text.db");
  std::ofstream(text) << std::string(3'000, 'x');
  CHECK(error_of(text, {.create = true}).first == ErrorKind::InvalidInput);

  const std::string foreign = folder.file("foreign.db");
  { sql::Connection(foreign, sql::Mode::Create, 50).run(kForeignTable); }
  const auto size = std::filesystem::file_size(foreign);
  const auto [kind, message] = error_of(foreign, {.create = true});
  CHECK(kind == ErrorKind::InvalidInput);
  CHECK(message.find("another application") != std::string::npos);
  CHECK(message.find(foreign) != std::string::npos);
  CHECK(std::filesystem::file_size(foreign) == size);

  const std::string empty = folder.file("empty.db");
  std::ofstream(empty).close();
  CHECK(error_of(empty, {}).first == ErrorKind::InvalidInput);
  CHECK_NOTHROW(Store(empty, {.create = true}));
}

TEST_CASE("store: a database of a newer version is refused") {
  TempStore temp;
  { sql::Connection(temp.path, sql::Mode::ReadWrite, 50).run(kSetNewer); }
  const auto [kind, message] = error_of(temp.path, {});
  CHECK(kind == ErrorKind::InvalidInput);
  CHECK(message.find("newer") != std::string::npos);
}

TEST_CASE("store: a read-only one reads what others write and refuses to write") {
  TempStore temp;
  Store reader(temp.path, {.read_only = true});
  CHECK_THROWS_AS(reader.append({RetractDocument{"x"}}), Error);
  CHECK(reader.document_count() == 0);
  temp.put(supply_article("a"));
  CHECK(reader.document_count() == 1);
  CHECK(load(reader).live_edges().size() == 1);
}

TEST_CASE("store: what was appended is there after a reopen") {
  const TempFolder folder;
  const std::string path = folder.file("test.db");
  Revision revision = 0;
  {
    Store store(path, {.create = true});
    revision = store.append({supply_article("a")}).revision;
  }
  Store store(path, {});
  CHECK(store.revision() == revision);
  const Loaded loaded = load(store);
  CHECK(loaded.revision == revision);
  CHECK(loaded.live_entities() == std::vector<std::string>{"aws", "openai"});
  REQUIRE(loaded.live_edges().size() == 1);
  CHECK(loaded.live_edges()[0].facts.amount == usd(38'000'000'000));
  CHECK(store.check().empty());
}

TEST_CASE("store: a second store's writes show in load_changes of the first") {
  TempStore temp;
  temp.put(supply_article("a"));
  const Revision seen = load(temp.store).revision;
  Store other(temp.path, {});
  other.append({ArticleBuilder("b", "2025-11-04").names("Nvidia").build()});
  Loaded changes = load_changes(temp.store, seen);
  CHECK(changes.revision > seen);
  CHECK(changes.live_entities() == std::vector<std::string>{"nvidia"});
  CHECK(changes.edges.empty());
  CHECK(load_changes(temp.store, changes.revision).revision == changes.revision);

  // The first writer goes on with what the second wrote.
  const OperationResult result =
      temp.put(ArticleBuilder("c", "2025-11-05").names("Nvidia").build());
  CHECK(result.entities == 0);
  other.append({RetractDocument{"b"}, RetractDocument{"c"}});
  CHECK(temp.put(ArticleBuilder("d", "2025-11-06").names("Nvidia").build()).entities == 1);
  CHECK(temp.store.check().empty());
}

TEST_CASE("store: load_changes gives rows again that ended") {
  TempStore temp;
  temp.put(supply_article("a"));
  const Revision seen = temp.store.revision();
  temp.put(RetractDocument{"a"});
  const Loaded changes = load_changes(temp.store, seen);
  CHECK(changes.entities.size() == 2);
  REQUIRE(changes.edges.size() == 1);
  CHECK(changes.edges[0].known.to != kForever);
  CHECK(changes.live_entities().empty());
}

TEST_CASE("store: commit instants and revisions only grow") {
  TempStore temp;
  Instant last{0};
  Revision revision = 0;
  for (int i = 0; i < 20; ++i) {
    const std::string id = "a" + std::to_string(i);
    const Commit commit = temp.store.append({ArticleBuilder(id, "").names("Nvidia").build()});
    CHECK(commit.revision > revision);
    revision = commit.revision;
    const Instant known = temp.store.document(id)->known.from;
    CHECK(known > last);
    last = known;
  }
  CHECK(temp.store.changes(0, 1'000).back().revision == revision);
}

TEST_CASE("store: changes tell what happened, ends first, bulk ranges expanded") {
  TempStore temp;
  std::vector<Operation> bulk;
  for (int i = 0; i < 5; ++i)
    bulk.push_back(ImportEntity{organization("o" + std::to_string(i), "O"), {}});
  temp.store.append(bulk);
  const std::vector<Change> first = temp.store.changes(0, 3);
  REQUIRE(first.size() == 3);
  CHECK(first[2].revision == 3);
  CHECK(first[2].id == "o2");
  const std::vector<Change> rest = temp.store.changes(3, 100);
  REQUIRE(rest.size() == 2);
  CHECK(rest[0].id == "o3");
  CHECK(rest[0].kind == "entity");
  CHECK(rest[0].op == "add");

  temp.put(supply_article("a"));
  std::vector<std::string> told;
  for (const Change& change : temp.store.changes(5, 100)) told.push_back(change.kind + change.op);
  CHECK(told == std::vector<std::string>{"entityadd", "entityadd", "documentadd", "edgeadd"});
  const Revision before = temp.store.revision();
  temp.put(RetractDocument{"a"});
  told.clear();
  for (const Change& change : temp.store.changes(before, 100))
    told.push_back(change.kind + change.op);
  CHECK(told == std::vector<std::string>{"edgeretract", "documentretract", "entityretract",
                                         "entityretract"});
  CHECK(temp.store.changes(temp.store.revision(), 100).empty());
}

TEST_CASE("store: the views show the current graph to people") {
  TempStore temp;
  temp.put(supply_article("a"));
  sql::Connection db(temp.path, sql::Mode::ReadOnly, 50);
  db.each(kEdgesView, [](const sql::Row& row) {
    CHECK(row.text(0) == "AWS");
    CHECK(row.text(1) == "OpenAI");
    CHECK(row.integer(2) == 38'000'000'000);
    CHECK(row.text(3) == "USD");
  });
  CHECK(db.one(kEvidenceView, [](const sql::Row& row) { return row.string(0); }) ==
        "한글 앞. AWS supplies OpenAI.");
  CHECK(db.one(kEntitiesView, [](const sql::Row& row) { return row.integer(1); }) == 1);
  CHECK(db.integer(kDealsView) == 1);
  CHECK(db.integer(kDocumentsView) == 2);
  temp.put(RetractDocument{"a"});
  CHECK(db.integer(kDealsView) == 0);
  CHECK_FALSE(db.optional_one(kEvidenceView, [](const sql::Row&) { return 0; }).has_value());
  CHECK_FALSE(db.optional_one(kEntitiesView, [](const sql::Row&) { return 0; }).has_value());
}

TEST_CASE("store: readers on many threads see committed data while the writer writes") {
  TempStore temp;
  temp.put(supply_article("a"));
  std::vector<std::thread> readers;
  std::atomic<bool> is_done = false;
  std::atomic<int> failures = 0;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      do {
        const auto document = temp.store.document("a");
        if (!document || document->edge_ids.size() != 1) ++failures;
        if (temp.store.documents({.text = "OpenAI"}).empty()) ++failures;
        if (temp.store.evidence(document->edge_ids[0]).empty()) ++failures;
      } while (!is_done);
    });
  }
  for (int i = 0; i < 20; ++i) temp.put(supply_article("b" + std::to_string(i)));
  is_done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(failures == 0);
  CHECK(load(temp.store).live_edges()[0].evidence_count == 21);
}

TEST_CASE("document_id: depends on the content alone") {
  Document document = supply_article("a").document;
  const std::string id = document_id(document);
  CHECK(id.size() == 18);
  CHECK(id.starts_with("d-"));
  document.id = "other";
  CHECK(document_id(document) == id);
  document.text += ".";
  CHECK(document_id(document) != id);
  Document shifted = document;
  shifted.title += shifted.text[0];
  shifted.text.erase(0, 1);
  CHECK(document_id(shifted) != document_id(document));
}

}  // namespace dealgraph
