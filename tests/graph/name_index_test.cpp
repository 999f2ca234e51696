// SPDX-License-Identifier: MIT
#include "graph/name_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "fixtures.hpp"

using namespace dealgraph;

namespace {

int distance(std::string_view a, std::string_view b, int limit = 2) {
  return edit_distance(letters_of(a), letters_of(b), limit);
}

/// The whole table of optimal string alignment, without a limit.
int naive_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = static_cast<int>(i + j);
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

std::vector<std::string> words(std::string_view name) {
  const SearchKey key = search_key(name);
  std::vector<std::string> texts;
  for (const std::size_t start : key.word_starts) texts.push_back(key.text.substr(start));
  return texts;
}

}  // namespace

TEST_CASE("search_key: case, spaces and punctuation make no difference") {
  CHECK(search_key("Mercedes-Benz").text == "mercedesbenz");
  CHECK(search_key("mercedes  benz").text == "mercedesbenz");
  CHECK(search_key("ＳＫ 하이닉스").text == "sk하이닉스");
  CHECK(search_key("KRX:000660").text == "krx000660");
  CHECK(search_key("  ").text.empty());
  CHECK(search_key("").text.empty());
}

TEST_CASE("search_key: a name of punctuation alone keeps it") {
  CHECK(search_key("++").text == "++");
}

TEST_CASE("search_key: words begin after spaces, punctuation and a change of script") {
  CHECK(words("Bank of America") == std::vector<std::string>{"ofamerica", "america"});
  CHECK(words("SK하이닉스") == std::vector<std::string>{"하이닉스"});
  CHECK(words("KRX:000660") == std::vector<std::string>{"000660"});
  CHECK(words("OpenAI").empty());
}

TEST_CASE("search_key: very long names are cut between characters") {
  std::string name;
  for (int i = 0; i < 1000; ++i) name += "한";
  const SearchKey key = search_key(name);
  CHECK(key.text.size() <= 500);
  CHECK(key.text.size() % 3 == 0);
}

TEST_CASE("letters_of: Hangul syllables are taken apart") {
  CHECK(letters_of("한").size() == 3);
  CHECK(letters_of("가").size() == 2);
  CHECK(letters_of("sk하이닉스").size() == 2 + 2 + 2 + 3 + 2);
}

TEST_CASE("edit_distance: insert, delete, replace, swap") {
  CHECK(distance("nvidia", "nvidia") == 0);
  CHECK(distance("nvida", "nvidia") == 1);
  CHECK(distance("nvidiaa", "nvidia") == 1);
  CHECK(distance("nvitia", "nvidia") == 1);
  CHECK(distance("nivdia", "nvidia") == 1);
  CHECK(distance("최태원", "최테원") == 1);
  CHECK(distance("삼성전자", "삼성전기") == 2);
  CHECK(distance("openai", "nvidia") == 3);
  CHECK(distance("", "ab") == 2);
}

TEST_CASE("edit_distance: equals the whole table up to its limit") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 5000; ++round) {
    const auto text = [&] {
      std::u32string letters;
      for (std::size_t n = fixtures::below(random, 8); n > 0; --n) {
        letters += static_cast<char32_t>(U'a' + fixtures::below(random, 3));
      }
      return letters;
    };
    const std::u32string a = text();
    const std::u32string b = text();
    for (const int limit : {1, 2}) {
      CHECK(edit_distance(a, b, limit) == std::min(naive_distance(a, b), limit + 1));
    }
  }
}

TEST_CASE("forgiven_edits: none for short names, two for long ones") {
  CHECK(forgiven_edits(3) == 0);
  CHECK(forgiven_edits(4) == 1);
  CHECK(forgiven_edits(7) == 1);
  CHECK(forgiven_edits(8) == 2);
  CHECK(forgiven_edits(1000) == 0);
}

TEST_CASE("name index: adding little to much keeps the large segment") {
  std::vector<Entity> entities(100);
  for (std::size_t i = 0; i < entities.size(); ++i) {
    entities[i].id = "entity" + std::to_string(i);
    entities[i].name = "Name " + std::to_string(i);
  }
  const auto versions = [&](std::size_t from, std::size_t to) {
    std::vector<NamedVersion> added;
    for (std::size_t i = from; i < to; ++i) {
      const auto number = static_cast<std::uint32_t>(i);
      added.push_back({EntityIndex{number}, number, &entities[i]});
    }
    return added;
  };
  const NameIndex large = NameIndex().with(versions(0, 90));
  REQUIRE(large.segments().size() == 1);
  NameIndex index = large.with(versions(90, 91));
  REQUIRE(index.segments().size() == 2);
  CHECK(index.segments()[0] == large.segments()[0]);
  for (std::size_t i = 91; i < 100; ++i) index = index.with(versions(i, i + 1));
  CHECK(index.segments().size() <= 5);
  std::size_t found = 0;
  for (const auto& segment : index.segments()) found += segment->with_prefix("name").size();
  CHECK(found == 100);
}
