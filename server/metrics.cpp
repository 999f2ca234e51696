// SPDX-License-Identifier: MIT
#include "server/metrics.hpp"

#include <algorithm>
#include <charconv>

#include "server/version.hpp"

namespace dealgraph::server {

namespace {

std::string digits(double value) {
  std::array<char, 64> buffer{};
  const auto result = std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed);
  return {buffer.begin(), result.ptr};
}

void header(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out += "# HELP " + std::string(name) + " " + std::string(help) + "\n";
  out += "# TYPE " + std::string(name) + " " + std::string(type) + "\n";
}

void gauge(std::string& out, std::string_view name, std::string_view help, std::int64_t value) {
  header(out, name, "gauge", help);
  out += std::string(name) + " " + std::to_string(value) + "\n";
}

}  // namespace

void Metrics::count_request(std::string_view route, std::string_view method, int code,
                            double seconds) {
  const std::scoped_lock lock(mutex_);
  ++requests_[RequestKey(route, method, code)];
  Histogram& histogram = durations_.try_emplace(std::string(route)).first->second;
  const auto bucket = std::lower_bound(kBuckets.begin(), kBuckets.end(), seconds);
  if (bucket != kBuckets.end()) {
    ++histogram.buckets.at(static_cast<std::size_t>(bucket - kBuckets.begin()));
  }
  ++histogram.count;
  histogram.sum += seconds;
}

void Metrics::count_document(std::string_view result, std::uint64_t documents) {
  const std::scoped_lock lock(mutex_);
  documents_[std::string(result)] += documents;
}

std::string Metrics::render(const Gauges& gauges) const {
  std::string out;
  header(out, "build_info", "gauge", "Version of the server.");
  out += "build_info{version=\"" + std::string(kVersion) + "\"} 1\n";
  gauge(out, "graph_nodes", "Entities known now.", static_cast<std::int64_t>(gauges.nodes));
  gauge(out, "graph_edges", "Edges known now.", static_cast<std::int64_t>(gauges.edges));
  gauge(out, "graph_revision", "Revision of the graph being served.",
        static_cast<std::int64_t>(gauges.revision));
  gauge(out, "writes_queued", "Writes waiting for the writer.",
        static_cast<std::int64_t>(gauges.queued_writes));
  gauge(out, "http_requests_in_flight", "Requests being answered.", in_flight_);
  gauge(out, "http_connections", "Open connections.", connections_);
  header(out, "http_connections_refused_total", "counter",
         "Connections refused because too many were open.");
  out += "http_connections_refused_total " + std::to_string(refused_.load()) + "\n";

  const std::scoped_lock lock(mutex_);
  header(out, "ingest_documents_total", "counter", "Documents received, by result.");
  for (const auto& [result, count] : documents_) {
    out += "ingest_documents_total{result=\"" + result + "\"} " + std::to_string(count) + "\n";
  }
  header(out, "http_requests_total", "counter", "Requests answered, by route, method and status.");
  for (const auto& [key, count] : requests_) {
    const auto& [route, method, code] = key;
    out += "http_requests_total{method=\"";
    out += method;
    out += "\",route=\"";
    out += route;
    out += "\",code=\"";
    out += std::to_string(code);
    out += "\"} ";
    out += std::to_string(count);
    out += '\n';
  }
  header(out, "http_request_duration_seconds", "histogram",
         "From the first byte of a request to the last byte of its answer.");
  for (const auto& [route, histogram] : durations_) {
    const std::string labels = "route=\"" + route + "\"";
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < kBuckets.size(); ++i) {
      sum += histogram.buckets.at(i);
      out += "http_request_duration_seconds_bucket{" + labels + ",le=\"" + digits(kBuckets.at(i)) +
             "\"} " + std::to_string(sum) + "\n";
    }
    out += "http_request_duration_seconds_bucket{" + labels + ",le=\"+Inf\"} " +
           std::to_string(histogram.count) + "\n";
    out += "http_request_duration_seconds_sum{" + labels + "} " + digits(histogram.sum) + "\n";
    out += "http_request_duration_seconds_count{" + labels + "} " +
           std::to_string(histogram.count) + "\n";
  }
  return out;
}

}  // namespace dealgraph::server
