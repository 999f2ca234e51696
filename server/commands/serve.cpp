// SPDX-License-Identifier: MIT
#include <csignal>
#include <memory>
#include <random>

#include "schema/lexicon.hpp"
#include "server/commands/commands.hpp"
#include "server/http_server.hpp"
#include "server/version.hpp"

namespace dealgraph::server {

namespace {

std::string random_word() {
  std::random_device device;
  return std::to_string(device()) + "-" + std::to_string(device());
}

}  // namespace

int run_serve(const Options& options) {
  // Log lines may go to a pipe whose reader went away; requests go on.
  std::signal(SIGPIPE, SIG_IGN);
  const Logger log(options.log_level);
  const extract::Extractor extractor(embedded_lexicon());
  auto engine = std::make_unique<Engine>(
      options.db, EngineOptions{options.create, options.poll_ms, options.limits.queued_writes});
  Metrics metrics;
  App app{*engine, extractor, options, metrics, log, random_word()};
  HttpServer server(app);
  const auto graph = engine->snapshot();
  log.info("listening", {{"address", options.address},
                         {"port", std::int64_t{server.port()}},
                         {"url", "http://" + options.address + ":" + std::to_string(server.port())},
                         {"db", options.db},
                         {"entities", static_cast<std::int64_t>(graph->live_entity_count())},
                         {"edges", static_cast<std::int64_t>(graph->live_edge_count())},
                         {"revision", static_cast<std::int64_t>(graph->revision())},
                         {"version", kVersion}});
  server.run();
  // Queued writes are finished and the database closed while the server is still there to take
  // what the writer has to tell.
  engine.reset();
  log.info("stopped", {});
  return kDone;
}

}  // namespace dealgraph::server
