// SPDX-License-Identifier: MIT
#include <array>
#include <csignal>
#include <cstdio>

#include "graph/extract/pipeline.hpp"
#include "graph/store.hpp"
#include "server/commands/commands.hpp"
#include "server/inputs.hpp"
#include "server/json_writer.hpp"
#include "server/lexicon_folder.hpp"
#include "server/parallel.hpp"
#include "server/progress.hpp"

namespace dealgraph::server {

namespace {

constexpr std::size_t kBatch = 256;  // articles in one transaction

struct Summary {
  std::size_t created = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t rejected = 0;
  std::size_t entities = 0;
  std::size_t edges = 0;
  Revision revision = 0;

  std::size_t documents() const { return created + replaced + unchanged + rejected; }
};

class Ingest {
 public:
  explicit Ingest(const Options& options)
      : options_(options),
        files_(expand_inputs(options.inputs)),
        store_(options.db, {.create = true}),
        extractor_(load_lexicon(options.lexicon)),
        progress_(options.progress, total_bytes(files_), "articles") {}

  Summary run() {
    summary_.revision = store_.revision();
    for (const std::string& file : files_) {
      read_articles(file, options_.line_bytes,
                    [&](ArticleInput&& input) { take(std::move(input)); });
    }
    flush();
    return summary_;
  }

 private:
  void take(ArticleInput&& input) {
    bytes_ += input.bytes;
    if (!input.article) {
      reject(input.where, input.rejection);
      return;
    }
    batch_.push_back(std::move(input));
    if (batch_.size() == kBatch) flush();
  }

  void reject(const std::string& where, const std::string& reason) {
    ++summary_.rejected;
    progress_.hide();
    std::fprintf(stderr, "%s: %s\n", where.c_str(), reason.c_str());
  }

  void flush() {
    if (batch_.empty()) return;
    std::vector<Operation> operations(batch_.size());
    parallel_for(batch_.size(), options_.threads, [&](std::size_t i) {
      Document& document = *batch_[i].article;
      Extraction extraction = extractor_.extract(document);
      operations[i] = PutDocument{std::move(document), std::move(extraction)};
    });
    const Commit commit = store_.append(operations);
    summary_.revision = commit.revision;
    for (std::size_t i = 0; i < commit.results.size(); ++i) count(commit.results[i], batch_[i]);
    batch_.clear();
    progress_.show(bytes_, summary_.documents());
  }

  void count(const OperationResult& result, const ArticleInput& input) {
    summary_.entities += result.entities;
    summary_.edges += result.edges;
    switch (result.outcome) {
      case Outcome::Created:
        ++summary_.created;
        return;
      case Outcome::Replaced:
        ++summary_.replaced;
        return;
      case Outcome::Rejected: {
        std::string reason;
        for (const Violation& violation : result.violations) {
          reason += (reason.empty() ? "" : "; ") + violation.where + ": " + violation.detail;
        }
        reject(input.where, reason);
        return;
      }
      default:
        ++summary_.unchanged;
    }
  }

  const Options& options_;
  std::vector<std::string> files_;
  Store store_;
  extract::Extractor extractor_;
  Progress progress_;
  std::vector<ArticleInput> batch_;
  std::size_t bytes_ = 0;
  Summary summary_;
};

void print(const Summary& summary, bool as_json) {
  if (as_json) {
    JsonWriter json;
    json.begin_object();
    json.member("documents", std::uint64_t{summary.documents()});
    json.member("created", std::uint64_t{summary.created});
    json.member("replaced", std::uint64_t{summary.replaced});
    json.member("unchanged", std::uint64_t{summary.unchanged});
    json.member("rejected", std::uint64_t{summary.rejected});
    json.member("entities", std::uint64_t{summary.entities});
    json.member("edges", std::uint64_t{summary.edges});
    json.member("revision", std::uint64_t{summary.revision});
    json.end_object();
    std::printf("%s\n", json.take().c_str());
  } else {
    std::printf(
        "%zu articles: %zu new, %zu replaced, %zu unchanged, %zu rejected; %zu entities and %zu "
        "edges new\n",
        summary.documents(), summary.created, summary.replaced, summary.unchanged, summary.rejected,
        summary.entities, summary.edges);
  }
}

}  // namespace

int run_ingest(const Options& options) {
  // A reader of our messages that went away must not tear a batch in two.
  std::signal(SIGPIPE, SIG_IGN);
  const Summary summary = Ingest(options).run();
  print(summary, options.json);
  return summary.rejected == 0 ? kDone : kSomeRejected;
}

}  // namespace dealgraph::server
