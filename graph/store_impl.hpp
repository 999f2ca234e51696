// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "graph/store.hpp"
#include "graph/store_writer.hpp"

/// What is behind Store. Private to it.
namespace dealgraph {

/// Read-only connections, made when needed and kept for the next reader. Thread-safe.
class ReaderPool {
 public:
  ReaderPool(std::string path, int busy_timeout_ms)
      : path_(std::move(path)), busy_timeout_ms_(busy_timeout_ms) {}

  /// A connection of one's own until the lease goes, inside a read transaction: all that is read
  /// through it is one state of the database.
  class Lease {
   public:
    Lease(ReaderPool& pool, std::unique_ptr<sql::Connection> connection);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    sql::Connection& operator*() const noexcept { return *connection_; }
    sql::Connection* operator->() const noexcept { return connection_.get(); }

   private:
    ReaderPool& pool_;
    std::unique_ptr<sql::Connection> connection_;
    std::unique_ptr<sql::Transaction> transaction_;
  };
  Lease take();

 private:
  std::string path_;
  int busy_timeout_ms_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<sql::Connection>> idle_;
};

struct Store::Impl {
  Impl(const std::string& path, const StoreOptions& options);

  // Null if the store is read-only. The writer after its connection, which it uses.
  std::unique_ptr<sql::Connection> write_connection;
  std::unique_ptr<Writer> writer;
  ReaderPool readers;
};

}  // namespace dealgraph
