// SPDX-License-Identifier: MIT
#include "graph/engine.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "graph/builder.hpp"
#include "schema/error.hpp"

namespace dealgraph {
namespace {

/// Writes that share one snapshot; more would make the first of them wait for the last.
constexpr std::size_t kMaxGroup = 64;

/// Runs `work`; what it throws becomes a value.
template <typename Work>
std::optional<Error> caught(Work&& work) {
  try {
    work();
    return std::nullopt;
  } catch (const Error& error) {
    return error;
  } catch (const std::exception& error) {
    return Error(ErrorKind::Internal, error.what());
  }
}

}  // namespace

struct Engine::Impl {
  struct Job {
    std::vector<Operation> operations;
    Done done;
    Commit commit;
    std::optional<Error> error;
  };

  Impl(const std::string& path, const EngineOptions& wanted)
      : options(wanted), store(path, {.create = wanted.create}) {
    published = store.load(builder.sink());
    slot.set(builder.publish(published));
    writer = std::thread([this] { run(); });
  }

  ~Impl() {
    {
      const std::scoped_lock lock(mutex);
      stopping = true;
    }
    wake.notify_one();
    writer.join();
  }

  void run() {
    while (true) {
      std::vector<Job> jobs = take_jobs();
      if (jobs.empty()) {
        const std::scoped_lock lock(mutex);
        if (stopping) return;
      }
      work_off(jobs);
    }
  }

  /// Waits for writes, at most until the next look at what other processes did.
  std::vector<Job> take_jobs() {
    std::unique_lock lock(mutex);
    wake.wait_for(lock, std::chrono::milliseconds(options.poll_milliseconds),
                  [this] { return stopping || !queue.empty(); });
    std::vector<Job> jobs;
    while (!queue.empty() && jobs.size() < kMaxGroup) {
      jobs.push_back(std::move(queue.front()));
      queue.pop_front();
    }
    return jobs;
  }

  void work_off(std::vector<Job>& jobs) {
    for (Job& job : jobs) {
      job.error = caught([&] { job.commit = store.append(job.operations); });
    }
    // A failure to read the changes back leaves `published` as it was, so that the next round
    // tries again; what is committed stays committed, but its submitters cannot see it yet.
    const std::optional<Error> unpublished = caught([this] { publish_changes(); });
    for (Job& job : jobs) {
      if (!job.error) job.error = unpublished;
      job.done(job.error ? nullptr : &job.commit, job.error ? &*job.error : nullptr);
    }
  }

  void publish_changes() {
    if (store.revision() == published) return;
    const Revision reached = store.load_changes(published, builder.sink());
    slot.set(builder.publish(reached));
    published = reached;
  }

  EngineOptions options;
  Store store;
  SnapshotSlot slot;
  SnapshotBuilder builder;  // the writer's alone, like `published`
  Revision published = 0;

  mutable std::mutex mutex;
  std::condition_variable wake;
  std::deque<Job> queue;
  bool stopping = false;
  std::thread writer;
};

Engine::Engine(const std::string& path, const EngineOptions& options)
    : impl_(std::make_unique<Impl>(path, options)) {}

Engine::~Engine() = default;

std::shared_ptr<const Snapshot> Engine::snapshot() const { return impl_->slot.get(); }

void Engine::submit(std::vector<Operation> operations, Done done) {
  {
    const std::scoped_lock lock(impl_->mutex);
    if (impl_->stopping) throw Error(ErrorKind::Unavailable, "the database is closing");
    if (impl_->queue.size() >= impl_->options.max_queued_writes) {
      throw Error(ErrorKind::Unavailable, "too many writes are waiting");
    }
    impl_->queue.push_back({std::move(operations), std::move(done), {}, std::nullopt});
  }
  impl_->wake.notify_one();
}

Commit Engine::write(std::vector<Operation> operations) {
  // Shared, because the writer may still be inside set_value when the waiter goes on.
  const auto result = std::make_shared<std::promise<Commit>>();
  std::future<Commit> future = result->get_future();
  submit(std::move(operations), [result](const Commit* commit, const Error* error) {
    if (error != nullptr) {
      result->set_exception(std::make_exception_ptr(*error));
    } else {
      result->set_value(*commit);
    }
  });
  return future.get();
}

Store& Engine::store() { return impl_->store; }

std::size_t Engine::queued_writes() const {
  const std::scoped_lock lock(impl_->mutex);
  return impl_->queue.size();
}

}  // namespace dealgraph
