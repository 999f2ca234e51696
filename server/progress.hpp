// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace dealgraph::server {

/// A bar on standard error while a command works; nothing unless that is a terminal.
class Progress {
 public:
  /// `total_bytes` 0 where the input's size is unknown: then only the count is shown.
  Progress(bool is_wanted, std::size_t total_bytes, std::string unit);
  ~Progress();  ///< Wipes the bar.
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Draws at most ten times a second.
  void show(std::size_t bytes, std::size_t items);
  /// Wipes the bar, so that a message can be printed; the next show() draws it again.
  void hide();

 private:
  bool is_on_;
  bool is_drawn_ = false;
  std::size_t total_bytes_;
  std::string unit_;
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace dealgraph::server
