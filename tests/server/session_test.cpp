// SPDX-License-Identifier: MIT
// Connections as clients see them: good ones, slow ones, hostile ones.
#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <future>
#include <nlohmann/json.hpp>

#include "fixtures.hpp"
#include "process.hpp"

using namespace dealgraph::server::fixtures;
using nlohmann::json;

namespace {

constexpr std::string_view kHealth = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr std::string_view kLast = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

class EmptyServer {
 public:
  explicit EmptyServer(std::vector<std::string> options = {})
      : server_(folder_.path("a.db"), with_create(std::move(options))) {}
  std::uint16_t port() const { return server_.port(); }
  Server& server() { return server_; }

 private:
  static std::vector<std::string> with_create(std::vector<std::string> options) {
    options.insert(options.end(), {"--create", "--access-log", "off"});
    return options;
  }
  ScratchFolder folder_;
  Server server_;
};

int status_of(std::uint16_t port, std::string_view bytes) {
  Connection connection(port);
  connection.send(bytes);
  return connection.read_answer().status;
}

}  // namespace

TEST_CASE("session: a connection serves request after request, pipelined ones in order") {
  EmptyServer server;
  Connection connection(server.port());
  connection.send(kHealth);
  CHECK(connection.read_answer().status == 200);
  connection.send(kHealth);
  CHECK(connection.read_answer().status == 200);

  std::string burst;
  for (int i = 0; i < 50; ++i) {
    burst += "GET /v1/entities/e" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    burst += "GET /v1/edges?limit=x HTTP/1.1\r\nHost: a\r\nX-Request-Id: r" + std::to_string(i) +
             "\r\n\r\n";
  }
  connection.send(burst);
  for (int i = 0; i < 50; ++i) {
    const Answer missing = connection.read_answer();
    CHECK(missing.status == 404);
    CHECK(missing.body.find("\"e" + std::to_string(i) + "\\\"") != std::string::npos);
    const Answer wrong = connection.read_answer();
    CHECK(wrong.status == 400);
    CHECK(wrong.header("X-Request-Id") == "r" + std::to_string(i));
  }
  connection.send(kLast);
  CHECK(connection.read_answer().header("Connection") == "close");
  CHECK(connection.read_rest().empty());
}

TEST_CASE("session: HEAD has the header of GET and no body") {
  EmptyServer server;
  Connection connection(server.port());
  connection.send("HEAD /v1/schema HTTP/1.1\r\nHost: a\r\n\r\n");
  const Answer head = connection.read_answer(true);
  connection.send("GET /v1/schema HTTP/1.1\r\nHost: a\r\n\r\n");
  const Answer get = connection.read_answer();
  CHECK(head.status == 200);
  CHECK(get.status == 200);
  for (const char* name : {"Content-Length", "Content-Type", "ETag"}) {
    CAPTURE(name);
    CHECK_FALSE(get.header(name).empty());
    CHECK(head.header(name) == get.header(name));
  }
  CHECK(get.header("Content-Length") == std::to_string(get.body.size()));
}

