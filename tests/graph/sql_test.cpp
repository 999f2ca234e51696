// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/sql/connection.hpp"
#include "graph/sql/migrate.hpp"
#include "store_fixtures.hpp"

namespace dealgraph::sql {
namespace {

constexpr Query kCreate = "CREATE TABLE t (pk INTEGER PRIMARY KEY, word TEXT UNIQUE) STRICT";
constexpr Query kInsert = "INSERT INTO t (word) VALUES (?1)";
constexpr Query kCount = "SELECT count(*) FROM t";
constexpr Query kWords = "SELECT pk, word FROM t ORDER BY pk";
constexpr Query kWord = "SELECT word FROM t WHERE pk = ?1";
constexpr Query kUserVersion = "PRAGMA user_version";

struct TempConnection {
  store_fixtures::TempFolder folder;
  std::string path = folder.file("t.db");
  Connection db{path, Mode::Create, 50};

  TempConnection() {
    db.make_durable();
    db.run(kCreate);
  }
};

ErrorKind kind_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  FAIL("nothing was thrown");
  return ErrorKind::Internal;
}

std::string as_string(const Row& row) { return row.string(0); }

}  // namespace

TEST_CASE("connection: values come back as they went in") {
  TempConnection temp;
  const std::string with_nul("a\0b", 3);
  CHECK(temp.db.run(kInsert, with_nul) == 1);
  CHECK(temp.db.run(kInsert, "한글") == 1);
  CHECK(temp.db.run(kInsert, std::string_view()) == 1);
  CHECK(temp.db.run(kInsert, std::optional<std::string>()) == 1);
  CHECK(temp.db.last_insert_row() == 4);
  CHECK(temp.db.one(kWord, as_string, 1) == with_nul);
  CHECK(temp.db.one(kWord, as_string, 2) == "한글");
  constexpr auto kIsNull = [](const Row& row) { return row.is_null(0); };
  CHECK_FALSE(temp.db.one(kWord, kIsNull, 3));
  CHECK(temp.db.one(kWord, kIsNull, 4));
  CHECK_FALSE(temp.db.optional_one(kWord, as_string, 5).has_value());
  CHECK(kind_of([&] { temp.db.one(kWord, as_string, 5); }) == ErrorKind::Internal);
}

TEST_CASE("connection: a statement with the wrong number of parameters is refused") {
  TempConnection temp;
  CHECK(kind_of([&] { temp.db.run(kInsert); }) == ErrorKind::Internal);
  CHECK(kind_of([&] { temp.db.run(kCount, 1); }) == ErrorKind::Internal);
}

TEST_CASE("connection: a statement cannot be used inside itself") {
  TempConnection temp;
  temp.db.run(kInsert, "a");
  CHECK(kind_of([&] {
          temp.db.each(kWords, [&](const Row&) { temp.db.each(kWords, [](const Row&) {}); });
        }) == ErrorKind::Internal);
  std::vector<std::string> words;
  temp.db.each(kWords, [&](const Row& row) { words.push_back(row.string(1)); });
  CHECK(words == std::vector<std::string>{"a"});
}

TEST_CASE("connection: a broken constraint is the input's fault") {
  TempConnection temp;
  temp.db.run(kInsert, "a");
  CHECK(kind_of([&] { temp.db.run(kInsert, "a"); }) == ErrorKind::InvalidInput);
  CHECK(temp.db.integer(kCount) == 1);
}

TEST_CASE("connection: attaching files and changing the schema by hand are not possible") {
  constexpr Query kAttach = "ATTACH DATABASE ?1 AS other";
  constexpr Query kWritableSchema = "PRAGMA writable_schema = ON";
  constexpr Query kDeleteSchema = "DELETE FROM sqlite_schema";
  constexpr Query kLoadExtension = "SELECT load_extension('x')";
  TempConnection temp;
  CHECK_THROWS_AS(temp.db.run(kAttach, temp.folder.file("other.db")), Error);
  temp.db.run(kWritableSchema);
  CHECK_THROWS_AS(temp.db.run(kDeleteSchema), Error);
  CHECK_THROWS_AS(temp.db.run(kLoadExtension), Error);
}

