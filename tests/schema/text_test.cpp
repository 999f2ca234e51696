// SPDX-License-Identifier: MIT
#include "schema/text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dealgraph;

TEST_CASE("UTF-8: validity and repair") {
  CHECK(is_valid_utf8("SK하이닉스 ㈜"));
  CHECK(is_valid_utf8(""));
  CHECK_FALSE(is_valid_utf8("\xC0\xAF"));          // overlong
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));      // surrogate
  CHECK_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
  CHECK_FALSE(is_valid_utf8("한\xED\x95"));        // cut short
  CHECK_FALSE(is_valid_utf8(std::string_view("a\0b", 3)));
  CHECK(to_valid_utf8("한\xED\x95!") == "한\xEF\xBF\xBD!");
  CHECK(to_valid_utf8("plain") == "plain");
}

TEST_CASE("fold_name: spellings of one name agree, others do not") {
  CHECK(fold_name("ＳＫ하이닉스") == fold_name("sk 하이닉스"));
  CHECK(fold_name("Samsung  Electronics") == "samsungelectronics");
  CHECK(fold_name("삼성전자") ==
        fold_name("\u1109\u1161\u11B7\u1109\u1165\u11BC\u110C\u1165\u11AB\u110C\u1161"));
  CHECK(fold_name("삼성전자") != fold_name("삼성전기"));
  CHECK(fold_name("STRASSE") == fold_name("Straße"));
  CHECK(fold_text("  A\tB \n C ") == "a b c");
}

TEST_CASE("slug: Latin, lower case, hyphens") {
  CHECK(slug("Habana Labs, Inc.") == "habana-labs-inc");
  CHECK(slug("O'Brien & Sons") == "obrien-sons");
  CHECK(slug("Électricité de France") == "electricite-de-france");
  CHECK(slug("한미반도체") != "");
  CHECK(slug("한미반도체") == slug("한미반도체"));
  CHECK(slug("···") == "");
}

TEST_CASE("is_valid_id: names that are safe in a URL path and a list") {
  CHECK(is_valid_id("sk-hynix"));
  CHECK(is_valid_id("삼성전자"));
  for (const char* id : {"", "a b", "a/b", "a,b", "a?b", "a#b", "a\nb", "a\x7F", "\xC0"}) {
    CHECK_MESSAGE(!is_valid_id(id), id);
  }
  CHECK(is_valid_id(std::string(200, 'x')));
  CHECK_FALSE(is_valid_id(std::string(201, 'x')));
}

TEST_CASE("CodePointIndex: agrees with counting, in both directions") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a한é😀";
  const CodePointIndex index(text);
  REQUIRE(index.size() == 400);
  std::size_t code_point = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_boundary(text, at)) continue;
    CHECK(index.code_points_before(at) == code_point);
    CHECK(index.byte_offset(code_point) == at);
    ++code_point;
  }
  CHECK(index.code_points_before(text.size()) == 400);
  CHECK(index.byte_offset(400) == text.size());
  CHECK(index.byte_offset(9999) == text.size());
  CHECK(CodePointIndex("").byte_offset(0) == 0);
}

TEST_CASE("sha256_hex: the published test vector") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
