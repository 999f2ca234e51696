// SPDX-License-Identifier: MIT
#include "server/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace dealgraph::server {

namespace {
constexpr std::size_t kWidth = 30;
constexpr std::chrono::milliseconds kPause{100};
}  // namespace

Progress::Progress(bool is_wanted, std::size_t total_bytes, std::string unit)
    : is_on_(is_wanted && isatty(STDERR_FILENO) != 0),
      total_bytes_(total_bytes),
      unit_(std::move(unit)) {}

Progress::~Progress() { hide(); }

void Progress::show(std::size_t bytes, std::size_t items) {
  if (!is_on_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kPause;
  std::string bar;
  if (total_bytes_ > 0) {
    const std::size_t percent = std::min<std::size_t>(100, bytes * 100 / total_bytes_);
    const std::size_t filled = percent * kWidth / 100;
    bar = "[" + std::string(filled, '#') + std::string(kWidth - filled, '.') + "] " +
          std::to_string(percent) + " %  ";
  }
  std::fprintf(stderr, "\r\x1b[K%s%zu %s", bar.c_str(), items, unit_.c_str());
  std::fflush(stderr);
  is_drawn_ = true;
}

void Progress::hide() {
  if (!is_drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  is_drawn_ = false;
}

}  // namespace dealgraph::server
