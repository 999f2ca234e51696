// SPDX-License-Identifier: MIT
#include "graph/sql/migrate.hpp"

#include <string>

namespace dealgraph::sql {
namespace {

constexpr Query kUserVersion = "PRAGMA user_version";
constexpr Query kApplicationId = "PRAGMA application_id";
constexpr Query kTableCount = "SELECT count(*) FROM sqlite_schema";

}  // namespace

FileState inspect(Connection& connection, std::int64_t application_id,
                  const std::vector<Migration>& migrations) {
  const Transaction transaction(connection, Transaction::Kind::Read);
  const std::int64_t version = connection.integer(kUserVersion);
  const std::int64_t found_id = connection.integer(kApplicationId);
  if (found_id == 0 && version == 0 && connection.integer(kTableCount) == 0) {
    return FileState::Empty;
  }
  if (found_id != application_id) {
    throw Error(ErrorKind::InvalidInput,
                "the file is an SQLite database of another application, not of dealgraph: "
                "name another file");
  }
  const std::int64_t newest = migrations.empty() ? 0 : migrations.back().version;
  if (version > newest) {
    throw Error(ErrorKind::InvalidInput, "the database has schema version " +
                                             std::to_string(version) +
                                             ", this program knows up to " +
                                             std::to_string(newest) + ": use a newer dealgraph");
  }
  return version < newest ? FileState::Older : FileState::Current;
}

void migrate(Connection& connection, const std::vector<Migration>& migrations) {
  for (const Migration& migration : migrations) {
    if (connection.integer(kUserVersion) >= migration.version) continue;
    Transaction transaction(connection, Transaction::Kind::Write);
    // Another process may have been here while this one waited for the lock.
    if (connection.integer(kUserVersion) >= migration.version) continue;
    connection.script(migration.sql);
    if (connection.integer(kUserVersion) != migration.version) {
      throw Error(ErrorKind::Internal,
                  std::string(migration.name) + " does not set its user_version");
    }
    transaction.commit();
  }
}

}  // namespace dealgraph::sql
