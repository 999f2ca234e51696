// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "fixtures.hpp"

using namespace dealgraph;
using namespace dealgraph::server;
using fixtures::TestApp;
using nlohmann::json;

namespace {

std::vector<std::string> ids(const json& list) {
  std::vector<std::string> result;
  for (const json& item : list) result.push_back(item.at("id"));
  return result;
}

std::vector<std::string> sorted(std::vector<std::string> list) {
  std::sort(list.begin(), list.end());
  return list;
}

using List = std::vector<std::string>;
const std::vector<Header> kJson{{"content-type", "application/json"}};
const std::vector<Header> kBatch{{"content-type", "application/x-ndjson; charset=utf-8"}};

}  // namespace

TEST_CASE("entities: a listing, a search, a page") {
  TestApp test;
  test.load_story();
  const json all = test.get("/v1/entities").json();
  CHECK(all["entities"].size() == 6);
  CHECK(all["next"].is_null());
  CHECK(all["truncated"] == false);
  CHECK(all["included"].empty());
  CHECK(all["revision"].is_number());
  CHECK_FALSE(all["entities"][0].contains("match"));

  const json found = test.get("/v1/entities?q=%EC%98%A4%ED%94%88").json();  // 오픈
  REQUIRE(found["entities"].size() == 1);
  CHECK(found["entities"][0] == json::parse(R"({"id":"openai","type":"organization",
      "name":"OpenAI","name_ko":"오픈AI","matched":"오픈AI","match":"prefix"})"));
  CHECK(ids(test.get("/v1/entities?type=person,place").json()["entities"]) ==
        List{"sam-altman", "south-korea"});
}

TEST_CASE("lists: pages together are the whole, each entity once") {
  TestApp test;
  test.load_story();
  std::vector<std::string> seen;
  std::string target = "/v1/entities?limit=2";
  for (int page = 0; page < 10; ++page) {
    const TestApp::Answer answer = test.get(target);
    REQUIRE(answer.status == 200);
    const json list = answer.json();
    for (const std::string& id : ids(list["entities"])) seen.push_back(id);
    if (list["next"].is_null()) break;
    const std::string link = answer.header("Link");
    REQUIRE(link.substr(0, 1) == "<");
    target = link.substr(1, link.find('>') - 1);
    CHECK(target.find("after=" + list["next"].get<std::string>()) != std::string::npos);
  }
  CHECK(seen == ids(test.get("/v1/entities").json()["entities"]));
}

TEST_CASE("lists: a cursor of another question is refused") {
  TestApp test;
  test.load_story();
  const std::string next = test.get("/v1/edges?limit=1").json()["next"];
  CHECK(test.get("/v1/edges?limit=3&after=" + next).status == 200);
  for (const char* target :
       {"/v1/edges?status=agreed&after=", "/v1/entities?after=", "/v1/documents?after=",
        "/v1/edges?sort=date&after=", "/v1/entities/openai/neighbors?after="}) {
    const TestApp::Answer answer = test.get(target + next);
    CAPTURE(target);
    CHECK(answer.status == 400);
    CHECK(answer.json()["errors"][0]["parameter"] == "after");
  }
}

TEST_CASE("entity: all names and the degree by edge type") {
  TestApp test;
  test.load_story();
  const json entity = test.get("/v1/entities/openai").json();
  CHECK(entity["name_ko"] == "오픈AI");
  CHECK(entity["aliases"] == json::array());
  CHECK(entity["degree"] == json::parse(R"({"investment":1,"supply":1,"role":1})"));
  CHECK(test.get("/v1/entities/openai?valid_on=2020").json()["degree"] ==
        json::parse(R"({"role":1})"));
  CHECK(test.get("/v1/entities/nobody").status == 404);
  CHECK(test.get("/v1/entities/openai?known_on=2000-01-01").status == 404);
}

