// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "schema/text.hpp"
#include "store_fixtures.hpp"

namespace dealgraph {
namespace {

using namespace store_fixtures;  // NOLINT

using Ids = std::vector<std::string>;

void add(TempStore& temp, const std::string& id, const std::string& text,
         const std::string& published = "", const std::string& source = "") {
  ImportDocument import;
  import.document.id = id;
  import.document.title = "제목 " + id;
  import.document.text = text;
  import.document.source = source;
  if (!published.empty()) import.document.published = date(published);
  REQUIRE(temp.put(import).outcome == Outcome::Created);
}

Ids find(TempStore& temp, const DocumentQuery& query) {
  Ids ids;
  for (const DocumentSummary& summary : temp.store.documents(query)) ids.push_back(summary.id);
  return ids;
}

Ids search(TempStore& temp, const std::string& text) { return find(temp, {.text = text}); }

}  // namespace

TEST_CASE("documents: Korean is found by syllables") {
  TempStore temp;
  add(temp, "capital", "서울에서 열렸다");
  add(temp, "university", "서울대 연구진");
  add(temp, "nvidia", "엔비디아는 HBM4를 샀다");
  add(temp, "search", "검색 엔진");
  add(temp, "scattered", "검은 색");
  add(temp, "samsung", "삼성전자와 하이닉스");
  CHECK(search(temp, "서울") == Ids{"capital", "university"});
  CHECK(search(temp, "서울대") == Ids{"university"});
  CHECK(search(temp, "엔비디아") == Ids{"nvidia"});
  CHECK(search(temp, "HBM4") == Ids{"nvidia"});
  CHECK(search(temp, "hbm4를") == Ids{"nvidia"});
  CHECK(search(temp, "검색") == Ids{"search"});
  CHECK(search(temp, "삼성") == Ids{"samsung"});
  CHECK(search(temp, "삼성전자") == Ids{"samsung"});
  CHECK(search(temp, "전자") == Ids{"samsung"});
  CHECK(search(temp, "삼성전기").empty());
  CHECK(search(temp, "검") == Ids{"scattered", "search"});
  CHECK(search(temp, "색") == Ids{"scattered"});
  CHECK(search(temp, "하이닉스 삼성") == Ids{"samsung"});
  CHECK(search(temp, "하이닉스 엔비디아").empty());
  CHECK(search(temp, "제목").size() == 6);
}

TEST_CASE("documents: Latin words are found whole, whatever their case or width") {
  TempStore temp;
  add(temp, "a", "Hermes는 Nous Research의 GPT-5.1 대항마다. Café");
  CHECK(search(temp, "hermes") == Ids{"a"});
  CHECK(search(temp, "ＨＥＲＭＥＳ") == Ids{"a"});
  CHECK(search(temp, "Herm").empty());
  CHECK(search(temp, "nous research") == Ids{"a"});
  CHECK(search(temp, "GPT-5.1") == Ids{"a"});
  CHECK(search(temp, "GPT-5.2").empty());
  CHECK(search(temp, "café") == Ids{"a"});
}

TEST_CASE("documents: hostile queries are only words") {
  TempStore temp;
  add(temp, "a", "삼성전자 NEAR(a b) OR NOT");
  for (const char* query : {"삼성*(", "\"삼성\"", "삼성\"", "NEAR(a b)", "near a", "OR", "a OR NOT",
                            "terms:삼성", "-삼성", "^삼성", "{삼성}"}) {
    CAPTURE(query);
    CHECK_NOTHROW(search(temp, query));
  }
  CHECK(search(temp, "삼성*(") == Ids{"a"});
  CHECK(search(temp, "NEAR(a b)") == Ids{"a"});
  for (const char* query : {"\"", "*", "()", "'; DROP TABLE document; --", "—", "\\"}) {
    CAPTURE(query);
    CHECK(search(temp, query).empty());
  }
}

TEST_CASE("documents: the snippet is a valid piece of the text around the hit") {
  TempStore temp;
  std::string filler;
  for (int i = 0; i < 200; ++i) filler += "가나다 ";
  add(temp, "a", filler + "여기 엔비디아가 있다. " + filler);
  const auto found = temp.store.documents({.text = "엔비디아"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].snippet.find("엔비디아가") != std::string::npos);
  CHECK(is_valid_utf8(found[0].snippet));
  CHECK(temp.store.documents({})[0].snippet.empty());
}

TEST_CASE("documents: newest first, undated last, then by id, page by page") {
  TempStore temp;
  add(temp, "b", "x", "2025-10-28");
  add(temp, "a", "x", "2025-10-28");
  add(temp, "year", "x", "2025");
  add(temp, "month", "x", "2025-10");
  add(temp, "new", "x", "2026-01-01");
  add(temp, "undated2", "x");
  add(temp, "undated1", "x");
  const Ids all{"new", "a", "b", "month", "year", "undated1", "undated2"};
  for (const char* text : {"", "x"}) {
    CHECK(find(temp, {.text = text}) == all);
    Ids paged;
    DocumentQuery query{.text = text, .limit = 2};
    for (;;) {
      const auto page = temp.store.documents(query);
      for (const DocumentSummary& summary : page) paged.push_back(summary.id);
      if (page.size() < query.limit) break;
      const DocumentSummary& last = page.back();
      query.after = {last.published ? last.published->to_string() : "", last.id};
    }
    CHECK(paged == all);
  }
}

TEST_CASE("documents: dates match by overlap, the source exactly") {
  TempStore temp;
  add(temp, "day", "x", "2025-10-28", "one");
  add(temp, "month", "x", "2025-10", "two");
  add(temp, "year", "x", "2025", "one");
  add(temp, "undated", "x", "", "one");
  const auto between = [&](const char* from, const char* to) {
    DocumentQuery query;
    if (*from != '\0') query.date_from = date(from);
    if (*to != '\0') query.date_to = date(to);
    return find(temp, query);
  };
  CHECK(between("2025-10-28", "2025-10-28") == Ids{"day", "month", "year"});
  CHECK(between("2025-10-29", "") == Ids{"month", "year"});
  CHECK(between("2025-11", "") == Ids{"year"});
  CHECK(between("2026", "").empty());
  CHECK(between("", "2025-10-27") == Ids{"month", "year"});
  CHECK(between("", "2025-09") == Ids{"year"});
  CHECK(between("", "2024").empty());
  CHECK(between("2025", "2025") == Ids{"day", "month", "year"});
  CHECK(find(temp, {.source = "one"}) == Ids{"day", "year", "undated"});
  CHECK(find(temp, {.source = "o"}).empty());
}

TEST_CASE("document: mentions by begin, then by longest; edges by their first sentence") {
  TempStore temp;
  EdgeFacts claim;
  PutDocument article = ArticleBuilder("a", "2025-11-03")
                            .says("OpenAI buys from AWS.", EdgeType::Supply, "AWS", "OpenAI", claim)
                            .says("Nvidia sells to AWS.", EdgeType::Supply, "Nvidia", "AWS", claim)
                            .build();
  const Span first = article.extraction.mentions[0].span;
  article.extraction.mentions.push_back({"openai", {first.begin, first.end - 1}});
  temp.put(article);
  const auto stored = temp.store.document("a");
  REQUIRE(stored.has_value());
  CHECK(stored->document == article.document);
  CHECK(stored->edge_ids.size() == 2);
  CHECK(stored->known.to == kForever);
  for (std::size_t i = 1; i < stored->mentions.size(); ++i) {
    const Span& before = stored->mentions[i - 1].span;
    const Span& span = stored->mentions[i].span;
    CHECK((before.begin < span.begin || before.end >= span.end));
  }
  const std::string text = full_text(stored->document);
  const Evidence evidence = temp.store.evidence(stored->edge_ids[0]).at(0).evidence;
  CHECK(text.substr(evidence.span.begin, evidence.span.end - evidence.span.begin) ==
        "OpenAI buys from AWS.");
  CHECK_FALSE(temp.store.document("b").has_value());
  CHECK(temp.store.evidence("nothing").empty());
}

TEST_CASE("evidence: by publication, then document, then span") {
  TempStore temp;
  EdgeFacts claim;
  for (const auto& [id, published] : std::vector<std::pair<std::string, std::string>>{
           {"z", "2025-11-01"}, {"b", "2025-11-03"}, {"a", "2025-11-03"}, {"u", ""}}) {
    temp.put(ArticleBuilder(id, published)
                 .says("AWS supplies OpenAI.", EdgeType::Supply, "AWS", "OpenAI", claim)
                 .build());
  }
  Ids order;
  for (const StoredEvidence& one : temp.store.evidence(load(temp.store).live_edges()[0].id)) {
    order.push_back(one.evidence.document);
  }
  CHECK(order == Ids{"z", "a", "b", "u"});
}

}  // namespace dealgraph
