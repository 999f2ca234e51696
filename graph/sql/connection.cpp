// SPDX-License-Identifier: MIT
#include "graph/sql/connection.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <array>
#include <unordered_map>

namespace dealgraph::sql {
namespace {

constexpr Query kWal = "PRAGMA journal_mode = WAL";
constexpr Query kSynchronous = "PRAGMA synchronous = FULL";
constexpr Query kForeignKeys = "PRAGMA foreign_keys = ON";
constexpr Query kCellSizeCheck = "PRAGMA cell_size_check = ON";
constexpr Query kMemoryTemporaries = "PRAGMA temp_store = MEMORY";
constexpr Query kCache = "PRAGMA cache_size = -65536";  // KiB
constexpr Query kQueryOnly = "PRAGMA query_only = ON";
constexpr Query kBeginWrite = "BEGIN IMMEDIATE";
constexpr Query kBeginRead = "BEGIN";
constexpr Query kCommit = "COMMIT";
constexpr Query kRollback = "ROLLBACK";

struct Limit {
  int id;
  int value;
};
// What our own statements need, with room to spare; nothing here comes from outside.
constexpr std::array kLimits{
    Limit{SQLITE_LIMIT_LENGTH, 256 << 20},        Limit{SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
    Limit{SQLITE_LIMIT_EXPR_DEPTH, 200},          Limit{SQLITE_LIMIT_ATTACHED, 0},
    Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100}, Limit{SQLITE_LIMIT_VARIABLE_NUMBER, 64},
    Limit{SQLITE_LIMIT_FUNCTION_ARG, 16},         Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
};

/// The one place where SQLite's codes become kinds of errors.
[[noreturn]] void fail(int code, const std::string& message) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(ErrorKind::Unavailable, "another process is writing the database: " + message);
    case SQLITE_FULL:
      throw Error(ErrorKind::StorageFull, "no room left for the database: " + message);
    case SQLITE_NOTADB:
      throw Error(ErrorKind::InvalidInput, "the file is not an SQLite database");
    case SQLITE_CORRUPT:
      throw Error(ErrorKind::Internal,
                  "the database is damaged (" + message +
                      "): restore a backup, or salvage it with `sqlite3 FILE .recover`");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      throw Error(ErrorKind::Internal, "the database cannot be opened or written (" + message +
                                           "): check the permissions of the file and its folder");
    case SQLITE_CONSTRAINT:
      throw Error(ErrorKind::InvalidInput, "the database refuses a value: " + message);
    case SQLITE_TOOBIG:
      throw Error(ErrorKind::TooLarge, "a value is too large for the database: " + message);
    default:
      throw Error(ErrorKind::Internal, "database error: " + message);
  }
}

void check(sqlite3* database, int code) {
  if (code != SQLITE_OK) fail(sqlite3_extended_errcode(database), sqlite3_errmsg(database));
}

int open_flags(Mode mode) {
  // Each connection is used by one thread at a time, so SQLite's own mutex is not needed.
  switch (mode) {
    case Mode::ReadOnly:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    case Mode::ReadWrite:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    case Mode::Create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  }
  return SQLITE_OPEN_READONLY;
}

/// Counting every allocation under one mutex costs a bulk import a tenth of its speed.
void configure_once() {
  static const int kConfigured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(kConfigured);
}

}  // namespace

// --- Parameters and rows ------------------------------------------------------------------------

void Parameters::integer(std::int64_t value) {
  check(sqlite3_db_handle(statement_), sqlite3_bind_int64(statement_, next_++, value));
}

