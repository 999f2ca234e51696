// SPDX-License-Identifier: MIT
#include <cstdio>
#include <unordered_map>

#include "graph/builder.hpp"
#include "graph/store.hpp"
#include "server/commands/commands.hpp"

namespace dealgraph::server {

namespace {

// What an edge version says, in a form that can be compared.
struct EdgeContent {
  EdgeType type;
  std::string source;
  std::string target;
  EdgeFacts facts;
  std::optional<PartialDate> ended_on;
  std::uint32_t evidence_count;

  friend bool operator==(const EdgeContent&, const EdgeContent&) = default;
};

EdgeContent content_of(const Snapshot& graph, const EdgeView& edge) {
  return {edge.type,
          std::string(graph.entity_id(edge.source)),
          std::string(graph.entity_id(edge.target)),
          {edge.status, edge.date, edge.valid_from, edge.valid_to, edge.amount,
           std::string(edge.product), std::string(edge.title), edge.confidence},
          edge.ended_on,
          edge.evidence_count};
}

// Reads the tables a second time and looks for each row in the graph.
class Comparison {
 public:
  explicit Comparison(const Snapshot& graph) : graph_(graph) {}

  RowSink sink() {
    return {[this](EntityVersionRow&& row) { take(std::move(row)); },
            [this](EdgeVersionRow&& row) { take(std::move(row)); }};
  }

  std::vector<std::string> findings() {
    if (entity_ids_.size() != graph_.entity_count()) {
      add("the graph has " + std::to_string(graph_.entity_count()) + " entities, the tables have " +
          std::to_string(entity_ids_.size()));
    }
    if (edges_ != graph_.edge_count()) {
      add("the graph has " + std::to_string(graph_.edge_count()) +
          " versions of edges, the tables have " + std::to_string(edges_));
    }
    return std::move(findings_);
  }

 private:
  void add(std::string finding) { findings_.push_back(std::move(finding)); }

  void take(EntityVersionRow&& row) {
    const auto index = graph_.find_entity(row.entity_value.id);
    const Entity* entity = index ? graph_.entity(*index, row.known.from) : nullptr;
    if (entity == nullptr || *entity != row.entity_value) {
      add("entity " + row.entity_value.id + " of " + to_string(row.known.from) +
          " is not so in the graph");
    }
    entity_ids_[row.entity] = std::move(row.entity_value.id);
  }

  void take(EdgeVersionRow&& row) {
    ++edges_;
    const EdgeContent wanted{
        row.type,     entity_ids_[row.source], entity_ids_[row.target], row.facts,
        row.ended_on, row.evidence_count};
    for (const EdgeIndex version : graph_.find_edge(row.id)) {
      const EdgeView edge = graph_.edge(version);
      if (edge.known == row.known && content_of(graph_, edge) == wanted) return;
    }
    add("edge " + row.id + " of " + to_string(row.known.from) + " is not so in the graph");
  }

  const Snapshot& graph_;
  std::unordered_map<RowId, std::string> entity_ids_;
  std::size_t edges_ = 0;
  std::vector<std::string> findings_;
};

}  // namespace

int run_check(const Options& options) {
  Store store(options.db, {.read_only = true});
  std::vector<std::string> findings = store.check();

  SnapshotBuilder builder;
  const Revision revision = store.load(builder.sink());
  const auto graph = builder.publish(revision);
  Comparison comparison(*graph);
  if (store.load(comparison.sink()) == revision) {
    for (std::string& finding : comparison.findings()) findings.push_back(std::move(finding));
  } else {
    std::fprintf(stderr, "the database is being written to; graph and tables were not compared\n");
  }

  for (const std::string& finding : findings) std::printf("%s\n", finding.c_str());
  std::fprintf(stderr, "%s: revision %llu, %zu documents, %zu entities, %zu edges: %zu findings\n",
               options.db.c_str(), static_cast<unsigned long long>(revision),
               store.document_count(), graph->live_entity_count(), graph->live_edge_count(),
               findings.size());
  return findings.empty() ? kDone : kSomeRejected;
}

}  // namespace dealgraph::server
