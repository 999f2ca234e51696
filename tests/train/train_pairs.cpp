// SPDX-License-Identifier: MIT
// Trains the learned reader from the annotated text of a source tree and says how well it reads
// articles that it has not seen. Run by scripts/train, and by ctest with --check.
//
// usage: train_pairs [--check] ROOT
//   --check   write nothing; fail if the weights in the tree are not those that training gives
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string_view>

#include "schema/lexicon.hpp"
#include "tests/train/maxent.hpp"

using namespace dealgraph;
using namespace dealgraph::train;

namespace {

struct Score {
  std::size_t gold = 0;
  std::size_t told = 0;
  std::size_t right = 0;

  void count(const std::set<EdgeKey>& expected, const std::set<EdgeKey>& edges) {
    gold += expected.size();
    told += edges.size();
    for (const EdgeKey& edge : edges) right += expected.contains(edge) ? 1 : 0;
  }
  void print(const char* who) const {
    const double p = told == 0 ? 0 : static_cast<double>(right) / static_cast<double>(told);
    const double r = gold == 0 ? 0 : static_cast<double>(right) / static_cast<double>(gold);
    std::printf("%s P %.3f R %.3f F1 %.3f", who, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
  }
};

std::vector<const Article*> pointers(const std::vector<Article>& articles) {
  std::vector<const Article*> out;
  for (const Article& article : articles) out.push_back(&article);
  return out;
}

void report(const std::vector<Article>& articles, const MaxEnt& model) {
  Score rules;
  std::size_t statuses = 0;
  std::size_t right = 0;
  for (const Article& article : articles) {
    rules.count(article.gold, article.rules);
    for (const Sample& sample : article.samples) {
      if (!sample.status) continue;
      ++statuses;
      right += model.status_of(sample) == *sample.status ? 1 : 0;
    }
  }
  std::printf("held out: %zu articles, %zu edges; status right %zu of %zu\n", articles.size(),
              rules.gold, right, statuses);
  rules.print("rules alone");
  std::printf("\n");
  for (const double threshold : {0.3, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9}) {
    Score alone;
    Score both;
    for (const Article& article : articles) {
      std::set<EdgeKey> edges = model.edges(article, threshold);
      alone.count(article.gold, edges);
      edges.insert(article.rules.begin(), article.rules.end());
      both.count(article.gold, edges);
    }
    std::printf("from %.2f: ", threshold);
    alone.print("model alone");
    both.print(", with the rules");
    std::printf("\n");
  }
}

/// The files of a folder that a language trains on, by name.
std::vector<std::filesystem::path> corpus_of(const std::filesystem::path& root,
                                             const std::string& language) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(root / "graph/extract/model/corpus")) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(language + "-") || name == "patterns-" + language + ".txt")
      files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const char* kind : {"", "more-"})
    files.push_back(root / "tests/golden" / (kind + language + ".jsonl"));
  return files;
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// True unless the weights in the tree differ from those of the training.
bool train_language(const std::filesystem::path& root, const std::string& language,
                    const extract::Gazetteer& gazetteer, bool check) {
  const std::vector<Article> articles = read_corpus(corpus_of(root, language), gazetteer);
  std::size_t samples = 0;
  for (const Article& article : articles) samples += article.samples.size();
  std::printf("%s: %zu articles and sentences, %zu pairs\n", language.c_str(), articles.size(),
              samples);
  const MaxEnt model(pointers(articles));
  const std::filesystem::path held_out = root / "tests/golden" / ("held-" + language + ".jsonl");
  report(read_corpus({held_out}, gazetteer), model);
  const std::filesystem::path weights =
      root / "graph/extract/model" / ("pairs_" + language + ".txt");
  const std::string text = model.weights();
  if (check) return text_of(weights) == text;
  std::ofstream(weights) << text;
  return true;
}

}  // namespace

int main(int argc, char** argv) try {
  const bool check = argc > 1 && std::string_view(argv[1]) == "--check";
  if (argc != (check ? 3 : 2)) {
    std::fprintf(stderr, "usage: %s [--check] ROOT\n", argv[0]);
    return 2;
  }
  const std::filesystem::path root = argv[argc - 1];
  const extract::Gazetteer gazetteer{embedded_lexicon()};
  for (const std::string language : {"ko", "en"}) {
    if (train_language(root, language, gazetteer, check)) continue;
    std::fprintf(stderr,
                 "graph/extract/model/pairs_%s.txt is not what training gives: run scripts/train "
                 "and commit it\n",
                 language.c_str());
    return 1;
  }
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_pairs: %s\n", error.what());
  return 1;
}
