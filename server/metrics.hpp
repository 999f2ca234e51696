// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

namespace dealgraph::server {

/// Values that are read when somebody asks, not counted as they change.
struct Gauges {
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
  std::uint64_t revision = 0;
  std::uint64_t queued_writes = 0;
};

/// What the server counts, in the Prometheus text format. Labels come from tables (route
/// patterns, verbs, status codes), never from user input. Thread-safe.
class Metrics {
 public:
  void count_request(std::string_view route, std::string_view method, int code, double seconds);
  void count_document(std::string_view result, std::uint64_t documents = 1);
  void request_started() { ++in_flight_; }
  void request_ended() { --in_flight_; }
  void connection_opened() { ++connections_; }
  void connection_closed() { --connections_; }
  void count_refused_connection() { ++refused_; }

  std::int64_t in_flight() const { return in_flight_; }

  std::string render(const Gauges& gauges) const;

 private:
  static constexpr std::array<double, 12> kBuckets{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                   0.05,   0.1,   0.25,   0.5,   1,    5};
  struct Histogram {
    std::array<std::uint64_t, kBuckets.size()> buckets{};  // not cumulative
    std::uint64_t count = 0;
    double sum = 0;
  };
  using RequestKey = std::tuple<std::string, std::string, int>;  // route, method, code

  mutable std::mutex mutex_;
  std::map<RequestKey, std::uint64_t> requests_;
  std::map<std::string, Histogram, std::less<>> durations_;  // by route
  std::map<std::string, std::uint64_t, std::less<>> documents_;
  std::atomic<std::int64_t> in_flight_{0};
  std::atomic<std::int64_t> connections_{0};
  std::atomic<std::uint64_t> refused_{0};
};

}  // namespace dealgraph::server