TEST_CASE("neighbors: edges with their depth, far ends once") {
  TestApp test;
  test.load_story();
  const json near = test.get("/v1/entities/openai/neighbors").json();
  CHECK(near["entity"]["id"] == "openai");
  CHECK(ids(near["edges"]) == List{"d1", "d2", "d3"});
  CHECK(sorted(ids(near["included"])) == List{"aws", "microsoft", "sam-altman"});
  CHECK(near["edges"][0]["depth"] == 1);
  CHECK(near["edges"][0]["amount"] == json::parse(R"({"value":38000000000,"currency":"USD"})"));
  CHECK(near["edges"][0]["confidence"] == 0.9);

  const json far = test.get("/v1/entities/openai/neighbors?depth=2").json();
  CHECK(ids(far["edges"]) == List{"d1", "d2", "d3", "d4", "d6"});
  CHECK(far["edges"][3]["depth"] == 2);
  CHECK(ids(test.get("/v1/entities/openai/neighbors?edge_type=role&depth=2").json()["edges"]) ==
        List{"d3"});
  CHECK(
      ids(test.get("/v1/entities/openai/neighbors?date_from=2019&date_to=2019").json()["edges"]) ==
      List{"d2"});
  CHECK(ids(test.get("/v1/entities/openai/neighbors?direction=out").json()["edges"]).empty());
  CHECK(test.get("/v1/entities/openai/neighbors?depth=5").status == 400);
  CHECK(test.get("/v1/entities/nobody/neighbors").status == 404);
}

TEST_CASE("neighbors: known before anything was, nothing is") {
  TestApp test;
  test.load_story();
  CHECK(test.get("/v1/entities/openai/neighbors?known_on=2001-01-01").status == 404);
  CHECK(test.get("/v1/edges?known_on=2001-01-01").json()["edges"].empty());
  CHECK(test.get("/v1/documents?known_on=2001-01-01").json()["documents"].empty());
}

TEST_CASE("edges: filters, order and ends") {
  TestApp test;
  test.load_story();
  CHECK(ids(test.get("/v1/edges?sort=-amount&min_amount=1").json()["edges"]) == List{"d1", "d2"});
  CHECK(ids(test.get("/v1/edges?sort=amount&currency=USD").json()["edges"]) == List{"d2", "d1"});
  CHECK(ids(test.get("/v1/edges?source=aws&target=openai").json()["edges"]) == List{"d1"});
  CHECK(ids(test.get("/v1/edges?source=aws&edge_type=partnership").json()["edges"]) == List{"d6"});
  CHECK(ids(test.get("/v1/edges?status=denied").json()["edges"]) == List{"d6"});
  CHECK(ids(test.get("/v1/edges?min_confidence=0.95&edge_type=supply").json()["edges"]).empty());
  CHECK(test.get("/v1/edges?source=nobody").status == 404);
  CHECK(test.get("/v1/edges?date_from=2025&date_to=2024").json()["errors"][0]["parameter"] ==
        "date_to");
}

TEST_CASE("edge: the sentence that proves it, located in the article") {
  TestApp test;
  test.load_story();
  const json edge = test.get("/v1/edges/d1").json();
  CHECK(edge["evidence_count"] == 1);
  REQUIRE(edge["evidence"].size() == 1);
  const json& evidence = edge["evidence"][0];
  CHECK(evidence["sentence"] == "AWS는 오픈AI에 공급한다.");
  CHECK(evidence["start"] == 5);
  CHECK(evidence["end"] == 21);
  CHECK(evidence["document"] == json::parse(R"({"id":"news","title":"클라우드","source":"경제",
                                                "published":"2025-11-04"})"));
  CHECK(evidence["claim"]["amount"]["value"] == 38'000'000'000);
  CHECK(ids(edge["included"]) == List{"aws", "openai"});
  CHECK(test.get("/v1/edges/d3").json()["evidence"].empty());
  CHECK(test.get("/v1/edges/nothing").status == 404);
  CHECK(test.get("/v1/edges/d1?known_on=2001-01-01").status == 404);
}

TEST_CASE("edge: conflicting sums of one deal stay visible as a range") {
  TestApp test;
  const auto post = [&](const std::string& id, const std::string& sum) {
    const std::string article = R"({"id":")" + id +
                                R"(","published":"2025-11-04","text":"소프트뱅크는 3일 오픈AI에 )" +
                                sum + R"( 달러를 투자했다."})";
    REQUIRE(test.request("POST", "/v1/documents", article, kJson).status == 201);
  };
  post("one", "300억");
  const std::string target =
      "/v1/edges/" +
      test.get("/v1/edges?edge_type=investment").json()["edges"][0]["id"].get<std::string>();
  CHECK_FALSE(test.get(target).json().contains("amount_range"));
  post("two", "285억");
  CHECK(test.get("/v1/edges?edge_type=investment").json()["edges"].size() == 1);
  const json edge = test.get(target).json();
  CHECK(edge["evidence_count"] == 2);
  CHECK(edge["amount_range"] ==
        json::parse(R"({"min":28500000000,"max":30000000000,"currency":"USD"})"));
}

