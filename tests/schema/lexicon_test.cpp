// SPDX-License-Identifier: MIT
#include "schema/lexicon.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "schema/error.hpp"
#include "schema/migrations.hpp"

using namespace dealgraph;

namespace {

/// check_lexicon over a few organizations given as JSON.
std::vector<std::string> complaints(std::string_view organizations,
                                    std::string_view ambiguous = "[]") {
  return check_lexicon(
      read_lexicon({{"organizations.json", organizations}, {"ambiguous.json", ambiguous}}));
}

bool any_contains(const std::vector<std::string>& lines, std::string_view what) {
  return std::ranges::any_of(
      lines, [&](const std::string& line) { return line.find(what) != std::string::npos; });
}

}  // namespace

TEST_CASE("lexicon: the embedded one has no complaint") {
  const LexiconData data = embedded_lexicon();
  for (const std::string& complaint : check_lexicon(data)) FAIL_CHECK(complaint);
}

TEST_CASE("lexicon: the embedded one covers the field") {
  std::map<EntityType, std::size_t> counts;
  std::size_t without_korean = 0;
  const LexiconData data = embedded_lexicon();
  for (const LexiconEntry& entry : data.entries) {
    ++counts[entry.type];
    if (entry.name_ko.empty()) ++without_korean;
  }
  CHECK(counts[EntityType::Organization] >= 2200);
  CHECK(counts[EntityType::Person] >= 740);
  CHECK(counts[EntityType::Place] >= 540);
  CHECK(counts[EntityType::Product] >= 500);
  CHECK(counts[EntityType::Project] + counts[EntityType::Event] >= 230);
  // Chips and models are often written in Latin letters in Korean news too.
  CHECK(without_korean < data.entries.size() / 5);
}

TEST_CASE("lexicon: a further file adds entities, and names to those that are known") {
  const LexiconData base =
      read_lexicon({{"organizations.json", R"([{"id":"acme","name":"Acme","tickers":["X:1"]}])"},
                    {"media.json", R"(["Daily"])"}});
  const LexiconData more = read_lexicon(
      {{"ours-organizations.json",
        R"([{"id":"acme","name":"Acme Chips","name_ko":"애크미","tickers":["X:1","X:2"]},
            {"id":"bolt","name":"Bolt"}])"},
       {"ours.media.json", R"(["Daily","Weekly"])"}});
  const LexiconData both = extend_lexicon(base, more);
  REQUIRE(both.entries.size() == 2);
  CHECK(both.entries[0].name == "Acme");
  CHECK(both.entries[0].name_ko == "애크미");
  CHECK(both.entries[0].en == std::vector<std::string>{"Acme Chips"});
  CHECK(both.entries[0].tickers == std::vector<std::string>{"X:1", "X:2"});
  CHECK(both.entries[1].id == "bolt");
  CHECK(both.media == std::vector<std::string>{"Daily", "Weekly"});
  CHECK(check_lexicon(both).empty());
}

TEST_CASE("lexicon: a further file cannot change what kind of thing an id is") {
  const LexiconData base =
      read_lexicon({{"organizations.json", R"([{"id":"acme","name":"Acme"}])"}});
  const LexiconData more = read_lexicon({{"people.json", R"([{"id":"acme","name":"Acme"}])"}});
  CHECK_THROWS_AS(extend_lexicon(base, more), Error);
  CHECK_THROWS_AS(read_lexicon({{"organisations.json", "[]"}}), Error);
  CHECK_THROWS_AS(read_lexicon({{"myorganizations.json", "[]"}}), Error);
}

TEST_CASE("lexicon: an alias with two owners is refused unless it is declared") {
  const std::string_view two = R"([{"id":"a","name":"Acme","ko":["애크미"]},
                                   {"id":"b","name":"ACME ","ko":["비"]}])";
  CHECK(any_contains(complaints(two), "several owners"));
  CHECK(complaints(two, R"([{"alias":"acme","owners":["a","b"],"default":"a"}])").empty());
  CHECK(any_contains(complaints(two, R"([{"alias":"acme","owners":["a","c"]}])"), "unknown owner"));
}

TEST_CASE("lexicon: duplicate ids, tickers, Wikidata ids and dangling references are named") {
  CHECK(any_contains(complaints(R"([{"id":"a","name":"A"},{"id":"a","name":"B"}])"), "used twice"));
  CHECK(any_contains(complaints(R"([{"id":"A_1","name":"A"}])"), "slug"));
  CHECK(any_contains(complaints(R"([{"id":"a","name":"A","tickers":["KRX:1"]},
                                    {"id":"b","name":"B","tickers":["KRX:1"]}])"),
                     "ticker"));
  CHECK(any_contains(complaints(R"([{"id":"a","name":"A","parent":"zz"}])"), "parent"));
  CHECK(any_contains(complaints(R"([{"id":"a","name":"A","kind":["toaster"]}])"), "unknown kind"));
}

TEST_CASE("lexicon: malformed files are refused by name and entry") {
  const auto message = [](std::string_view name, std::string_view json) -> std::string {
    try {
      read_lexicon({{name, json}});
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  CHECK(message("people.json", "{").starts_with("people.json"));
  CHECK(message("people.json", R"([{"id":"a","name":"A","nmae":"x"}])").find("nmae") !=
        std::string::npos);
  CHECK(message("people.json", R"([{"id":"a"}])").find("people.json/a") != std::string::npos);
  CHECK(message("companies.json", "[]").find("no such lexicon file") != std::string::npos);
}

TEST_CASE("migrations: numbered from 1 without gaps") {
  int expected = 0;
  for (const Migration& migration : embedded_migrations()) {
    CHECK(migration.version == ++expected);
    CHECK_FALSE(migration.sql.empty());
  }
  CHECK(expected >= 1);
}
