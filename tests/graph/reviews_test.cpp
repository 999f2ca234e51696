// SPDX-License-Identifier: MIT
#include "graph/reviews.hpp"

#include <doctest/doctest.h>

#include "fixtures.hpp"

using namespace dealgraph;
using namespace dealgraph::fixtures;

namespace {

/// "entity candidate likeness" of every review.
std::vector<std::string> told(const Graph& g, const ReviewQuery& query = {}) {
  constexpr std::array<const char*, 7> kNames{"same",   "legal", "extension", "edit",
                                              "shared", "type",  "surname"};
  std::vector<std::string> out;
  for (const Review& r : find_reviews(*g, query).reviews) {
    out.push_back(std::string(g->entity_id(r.entity)) + " " +
                  std::string(g->entity_id(r.candidate)) + " " +
                  kNames.at(static_cast<std::size_t>(r.likeness)));
  }
  return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("reviews: one name but for spelling, legal form, an extension, a letter") {
  CHECK(told(graph("a = Super Micro; b = Supermicro | 슈퍼마이크로")) == List{"a b same"});
  CHECK(told(graph("a = Rivos Inc.; b = Rivos | 리보스")) == List{"a b legal"});
  CHECK(told(graph("a = Rivos; b = Rivos Inc. | 리보스")) == List{"a b legal"});
  CHECK(told(graph("a = Tessaract Robotics; b = Tessaract | 테서랙트")) == List{"a b extension"});
  CHECK(told(graph("a = Tessaract; b = Tessaract Robotics | 테서랙트")) == List{"a b extension"});
  CHECK(told(graph("a = Quorvane; b = Quorvone | 쿼본")) == List{"a b edit"});
}

TEST_CASE("reviews: what is not alike") {
  CHECK(told(graph("a = SK Foo; b = SK | 에스케이")).empty());        // too short a beginning
  CHECK(told(graph("a = HBM5000X; b = HBM4000X | 에이치")).empty());  // another generation
  CHECK(told(graph("a = Intel; b = Inter | 인터")).empty());          // too short for a slip
  CHECK(told(graph("a = Metaverse; b = Meta | 메타")).empty());       // no word ends there
  CHECK(told(graph("a:person = Jane Rowe; b = Jane Rowe | 제인")).empty());
  CHECK(told(graph("a = Acme Labs | 애크미; b = Acme Labs | 애크미 랩스"))
            .empty());  // both known well
}

TEST_CASE("reviews: a pair of thin entities stands once") {
  CHECK(told(graph("a = Super Micro; b = Supermicro")) == List{"a b same"});
}

TEST_CASE("reviews: entities that the resolver set apart, whatever the length of their name") {
  CHECK(told(graph("apx-organization = Apx; b = Apx Chips; c = Apx Steel | 철강; d = Apxel")) ==
        List{"apx-organization b shared", "apx-organization c shared"});
  CHECK(told(graph("apx-organization = Apx; b = Apx | 앱; c = Apx Steel | 철강")) ==
        List{"apx-organization b shared"});
  CHECK(told(graph("apx-organization = Apx; apx:product = Apx X1")) ==
        List{"apx-organization apx type"});
  CHECK(told(graph("a:person = Maria Ellison; b:person = Larry Ellison | 래리 | Ellison")) ==
        List{"a b surname"});
}

TEST_CASE("reviews: only what is known then, of the types asked for") {
  const Graph g = graph("a = Super Micro; b = Supermicro | 슈퍼 known=2025-01..2025-06");
  CHECK(told(g).empty());
  ReviewQuery query;
  query.types = {EntityType::Person};
  CHECK(told(graph("a = Super Micro; b = Supermicro"), query).empty());
}

TEST_CASE("reviews: pages together are the whole") {
  std::string text;
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    text += std::string(id) + "1 = Quorvane" + id + " Chips; " + id + "2 = Quorvane" + id +
            "Chips | 쿼;";
  }
  const Graph g = graph(text);
  const List all = told(g);
  List paged;
  ReviewQuery query;
  query.limit = 2;
  for (int pages = 0; pages < 20; ++pages) {
    const List page = told(g, query);
    paged.insert(paged.end(), page.begin(), page.end());
    query.after = find_reviews(*g, query).next;
    if (!query.after) break;
  }
  CHECK(all.size() >= 5);
  CHECK(paged == all);
}