TEST_CASE("paths: the shortest, without denied edges unless asked for") {
  TestApp test;
  test.load_story();
  const json path = test.get("/v1/paths?from=aws&to=microsoft").json();
  CHECK(path["paths"] ==
        json::parse(R"([{"hops":2,"nodes":["aws","openai","microsoft"],"edges":["d1","d2"]}])"));
  CHECK(ids(path["edges"]) == List{"d1", "d2"});
  CHECK(ids(path["included"]) == List{"aws", "openai", "microsoft"});
  CHECK(path["truncated"] == false);
  CHECK_FALSE(path.contains("next"));
  CHECK(test.get("/v1/paths?from=aws&to=microsoft&status=denied").json()["paths"][0]["hops"] == 1);
  CHECK(test.get("/v1/paths?from=aws&to=microsoft&max_hops=1").json()["paths"].empty());
  CHECK(test.get("/v1/paths?from=aws&to=stargate").json()["paths"].empty());
  CHECK(test.get("/v1/paths?from=aws&to=aws").json()["paths"][0]["hops"] == 0);
  CHECK(test.get("/v1/paths?from=aws&to=microsoft&direction=out").json()["paths"].empty());
  CHECK(test.get("/v1/paths?from=aws").json()["errors"][0]["parameter"] == "to");
  CHECK(test.get("/v1/paths?from=aws&to=nobody").status == 404);
  CHECK(test.get("/v1/paths?from=aws&to=microsoft&max_hops=9").status == 400);
}

TEST_CASE("reviews: entities that may be one, with score and reason") {
  TestApp test;
  test.write(
      {ImportEntity{{"r1", EntityType::Organization, "Rivos Inc.", "", {}, {}}, {}, false},
       ImportEntity{{"r2", EntityType::Organization, "Rivos", "리보스", {}, {}}, {}, false}});
  const json answer = test.get("/v1/reviews").json();
  REQUIRE(answer["reviews"].size() == 1);
  CHECK(answer["reviews"][0] == json::parse(R"({"entity":"r1","name":"Rivos Inc.","candidate":"r2",
      "candidate_name":"Rivos","score":0.9,"reason":"one name but for the legal form"})"));
  CHECK(answer["included"].size() == 2);
  CHECK(answer["next"].is_null());
  CHECK(test.get("/v1/reviews?type=person").json()["reviews"].empty());
  CHECK(test.get("/v1/reviews?q=x").status == 400);
}

TEST_CASE("reviews: a mention that is not merged stands there with what explain says of it") {
  TestApp test;
  const auto put = [&](const char* id, const char* text) {
    const json article{{"id", id}, {"text", text}};
    REQUIRE(test.request("POST", "/v1/documents", article.dump(), kJson).status == 201);
  };
  put("a", "삼성그룹은 삼성전자를 키웠다. Larry Ellison founded Oracle.");
  put("b", "삼성전기와 삼성SDS가 투자했다. 삼성은 더 투자한다.");
  put("c", "Maria Ellison, a vice president at Tessaract Labs, welcomed it.");
  const json reviews = test.get("/v1/reviews").json()["reviews"];
  int told = 0;
  for (const char* document : {"b", "c"}) {
    const std::string path = std::string("/v1/documents/") + document + "/explain";
    const json mentions = test.get(path).json()["mentions"];
    for (const json& mention : mentions) {
      if (!mention.contains("may_be")) continue;
      CHECK(mention["score"] < 0.5);
      for (const json& candidate : mention["may_be"]) {
        const auto is_it = [&](const json& r) {
          return r["entity"] == mention["entity"] && r["candidate"] == candidate &&
                 r["score"] == mention["score"] && r["reason"] == mention["reason"];
        };
        CHECK(std::count_if(reviews.begin(), reviews.end(), is_it) == 1);
        ++told;
      }
    }
  }
  CHECK(told == 3);  // samsung-electronics, samsung-group; larry-ellison
}

