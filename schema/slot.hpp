// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace dealgraph {

/// Where readers take the current one of a series of immutable values, while a writer may put the
/// next one there: a mutex around one pointer. (`std::atomic<std::shared_ptr>` of libstdc++ 12
/// trips ThreadSanitizer.) Thread-safe.
template <typename Value>
class Slot {
 public:
  Slot() = default;
  explicit Slot(std::shared_ptr<const Value> value) : value_(std::move(value)) {}

  std::shared_ptr<const Value> get() const {
    const std::scoped_lock lock(mutex_);
    return value_;
  }
  void set(std::shared_ptr<const Value> value) {
    const std::scoped_lock lock(mutex_);
    value_.swap(value);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Value> value_;
};

}  // namespace dealgraph
