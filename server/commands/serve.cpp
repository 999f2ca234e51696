// SPDX-License-Identifier: MIT
#include <csignal>
#include <memory>
#include <random>

#include "server/commands/commands.hpp"
#include "server/http_server.hpp"
#include "server/lexicon_folder.hpp"
#include "server/version.hpp"

namespace dealgraph::server {

namespace {

std::string random_word() {
  std::random_device device;
  return std::to_string(device()) + "-" + std::to_string(device());
}

// A lexicon that cannot be used leaves the one before in place.
void reload_lexicon(const App& app) {
  try {
    app.extractor.set(
        std::make_shared<const extract::Extractor>(load_lexicon(app.options.lexicon)));
    app.log.info("lexicon_loaded", {{"folder", app.options.lexicon}});
  } catch (const std::exception& error) {
    app.log.error("lexicon_refused", {{"detail", error.what()}});
  }
}

}  // namespace

int run_serve(const Options& options) {
  // Log lines may go to a pipe whose reader went away; requests go on.
  std::signal(SIGPIPE, SIG_IGN);
  const Logger log(options.log_level);
  Slot<extract::Extractor> extractor(
      std::make_shared<const extract::Extractor>(load_lexicon(options.lexicon)));
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
  server.on_hangup([&] { reload_lexicon(app); });
  server.run();
  // Queued writes are finished and the database closed while the server is still there to take
  // what the writer has to tell.
  engine.reset();
  log.info("stopped", {});
  return kDone;
}

}  // namespace dealgraph::server