TEST_CASE("documents: one article goes in, is there, is replaced and taken back") {
  TestApp test;
  const std::string article = R"({"id":"a 1","title":"","text":"OpenAI and Microsoft met."})";
  CHECK(test.request("POST", "/v1/documents", article, kJson).status == 400);  // blank in the id

  const std::string good =
      R"({"id":"한-1","title":"OpenAI","text":"OpenAI and Microsoft said so.","published":"2025-11-03"})";
  const TestApp::Answer created = test.request("POST", "/v1/documents", good, kJson);
  CHECK(created.status == 201);
  CHECK(created.header("Location") == "/v1/documents/%ED%95%9C-1");
  CHECK(created.json()["result"] == "created");
  CHECK(sorted(ids(created.json()["entities"])) == List{"microsoft", "openai"});
  CHECK(test.request("POST", "/v1/documents", good, kJson).status == 200);
  CHECK(test.request("POST", "/v1/documents", good, kJson).json()["result"] == "unchanged");

  const json stored = test.get(created.header("Location")).json();
  CHECK(stored["text"] == "OpenAI and Microsoft said so.");
  CHECK(stored["mentions"][0] ==
        json::parse(R"({"entity":"openai","start":0,"end":6,"text":"OpenAI"})"));

  const std::string before = to_string(now());
  const TestApp::Answer replaced =
      test.request("POST", "/v1/documents", R"({"id":"한-1","text":"Only Nvidia now."})", kJson);
  CHECK(replaced.status == 200);
  CHECK(replaced.json()["result"] == "replaced");
  CHECK(test.get("/v1/entities/microsoft").status == 404);

  const TestApp::Answer gone = test.request("DELETE", "/v1/documents/%ED%95%9C-1");
  CHECK(gone.status == 200);
  CHECK(gone.json()["result"] == "retracted");
  CHECK(gone.json()["entities"] == json::array({"nvidia"}));
  CHECK(test.request("DELETE", "/v1/documents/%ED%95%9C-1").status == 404);
  CHECK(test.get("/v1/documents/%ED%95%9C-1").status == 404);
  CHECK(test.get("/v1/entities/nvidia").status == 404);
}

TEST_CASE("documents: the extractor explains what it saw") {
  TestApp test;
  const std::string article =
      R"({"id":"x","published":"2025-11-04","text":"소프트뱅크는 오픈AI에 300억달러를 투자했다."})";
  REQUIRE(test.request("POST", "/v1/documents", article, kJson).status == 201);
  const json told = test.get("/v1/documents/x/explain").json();
  CHECK(told["sentences"][0]["language"] == "ko");
  CHECK(told["mentions"][0] ==
        json::parse(R"({"start":1,"end":6,"text":"소프트뱅크","entity":"softbank","score":0.95,
                        "reason":"lexicon name","lexicon":["softbank"]})"));
  CHECK(told["amounts"][0]["amount"] == json::parse(R"({"value":30000000000,"currency":"USD"})"));
  CHECK(told["candidates"][0]["type"] == "investment");
  CHECK(told["candidates"][0]["trigger"]["text"] == "투자");
  CHECK(told["candidates"][0]["fate"] == "edge");
  CHECK(told["candidates"][0]["reader"] == "rules");
  CHECK(told["candidates"][0]["confidence"] == 1.0);
  CHECK(told["result"]["edges"].size() == 1);
  CHECK(test.get("/v1/documents/nothing/explain").status == 404);
}

TEST_CASE("documents: known_on before a retraction still shows it") {
  TestApp test;
  const std::string article = R"({"id":"a","text":"OpenAI said so."})";
  const Commit commit = [&] {
    CHECK(test.request("POST", "/v1/documents", article, kJson).status == 201);
    return Commit{};
  }();
  (void)commit;
  const auto stored = test.app().engine.store().document("a");
  REQUIRE(stored);
  const std::string then = to_string(stored->known.from);
  CHECK(test.request("DELETE", "/v1/documents/a").status == 200);
  CHECK(test.get("/v1/documents/a?known_on=" + then).status == 200);
  CHECK(test.get("/v1/entities/openai?known_on=" + then).status == 200);
  CHECK(ids(test.get("/v1/documents?known_on=" + then).json()["documents"]) == List{"a"});
  CHECK(test.get("/v1/documents").json()["documents"].empty());
}

