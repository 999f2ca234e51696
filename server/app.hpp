// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "graph/engine.hpp"
#include "graph/extract/pipeline.hpp"
#include "server/log.hpp"
#include "server/metrics.hpp"
#include "server/options.hpp"

namespace dealgraph::server {

/// What handlers work with; one for the life of the server. Members are thread-safe.
struct App {
  Engine& engine;
  const extract::Extractor& extractor;
  const Options& options;
  Metrics& metrics;
  const Logger& log;
  std::string etag_salt;  ///< Tells this process's answers from those of any other.
  std::atomic<bool> draining{false};
};

}  // namespace dealgraph::server
