// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "graph/sql/connection.hpp"
#include "schema/migrations.hpp"

namespace dealgraph::sql {

/// What kind of file a connection has opened.
enum class FileState : std::uint8_t {
  Empty,    ///< No tables yet.
  Older,    ///< Ours; migrations are missing.
  Current,  ///< Ours and up to date.
};

/// Looks at the file without changing it. Throws InvalidInput, saying what to do, if it is not
/// ours (another application_id) or was written by a newer version than `migrations` know.
FileState inspect(Connection& connection, std::int64_t application_id,
                  const std::vector<Migration>& migrations);

/// Runs the migrations that are missing, in order, each in a transaction of its own. A migration
/// sets PRAGMA user_version to its number itself. Safe when two processes migrate at once.
void migrate(Connection& connection, const std::vector<Migration>& migrations);

}  // namespace dealgraph::sql
