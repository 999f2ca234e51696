// SPDX-License-Identifier: MIT
#include "graph/engine.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <random>
#include <thread>

#include "graph/search.hpp"

using namespace dealgraph;

namespace {

/// A database file in a folder of its own, which goes with it.
class TempDatabase {
 public:
  TempDatabase()
      : folder_(std::filesystem::temp_directory_path() /
                ("dealgraph-engine-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directory(folder_);
  }
  ~TempDatabase() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  TempDatabase(const TempDatabase&) = delete;
  TempDatabase& operator=(const TempDatabase&) = delete;

  std::string path() const { return (folder_ / "graph.db").string(); }

 private:
  std::filesystem::path folder_;
};

constexpr EngineOptions kCreate{.create = true};
/// Polls so seldom that a test would see it hang if it relied on that.
constexpr EngineOptions kNoPolling{.create = true, .poll_milliseconds = 600'000};

Operation company(const std::string& id) {
  ImportEntity import;
  import.entity.id = id;
  import.entity.name = id;
  return import;
}

Operation supply(const std::string& id, const std::string& source, const std::string& target) {
  ImportEdge import;
  import.edge.id = id;
  import.edge.type = EdgeType::Supply;
  import.edge.source = source;
  import.edge.target = target;
  return import;
}

}  // namespace

TEST_CASE("engine: a write is in the snapshot when it returns") {
  const TempDatabase database;
  Engine engine(database.path(), kNoPolling);
  CHECK(engine.snapshot()->entity_count() == 0);
  const auto before = engine.snapshot();
  const Commit commit =
      engine.write({company("aws"), company("openai"), supply("deal", "aws", "openai")});
  CHECK(commit.results.size() == 3);
  CHECK(commit.results[2].outcome == Outcome::Created);
  const auto after = engine.snapshot();
  CHECK(after->revision() == commit.revision);
  CHECK(after->find_edge("deal").size() == 1);
  CHECK(find_entities(*after, {.text = "OpenAI"}).hits.size() == 1);
  CHECK(before->entity_count() == 0);
}

TEST_CASE("engine: what was written is there after opening again") {
  const TempDatabase database;
  { Engine(database.path(), kCreate).write({company("aws"), company("openai")}); }
  const Engine engine(database.path(), {});
  CHECK(engine.snapshot()->live_entity_count() == 2);
}

TEST_CASE("engine: a rejected operation leaves the rest alone") {
  const TempDatabase database;
  Engine engine(database.path(), kNoPolling);
  const Commit commit = engine.write({company("aws"), supply("bad", "aws", "nobody")});
  CHECK(commit.results[1].outcome == Outcome::Rejected);
  CHECK_FALSE(commit.results[1].violations.empty());
  CHECK(engine.snapshot()->live_entity_count() == 1);
  CHECK(engine.snapshot()->edge_count() == 0);
}

TEST_CASE("engine: the destructor finishes what was queued") {
  const TempDatabase database;
  std::atomic<int> done{0};
  {
    Engine engine(database.path(), kNoPolling);
    for (int i = 0; i < 100; ++i) {
      engine.submit({company("c" + std::to_string(i))}, [&](const Commit* commit, const Error*) {
        if (commit != nullptr) ++done;
      });
    }
  }
  CHECK(done == 100);
  CHECK(Engine(database.path(), {}).snapshot()->live_entity_count() == 100);
}

TEST_CASE("engine: a full queue refuses") {
  const TempDatabase database;
  std::promise<void> entered;
  std::promise<void> release;
  std::atomic<int> done{0};
  {
    Engine engine(database.path(), {.create = true, .max_queued_writes = 2});
    engine.submit({company("first")}, [&](const Commit*, const Error*) {
      entered.set_value();
      release.get_future().wait();
    });
    entered.get_future().wait();  // the writer is busy with the first: the next ones wait
    const auto count = [&](const Commit*, const Error*) { ++done; };
    engine.submit({company("second")}, count);
    engine.submit({company("third")}, count);
    CHECK(engine.queued_writes() == 2);
    try {
      engine.submit({company("fourth")}, count);
      FAIL("the queue took a third write");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::Unavailable);
    }
    release.set_value();
  }
  CHECK(done == 2);
}

TEST_CASE("engine: writes of others appear without a write of ours") {
  const TempDatabase database;
  const Engine engine(database.path(), {.create = true, .poll_milliseconds = 1});
  {
    Store other(database.path(), {});
    other.append({company("aws"), company("openai"), supply("deal", "aws", "openai")});
  }
  while (engine.snapshot()->find_edge("deal").empty()) std::this_thread::yield();
  CHECK(engine.snapshot()->live_entity_count() == 2);
}

TEST_CASE("engine: our write brings along what others wrote before it") {
  const TempDatabase database;
  Engine engine(database.path(), kNoPolling);
  {
    Store other(database.path(), {});
    other.append({company("aws")});
  }
  engine.write({company("openai")});
  CHECK(engine.snapshot()->live_entity_count() == 2);
}

TEST_CASE("engine: readers and writers at once see whole revisions") {
  const TempDatabase database;
  Engine engine(database.path(), {.create = true, .poll_milliseconds = 1});
  engine.write({company("hub")});
  std::atomic<bool> done{false};
  std::atomic<int> failures{0};
  std::thread reader([&] {
    Revision last = 0;
    while (!done) {
      const auto graph = engine.snapshot();
      if (graph->revision() < last) ++failures;
      last = graph->revision();
      // Each write adds one company and one edge from the hub to it.
      if (graph->live_entity_count() != graph->live_edge_count() + 1) ++failures;
      if (graph->out(*graph->find_entity("hub")).size() != graph->edge_count()) ++failures;
    }
  });
  const auto write_some = [&](const std::string& prefix) {
    for (int i = 0; i < 20; ++i) {
      const std::string id = prefix + std::to_string(i);
      engine.write({company(id), supply("edge-" + id, "hub", id)});
      if (engine.snapshot()->find_edge("edge-" + id).empty()) ++failures;
    }
  };
  std::thread one(write_some, "a");
  std::thread two(write_some, "b");
  one.join();
  two.join();
  done = true;
  reader.join();
  CHECK(failures == 0);
  CHECK(engine.snapshot()->live_edge_count() == 40);
}
