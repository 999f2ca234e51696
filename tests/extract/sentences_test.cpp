// SPDX-License-Identifier: MIT
#include "graph/extract/sentences.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dealgraph;
using namespace dealgraph::extract;

namespace {
std::vector<std::string> split(const std::string& text, std::size_t title = 0) {
  std::vector<std::string> out;
  for (const Sentence& s : split_sentences(text, title)) {
    out.push_back(text.substr(s.span.begin, s.span.end - s.span.begin));
  }
  return out;
}
using Strings = std::vector<std::string>;
}  // namespace

TEST_CASE("sentences: Korean and English full stops") {
  CHECK(split("협약을 맺었다. 공급은 내년부터다.") ==
        Strings{"협약을 맺었다.", "공급은 내년부터다."});
  CHECK(split("It paid $1.5 billion. The deal closed.") ==
        Strings{"It paid $1.5 billion.", "The deal closed."});
}

TEST_CASE("sentences: abbreviations do not end one") {
  CHECK(split("Acme Inc. sued the U.S. government. It lost.").size() == 2);
  CHECK(split("Mr. Roe of Bolt Corp. met J. Doe in St. Louis.").size() == 1);
}

TEST_CASE("sentences: quotations stay with what is said of them") {
  CHECK(split("그는 \"좋다. 계속한다.\"라고 말했다. 끝이다.").size() == 2);
  CHECK(split("\"It works. We ship,\" said Roe. It did.").size() == 2);
}

TEST_CASE("sentences: the title is one, bullets are each one") {
  const std::string text = "A사, B와 협력. 확대\n물량은 △정부 5만장 △A사 6만장이다.";
  const auto found = split_sentences(text, std::string("A사, B와 협력. 확대").size());
  REQUIRE(found.size() == 4);
  CHECK(found[0].title);
  CHECK_FALSE(found[1].bullet);
  CHECK(found[2].bullet);
  CHECK(found[3].bullet);
}

TEST_CASE("sentences: a byline is apart and marked") {
  const auto found = split_sentences("새벽일보 홍길동 기자 | 공장을 지었다.", 0);
  REQUIRE(found.size() == 2);
  CHECK(found[0].byline);
  CHECK_FALSE(found[1].byline);
}

TEST_CASE("sentences: language by script") {
  CHECK(split_sentences("Nvidia가 밝혔다.", 0).front().language == Language::Korean);
  CHECK(split_sentences("Nvidia said so.", 0).front().language == Language::English);
}
