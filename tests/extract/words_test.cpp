// SPDX-License-Identifier: MIT
#include "graph/extract/words.hpp"

#include <doctest/doctest.h>

#include <string>

#include "graph/extract/trie.hpp"

using namespace dealgraph::extract;

namespace {

constexpr auto kWords = word_list({"전자", "홀딩스", "을", "AI", "T", "에너지솔루션", "Holdings"});
constexpr std::string_view kText =
    "한빛전자가 새한홀딩스의 AI 사업을 T사에 넘긴다. 에너지솔루션 Holdings와 한빛전자 AI";

}  // namespace

TEST_CASE("words: a word list answers as a pass over its words does") {
  for (std::size_t begin = 0; begin <= kText.size(); ++begin) {
    for (std::size_t size = 0; begin + size <= kText.size(); ++size) {
      const std::string_view text = kText.substr(begin, size);
      bool ends = false;
      bool begins = false;
      bool is = false;
      for (const std::string_view word : kWords) {
        ends = ends || text.ends_with(word);
        begins = begins || text.starts_with(word);
        is = is || text == word;
      }
      REQUIRE(ends_with_any(text, kWords) == ends);
      REQUIRE(starts_with_any(text, kWords) == begins);
      REQUIRE(kWords.contains(text) == is);
      REQUIRE(WordSet(kWords.begin(), kWords.end()).contains(text) == is);
    }
  }
}

TEST_CASE("words: find_word and find_last_word find what std::string_view finds") {
  for (const std::string_view word : kWords) {
    CHECK(find_last_word(kText, word) == kText.rfind(word));
    for (std::size_t from = 0; from <= kText.size(); ++from) {
      REQUIRE(find_word(kText, word, from) == kText.find(word, from));
      REQUIRE(contains(kText.substr(from), word) ==
              (kText.substr(from).find(word) != std::string_view::npos));
    }
  }
}

TEST_CASE("trie: the keys that a text begins with, shortest first, in either case") {
  Trie trie;
  trie.insert("삼성", 1);
  trie.insert("삼성전자", 2);
  trie.insert("삼성전기", 3);
  trie.insert("ARM", 4);
  trie.insert("A", 5);
  trie.insert("삼성", 6);
  std::vector<Trie::Match> matches;
  trie.match("새 삼성전기는", 4, matches);
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].value == 1);
  CHECK(matches[1].value == 3);
  CHECK(matches[1].length == 12);
  matches.clear();
  trie.match("arm", 0, matches);
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].value == 5);
  CHECK(matches[1].value == 4);
  CHECK(trie.find("삼성전") == Trie::kNone);
  CHECK(trie.find("Arm") == 4);
}
