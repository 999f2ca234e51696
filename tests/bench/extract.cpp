// SPDX-License-Identifier: MIT
// How fast articles are read: articles and megabytes a second on one core and on two, and the
// latency of one article, over articles whose names, figures and dates vary, so that no cache
// helps. Beside it, in the same run, a yardstick: one pass of Unicode normalisation (NFC) over the
// same bytes. Every round's answers are checked against those of a first one.
//
// usage: bench_extract [--seconds N] FILE…     (articles, JSON Lines)
#include <sys/resource.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "graph/extract/pipeline.hpp"

using namespace dealgraph;

namespace {

using Clock = std::chrono::steady_clock;
using Random = std::mt19937_64;

constexpr std::uint64_t kSeed = 42;
constexpr std::size_t kVariants = 40;  // of each article

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Swaps digits, so that no figure or date stands twice; names are varied by prefixing unknown
/// ones.
std::string varied(Random& random, std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool inner = i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
    if (c >= '1' && c <= '8' && inner) text[i] = static_cast<char>('1' + random() % 8);
  }
  static constexpr std::string_view kLetters = "가나다라마바사아자차카타파하";
  std::string name;
  for (int i = 0; i < 3; ++i) name += kLetters.substr(random() % 14 * 3, 3);
  std::string latin = "Qu";
  for (int i = 0; i < 6; ++i) latin += static_cast<char>('a' + random() % 26);
  return text + " 장비업체 " + name + "테크가 협력한다. Chip startup " + latin + " raised money.";
}

std::vector<Document> read_articles(const std::vector<std::string>& files) {
  std::vector<Document> articles;
  Random random(kSeed);
  for (const std::string& path : files) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      const auto article = nlohmann::json::parse(line);
      for (std::size_t i = 0; i < kVariants; ++i) {
        Document document;
        document.id = article.at("id").get<std::string>() + "/" + std::to_string(i);
        document.title = article.value("title", "");
        document.text = varied(random, article.value("text", ""));
        document.published = PartialDate::parse(article.value("published", ""));
        articles.push_back(std::move(document));
      }
    }
  }
  std::shuffle(articles.begin(), articles.end(), random);
  return articles;
}

std::size_t bytes_of(const std::vector<Document>& articles) {
  std::size_t bytes = 0;
  for (const Document& article : articles) bytes += article.title.size() + article.text.size() + 1;
  return bytes;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double at_percentile(std::vector<double>& sorted, double p) {
  return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(p * double(sorted.size())))];
}

/// Seconds of each round until `budget` is spent, three rounds at the least.
std::vector<double> rounds(double budget, const std::function<void()>& round) {
  std::vector<double> times;
  for (const auto begin = Clock::now(); times.size() < 3 || seconds_since(begin) < budget;) {
    const auto start = Clock::now();
    round();
    times.push_back(seconds_since(start));
  }
  return times;
}

void normalise(const std::vector<Document>& articles) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::size_t size = 0;
  for (const Document& article : articles) {
    std::string out;
    nfc->normalize(icu::UnicodeString::fromUTF8(article.text), status).toUTF8String(out);
    size += out.size();
  }
  if (U_FAILURE(status) || size == 0) std::abort();
}

}  // namespace

int main(int argc, char** argv) {
  double budget = 5;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--seconds" && i + 1 < argc) {
      budget = std::atof(argv[++i]);
    } else {
      files.emplace_back(argv[i]);
    }
  }
  const std::vector<Document> articles = read_articles(files);
  if (articles.empty()) {
    std::fprintf(stderr, "usage: %s [--seconds N] FILE...\n", argv[0]);
    return 2;
  }
  const auto build = Clock::now();
  const extract::Extractor extractor{embedded_lexicon()};
  const double build_seconds = seconds_since(build);
  const double megabytes = static_cast<double>(bytes_of(articles)) / 1e6;
  const auto count = static_cast<double>(articles.size());

  std::vector<Extraction> expected;
  expected.reserve(articles.size());
  std::vector<double> latencies;
  latencies.reserve(articles.size());
  std::size_t edges = 0;
  for (const Document& article : articles) {
    const auto start = Clock::now();
    expected.push_back(extractor.extract(article));
    latencies.push_back(seconds_since(start) * 1e6);
    edges += expected.back().edges.size();
  }
  std::sort(latencies.begin(), latencies.end());

  const auto extract_part = [&](std::size_t part, std::size_t parts) {
    for (std::size_t i = part; i < articles.size(); i += parts) {
      if (!(extractor.extract(articles[i]) == expected[i])) {
        std::fprintf(stderr, "%s gives another answer the second time\n", articles[i].id.c_str());
        std::abort();
      }
    }
  };
  const double one = median(rounds(budget, [&] { extract_part(0, 1); }));
  const double two = median(rounds(budget, [&] {
    std::jthread other([&] { extract_part(1, 2); });
    extract_part(0, 2);
  }));
  const double yardstick = median(rounds(budget / 5, [&] { normalise(articles); }));
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);

  std::printf("articles          %zu, %.1f MB, %zu edges\n", articles.size(), megabytes, edges);
  std::printf("lexicon compiled  %.1f ms\n", build_seconds * 1e3);
  std::printf("one core          %.1f MB/s, %.0f articles/s\n", megabytes / one, count / one);
  std::printf("two cores         %.1f MB/s, %.2f times one\n", megabytes / two, one / two);
  std::printf("one article       p50 %.0f us, p99 %.0f us\n", at_percentile(latencies, 0.5),
              at_percentile(latencies, 0.99));
  std::printf("NFC yardstick     %.1f MB/s; extraction takes %.1f times as long\n",
              megabytes / yardstick, one / yardstick);
  std::printf("peak memory       %.0f MB, answers and articles included\n",
              static_cast<double>(usage.ru_maxrss) / 1024);
  return 0;
}
