// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <set>
#include <stdexcept>
#include <tuple>

#include "graph/extract/embedded.hpp"
#include "graph/extract/pair_model.hpp"
#include "graph/extract/word_classes.hpp"
#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;

TEST_CASE("pair model: odds are the sums of the weights of the features that it knows") {
  const PairModel model("# a remark\n10 0 32 3 -64\nfffffff0 0 16\n");
  const auto odds = model.judge(std::array<std::uint32_t, 3>{0x10, 0xfffffff0, 0x11});
  CHECK(odds[0] == doctest::Approx(1.5));
  CHECK(odds[3] == doctest::Approx(-2));
  CHECK(odds[1] == 0);
  CHECK(model.judge({})[0] == 0);
}

TEST_CASE("pair model: a feature that stands twice counts twice") {
  const PairModel model("abc 4 32\n");
  CHECK(model.judge(std::array<std::uint32_t, 2>{0xabc, 0xabc})[4] == doctest::Approx(2));
}

TEST_CASE("pair model: the likeliest status, with the type of the edge and what is usual") {
  char usual[32];
  std::snprintf(usual, sizeof usual, "%x 20 40\n", kBiasFeature);
  char roles[32];
  std::snprintf(roles, sizeof roles, "%x 21 90\n", status_feature(EdgeType::Role));
  const PairModel model(std::string(usual) + roles + "77 23 64\n");
  CHECK(model.status_of({}, EdgeType::Supply) == Status::Agreed);
  CHECK(model.status_of({}, EdgeType::Role) == Status::Completed);
  CHECK(model.status_of(std::array<std::uint32_t, 1>{0x77}, EdgeType::Supply) == Status::Denied);
}

TEST_CASE("pair model: a damaged line is refused with its number") {
  for (const char* text : {"10 0 32\nxyz 1 1\n", "10 0 32\n11 99 1\n", "10 0 32\n11 1\n"}) {
    CHECK_THROWS_WITH_AS(PairModel{text},
                         "weights of the learned reader, line 2: expected a key and pairs of "
                         "column and weight",
                         std::runtime_error);
  }
}

TEST_CASE("pair model: the weights in the binary can be read") {
  for (const Language language : {Language::Korean, Language::English})
    CHECK_NOTHROW(PairModel::of(language));
  std::set<std::string_view> names;
  for (const EmbeddedFile& file : embedded_model_texts()) {
    names.insert(file.name);
    CHECK(file.text.size() > 1000);
  }
  CHECK(names == std::set<std::string_view>{"classes_en.txt", "classes_ko.txt", "pairs_en.txt",
                                            "pairs_ko.txt"});
}

TEST_CASE("word classes: words of one meaning share a class, in all their forms") {
  const WordClasses& english = WordClasses::english();
  CHECK((english.of("acquired") & english.of("swallowing")) != 0);
  CHECK((english.of("buys") & english.of("purchased")) != 0);
  CHECK((english.of("snap_up") & english.of("acquisition")) != 0);
  CHECK((english.of("snapped_up") & english.of("acquisition")) != 0);
  CHECK(english.begins_phrase(word_hash("snapped")));
  CHECK_FALSE(english.begins_phrase(word_hash("acquisition")));
  CHECK(english.of("thunderstorm") == 0);
  const WordClasses& korean = WordClasses::korean();
  CHECK((korean.of_beginnings("인수했다") & korean.of_beginnings("사들였다")) != 0);
  CHECK((korean.of_beginnings("납품하는") & korean.of_beginnings("공급한")) != 0);
  CHECK(korean.of_beginnings("구름") == 0);
}

TEST_CASE("learned reader: its edges are allowed, unlike those of the rules, and not certain") {
  const std::vector<Document> articles{
      article("The round was bankrolled by Sequoia Capital and Nvidia, people close to Mistral AI "
              "say. Dell ships its servers with AMD accelerators and Cisco switches."),
      article("이번 라운드에는 삼성벤처투자와 엔비디아가 이름을 올렸다. 리벨리온은 SK텔레콤과 KT의 "
              "지원을 받아 성장했고 사우디 아람코와도 손을 맞잡았다.")};
  for (const Document& document : articles) {
    const Extraction found = extractor().extract(document);
    std::set<std::tuple<EdgeType, std::string, std::string>> certain;
    for (const ProposedEdge& e : found.edges) {
      if (e.claim.confidence == kCertain) certain.insert({e.type, e.source, e.target});
    }
    for (const ProposedEdge& e : found.edges) {
      CHECK(e.claim.confidence > kCertain / 2);
      CHECK(e.claim.confidence <= kCertain);
      if (e.claim.confidence == kCertain) continue;
      CHECK_FALSE(certain.contains({e.type, e.source, e.target}));
      CHECK_FALSE(certain.contains({e.type, e.target, e.source}));
      REQUIRE_FALSE(e.evidence.empty());
    }
  }
}

TEST_CASE("learned reader: finds edges whose words no rule knows") {
  // Whatever the weights: over the corpus that they come from, some edges are theirs alone.
  std::size_t learned = 0;
  for (const char* text :
       {"Among the believers who wrote cheques for Mistral AI: Lightspeed, Nvidia and Salesforce.",
        "Anthropic gets most of its compute from Amazon, its landlord in the cloud.",
        "Lisa Su, who has been steering AMD since 2014, was in town.",
        "Micron has long been on Apple's list of memory vendors.",
        "Nvidia-backed Wayve and Uber will put cars on London's roads together."}) {
    const Extraction found = extractor().extract(article(text));
    for (const ProposedEdge& e : found.edges) learned += e.claim.confidence < kCertain ? 1 : 0;
  }
  CHECK(learned > 0);
}