TEST_CASE("documents: a batch answers a result a line, the good ones go in") {
  TestApp test;
  const std::string batch =
      "{\"id\":\"a\",\"text\":\"OpenAI.\"}\n\n{\"id\":\n{\"id\":\"b\"}\r\n{\"id\":\"c\",\"text\":"
      "\"Nvidia.\"}";
  const TestApp::Answer answer = test.request("POST", "/v1/documents", batch, kBatch);
  CHECK(answer.status == 200);
  const json results = answer.json()["results"];
  REQUIRE(results.size() == 4);
  const auto line = [&](std::size_t i, int number, int status) {
    CHECK(results[i]["line"] == number);
    CHECK(results[i]["status"] == status);
    CHECK(results[i].contains("detail") == (status == 400));
  };
  line(0, 1, 201);
  line(1, 3, 400);
  line(2, 4, 400);
  line(3, 5, 201);
  CHECK(results[3]["id"] == "c");
  CHECK(answer.json()["revision"].is_number());
  CHECK(test.request("POST", "/v1/documents", batch, kBatch).json()["results"][0]["status"] == 200);
  CHECK(test.request("POST", "/v1/documents", "{\n", kBatch).json()["results"].size() == 1);
  CHECK(test.request("POST", "/v1/documents", "", kBatch).json()["results"].empty());
}

