// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace dealgraph {

/// One numbered step of the database schema. Frozen once released.
struct Migration {
  int version;            ///< PRAGMA user_version after the step; 1, 2, 3 …
  std::string_view name;  ///< File name, for messages.
  std::string_view sql;
};

/// The migrations of schema/migrations/NNNN_*.sql, embedded, in order and without gaps.
const std::vector<Migration>& embedded_migrations();

}  // namespace dealgraph
