// SPDX-License-Identifier: MIT
#include "graph/extract/explain.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "graph/extract/resolver.hpp"
#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;

namespace {

const Document& story() {
  static const Document kStory = article(
      "소프트뱅크는 오픈AI에 300억달러(약 42조원)를 투자한다고 3일 밝혔다. 투자 소식은 CNBC가 "
      "전했다. "
      "소프트뱅크는 오픈AI에 투자한다. 공급은 없다.");
  return kStory;
}

std::string_view text_of(Span span) {
  static const std::string kText = full_text(story());
  return std::string_view(kText).substr(span.begin, span.end - span.begin);
}

}  // namespace

TEST_CASE("explain: its result is what extract gives") {
  const Explanation told = extractor().explain(story());
  CHECK(told.result == extractor().extract(story()));
}

TEST_CASE("explain: names tell their reason, score and the lexicon's entries") {
  const Explanation told = extractor().explain(story());
  REQUIRE_FALSE(told.names.empty());
  CHECK(text_of(told.names.front().span) == "소프트뱅크");
  CHECK(told.names.front().reason == "lexicon name");
  CHECK(told.names.front().score == score_of(Reason::LexiconName));
  CHECK(told.names.front().may_be.empty());
  CHECK(told.names.front().owners == std::vector<std::string>{told.names.front().entity});
  REQUIRE(told.media.size() == 1);
  CHECK(text_of(told.media.front()) == "CNBC");
  const Explanation unknown =
      extractor().explain(article("장비업체 미르테크가 밝혔다. 미르테크는 크다."));
  REQUIRE_FALSE(unknown.names.empty());
  CHECK(unknown.names.front().reason == "named by context only: new entity");
  CHECK(unknown.names.front().owners.empty());
}

TEST_CASE("explain: amounts and dates tell their use") {
  const Explanation told = extractor().explain(story());
  REQUIRE(told.amounts.size() == 2);
  CHECK(told.amounts[0].use == "deal");
  CHECK(told.amounts[1].use == "conversion");
  REQUIRE(told.dates.size() == 1);
  CHECK(told.dates.front().use == "announced");
}

TEST_CASE("explain: candidates tell their trigger and fate, triggers what came of them") {
  const Explanation told = extractor().explain(story());
  REQUIRE(told.candidates.size() >= 2);
  CHECK(told.candidates[0].fate == "edge");
  CHECK(told.candidates[0].reader == "rules");
  CHECK(told.candidates[0].confidence == kCertain);
  CHECK(told.candidates[1].fate == "merged");
  CHECK(told.candidates[0].edge == told.candidates[1].edge);
  for (const ExplainedCandidate& candidate : told.candidates) {
    CHECK(candidate.sentence.begin <= candidate.trigger.begin);
    CHECK(candidate.trigger.end <= candidate.sentence.end);
  }
  const auto supply =
      std::ranges::find(told.triggers, EdgeType::Supply, &ExplainedTrigger::edge_type);
  REQUIRE(supply != told.triggers.end());
  CHECK(supply->candidates == 0);
}
