// SPDX-License-Identifier: MIT
#include "server/http_server.hpp"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/problem.hpp"
#include "server/session.hpp"

namespace dealgraph::server {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<tcp, Strand>;

// How long to wait when the process has no file descriptor left.
constexpr std::chrono::milliseconds kAcceptPause{100};

}  // namespace

struct HttpServer::Impl {
  explicit Impl(App& server_app)
      : app(server_app),
        context{app, gate_rules(app.options), pool, {}, [this] { session_ended(); }},
        pool(app.options.threads),
        acceptor(asio::make_strand(io)),
        timer(acceptor.get_executor()),
        signals(acceptor.get_executor()),
        hangups(acceptor.get_executor()) {
    listen();
  }

  void listen() {
    error_code failure;
    const auto address = asio::ip::make_address(app.options.address, failure);
    if (failure) {
      throw Error(ErrorKind::InvalidInput,
                  "--address: \"" + app.options.address + "\" is not an IP address");
    }
    const tcp::endpoint endpoint(address, app.options.port);
    acceptor.open(endpoint.protocol(), failure);
    if (!failure) acceptor.set_option(tcp::acceptor::reuse_address(true), failure);
    if (!failure) acceptor.bind(endpoint, failure);
    if (!failure) acceptor.listen(asio::socket_base::max_listen_connections, failure);
    if (failure) {
      throw Error(ErrorKind::Unavailable, "cannot listen on " + app.options.address + ":" +
                                              std::to_string(app.options.port) + ": " +
                                              failure.message());
    }
  }

  void accept() {
    acceptor.async_accept(asio::make_strand(io), [this](error_code failure, Socket socket) {
      if (!acceptor.is_open()) return;
      if (failure) {
        app.log.warning("accept_failed", {{"detail", failure.message()}});
        timer.expires_after(kAcceptPause);
        timer.async_wait([this](error_code cancelled) {
          if (!cancelled && acceptor.is_open()) accept();
        });
        return;
      }
      admit(std::move(socket));
      accept();
    });
  }

  void admit(Socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    if (count() >= app.options.limits.connections) {
      app.metrics.count_refused_connection();
      turn_away(std::move(socket));
      return;
    }
    const auto session = std::make_shared<Session>(std::move(socket), context);
    {
      const std::scoped_lock lock(mutex);
      ++open_sessions;
      std::erase_if(sessions, [](const auto& known) { return known.expired(); });
      sessions.push_back(session);
    }
    session->start();
  }

  // Best effort: what fits into the socket's buffer, without waiting.
  void turn_away(Socket socket) const {
    WireFormat format{1, false, false};
    const Response response =
        refuse(app, Error(ErrorKind::Unavailable, "too many connections are open"), request_id({}));
    const std::string text = encode_head(response, format, {}) + response.body;
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(text), ignored);
    socket.shutdown(Socket::shutdown_send, ignored);
  }

  std::size_t count() {
    const std::scoped_lock lock(mutex);
    return open_sessions;
  }

  std::vector<std::shared_ptr<Session>> live_sessions() {
    const std::scoped_lock lock(mutex);
    std::vector<std::shared_ptr<Session>> live;
    for (const auto& known : sessions) {
      if (auto session = known.lock()) live.push_back(std::move(session));
    }
    return live;
  }

  void session_ended() {
    const std::scoped_lock lock(mutex);
    if (--open_sessions == 0 && app.draining && !is_over) {
      asio::post(acceptor.get_executor(), [this] { finish(); });
    }
  }

  // On the acceptor's strand, like all that follows.
  void drain() {
    if (app.draining.exchange(true)) return;
    app.log.info("draining", {{"connections", static_cast<std::int64_t>(count())}});
    error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    hangups.cancel(ignored);
    for (const auto& session : live_sessions()) session->drain();
    timer.expires_after(std::chrono::milliseconds(app.options.limits.drain_ms));
    timer.async_wait([this](error_code cancelled) {
      if (cancelled) return;
      app.log.warning("drain_timeout", {{"connections", static_cast<std::int64_t>(count())}});
      for (const auto& session : live_sessions()) session->abort();
      guard.reset();
      io.stop();
    });
    if (count() == 0) finish();
  }

  // Off the strand: what it does may take a while.
  void await_hangup() {
    hangups.async_wait([this](error_code failure, int /*signal*/) {
      if (failure) return;
      asio::post(pool, on_hangup);
      await_hangup();
    });
  }

  void finish() {
    timer.cancel();
    guard.reset();
  }

  void run() {
    signals.add(SIGTERM);
    signals.add(SIGINT);
    signals.async_wait([this](error_code failure, int /*signal*/) {
      if (!failure) drain();
    });
    if (on_hangup) {
      hangups.add(SIGHUP);
      await_hangup();
    }
    asio::post(acceptor.get_executor(), [this] { accept(); });
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < app.options.threads; ++i) threads.emplace_back([this] { io.run(); });
    io.run();
    for (std::thread& thread : threads) thread.join();
    // What still runs there is a query within its time budget, or the end of a write.
    pool.join();
    const std::scoped_lock lock(mutex);
    is_over = true;
  }

  // The order matters when all this goes: handlers that never ran go with pool and io, sessions
  // with them, and sessions still need what stands above.
  App& app;
  std::mutex mutex;
  std::size_t open_sessions = 0;
  bool is_over = false;
  std::vector<std::weak_ptr<Session>> sessions;
  SessionContext context;
  asio::io_context io;
  asio::executor_work_guard<asio::io_context::executor_type> guard{io.get_executor()};
  asio::thread_pool pool;
  Acceptor acceptor;
  SteadyTimer timer;
  asio::basic_signal_set<Strand> signals;
  asio::basic_signal_set<Strand> hangups;
  std::function<void()> on_hangup;
};

HttpServer::HttpServer(App& app) : impl_(std::make_unique<Impl>(app)) {}
HttpServer::~HttpServer() = default;

void HttpServer::on_hangup(std::function<void()> action) { impl_->on_hangup = std::move(action); }

std::uint16_t HttpServer::port() const { return impl_->acceptor.local_endpoint().port(); }

void HttpServer::run() { impl_->run(); }

void HttpServer::stop() {
  asio::post(impl_->acceptor.get_executor(), [impl = impl_.get()] { impl->drain(); });
}

}  // namespace dealgraph::server
