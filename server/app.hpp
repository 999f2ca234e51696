// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "graph/engine.hpp"
#include "graph/extract/pipeline.hpp"
#include "schema/slot.hpp"
#include "server/log.hpp"
#include "server/metrics.hpp"
#include "server/options.hpp"

namespace dealgraph::server {

/// What handlers work with; one for the life of the server. Members are thread-safe.
struct App {
  Engine& engine;
  Slot<extract::Extractor>& extractor;  ///< A new one comes with a changed lexicon.
  const Options& options;
  Metrics& metrics;
  const Logger& log;
  std::string etag_salt;  ///< Tells this process's answers from those of any other.
  std::atomic<bool> draining{false};
};

}  // namespace dealgraph::server
