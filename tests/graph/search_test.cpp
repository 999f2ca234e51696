// SPDX-License-Identifier: MIT
#include "graph/search.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "fixtures.hpp"
#include "graph/name_index.hpp"

using namespace dealgraph;

namespace {

constexpr std::string_view kCompanies =
    "samsung-electronics = Samsung Electronics | 삼성전자 | KRX:005930\n"
    "samsung-electro-mechanics = Samsung Electro-Mechanics | 삼성전기 | KRX:009150\n"
    "samsung-sds = Samsung SDS | 삼성SDS\n"
    "sk-hynix = SK hynix | SK하이닉스 | SK Hynix Inc. | KRX:000660\n"
    "openai = OpenAI | 오픈AI\n"
    "nvidia = Nvidia | 엔비디아 | NASDAQ:NVDA\n"
    "microsoft = Microsoft | 마이크로소프트 | MS\n"
    "mercedes-benz = Mercedes-Benz | 메르세데스-벤츠 | 벤츠\n"
    "sam-altman:person = Sam Altman | 샘 올트먼\n"
    "nvidia > samsung-electronics; sk-hynix > nvidia; samsung-electronics > openai";

std::string found(const fixtures::Graph& g, const EntityQuery& query) {
  std::vector<EntityIndex> entities;
  for (const EntityHit& hit : find_entities(*g, query).hits) entities.push_back(hit.entity);
  return fixtures::ids(*g, entities);
}

std::string found(const fixtures::Graph& g, std::string_view text) {
  return found(g, EntityQuery{.text = std::string(text)});
}

EntityHit first(const fixtures::Graph& g, std::string_view text) {
  const EntityPage page = find_entities(*g, {.text = std::string(text)});
  REQUIRE_FALSE(page.hits.empty());
  return page.hits.front();
}

}  // namespace

TEST_CASE("search: names, aliases, identifiers and ids, in Korean and English") {
  const auto g = fixtures::graph(kCompanies);
  for (const char* text : {"SK hynix", "sk hynix", "SK하이닉스", "sk 하이닉스", "sk-hynix",
                           "SKHYNIX", "000660", "KRX:000660", "ＳＫ하이닉스", "sk hynix inc"}) {
    CAPTURE(text);
    CHECK(found(g, text) == "sk-hynix");
    CHECK(first(g, text).kind == MatchKind::Exact);
  }
  CHECK(found(g, "NVDA") == "nvidia");
  CHECK(found(g, "mercedes benz") == "mercedes-benz");
}

TEST_CASE("search: who asks for 삼성전자 does not get 삼성전기") {
  const auto g = fixtures::graph(kCompanies);
  CHECK(found(g, "삼성전자") == "samsung-electronics");
  CHECK(found(g, "삼성전기") == "samsung-electro-mechanics");
  CHECK(found(g, "005930") == "samsung-electronics");
  CHECK(g->entity_id(first(g, "삼성전쟈").entity) == "samsung-electronics");
}

TEST_CASE("search: a prefix, better connected first, then by id") {
  const auto g = fixtures::graph(kCompanies);
  CHECK(found(g, "samsung") == "samsung-electronics samsung-electro-mechanics samsung-sds");
  CHECK(found(g, "삼성") == "samsung-electronics samsung-electro-mechanics samsung-sds");
  CHECK(found(g, "Samsung Electro") == "samsung-electronics samsung-electro-mechanics");
  CHECK(first(g, "삼").kind == MatchKind::Prefix);
  CHECK(first(g, "삼").matched == "삼성전자");
}

TEST_CASE("search: a prefix of a word comes after prefixes of names") {
  const auto g = fixtures::graph(kCompanies);
  CHECK(found(g, "하이닉스") == "sk-hynix");
  CHECK(first(g, "하이닉스").kind == MatchKind::WordPrefix);
  CHECK(first(g, "Altman").kind == MatchKind::WordPrefix);
  CHECK(first(g, "altm").matched == "Sam Altman");
  CHECK(found(g, "올트먼") == "sam-altman");
}

