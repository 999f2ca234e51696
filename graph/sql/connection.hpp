// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "schema/error.hpp"

struct sqlite3_stmt;

/// A thin wrapper over SQLiteCpp and SQLite's prepared statements; the only room that knows SQLite.
/// Everything throws Error: Unavailable when the database is busy, StorageFull when the disk is,
/// InvalidInput for a broken constraint or a file that is no database, otherwise Internal.
namespace dealgraph::sql {

/// The text of one statement, fixed when compiling: no string can be concatenated into SQL.
class Query {
 public:
  // Implicit, so that a constant reads `constexpr Query kSelect = "…"`.
  consteval Query(const char* text) : text_(text) {}  // NOLINT(google-explicit-constructor)
  constexpr const char* text() const noexcept { return text_; }

 private:
  const char* text_;
};

/// The parameters of a statement, filled from ?1 on. Other rooms teach it their types by a
/// function `bind_to(Parameters&, const T&)` beside the type; it may fill several parameters.
class Parameters {
 public:
  explicit Parameters(sqlite3_stmt* statement) : statement_(statement) {}

  void integer(std::int64_t value);
  void text(std::string_view value);       ///< Not copied: must live until the verb returns.
  void text_copy(std::string_view value);  ///< For texts made on the spot.
  void null();
  int count() const noexcept { return next_ - 1; }

 private:
  sqlite3_stmt* statement_;
  int next_ = 1;
};

template <std::integral Integer>
void bind_to(Parameters& parameters, Integer value) {
  parameters.integer(static_cast<std::int64_t>(value));
}
inline void bind_to(Parameters& parameters, std::string_view value) { parameters.text(value); }
inline void bind_to(Parameters& parameters, std::nullptr_t) { parameters.null(); }
template <typename Value>
void bind_to(Parameters& parameters, const std::optional<Value>& value) {
  if (value) {
    bind_to(parameters, *value);
  } else {
    parameters.null();
  }
}

/// The current row of a result, columns from 0. Views die when the statement moves on.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

  bool is_null(int column) const;
  std::int64_t integer(int column) const;   ///< 0 for NULL.
  std::string_view text(int column) const;  ///< Empty for NULL.
  std::string string(int column) const { return std::string(text(column)); }
  std::optional<std::int64_t> optional_integer(int column) const;

 private:
  sqlite3_stmt* statement_;
};

/// A statement in use, which is reset when the cursor goes: a statement left open would make
/// COMMIT fail. Its text parameters must outlive it.
class Cursor {
 public:
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
  Cursor(Cursor&& other) noexcept;
  Cursor& operator=(Cursor&&) = delete;
  ~Cursor();

  bool next();  ///< False after the last row.
  const Row& row() const noexcept { return row_; }

 private:
  friend class Connection;
  struct Prepared;
  explicit Cursor(Prepared& prepared);
  Parameters parameters() const;
  void check_count(const Parameters& parameters) const;

  Prepared* prepared_;
  Row row_;
};

enum class Mode : std::uint8_t { ReadOnly, ReadWrite, Create };

/// One connection to a database file, hardened (see connection.cpp), with its prepared statements.
/// Not thread-safe: one thread at a time.
class Connection {
 public:
  Connection(const std::string& path, Mode mode, int busy_timeout_ms);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Write-ahead log and synchronous=FULL, so that a commit survives kill -9 and power loss.
  void make_durable();

  /// Runs a statement to its end. Returns the number of rows it changed.
  template <typename... Args>
  std::int64_t run(Query query, const Args&... args) {
    Cursor statement = cursor(query, args...);
    while (statement.next()) {
    }
    return changed_rows();
  }

  /// Calls `visit(row)` for every row.
  template <typename Visit, typename... Args>
  void each(Query query, Visit&& visit, const Args&... args) {
    Cursor statement = cursor(query, args...);
    while (statement.next()) visit(statement.row());
  }

  /// `read(row)` of the first row; nullopt if there is none.
  template <typename Read, typename... Args>
  auto optional_one(Query query, Read&& read, const Args&... args) {
    Cursor statement = cursor(query, args...);
    using Value = std::decay_t<decltype(read(statement.row()))>;
    if (!statement.next()) return std::optional<Value>();
    return std::optional<Value>(read(statement.row()));
  }

  /// `read(row)` of the first row; throws Internal if there is none.
  template <typename Read, typename... Args>
  auto one(Query query, Read&& read, const Args&... args) {
    auto value = optional_one(query, std::forward<Read>(read), args...);
    if (!value) throw Error(ErrorKind::Internal, std::string("no row for: ") + query.text());
    return *std::move(value);
  }

  /// The first column of the first row.
  template <typename... Args>
  std::int64_t integer(Query query, const Args&... args) {
    return one(
        query, [](const Row& row) { return row.integer(0); }, args...);
  }

  /// For two ordered scans side by side; `each` is simpler where it will do.
  template <typename... Args>
  Cursor cursor(Query query, const Args&... args) {
    Cursor statement(prepare(query));
    Parameters parameters = statement.parameters();
    (bind_to(parameters, args), ...);
    statement.check_count(parameters);
    return statement;
  }

  std::int64_t last_insert_row() const;

  /// Runs a migration, which may hold many statements. Never for text from outside.
  void script(std::string_view text);

 private:
  struct Impl;
  Cursor::Prepared& prepare(Query query);
  std::int64_t changed_rows() const;

  std::unique_ptr<Impl> impl_;
};

/// Everything from here to commit() happens or nothing does; rolls back unless committed.
class Transaction {
 public:
  enum class Kind : std::uint8_t {
    Write,  ///< Takes the write lock at once, so that it cannot fail half-way for want of it.
    Read,   ///< All reads see one state of the database.
  };
  Transaction(Connection& connection, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace dealgraph::sql
