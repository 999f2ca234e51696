// SPDX-License-Identifier: MIT
#include <cstdio>

#include "graph/extract/pipeline.hpp"
#include "schema/error.hpp"
#include "server/article_json.hpp"
#include "server/commands/commands.hpp"
#include "server/explain_json.hpp"
#include "server/inputs.hpp"
#include "server/lexicon_folder.hpp"
#include "server/parallel.hpp"

namespace dealgraph::server {

namespace {

constexpr std::size_t kBatch = 256;

// Extracts a batch on all threads and prints it in the order of the input.
void print_batch(const extract::Extractor& extractor, const std::vector<Document>& batch,
                 const Options& options) {
  std::vector<std::string> lines(batch.size());
  parallel_for(batch.size(), options.threads, [&](std::size_t i) {
    JsonWriter json;
    if (options.explain) {
      write_explanation(json, batch[i], extractor.explain(batch[i]));
    } else {
      write_extraction(json, batch[i], extractor.extract(batch[i]));
    }
    lines[i] = json.take() + "\n";
  });
  for (const std::string& line : lines) std::fwrite(line.data(), 1, line.size(), stdout);
  std::fflush(stdout);
}

}  // namespace

int run_extract(const Options& options) {
  const extract::Extractor extractor(load_lexicon(options.lexicon));
  int code = kDone;
  std::vector<Document> batch;
  for (const std::string& file : expand_inputs(options.inputs)) {
    read_articles(file, options.line_bytes, [&](ArticleInput&& input) {
      if (!input.article) {
        std::fprintf(stderr, "%s: %s\n", input.where.c_str(), input.rejection.c_str());
        code = kSomeRejected;
        return;
      }
      batch.push_back(std::move(*input.article));
      if (batch.size() < kBatch) return;
      print_batch(extractor, batch, options);
      batch.clear();
    });
  }
  print_batch(extractor, batch, options);
  if (std::ferror(stdout) != 0) throw Error(ErrorKind::StorageFull, "cannot write the output");
  return code;
}

}  // namespace dealgraph::server
