// SPDX-License-Identifier: MIT
#include <array>
#include <csignal>
#include <cstdio>

#include "graph/store.hpp"
#include "server/ascii.hpp"
#include "server/commands/commands.hpp"
#include "server/inputs.hpp"
#include "server/json_writer.hpp"
#include "server/progress.hpp"
#include "server/record_json.hpp"
#include "server/store_texts.hpp"

namespace dealgraph::server {

namespace {

constexpr std::size_t kBatch = 10'000;                       // records in one transaction
constexpr std::size_t kBatchBytes = std::size_t{64} << 20U;  // … or their input's size

struct Summary {
  std::size_t created = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t rejected = 0;
  Revision revision = 0;

  std::size_t records() const { return created + replaced + unchanged + rejected; }
};

class Import {
 public:
  explicit Import(const Options& options)
      : options_(options),
        store_(options.db, {.create = true}),
        source_(store_),
        texts_(source_),
        files_(expand_inputs(options.inputs)),
        progress_(options.progress, total_bytes(files_), "records") {}

  Summary run() {
    summary_.revision = store_.revision();
    for (const std::string& file : files_) {
      LineReader reader(file, options_.line_bytes);
      name_ = display_name(file);
      while (auto line = reader.next()) {
        bytes_ += line->text.size() + 1;
        take(std::move(*line));
      }
    }
    flush();
    return summary_;
  }

 private:
  void take(InputLine&& line) {
    const std::string where = name_ + ":" + std::to_string(line.number);
    if (line.is_too_long) {
      reject(where, "the line is longer than " + std::to_string(options_.line_bytes) + " bytes");
      return;
    }
    if (trim(line.text).empty()) return;
    try {
      const JsonValue value = parse_json(line.text);
      // Evidence is located in texts that must be stored before.
      if (has_documents_ && record_kind(value) == RecordKind::Edge) flush();
      Operation operation = read_record(value, texts_);
      has_documents_ = has_documents_ || std::holds_alternative<ImportDocument>(operation);
      operations_.push_back(std::move(operation));
      places_.push_back(where);
      batch_bytes_ += line.text.size();
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::InvalidInput) throw;
      reject(where, error.what());
    }
    if (operations_.size() >= kBatch || batch_bytes_ >= kBatchBytes) flush();
  }

  void reject(const std::string& where, const std::string& reason) {
    ++summary_.rejected;
    progress_.hide();
    std::fprintf(stderr, "%s: %s\n", where.c_str(), reason.c_str());
  }

  void flush() {
    if (operations_.empty()) return;
    const Commit commit = store_.append(operations_);
    summary_.revision = commit.revision;
    for (std::size_t i = 0; i < commit.results.size(); ++i) count(commit.results[i], places_[i]);
    operations_.clear();
    places_.clear();
    batch_bytes_ = 0;
    if (has_documents_) texts_.clear();
    has_documents_ = false;
    progress_.show(bytes_, summary_.records());
  }

  void count(const OperationResult& result, const std::string& where) {
    if (result.outcome == Outcome::Created) {
      ++summary_.created;
    } else if (result.outcome == Outcome::Replaced) {
      ++summary_.replaced;
    } else if (result.outcome == Outcome::Rejected) {
      std::string reason;
      for (const Violation& violation : result.violations) {
        reason += (reason.empty() ? "" : "; ") + violation.where + ": " + violation.detail;
      }
      reject(where, reason);
    } else {
      ++summary_.unchanged;
    }
  }

  const Options& options_;
  Store store_;
  StoreTexts source_;
  TextCache texts_;
  std::vector<std::string> files_;
  Progress progress_;
  std::string name_;
  std::vector<Operation> operations_;
  std::vector<std::string> places_;
  std::size_t batch_bytes_ = 0;
  bool has_documents_ = false;
  std::size_t bytes_ = 0;
  Summary summary_;
};

void print(const Summary& summary, bool as_json) {
  if (as_json) {
    JsonWriter json;
    json.begin_object();
    json.member("records", std::uint64_t{summary.records()});
    json.member("created", std::uint64_t{summary.created});
    json.member("replaced", std::uint64_t{summary.replaced});
    json.member("unchanged", std::uint64_t{summary.unchanged});
    json.member("rejected", std::uint64_t{summary.rejected});
    json.member("revision", std::uint64_t{summary.revision});
    json.end_object();
    std::printf("%s\n", json.take().c_str());
  } else {
    std::printf("%zu records: %zu new, %zu replaced, %zu unchanged, %zu rejected\n",
                summary.records(), summary.created, summary.replaced, summary.unchanged,
                summary.rejected);
  }
}

}  // namespace

int run_import(const Options& options) {
  std::signal(SIGPIPE, SIG_IGN);
  const Summary summary = Import(options).run();
  print(summary, options.json);
  return summary.rejected == 0 ? kDone : kSomeRejected;
}

}  // namespace dealgraph::server