TEST_CASE("search: small typos, Hangul by jamo") {
  const auto g = fixtures::graph(kCompanies);
  for (const char* text : {"Nvida", "nivdia", "NVIDIAA", "엔비디야", "앤비디아"}) {
    CAPTURE(text);
    CHECK(found(g, text) == "nvidia");
    CHECK(first(g, text).kind == MatchKind::Typo);
  }
  CHECK(found(g, "Micrsoft") == "microsoft");
  CHECK(found(g, "Mircosfot") == "microsoft");
  CHECK(found(g, "마이크로소프드") == "microsoft");
  CHECK(found(g, "Altmen") == "sam-altman");
  CHECK(found(g, "Samsung Electrnics") == "samsung-electronics");
  CHECK(found(g, "SK하이닉쓰") == "sk-hynix");
  CHECK(found(g, "xyz") == "");
  CHECK(found(g, "qqqqqqqq") == "");
}

TEST_CASE("search: fewer edits first") {
  const auto g = fixtures::graph("one = Electronica; two = Electronixx; three = Unrelated");
  CHECK(found(g, "electronix") == "two one");
  CHECK(found(g, "electronixa") == "one two");
}

TEST_CASE("search: types narrow the answer, and what counts as exact") {
  const auto g = fixtures::graph("a:person = Meridian; b = Meridean");
  EntityQuery query{.text = "Meridian"};
  CHECK(found(g, query) == "a");
  query.types = {EntityType::Organization};
  CHECK(found(g, query) == "b");
}

TEST_CASE("search: only names of the time asked for count") {
  const auto g =
      fixtures::graph("meta = Facebook known=2025-01..2025-03; meta = Meta known=2025-03..");
  EntityQuery query{.text = "Facebook"};
  CHECK(found(g, query) == "");
  query.known_on = fixtures::instant("2025-02");
  CHECK(found(g, query) == "meta");
  query.text = "Meta Platforms";
  CHECK(found(g, query) == "");
}

TEST_CASE("search: without text all entities by id, page by page") {
  const auto g = fixtures::graph("d; b; a:person; c; gone = Gone known=2025-01..2025-02");
  CHECK(found(g, "") == "a b c d");
  EntityQuery query{.limit = 3};
  const EntityPage page = find_entities(*g, query);
  REQUIRE(page.next);
  CHECK(page.next->id == "c");
  query.after = page.next;
  CHECK(found(g, query) == "d");
  query = {.types = {EntityType::Person}};
  CHECK(found(g, query) == "a");
}

TEST_CASE("search: text without visible characters finds nothing") {
  const auto g = fixtures::graph(kCompanies);
  CHECK(found(g, "   ") == "");
  CHECK(found(g, "--") == "");
}

TEST_CASE("search: odd texts are answered") {
  const auto g = fixtures::graph(kCompanies);
  CHECK(found(g, std::string(5000, 'a')) == "");
  CHECK(found(g, "ㅅㅏㅁ") == "");
  CHECK(found(g, "🚀") == "");
}

