// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "server/app.hpp"

namespace dealgraph::server {

/// The listening socket and its threads: `threads` for sockets and cheap requests, as many for
/// dear ones.
class HttpServer {
 public:
  /// Binds and listens on the options' address and port, so that clients may connect from now on.
  /// Throws Error{InvalidInput} for an address that is none, Error{Unavailable} if the port cannot
  /// be had. `app` must outlive the server.
  explicit HttpServer(App& app);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// The real port, also where the option says 0.
  std::uint16_t port() const;

  /// What SIGHUP does while run() runs, on a thread for dear requests. Call it before run().
  void on_hangup(std::function<void()> action);

  /// Answers requests until SIGTERM, SIGINT or stop(); then /readyz says 503, nothing is accepted
  /// any more, requests in flight are finished (within the drain time), and it returns.
  void run();

  /// Begins the end. Thread-safe, at once.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dealgraph::server
