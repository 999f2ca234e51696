// SPDX-License-Identifier: MIT
#include "schema/migrations.hpp"

#include <cassert>
#include <charconv>

#include "schema/embedded.hpp"

namespace dealgraph {
namespace {

std::vector<Migration> number_migrations() {
  std::vector<Migration> migrations;
  for (const EmbeddedFile& file : embedded_migration_texts()) {
    Migration migration{0, file.name, file.text};
    std::from_chars(file.name.data(), file.name.data() + file.name.size(), migration.version);
    assert(migration.version == static_cast<int>(migrations.size()) + 1);
    migrations.push_back(migration);
  }
  return migrations;
}

}  // namespace

const std::vector<Migration>& embedded_migrations() {
  static const std::vector<Migration> kMigrations = number_migrations();
  return kMigrations;
}

}  // namespace dealgraph
