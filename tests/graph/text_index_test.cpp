// SPDX-License-Identifier: MIT
#include "graph/text_index.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"
#include "schema/text.hpp"

namespace dealgraph {

TEST_CASE("index_terms: Latin words stand, syllables become pairs") {
  CHECK(index_terms("SK하이닉스, HBM4를 공급") == "sk 하이 이닉 닉스 hbm4 를 공급");
  CHECK(index_terms("GPT-5.1") == "gpt 5 1");
  CHECK(index_terms("검 색") == "검 색");
  CHECK(index_terms("三星電子") == "三星 星電 電子");
  CHECK(index_terms("エヌビディア") == "エヌ ヌビ ビデ ディ ィア");
  CHECK(index_terms("ＨＢＭ④") == "hbm4");
  CHECK(index_terms("").empty());
  CHECK(index_terms(" \n\"*() ").empty());
}

TEST_CASE("match_expression: every word becomes one quoted phrase") {
  CHECK(match_expression("엔비디아 HBM") == "\"엔비 비디 디아\" AND \"hbm\"");
  CHECK(match_expression("검") == "\"검\" *");
  CHECK(match_expression("SK온") == "\"sk 온\" *");
  CHECK(match_expression("").empty());
  CHECK(match_expression("!!! ***").empty());
}

TEST_CASE("match_expression: FTS5's own language never gets through") {
  CHECK(match_expression("삼성*(") == "\"삼성\"");
  CHECK(match_expression("\"").empty());
  CHECK(match_expression("NEAR(a b)") == "\"near a\" AND \"b\"");
  CHECK(match_expression("terms:x OR y") == "\"terms x\" AND \"or\" AND \"y\"");
  CHECK(match_expression("a\"b") == "\"a b\"");
}

TEST_CASE("match_expression: too many words are refused") {
  std::string words;
  for (int i = 0; i < 64; ++i) words += "a ";
  CHECK_NOTHROW(match_expression(words));
  CHECK_THROWS_AS(match_expression(words + "a"), Error);
}

TEST_CASE("snippet: valid text around the first hit") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "가나다라 마바사 ";
  const std::string before = text;
  text += "엔비디아는 발표했다. ";
  for (int i = 0; i < 100; ++i) text += "아자차카 타파하 ";
  const std::string cut = snippet(text, "엔비디아");
  CHECK(cut.find("엔비디아는") != std::string::npos);
  CHECK(is_valid_utf8(cut));
  CHECK(cut.size() <= 400);
  CHECK(text.find(cut) != std::string::npos);
  CHECK(snippet(text, "없는말") == snippet(text, ""));
  CHECK(before.starts_with(snippet(text, "없는말")));
  CHECK(snippet("짧은 글", "글") == "짧은 글");
  CHECK(snippet("", "x").empty());
}

TEST_CASE("snippet: finds a hit deep in text without blanks") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "天地玄黄";
  const std::size_t hit = text.size();
  text += "英伟达";
  for (int i = 0; i < 500; ++i) text += "宇宙洪荒";
  const std::string cut = snippet(text, "英伟达");
  CHECK(cut.find("英伟达") != std::string::npos);
  CHECK(is_valid_utf8(cut));
  CHECK(text.find(cut) + 200 > hit);
}

}  // namespace dealgraph