TEST_CASE("connection: a read-only one cannot write") {
  TempConnection temp;
  Connection reader(temp.path, Mode::ReadOnly, 50);
  CHECK_THROWS_AS(reader.run(kInsert, "a"), Error);
  CHECK(reader.integer(kCount) == 0);
}

TEST_CASE("transaction: rolls back unless committed") {
  TempConnection temp;
  {
    Transaction transaction(temp.db, Transaction::Kind::Write);
    temp.db.run(kInsert, "gone");
  }
  CHECK(temp.db.integer(kCount) == 0);
  {
    Transaction transaction(temp.db, Transaction::Kind::Write);
    temp.db.run(kInsert, "kept");
    transaction.commit();
  }
  CHECK(temp.db.integer(kCount) == 1);
}

TEST_CASE("transaction: a second writer is told to try again, a reader is not kept waiting") {
  TempConnection temp;
  Connection other(temp.path, Mode::ReadWrite, 10);
  Connection reader(temp.path, Mode::ReadOnly, 10);
  Transaction transaction(temp.db, Transaction::Kind::Write);
  temp.db.run(kInsert, "a");
  CHECK(kind_of([&] { Transaction(other, Transaction::Kind::Write); }) == ErrorKind::Unavailable);
  CHECK(reader.integer(kCount) == 0);
  transaction.commit();
  CHECK(reader.integer(kCount) == 1);
}

TEST_CASE("transaction: a reader sees one state") {
  TempConnection temp;
  Connection reader(temp.path, Mode::ReadOnly, 10);
  const Transaction transaction(reader, Transaction::Kind::Read);
  CHECK(reader.integer(kCount) == 0);
  temp.db.run(kInsert, "a");
  CHECK(reader.integer(kCount) == 0);
}

TEST_CASE("migrate: runs what is missing, once") {
  const store_fixtures::TempFolder folder;
  Connection db(folder.file("m.db"), Mode::Create, 50);
  const std::vector<Migration> first{
      {1, "0001_a.sql", "PRAGMA application_id = 7; PRAGMA user_version = 1; CREATE TABLE a (x);"}};
  std::vector<Migration> both = first;
  both.push_back({2, "0002_b.sql", "PRAGMA user_version = 2; CREATE TABLE b (x);"});
  CHECK(inspect(db, 7, both) == FileState::Empty);
  migrate(db, first);
  CHECK(inspect(db, 7, first) == FileState::Current);
  CHECK(inspect(db, 7, both) == FileState::Older);
  migrate(db, both);
  migrate(db, both);
  CHECK(db.integer(kUserVersion) == 2);
  CHECK(inspect(db, 7, both) == FileState::Current);
  CHECK(kind_of([&] { inspect(db, 7, first); }) == ErrorKind::InvalidInput);
  CHECK(kind_of([&] { inspect(db, 8, both); }) == ErrorKind::InvalidInput);
}

TEST_CASE("migrate: a step that fails leaves the file as it was") {
  const store_fixtures::TempFolder folder;
  Connection db(folder.file("m.db"), Mode::Create, 50);
  const std::vector<Migration> broken{
      {1, "0001_a.sql", "PRAGMA user_version = 1; CREATE TABLE a (x); CREATE TABLE a (y);"}};
  CHECK_THROWS_AS(migrate(db, broken), Error);
  CHECK(inspect(db, 7, broken) == FileState::Empty);
  const std::vector<Migration> silent{{1, "0001_a.sql", "CREATE TABLE a (x);"}};
  CHECK(kind_of([&] { migrate(db, silent); }) == ErrorKind::Internal);
  CHECK(inspect(db, 7, silent) == FileState::Empty);
}

TEST_CASE("connection: a file that is no database is refused") {
  const store_fixtures::TempFolder folder;
  const std::string path = folder.file("text.db");
  std::ofstream(path) << std::string(5'000, 'x');
  CHECK(kind_of([&] {
          Connection db(path, Mode::ReadWrite, 50);
          db.integer(kUserVersion);
        }) == ErrorKind::InvalidInput);
  CHECK(kind_of([&] { Connection(folder.file("none.db"), Mode::ReadOnly, 50); }) ==
        ErrorKind::Internal);
}

}  // namespace dealgraph::sql
