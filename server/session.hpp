// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "server/app.hpp"
#include "server/dispatch.hpp"
#include "server/gate.hpp"
#include "server/wire.hpp"

namespace dealgraph::server {

using Strand = boost::asio::strand<boost::asio::io_context::executor_type>;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Strand>;
using SteadyTimer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, Strand>;

/// What all sessions share; outlives them.
struct SessionContext {
  App& app;
  GateRules rules;
  boost::asio::thread_pool& pool;           ///< Dear requests run here.
  std::atomic<std::size_t> body_memory{0};  ///< Bytes of bodies being received.
  std::function<void()> ended;              ///< Called when a session is gone.
};

/// One connection: reads a request, has it answered, writes the answer, and again. Everything
/// happens on the session's strand, but for dear handlers and what finishes a write (on the pool).
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Socket socket, SessionContext& context);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void start();

  /// Closes the connection if it is idle, else after the answer that is under way. Thread-safe.
  void drain();
  /// Closes the connection now. Thread-safe.
  void abort();

 private:
  using Clock = std::chrono::steady_clock;
  enum class State : std::uint8_t { Idle, Head, Body, Work, Write, Linger, Closed };
  using Step = void (Session::*)();

  void begin_request();
  void read_some(Step then);
  void on_head_bytes();
  void begin_body();
  void send_continue();
  void on_body_bytes();
  void reserve_body(std::size_t bytes);
  void release_body();

  void work();
  void on_reply(Reply&& reply);
  void submit(Write&& write);
  void respond(Response&& response);
  void refuse_request(const Error& error);

  void write_some();
  void on_written();
  void end_response();
  void linger();
  void close();

  void set_deadline(std::chrono::milliseconds from_now);
  void clear_deadline() { deadline_ = Clock::time_point::max(); }
  void arm_timer();
  void on_deadline();

  SessionContext& context_;
  Socket socket_;
  SteadyTimer timer_;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::optional<Clock::time_point> armed_until_;
  State state_ = State::Idle;
  bool has_timed_out_ = false;
  bool is_first_ = true;

  std::array<char, 16'384> chunk_{};
  std::string in_;  // received and not yet used
  std::optional<HeadScanner> scanner_;
  std::optional<ChunkDecoder> decoder_;
  std::size_t expected_body_ = 0;
  std::size_t reserved_body_ = 0;
  std::size_t lingered_ = 0;
  bool expects_continue_ = false;

  std::shared_ptr<Exchange> exchange_;  // null until the header is there
  WireFormat format_;
  Response response_;
  std::string out_;
  std::size_t out_position_ = 0;
  std::uint64_t bytes_out_ = 0;
  bool is_source_done_ = true;
  Clock::time_point began_;
  Clock::time_point body_began_;
};

}  // namespace dealgraph::server