namespace {

std::string random_name(std::mt19937_64& random) {
  static const std::vector<std::string> kParts = {"a",  "b",  "ab", "Ba", "abc", " ",
                                                  "삼", "성", "전", "자", "-",   "기"};
  std::string name;
  for (std::size_t n = 1 + fixtures::below(random, 6); n > 0; --n) {
    name += kParts[fixtures::below(random, kParts.size())];
  }
  return name;
}

fixtures::Rows random_names(std::mt19937_64& random) {
  fixtures::Rows rows;
  const std::size_t count = 20 + fixtures::below(random, 30);
  for (std::size_t i = 0; i < count; ++i) {
    EntityVersionRow row;
    row.row = static_cast<RowId>(i);
    row.entity = row.row;
    row.entity_value.id = "#" + std::to_string(i);
    row.entity_value.name = random_name(random);
    row.entity_value.name_ko = random_name(random);
    row.entity_value.aliases = {random_name(random), random_name(random)};
    row.known = {Instant{1}, fixtures::below(random, 8) == 0 ? Instant{2} : kForever};
    rows.entities.push_back(row);
  }
  for (std::size_t i = 0; i < count; ++i) {
    EdgeVersionRow edge;
    edge.row = static_cast<RowId>(i);
    edge.source = static_cast<RowId>(fixtures::below(random, count));
    edge.target = static_cast<RowId>(fixtures::below(random, count));
    edge.id = "e" + std::to_string(i);
    rows.edges.push_back(edge);
  }
  return rows;
}

/// 0 exact, 1 prefix, 2 of a word, 3 and 4 with so many edits less 2, 5 no match.
int naive_tier(const Entity& entity, const std::string& wanted) {
  int best = 5;
  const std::u32string letters = letters_of(wanted);
  const int limit = forgiven_edits(letters.size());
  for (const std::string_view name : names_of(entity)) {
    const SearchKey key = search_key(name);
    if (key.text.empty()) continue;
    std::vector<std::string> spans = {key.text};
    std::size_t begin = 0;
    for (const std::size_t start : key.word_starts) {
      if (key.text.substr(start).starts_with(wanted)) best = std::min(best, 2);
      spans.push_back(key.text.substr(begin, start - begin));
      begin = start;
    }
    spans.push_back(key.text.substr(begin));
    if (key.text.starts_with(wanted)) best = std::min(best, key.text == wanted ? 0 : 1);
    for (const std::string& span : spans) {
      const int edits = edit_distance(letters, letters_of(span), limit);
      if (limit > 0 && edits <= limit && edits > 0) best = std::min(best, 2 + edits);
    }
  }
  return best;
}

std::vector<std::string> naive_search(const fixtures::Rows& rows, const std::string& wanted) {
  std::set<std::tuple<int, std::ptrdiff_t, std::string>> ranked;
  bool exact = false;
  for (const EntityVersionRow& row : rows.entities) {
    if (row.known.to != kForever) continue;
    const int tier = naive_tier(row.entity_value, wanted);
    if (tier == 5) continue;
    std::ptrdiff_t degree = 0;
    for (const EdgeVersionRow& edge : rows.edges) {
      degree += (edge.source == row.entity ? 1 : 0) + (edge.target == row.entity ? 1 : 0);
    }
    exact = exact || tier == 0;
    ranked.emplace(tier, -degree, row.entity_value.id);
  }
  std::vector<std::string> ids;
  for (const auto& [tier, degree, id] : ranked) {
    if (tier < 3 || !exact) ids.push_back(id);
  }
  return ids;
}

}  // namespace

TEST_CASE("search: random names are found as by a plain scan, whole and page by page") {
  std::size_t total = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    std::mt19937_64 random(seed);
    const fixtures::Rows rows = random_names(random);
    SnapshotBuilder builder;
    // Published in between, so that the index has several segments.
    for (EntityVersionRow row : rows.entities) {
      builder.add(std::move(row));
      if (fixtures::below(random, 10) == 0) builder.publish(1);
    }
    for (EdgeVersionRow row : rows.edges) builder.add(std::move(row));
    const fixtures::Graph g{builder.publish(2)};
    for (int round = 0; round < 6; ++round) {
      EntityQuery query{.text = random_name(random), .limit = 1000};
      const std::string wanted = search_key(query.text).text;
      if (wanted.empty()) continue;
      CAPTURE(query.text);
      std::string expected;
      for (const std::string& id : naive_search(rows, wanted)) {
        expected += (expected.empty() ? "" : " ") + id;
      }
      REQUIRE(found(g, query) == expected);

      query.limit = 1 + fixtures::below(random, 4);
      std::vector<EntityIndex> pages;
      do {
        const EntityPage page = find_entities(*g, query);
        for (const EntityHit& hit : page.hits) pages.push_back(hit.entity);
        query.after = page.next;
        REQUIRE(pages.size() <= rows.entities.size());
      } while (query.after);
      REQUIRE(fixtures::ids(*g, pages) == expected);
      total += pages.size();
    }
  }
  CHECK(total > 1000);
}
