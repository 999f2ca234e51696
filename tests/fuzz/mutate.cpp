// SPDX-License-Identifier: MIT
// Drives a fuzz target without libFuzzer: articles of the corpus, cut, joined and garbled by a
// seeded generator.
//
// usage: mutate RUNS SEED CORPUS…     (files, one article a line)
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t end) { return random() % end; }

std::string piece_of(Random& random, const std::vector<std::string>& corpus) {
  const std::string& line = corpus[below(random, corpus.size())];
  const std::size_t begin = below(random, line.size());
  return line.substr(begin, below(random, line.size() - begin) + 1);
}

std::string garbled(Random& random, std::string text) {
  for (std::size_t edits = below(random, 8); edits > 0 && !text.empty(); --edits) {
    const std::size_t at = below(random, text.size());
    switch (below(random, 4)) {
      case 0:
        text[at] = static_cast<char>(random());
        break;
      case 1:
        text.erase(at, below(random, 9));
        break;
      case 2:
        text.insert(at, text.substr(below(random, text.size()), below(random, 60)));
        break;
      default:
        text.insert(at, std::string(below(random, 40), "(\"'·△1 억\n.,"[below(random, 11)]));
    }
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: %s RUNS SEED CORPUS...\n", argv[0]);
    return 2;
  }
  std::vector<std::string> corpus;
  for (int i = 3; i < argc; ++i) {
    std::ifstream file(argv[i]);
    for (std::string line; std::getline(file, line);) {
      if (!line.empty()) corpus.push_back(line);
    }
  }
  if (corpus.empty()) {
    std::fprintf(stderr, "%s: the corpus is empty\n", argv[0]);
    return 2;
  }
  const long runs = std::atol(argv[1]);
  Random random(std::strtoull(argv[2], nullptr, 10));
  for (long run = 0; run < runs; ++run) {
    std::string text = piece_of(random, corpus);
    if (below(random, 2) == 0) text += piece_of(random, corpus);
    text = garbled(random, text);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
  std::printf("%ld inputs, no crash\n", runs);
  return 0;
}
