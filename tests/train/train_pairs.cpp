// SPDX-License-Identifier: MIT
// Trains the learned reader of one language and says how well it reads articles that it has not
// seen. Run by scripts/train.
//
// usage: train_pairs [[--save FILE] FILE… [--held-out FILE…]
//   FILE: annotated articles (*.jsonl) or sentence patterns (*.txt)
#include <cstdio>
#include <exception>
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

}  // namespace

int main(int argc, char** argv) try {
  std::string save;
  std::vector<std::filesystem::path> corpus;
  std::vector<std::filesystem::path> held_out;
  bool holding = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--save" && i + 1 < argc) {
      save = argv[++i];
    } else if (word == "--held-out") {
      holding = true;
    } else {
      (holding ? held_out : corpus).emplace_back(word);
    }
  }
  if (corpus.empty()) {
    std::fprintf(stderr, "usage: %s [[--save FILE] FILE... [--held-out FILE...]\n", argv[0]);
    return 2;
  }
  const extract::Gazetteer gazetteer{embedded_lexicon()};
  const std::vector<Article> articles = read_corpus(corpus, gazetteer);
  const MaxEnt model(pointers(articles));
  std::size_t samples = 0;
  for (const Article& article : articles) samples += article.samples.size();
  std::printf("trained on %zu articles and sentences, %zu pairs\n", articles.size(), samples);
  if (!held_out.empty()) report(read_corpus(held_out, gazetteer), model);
  if (!save.empty()) std::printf("%s: %zu features\n", save.c_str(), model.save(save));
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_pairs: %s\n", error.what());
  return 1;
}
