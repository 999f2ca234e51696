// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <nlohmann/json.hpp>

#include "server/log.hpp"
#include "server/metrics.hpp"

using namespace dealgraph::server;

TEST_CASE("Logger: one JSON line an event, text escaped, levels honoured") {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const Logger log(LogLevel::Info, ends[1]);
  log.write(LogLevel::Debug, "hidden", {});
  log.info("event",
           {{"text", "a\n\"b\"\xFF"}, {"number", std::int64_t{-3}}, {"real", 1.5}, {"flag", true}});
  log.error("other", {});
  close(ends[1]);
  std::string text;
  std::array<char, 4'096> buffer{};
  for (ssize_t count = 0; (count = read(ends[0], buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(ends[0]);

  const auto line_end = text.find('\n');
  REQUIRE(line_end != std::string::npos);
  const auto first = nlohmann::json::parse(text.substr(0, line_end));
  CHECK(first["event"] == "event");
  CHECK(first["level"] == "info");
  CHECK(first["text"] == "a\n\"b\"\uFFFD");
  CHECK(first["number"] == -3);
  CHECK(first["real"] == 1.5);
  CHECK(first["flag"] == true);
  CHECK(first["ts"].get<std::string>().size() == 24);
  const auto second = nlohmann::json::parse(text.substr(line_end + 1));
  CHECK(second["event"] == "other");
}

TEST_CASE("Metrics: counts, cumulative buckets and gauges in the text format") {
  Metrics metrics;
  metrics.count_request("/v1/edges", "GET", 200, 0.0007);
  metrics.count_request("/v1/edges", "GET", 200, 0.2);
  metrics.count_request("/v1/edges", "GET", 400, 60);
  metrics.count_document("created", 2);
  metrics.request_started();
  const std::string text = metrics.render({3, 4, 5, 0});
  const auto has = [&](std::string_view line) {
    CAPTURE(line);
    CHECK(text.find("\n" + std::string(line) + "\n") != std::string::npos);
  };
  has(R"(http_requests_total{method="GET",route="/v1/edges",code="200"} 2)");
  has(R"(http_requests_total{method="GET",route="/v1/edges",code="400"} 1)");
  has(R"(http_request_duration_seconds_bucket{route="/v1/edges",le="0.0005"} 0)");
  has(R"(http_request_duration_seconds_bucket{route="/v1/edges",le="0.001"} 1)");
  has(R"(http_request_duration_seconds_bucket{route="/v1/edges",le="5"} 2)");
  has(R"(http_request_duration_seconds_bucket{route="/v1/edges",le="+Inf"} 3)");
  has(R"(http_request_duration_seconds_count{route="/v1/edges"} 3)");
  has(R"(ingest_documents_total{result="created"} 2)");
  has("http_requests_in_flight 1");
  has("graph_nodes 3");
  has("graph_edges 4");
  has("graph_revision 5");
}