TEST_CASE("session: HTTP/1.0 clients") {
  EmptyServer server;
  Connection plain(server.port());
  plain.send("GET /healthz HTTP/1.0\r\n\r\n");
  CHECK(plain.read_answer().header("Connection") == "close");
  CHECK(plain.read_rest().empty());
  Connection kept(server.port());
  for (int i = 0; i < 2; ++i) {
    kept.send("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(kept.read_answer().header("Connection") == "keep-alive");
  }
  // A streamed answer ends with the connection.
  Connection streamed(server.port());
  streamed.send(
      "POST /v1/documents HTTP/1.0\r\nContent-Type: application/x-ndjson\r\n"
      "Connection: keep-alive\r\nContent-Length: 2\r\n\r\n{\n");
  const Answer answer = streamed.read_answer();
  CHECK(answer.header("Transfer-Encoding").empty());
  CHECK(json::parse(answer.body)["results"].size() == 1);
}

TEST_CASE("session: bodies by length, in chunks and after 100-continue") {
  EmptyServer server;
  Connection connection(server.port());
  const std::string head =
      "POST /v1/documents HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
  const std::string body = R"({"id":"a","text":"OpenAI."})";
  connection.send(head + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  CHECK(connection.read_answer().status == 201);

  connection.send(head + "Transfer-Encoding: chunked\r\n\r\n5\r\n" + body.substr(0, 5) + "\r\n");
  connection.send("16\r\n" + body.substr(5) + "\r\n0\r\n\r\n");
  CHECK(connection.read_answer().status == 200);

  connection.send(head + "Expect: 100-continue\r\nContent-Length: " + std::to_string(body.size()) +
                  "\r\n\r\n");
  CHECK(connection.read_answer().status == 100);
  connection.send(body);
  CHECK(connection.read_answer().status == 200);
}

TEST_CASE("session: a large batch is answered in chunks, and a slow reader gets it all") {
  EmptyServer server;
  std::string batch;
  for (int i = 0; i < 3'000; ++i) batch += "{\"id\":" + std::to_string(i) + "}\n";
  Connection connection(server.port());
  connection.send(
      "POST /v1/documents HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n" +
      ("Content-Length: " + std::to_string(batch.size())) + "\r\n\r\n" + batch);
  const Answer answer = connection.read_answer();
  CHECK(answer.header("Transfer-Encoding") == "chunked");
  const json results = json::parse(answer.body)["results"];
  REQUIRE(results.size() == 3'000);
  CHECK(results[2'999]["line"] == 3'000);
  connection.send(kHealth);
  CHECK(connection.read_answer().status == 200);
}

TEST_CASE("session: framing errors end the connection, whatever follows") {
  EmptyServer server;
  for (const char* start :
       {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET /\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST /v1/documents HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"}) {
    CAPTURE(start);
    Connection connection(server.port());
    connection.send(std::string(start) + std::string(kHealth));
    const Answer answer = connection.read_answer();
    CHECK(answer.status == 400);
    CHECK(answer.header("Content-Type") == "application/problem+json");
    CHECK(answer.header("Connection") == "close");
    CHECK(json::parse(answer.body)["type"] == "/problems/invalid-input");
    CHECK(connection.read_rest().empty());
  }
}

TEST_CASE("session: limits on what a client may send") {
  EmptyServer server({"--max-body-bytes", "100", "--max-batch-bytes", "200"});
  const std::uint16_t port = server.port();
  CHECK(status_of(port, "GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
  CHECK(status_of(port, "GET /" + std::string(20'000, 'a')) == 414);
  CHECK(status_of(port, "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'a')) == 431);
  std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 100; ++i) many += "X: a\r\n";
  CHECK(status_of(port, many + "\r\n") == 431);
  CHECK(status_of(port, "GET / HTTP/1.1\r\nHost: a\r\nExpect: x\r\n\r\n") == 417);

  const std::string post = "POST /v1/documents HTTP/1.1\r\nHost: a\r\nContent-Type: application/";
  CHECK(status_of(port, post + "json\r\nContent-Length: 101\r\n\r\n") == 413);
  CHECK(status_of(port, post + "json\r\nExpect: 100-continue\r\nContent-Length: 101\r\n\r\n") ==
        413);
  CHECK(status_of(port, post + "json\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n") == 413);
  CHECK(status_of(port, post + "x-ndjson\r\nContent-Length: 201\r\n\r\n") == 413);
  CHECK(status_of(port, post + "x-ndjson\r\nContent-Length: 150\r\n\r\n" +
                            std::string(150, '\n')) == 200);
}

TEST_CASE("session: memory for bodies is bounded over all connections") {
  EmptyServer server({"--max-body-memory", "1000"});
  const std::string post =
      "POST /v1/documents HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
  Connection holder(server.port());
  holder.send(post + "Content-Length: 900\r\nExpect: 100-continue\r\n\r\n");
  CHECK(holder.read_answer().status == 100);
  const Answer refused = [&] {
    Connection other(server.port());
    other.send(post + "Content-Length: 200\r\n\r\n");
    return other.read_answer();
  }();
  CHECK(refused.status == 503);
  CHECK(refused.header("Retry-After") == "1");
  holder.send(std::string(900, ' '));
  CHECK(holder.read_answer().status == 400);
  CHECK(status_of(server.port(), post + "Content-Length: 900\r\n\r\n" + std::string(900, ' ')) ==
        400);
}

TEST_CASE("session: slow clients are dropped") {
  EmptyServer server({"--header-ms", "150", "--body-ms", "150", "--idle-ms", "150"});
  Connection header(server.port());
  header.send("GET /healthz HTTP/1.1\r\nHost:");
  CHECK(header.read_answer().status == 408);
  CHECK(header.read_rest().empty());

  Connection body(server.port());
  body.send("POST /v1/documents HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
  CHECK(body.read_answer().status == 408);
  CHECK(body.read_rest().empty());

  Connection silent(server.port());
  CHECK(silent.read_rest().empty());

  Connection idle(server.port());
  idle.send(kHealth);
  CHECK(idle.read_answer().status == 200);
  CHECK(idle.read_rest().empty());
}

TEST_CASE("session: a client that does not read is dropped") {
  EmptyServer server({"--write-ms", "200"});
  // More answers than the buffers of both sides hold.
  std::string burst;
  for (int i = 0; i < 2'000; ++i) burst += "GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n";
  Connection greedy(server.port());
  greedy.send(burst);
  const auto gauge = [&] {
    const std::string text = request(server.port(), "GET", "/metrics").body;
    return text.substr(text.find("\nhttp_connections ") + 18, 2);
  };
  // Only the connection that asks is left, once that of the asker before has closed too.
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  std::string count = gauge();
  while (count != "1\n" && std::chrono::steady_clock::now() < deadline) count = gauge();
  CHECK(count == "1\n");
}

TEST_CASE("session: more connections than allowed are turned away") {
  EmptyServer server({"--max-connections", "2"});
  Connection one(server.port());
  one.send(kHealth);
  CHECK(one.read_answer().status == 200);
  Connection two(server.port());
  two.send(kHealth);
  CHECK(two.read_answer().status == 200);
  Connection three(server.port());
  CHECK(three.read_answer().status == 503);
  CHECK(three.read_rest().empty());
  one.send(kHealth);
  CHECK(one.read_answer().status == 200);
}

TEST_CASE("session: only allowed hosts are answered") {
  EmptyServer server({"--allowed-hosts", "localhost, deals.example"});
  CHECK(status_of(server.port(), "GET /healthz HTTP/1.1\r\nHost: Deals.example:80\r\n\r\n") == 200);
  CHECK(status_of(server.port(), "GET /healthz HTTP/1.1\r\nHost: rebound.example\r\n\r\n") == 400);
}

TEST_CASE("session: SIGTERM finishes what is under way, closes what is idle, exits with 0") {
  EmptyServer server;
  Connection idle(server.port());
  idle.send(kHealth);
  CHECK(idle.read_answer().status == 200);
  Connection busy(server.port());
  busy.send(
      "POST /v1/documents HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
      "Expect: 100-continue\r\nContent-Length: 18\r\n\r\n");
  CHECK(busy.read_answer().status == 100);

  server.server().signal(SIGTERM);
  CHECK(idle.read_rest().empty());
  CHECK_THROWS(Connection(server.port()));
  busy.send(R"({"text":"OpenAI."})");
  const Answer last = busy.read_answer();
  CHECK(last.status == 201);
  CHECK(last.header("Connection") == "close");
  busy.shut_down_sending();
  CHECK(busy.read_rest().empty());
  CHECK(server.server().wait() == 0);
}

TEST_CASE("session: SIGINT ends it too, and a client that hangs only delays it") {
  EmptyServer server({"--drain-ms", "200"});
  Connection stuck(server.port());
  stuck.send(
      "POST /v1/documents HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
      "5\r\n\r\n");
  CHECK(stuck.read_answer().status == 100);
  server.server().signal(SIGINT);
  CHECK(server.server().wait() == 0);
}