void Parameters::text(std::string_view value) {
  // An empty view may have no address, which SQLite would take for NULL.
  const char* const data = value.data() == nullptr ? "" : value.data();
  check(sqlite3_db_handle(statement_),
        sqlite3_bind_text64(statement_, next_++, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Parameters::text_copy(std::string_view value) {
  const char* const data = value.data() == nullptr ? "" : value.data();
  // SQLITE_TRANSIENT is a C cast of -1.
  const auto transient = SQLITE_TRANSIENT;  // NOLINT
  check(sqlite3_db_handle(statement_),
        sqlite3_bind_text64(statement_, next_++, data, value.size(), transient, SQLITE_UTF8));
}

void Parameters::null() {
  check(sqlite3_db_handle(statement_), sqlite3_bind_null(statement_, next_++));
}

bool Row::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Row::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Row::text(int column) const {
  const auto* const data = sqlite3_column_text(statement_, column);
  if (data == nullptr) return {};
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return {reinterpret_cast<const char*>(data), size};
}

std::optional<std::int64_t> Row::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

// --- Cursor -------------------------------------------------------------------------------------

struct Cursor::Prepared {
  sqlite3_stmt* statement = nullptr;
  bool in_use = false;

  Prepared() = default;
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;
  ~Prepared() { sqlite3_finalize(statement); }
};

Cursor::Cursor(Prepared& prepared) : prepared_(&prepared), row_(prepared.statement) {
  if (prepared.in_use) {
    throw Error(ErrorKind::Internal,
                std::string("statement used inside itself: ") + sqlite3_sql(prepared.statement));
  }
  prepared.in_use = true;
}

Cursor::Cursor(Cursor&& other) noexcept
    : prepared_(std::exchange(other.prepared_, nullptr)), row_(other.row_) {}

Cursor::~Cursor() {
  if (prepared_ == nullptr) return;
  sqlite3_reset(prepared_->statement);
  prepared_->in_use = false;
}

bool Cursor::next() {
  const int code = sqlite3_step(prepared_->statement);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    sqlite3* const database = sqlite3_db_handle(prepared_->statement);
    fail(sqlite3_extended_errcode(database), sqlite3_errmsg(database));
  }
  return false;
}

Parameters Cursor::parameters() const { return Parameters(prepared_->statement); }

void Cursor::check_count(const Parameters& parameters) const {
  if (parameters.count() == sqlite3_bind_parameter_count(prepared_->statement)) return;
  throw Error(ErrorKind::Internal,
              std::string("wrong number of parameters for: ") + sqlite3_sql(prepared_->statement));
}

// --- Connection ---------------------------------------------------------------------------------

struct Connection::Impl {
  explicit Impl(SQLite::Database opened) : database(std::move(opened)) {}

  SQLite::Database database;
  // By the address of the constant: equal texts at two addresses are merely prepared twice.
  // After the database, so that statements are finalized before it closes.
  std::unordered_map<const char*, Cursor::Prepared> statements;
};

Connection::Connection(const std::string& path, Mode mode, int busy_timeout_ms) {
  configure_once();
  try {
    impl_ =
        std::make_unique<Impl>(SQLite::Database(path.c_str(), open_flags(mode), busy_timeout_ms));
  } catch (const SQLite::Exception& exception) {
    fail(exception.getErrorCode(), path + ": " + exception.what());
  }
  sqlite3* const database = impl_->database.getHandle();
  sqlite3_extended_result_codes(database, 1);
  // A file may come from anywhere: its schema gets no powers, and our own slips cannot corrupt it.
  check(database, sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr));
  check(database, sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr));
  check(database, sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr));
  for (const Limit& limit : kLimits) sqlite3_limit(database, limit.id, limit.value);
  run(kForeignKeys);
  run(kCellSizeCheck);
  run(kMemoryTemporaries);
  if (mode == Mode::ReadOnly) {
    run(kQueryOnly);
  } else {
    run(kCache);
  }
}

Connection::~Connection() = default;

void Connection::make_durable() {
  run(kWal);
  run(kSynchronous);
}

Cursor::Prepared& Connection::prepare(Query query) {
  const auto [entry, is_new] = impl_->statements.try_emplace(query.text());
  Cursor::Prepared& prepared = entry->second;
  if (is_new) {
    sqlite3* const database = impl_->database.getHandle();
    const int code = sqlite3_prepare_v3(database, query.text(), -1, SQLITE_PREPARE_PERSISTENT,
                                        &prepared.statement, nullptr);
    if (code != SQLITE_OK) {
      impl_->statements.erase(entry);
      check(database, code);
    }
  }
  return prepared;
}

std::int64_t Connection::changed_rows() const {
  return sqlite3_changes64(impl_->database.getHandle());
}

std::int64_t Connection::last_insert_row() const {
  return sqlite3_last_insert_rowid(impl_->database.getHandle());
}

void Connection::script(std::string_view text) {
  sqlite3* const database = impl_->database.getHandle();
  check(database, sqlite3_exec(database, std::string(text).c_str(), nullptr, nullptr, nullptr));
}

// --- Transaction --------------------------------------------------------------------------------

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
  connection_.run(kind == Kind::Write ? kBeginWrite : kBeginRead);
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    connection_.run(kRollback);
  } catch (const Error&) {
    // SQLite has rolled back by itself (a full disk, for one); nothing is left to undo.
    open_ = false;
  }
}

void Transaction::commit() {
  connection_.run(kCommit);
  open_ = false;
}

}  // namespace dealgraph::sql
