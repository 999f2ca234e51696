// SPDX-License-Identifier: MIT
#include "server/article_json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "graph/store.hpp"
#include "schema/error.hpp"

using namespace dealgraph;
using namespace dealgraph::server;

namespace {

std::vector<std::string> pointers(std::string_view json) {
  std::vector<std::string> result;
  try {
    parse_article(json);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::InvalidInput);
    for (const Violation& violation : error.violations()) result.push_back(violation.where);
  }
  return result;
}

}  // namespace

TEST_CASE("parse_article: all members") {
  const Document document = parse_article(
      R"({"id":"a1","title":"T","text":"X","lang":"ko","published":"2025-11-03","source":"S",)"
      R"("url":"https://x","entities":[1],"origin":{"deep":true}})");
  CHECK(document.id == "a1");
  CHECK(document.title == "T");
  CHECK(document.text == "X");
  CHECK(document.lang == "ko");
  CHECK(document.source == "S");
  CHECK(document.url == "https://x");
  CHECK(document.published == PartialDate::parse("2025-11-03"));
}

TEST_CASE("parse_article: a time is taken as the day it was written on") {
  CHECK(parse_article(R"({"text":"x","published":"2025-11-03T00:30:00+09:00"})").published ==
        PartialDate::parse("2025-11-03"));
  CHECK_FALSE(parse_article(R"({"text":"x","published":""})").published);
  CHECK_FALSE(parse_article(R"({"text":"x","published":null})").published);
}

TEST_CASE("parse_article: without an id the content decides") {
  const Document one = parse_article(R"({"title":"T","text":"X"})");
  const Document same = parse_article(R"({"text":"X","title":"T","id":null})");
  const Document other = parse_article(R"({"title":"T","text":"Y"})");
  CHECK(one.id == same.id);
  CHECK(one.id == document_id(one));
  CHECK(one.id != other.id);
}

TEST_CASE("parse_article: every offence is named by its pointer") {
  using List = std::vector<std::string>;
  CHECK(pointers("[]") == List{""});
  CHECK(pointers("{}") == List{"/title", "/text"});
  CHECK(pointers(R"({"id":"a b","title":1,"text":"x","published":"soon","lang":[]})") ==
        List{"/id", "/title", "/lang", "/published"});
  CHECK(pointers(R"({"text":"a\u0000b"})") == List{"/text"});
  CHECK(pointers(R"({"text":"x","id":"a/b"})") == List{"/id"});
}

TEST_CASE("write_extraction: offsets are code points of title, line break and text") {
  Document document;
  document.id = "a1";
  document.title = "한국";
  document.text = "오픈AI가 AWS와 😀 계약";
  const std::string text = full_text(document);
  const auto span = [&](std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(text.find(part));
    return Span{begin, begin + static_cast<std::uint32_t>(part.size())};
  };
  Extraction extraction;
  Entity openai;
  openai.id = "openai";
  openai.name = "OpenAI";
  extraction.entities = {openai};
  extraction.mentions = {{"openai", span("오픈AI")}};
  ProposedEdge edge;
  edge.type = EdgeType::Supply;
  edge.source = "aws";
  edge.target = "openai";
  edge.claim.amount = parse_major("12.5", *Currency::parse("USD"));
  edge.claim.date = PartialDate::parse("2025-11");
  edge.claim.confidence = 8'750;
  edge.evidence = {span("😀 계약")};
  extraction.edges = {edge};

  JsonWriter writer;
  write_extraction(writer, document, extraction);
  const auto json = nlohmann::json::parse(writer.take());
  CHECK(json["id"] == "a1");
  CHECK(json["entities"][0]["mentions"] ==
        nlohmann::json::parse(R"([{"start":3,"end":7,"text":"오픈AI"}])"));
  const auto& written = json["edges"][0];
  CHECK(written["type"] == "supply");
  CHECK(written["status"] == "agreed");
  CHECK(written["date"] == "2025-11");
  CHECK(written["amount"] == nlohmann::json::parse(R"({"value":12.5,"currency":"USD"})"));
  CHECK(written["confidence"] == 0.875);
  CHECK_FALSE(written.contains("product"));
  CHECK(written["evidence"] == nlohmann::json::parse(R"([{"start":14,"end":18,"text":"😀 계약"}])"));
}
