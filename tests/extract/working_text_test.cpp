// SPDX-License-Identifier: MIT
#include "graph/extract/working_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "schema/text.hpp"

using namespace dealgraph;
using extract::WorkingText;

namespace {
std::string original_of(const WorkingText& working, const std::string& original,
                        std::string_view word) {
  const auto at = static_cast<std::uint32_t>(working.text().find(word));
  const Span span = working.to_original({at, at + static_cast<std::uint32_t>(word.size())});
  return original.substr(span.begin, span.end - span.begin);
}
}  // namespace

TEST_CASE("WorkingText: decomposed Hangul reads composed and leads back to itself") {
  const std::string jamo =
      "\u1109\u1161\u11B7\u1109\u1165\u11BC"  // 삼성
      "\u110C\u1165\u11AB\u110C\u1161";       // 전자
  const std::string original = "A " + jamo + "가 B";
  const WorkingText working(original);
  CHECK(working.text() == "A 삼성전자가 B");
  CHECK(original_of(working, original, "삼성전자") == jamo);
  CHECK(original_of(working, original, "B") == "B");
}

TEST_CASE("WorkingText: full-width, quotes, dots and blanks become plain") {
  const std::string original = "ＳＫ하이닉스·‘ＨＢＭ’ㆍ“AI”\u00A0x\u3000y";
  const WorkingText working(original);
  CHECK(working.text() == "SK하이닉스·'HBM'·\"AI\" x y");
  CHECK(original_of(working, original, "SK하이닉스") == "ＳＫ하이닉스");
  CHECK(original_of(working, original, "HBM") == "ＨＢＭ");
}

TEST_CASE("WorkingText: carriage returns and zero-width characters are dropped") {
  const std::string original = "a\r\nb\u200Bc\uFEFF";
  const WorkingText working(original);
  CHECK(working.text() == "a\nbc");
  CHECK(original_of(working, original, "bc") == "b\u200Bc");
}

TEST_CASE("WorkingText: every span leads to character boundaries") {
  const std::string original = "가ＡＢ\u1100\u1161é e\u0301 😀끝";
  const WorkingText working(original);
  const std::string& text = working.text();
  for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
    if (!is_boundary(text, begin)) continue;
    for (std::uint32_t end = begin + 1; end <= text.size(); ++end) {
      if (!is_boundary(text, end)) continue;
      const Span span = working.to_original({begin, end});
      CHECK(span.begin < span.end);
      CHECK(is_boundary(original, span.begin));
      CHECK(is_boundary(original, span.end));
    }
  }
}

TEST_CASE("WorkingText: an empty text stays empty") { CHECK(WorkingText("").text().empty()); }
