// SPDX-License-Identifier: MIT
#include "server/record_json.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "schema/error.hpp"

using namespace dealgraph;
using namespace dealgraph::server;

namespace {

// One document, "doc", whose text changed at a time.
class Texts final : public TextSource {
 public:
  std::optional<std::string> text(const std::string& document, Instant known_on) override {
    ++asked;
    if (document != "doc") return std::nullopt;
    return known_on == Instant{1'000} ? "옛\n가나" : "새로운\n다라마바";
  }
  int asked = 0;
};

Operation read(std::string_view json, Texts& texts) {
  TextCache cache(texts);
  return read_record(parse_json(json), cache);
}

Operation read(std::string_view json) {
  Texts texts;
  return read(json, texts);
}

std::string write(const Operation& operation) {
  Texts texts;
  TextCache cache(texts);
  return write_record(operation, cache);
}

std::vector<std::string> pointers(std::string_view json) {
  std::vector<std::string> result;
  try {
    read(json);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::InvalidInput);
    for (const Violation& violation : error.violations()) result.push_back(violation.where);
  }
  std::sort(result.begin(), result.end());
  return result;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("records: the lines that the manual shows") {
  const auto entity = std::get<ImportEntity>(
      read(R"({"kind":"entity","id":"e1","type":"organization","name":"N","aliases":["A"]})"));
  CHECK(entity.entity.id == "e1");
  CHECK(entity.entity.aliases == List{"A"});
  CHECK_FALSE(entity.known);

  const auto edge = std::get<ImportEdge>(
      read(R"({"kind":"edge","id":"d1","type":"investment","source":"e1","target":"e2",)"
           R"("date":"2025-10-01","amount":{"value":1000000,"currency":"USD"},)"
           R"("status":"agreed","confidence":0.9})"));
  CHECK(edge.edge.type == EdgeType::Investment);
  CHECK(edge.edge.facts.amount == Money{100'000'000, *Currency::parse("USD")});
  CHECK(edge.edge.facts.confidence == 9'000);
  CHECK(edge.evidence.empty());
}

TEST_CASE("records: every field survives a round trip") {
  const char* lines[] = {
      R"({"kind":"entity","id":"sk","type":"organization","name":"SK","name_ko":"에스케이","aliases":["a","b"],"identifiers":{"ticker":["KRX:1"],"wikidata":"Q1"},"derived":true,"known":{"from":"2025-11-03T09:30:00.001Z","to":"2026-01-01T00:00:00.000Z"}})",
      R"({"kind":"document","id":"doc","title":"새로운","text":"다라마바","lang":"ko","source":"S","url":"u","published":"2025-11","mentions":[{"entity":"sk","start":4,"end":6}],"known":{"from":"2025-11-03T09:30:00.000Z"}})",
      R"({"kind":"edge","id":"d1","type":"supply","source":"a","target":"b","status":"ended","date":"2025","valid":{"from":"2024","to":"2025-06-30"},"amount":{"value":90071992547409.93,"currency":"USD"},"product":"HBM","title":"CEO","confidence":0.1234,"evidence":[{"document":"doc","start":4,"end":8,"claim":{"status":"agreed","confidence":1},"known":{"from":"2025-11-03T09:30:00.000Z"}}],"derived":true,"known":{"from":"2025-11-03T09:30:00.000Z"}})",
      R"({"kind":"entity","id":"x","type":"place","name":"X"})",
  };
  for (const char* line : lines) {
    CAPTURE(line);
    CHECK(write(read(line)) == line);
  }
}

TEST_CASE("records: evidence is located in the version of the text that was known then") {
  const auto edge = std::get<ImportEdge>(
      read(R"({"kind":"edge","id":"d","type":"supply","source":"a","target":"b","evidence":[)"
           R"({"document":"doc","start":2,"end":4,"known":{"from":"1970-01-01T00:00:01.000Z"}},)"
           R"({"document":"doc","start":4,"end":6}]})"));
  REQUIRE(edge.evidence.size() == 2);
  CHECK(edge.evidence[0].evidence.span == Span{4, 10});   // 옛, line break | 가나
  CHECK(edge.evidence[1].evidence.span == Span{10, 16});  // 새로운, line break | 다라
}

TEST_CASE("records: a text is asked for once") {
  Texts texts;
  TextCache cache(texts);
  for (int i = 0; i < 3; ++i) CHECK(cache.to_bytes("doc", kForever, 0, 3) == Span{0, 9});
  CHECK(texts.asked == 1);
  cache.clear();
  CHECK(cache.to_bytes("doc", kForever, 0, 3));
  CHECK(texts.asked == 2);
  CHECK_FALSE(cache.to_bytes("doc", kForever, 3, 2));
  CHECK_FALSE(cache.to_bytes("doc", kForever, 0, 9));
  CHECK_FALSE(cache.to_bytes("other", kForever, 0, 0));
  CHECK_FALSE(cache.to_code_points("doc", kForever, {0, 100}));
}

TEST_CASE("records: every offence is named by its pointer") {
  CHECK(pointers("1") == List{""});
  CHECK(pointers("{}") == List{"/kind"});
  CHECK(pointers(R"({"kind":"entty"})") == List{"/kind"});
  CHECK(pointers(R"({"kind":"entity"})") == List{"/id", "/name", "/type"});
  CHECK(pointers(
            R"({"kind":"entity","id":"a","type":"planet","name":"A","aliases":["",1],"nme":1})") ==
        List{"/aliases/0", "/aliases/1", "/nme", "/type"});
  CHECK(pointers(R"({"kind":"edge","id":"d","type":"x","source":"a","target":"b,c"})") ==
        List{"/target", "/type"});
  CHECK(pointers(R"({"kind":"edge","id":"d","type":"supply","source":"a","target":"b",)"
                 R"("amount":{"value":0.001,"currency":"USD"},"confidence":2,"status":"x",)"
                 R"("date":"2025-02-30","valid":{"since":"2025"}})") ==
        List{"/amount/value", "/confidence", "/date", "/status", "/valid/since"});
  CHECK(pointers(R"({"kind":"edge","id":"d","type":"supply","source":"a","target":"b",)"
                 R"("amount":{"value":"1"}})") == List{"/amount/currency", "/amount/value"});
  CHECK(pointers(R"({"kind":"edge","id":"d","type":"supply","source":"a","target":"b",)"
                 R"("evidence":[{"document":"nope","start":0,"end":1}]})") ==
        List{"/evidence/0/document"});
  CHECK(
      pointers(
          R"({"kind":"document","id":"d","text":"x","mentions":[{"entity":"a","start":0,"end":9}]})") ==
      List{"/mentions/0/end"});
  CHECK(pointers(R"({"kind":"entity","id":"a","type":"place","name":"A",)"
                 R"("known":{"from":"2025-01-02","to":"2025-01-01"}})") == List{"/known/to"});
}
