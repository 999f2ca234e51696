// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <stdexcept>

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace dealgraph::server::fixtures {

namespace {

struct Pipe {
  int read = -1;
  int write = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  return {ends[0], ends[1]};
}

// Starts the binary; ends of -1 are inherited.
pid_t start(const std::vector<std::string>& arguments, int in, int out, int err) {
  std::vector<std::string> words{DEALGRAPH_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (in >= 0) posix_spawn_file_actions_adddup2(&actions, in, 0);
  if (out >= 0) posix_spawn_file_actions_adddup2(&actions, out, 1);
  if (err >= 0) posix_spawn_file_actions_adddup2(&actions, err, 2);
  pid_t process = -1;
  const int failure =
      posix_spawn(&process, DEALGRAPH_BINARY, &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) throw std::runtime_error("cannot start " DEALGRAPH_BINARY);
  return process;
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 65'536> buffer{};
  for (ssize_t count = 0; (count = read(descriptor, buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(descriptor);
  return text;
}

int wait_for(pid_t process) {
  int status = 0;
  if (waitpid(process, &status, 0) != process) return -1'000;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

constexpr int kTimeoutSeconds = 20;

}  // namespace

Finished run_binary(const std::vector<std::string>& arguments, std::string_view input) {
  std::signal(SIGPIPE, SIG_IGN);
  const Pipe in = make_pipe();
  const Pipe out = make_pipe();
  const Pipe err = make_pipe();
  const pid_t process = start(arguments, in.read, out.write, err.write);
  close(in.read);
  close(out.write);
  close(err.write);
  Finished finished;
  std::thread writer([&] {
    write_all(in.write, input);
    close(in.write);
  });
  std::thread reader([&] { finished.err = read_all(err.read); });
  finished.out = read_all(out.read);
  writer.join();
  reader.join();
  finished.code = wait_for(process);
  return finished;
}

Server::Server(const std::string& db, const std::vector<std::string>& options) {
  std::vector<std::string> arguments{"serve", "--db", db, "--port", "0", "--threads", "2"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Pipe err = make_pipe();
  process_ = start(arguments, -1, -1, err.write);
  close(err.write);
  log_ = err.read;
  read_log();
  drain_ = std::thread([this] { drain_log(); });
}

// Reads the log up to the event that tells the port.
void Server::read_log() {
  std::string line;
  for (char c = 0; read(log_, &c, 1) == 1;) {
    if (c != '\n') {
      line += c;
      continue;
    }
    const auto event = nlohmann::json::parse(line, nullptr, false);
    if (event.is_object() && event.value("event", "") == "listening") {
      port_ = event.at("port").get<std::uint16_t>();
      return;
    }
    line.clear();
  }
  throw std::runtime_error("the server did not start: " + line);
}

void Server::drain_log() {
  std::array<char, 65'536> buffer{};
  while (read(log_, buffer.data(), buffer.size()) > 0) {
  }
}

Server::~Server() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    wait();
  }
  if (drain_.joinable()) drain_.join();  // the log ends with the process
  if (log_ >= 0) close(log_);
}

void Server::signal(int number) const { kill(process_, number); }

int Server::wait() {
  const int code = wait_for(process_);
  process_ = -1;
  return code;
}

std::string Answer::header(std::string_view name) const {
  const auto begin = head.find("\r\n" + std::string(name) + ": ");
  if (begin == std::string::npos) return {};
  const auto value = begin + name.size() + 4;
  return head.substr(value, head.find("\r\n", value) - value);
}

Connection::Connection(std::uint16_t port) {
  socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval limit{kTimeoutSeconds, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(socket_);
    throw std::runtime_error("cannot connect");
  }
}

Connection::~Connection() { close(socket_); }

void Connection::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return;  // the answer tells why
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void Connection::shut_down_sending() const { shutdown(socket_, SHUT_WR); }

bool Connection::receive() {
  std::array<char, 65'536> buffer{};
  const ssize_t count = recv(socket_, buffer.data(), buffer.size(), 0);
  if (count <= 0) return false;
  received_.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

Answer Connection::read_answer(bool to_head) {
  Answer answer;
  std::size_t end = std::string::npos;
  while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
    if (!receive()) return answer;
  }
  answer.head = received_.substr(0, end + 2);
  received_.erase(0, end + 4);
  answer.status = std::atoi(answer.head.c_str() + answer.head.find(' '));
  if (to_head || answer.status < 200 || answer.status == 204 || answer.status == 304) return answer;
  if (answer.header("Transfer-Encoding") == "chunked") {
    for (;;) {
      std::size_t line = std::string::npos;
      while ((line = received_.find("\r\n")) == std::string::npos) {
        if (!receive()) return {};
      }
      const std::size_t size = std::stoul(received_, nullptr, 16);
      while (received_.size() < line + 2 + size + 2) {
        if (!receive()) return {};
      }
      answer.body += received_.substr(line + 2, size);
      received_.erase(0, line + 2 + size + 2);
      if (size == 0) return answer;
    }
  }
  const std::string length = answer.header("Content-Length");
  if (length.empty()) {
    answer.body = read_rest();
    return answer;
  }
  const std::size_t size = std::stoul(length);
  while (received_.size() < size) {
    if (!receive()) return {};
  }
  answer.body = received_.substr(0, size);
  received_.erase(0, size);
  return answer;
}

std::string Connection::read_rest() {
  while (receive()) {
  }
  return std::exchange(received_, {});
}

Answer request(std::uint16_t port, std::string_view method, std::string_view target,
               std::string_view body, std::string_view headers) {
  Connection connection(port);
  std::string text = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n";
  if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  text += std::string(headers) + "Connection: close\r\n\r\n" + std::string(body);
  connection.send(text);
  return connection.read_answer(method == "HEAD");
}

}  // namespace dealgraph::server::fixtures
