// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

/// The real binary as its users start it, and a client that sends exactly the bytes it is told.
namespace dealgraph::server::fixtures {

struct Finished {
  int code = -1;  ///< Exit code, or minus the signal that ended it.
  std::string out;
  std::string err;
};

/// Runs `dealgraph` to its end with `input` on its standard input.
Finished run_binary(const std::vector<std::string>& arguments, std::string_view input = {});

/// `dealgraph serve` on a free port.
class Server {
 public:
  explicit Server(const std::string& db, const std::vector<std::string>& options = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const { return port_; }
  void signal(int number) const;
  /// Waits for the end; exit code, or minus the signal.
  int wait();

 private:
  void read_log();
  void drain_log();

  int process_ = -1;
  int log_ = -1;
  std::thread drain_;  // reads on, lest the server waits for room in the pipe
  std::uint16_t port_ = 0;
};

struct Answer {
  int status = 0;
  std::string head;
  std::string body;  ///< Chunks joined.

  std::string header(std::string_view name) const;  ///< Name as it is sent.
};

/// One TCP connection with a time limit of 20 s on every operation.
class Connection {
 public:
  explicit Connection(std::uint16_t port);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void send(std::string_view bytes) const;
  void shut_down_sending() const;
  /// Reads one whole answer; `to_head` for one without a body. Status 0 if the connection ended.
  Answer read_answer(bool to_head = false);
  /// Reads until the connection ends.
  std::string read_rest();

 private:
  bool receive();

  int socket_ = -1;
  std::string received_;
};

/// One request on a connection of its own.
Answer request(std::uint16_t port, std::string_view method, std::string_view target,
               std::string_view body = {}, std::string_view headers = {});

}  // namespace dealgraph::server::fixtures
