// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "graph/snapshot.hpp"
#include "graph/store.hpp"

namespace dealgraph {

struct EngineOptions {
  bool create = false;
  int poll_milliseconds = 200;            ///< How often to look for writes of other processes.
  std::size_t max_queued_writes = 1'000;  ///< More are refused with Unavailable.
};

/// A database being served: the store, the current snapshot, and the one writer thread, which
/// commits queued writes, publishes the snapshot, then tells the submitter. It also notices what
/// other processes wrote and publishes that.
///
/// Thread-safe. The destructor finishes the queued writes and stops the thread.
class Engine {
 public:
  /// Opens the store and loads everything; throws what Store's constructor throws.
  Engine(const std::string& path, const EngineOptions& options);
  ~Engine();

  /// The graph as it is now: one pointer copy. Take it once per request.
  std::shared_ptr<const Snapshot> snapshot() const;

  /// Called by the writer thread after the commit is on disk and its snapshot is published, with
  /// the commit or the error that stopped it; the other pointer is null. (An error in between means
  /// a commit that will be seen a little later.) Must neither block nor throw.
  using Done = std::function<void(const Commit*, const Error*)>;

  /// Queues a write. Throws Unavailable if the queue is full or the engine is stopping.
  void submit(std::vector<Operation> operations, Done done);

  /// submit and wait. For commands and tests, never on a request thread.
  Commit write(std::vector<Operation> operations);

  /// For reading documents and evidence (thread-safe part of Store only).
  Store& store();

  std::size_t queued_writes() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dealgraph