TEST_CASE("documents: what is posted must be an article of a known media type") {
  TestApp test;
  CHECK(test.request("POST", "/v1/documents", "{}").status == 415);
  CHECK(test.request("POST", "/v1/documents", "{}", {{"content-type", "text/plain"}}).status ==
        415);
  CHECK(test.request("POST", "/v1/documents", "{}",
                     {{"content-type", "application/json"}, {"content-encoding", "gzip"}})
            .status == 415);
  const TestApp::Answer empty = test.request("POST", "/v1/documents", "{}", kJson);
  CHECK(empty.status == 400);
  CHECK(empty.json()["errors"][0]["pointer"] == "/title");
  CHECK(empty.json()["errors"][1]["pointer"] == "/text");
  const TestApp::Answer broken = test.request("POST", "/v1/documents", "{\"a\":1,\n!}", kJson);
  CHECK(broken.status == 400);
  CHECK(broken.json()["detail"].get<std::string>().find("line 2, byte 1") != std::string::npos);
  CHECK(test.request("POST", "/v1/documents", std::string(100'000, '['), kJson).status == 400);
  CHECK(test.request("POST", "/v1/documents?x=1", "{}", kJson).json()["errors"][0]["parameter"] ==
        "x");
}

TEST_CASE("documents: a listing with search, outlet and dates") {
  TestApp test;
  test.load_story();
  CHECK(ids(test.get("/v1/documents").json()["documents"]) == List{"news"});
  CHECK(ids(test.get("/v1/documents?q=%EA%B3%B5%EA%B8%89").json()["documents"]) == List{"news"});
  CHECK(ids(test.get("/v1/documents?q=%EC%97%86%EB%8B%A4").json()["documents"]).empty());
  CHECK(ids(test.get("/v1/documents?source=%EA%B2%BD%EC%A0%9C").json()["documents"]) ==
        List{"news"});
  CHECK(ids(test.get("/v1/documents?source=x").json()["documents"]).empty());
  CHECK(ids(test.get("/v1/documents?date_to=2025-10").json()["documents"]).empty());
  CHECK(ids(test.get("/v1/documents?date_from=2025-11").json()["documents"]) == List{"news"});
}

TEST_CASE("meta: health, readiness, metrics, schema, index and problems") {
  TestApp test;
  CHECK(test.get("/healthz").json()["status"] == "ok");
  CHECK(test.get("/readyz").json()["status"] == "ready");
  test.app().draining = true;
  CHECK(test.get("/readyz").status == 503);
  CHECK(test.get("/healthz").status == 200);
  test.app().draining = false;
  CHECK(test.get("/metrics").text.find("graph_nodes 0") != std::string::npos);
  const json schema = test.get("/v1/schema").json();
  CHECK(schema["edge_types"].size() == 9);
  CHECK(schema["entity_types"].size() == 6);
  CHECK(schema["statuses"].size() == 6);
  CHECK(schema["edge_types"][0]["label"]["ko"].is_string());
  CHECK(test.get("/openapi.json").json()["openapi"] == "3.1.0");
  CHECK(test.get("/").json()["routes"].size() == routes().size());
  CHECK(test.get("/problems/too-large").json()["status"] == 413);
  CHECK(test.get("/problems/nothing").status == 404);
}

TEST_CASE("dispatch: ETag follows revision and target") {
  TestApp test;
  test.load_story();
  const TestApp::Answer first = test.get("/v1/edges");
  const std::string tag = first.header("ETag");
  REQUIRE(tag.size() > 2);
  CHECK(test.get("/v1/edges").header("ETag") == tag);
  CHECK(test.get("/v1/edges?limit=2").header("ETag") != tag);
  const auto conditional = [&](const std::string& value) {
    return test.request("GET", "/v1/edges", {}, {{"if-none-match", value}});
  };
  CHECK(conditional(tag).status == 304);
  CHECK(conditional(tag).text.empty());
  CHECK(conditional(tag).header("ETag") == tag);
  CHECK(conditional("W/" + tag).status == 304);
  CHECK(conditional("\"x\", " + tag).status == 304);
  CHECK(conditional("*").status == 304);
  CHECK(conditional("\"x\"").status == 200);
  CHECK(test.request("POST", "/v1/documents", R"({"text":"OpenAI."})", kJson).status == 201);
  CHECK(conditional(tag).status == 200);
  CHECK(test.get("/healthz").header("ETag").empty());
  CHECK(test.get("/v1/entities/nobody").header("ETag").empty());
}

TEST_CASE("dispatch: wrong verbs, paths and media types") {
  TestApp test;
  const TestApp::Answer wrong = test.request("PUT", "/v1/documents/a");
  CHECK(wrong.status == 405);
  CHECK(wrong.header("Allow") == "GET, HEAD, DELETE, OPTIONS");
  const TestApp::Answer options = test.request("OPTIONS", "/v1/edges");
  CHECK(options.status == 204);
  CHECK(options.header("Allow") == "GET, HEAD, OPTIONS");
  CHECK(test.request("OPTIONS", "*").status == 204);
  CHECK(test.request("OPTIONS", "/nothing").status == 404);
  CHECK(test.get("/nothing").status == 404);
  CHECK(test.get("/nothing").json()["instance"] == "/nothing");
  CHECK(test.get("/v1/entities/%zz").status == 400);
  CHECK(test.request("HEAD", "/v1/edges").status == 200);
  const auto accepting = [&](const std::string& accept) {
    return test.request("GET", "/v1/edges", {}, {{"accept", accept}}).status;
  };
  for (const char* fine : {"*/*", "application/json", "text/html, application/*;q=0.5", "",
                           "Application/JSON; charset=utf-8", "text/html,*/*;q=0.1"}) {
    CAPTURE(fine);
    CHECK(accepting(fine) == 200);
  }
  for (const char* not_fine : {"text/html", "application/json;q=0", "text/*, */*;q=0.0"}) {
    CAPTURE(not_fine);
    CHECK(accepting(not_fine) == 406);
  }
}

TEST_CASE("dispatch: request ids are echoed if they are harmless, else made") {
  CHECK(request_id("abc-1.2_3") == "abc-1.2_3");
  CHECK(request_id("a b") != "a b");
  CHECK(request_id(std::string(129, 'a')).size() == 16);
  std::set<std::string> made;
  for (int i = 0; i < 100; ++i) CHECK(made.insert(request_id("")).second);
}

TEST_CASE("dispatch: larger bodies only for batches") {
  const Limits limits = default_options(Command::Serve).limits;
  const auto limit = [&](const char* method, const char* media) {
    Head head;
    head.method = method;
    head.target = "/v1/documents";
    head.headers = {{"content-type", media}};
    return body_limit(begin_exchange(std::move(head)), limits);
  };
  CHECK(limit("POST", "application/json") == limits.body_bytes);
  CHECK(limit("POST", "application/x-ndjson; charset=utf-8") == limits.batch_bytes);
  CHECK(limit("DELETE", "application/x-ndjson") == limits.body_bytes);
}
