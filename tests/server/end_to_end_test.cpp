// SPDX-License-Identifier: MIT
// The commands and the server together, as the real binary.
#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "fixtures.hpp"
#include "process.hpp"
#include "server/router.hpp"

using namespace dealgraph::server::fixtures;
using nlohmann::json;

namespace {

const std::string kSamples = DEALGRAPH_SOURCE_DIR "/scripts/samples";

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) result.push_back(line);
  return result;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// The text between two positions counted in code points.
std::string slice(const std::string& text, std::size_t start, std::size_t end) {
  std::string result;
  std::size_t position = 0;
  for (std::size_t i = 0; i < text.size(); ++position) {
    std::size_t length = 1;
    while (i + length < text.size() &&
           (static_cast<unsigned char>(text[i + length]) & 0xC0U) == 0x80U) {
      ++length;
    }
    if (position >= start && position < end) result += text.substr(i, length);
    i += length;
  }
  return result;
}

constexpr std::string_view kRecords =
    R"({"kind":"entity","id":"e1","type":"organization","name":"Han Bit","aliases":["한빛"]}
{"kind":"entity","id":"e2","type":"organization","name":"Mirae"}
{"kind":"edge","id":"d1","type":"investment","source":"e1","target":"e2","date":"2025-10-01","amount":{"value":1000000,"currency":"USD"},"status":"agreed","confidence":0.9}
)";

}  // namespace

TEST_CASE("version and help") {
  CHECK(contains(run_binary({"version"}).out, "dealgraph "));
  CHECK(run_binary({"--help"}).code == 0);
  CHECK(run_binary({"serve", "--help"}).code == 0);
  CHECK(run_binary({}).code == 2);
  const Finished wrong = run_binary({"srve"});
  CHECK(wrong.code == 2);
  CHECK(wrong.out.empty());
  CHECK(contains(wrong.err, "did you mean \"serve\"?"));
}

TEST_CASE("extract: articles in, findings out, in their order, bad lines reported") {
  const std::string input =
      "{\"id\":\"a\",\"title\":\"계약\",\"text\":\"오픈AI와 엔비디아가 만났다.\"}\n"
      "{\"id\":\"b\"}\n"
      "not json\n"
      "{\"id\":\"c\",\"text\":\"Nvidia.\"}\n";
  const Finished done = run_binary({"extract", "-"}, input);
  CHECK(done.code == 1);
  const auto found = lines(done.out);
  REQUIRE(found.size() == 2);
  const json first = json::parse(found[0]);
  CHECK(first["id"] == "a");
  CHECK(json::parse(found[1])["id"] == "c");
  for (const json& entity : first["entities"]) {
    for (const json& mention : entity["mentions"]) {
      CHECK(slice("계약\n오픈AI와 엔비디아가 만났다.", mention["start"], mention["end"]) ==
            mention["text"].get<std::string>());
    }
  }
  CHECK(contains(done.err, "<stdin>:2: /title"));
  CHECK(contains(done.err, "<stdin>:3: not valid JSON"));
  CHECK(run_binary({"extract", "/nowhere/file"}).code == 3);
  CHECK(run_binary({"extract"}, "").code == 0);
}

TEST_CASE("extract: the samples give the same on one thread and on several") {
  const Finished one = run_binary({"extract", "--threads", "1", kSamples});
  const Finished four = run_binary({"extract", "--threads", "4", kSamples});
  CHECK(one.code == 0);
  CHECK(one.out == four.out);
  CHECK(lines(one.out).size() >= 12);
}

TEST_CASE("ingest: the samples, twice, then check") {
  const ScratchFolder folder;
  const std::string db = folder.path("a.db");
  const Finished first = run_binary({"ingest", "--db", db, "--json", kSamples});
  CHECK(first.code == 0);
  CHECK(first.err.empty());
  const json summary = json::parse(first.out);
  CHECK(summary["created"].get<int>() >= 12);
  CHECK(summary["documents"] == summary["created"]);
  CHECK(summary["entities"].get<int>() > 0);
  const json again = json::parse(run_binary({"ingest", "--db", db, "--json", kSamples}).out);
  CHECK(again["unchanged"] == summary["created"]);
  CHECK(again["created"] == 0);
  CHECK(again["entities"] == 0);
  CHECK(again["edges"] == 0);
  CHECK(again["revision"] == summary["revision"]);
  const Finished check = run_binary({"check", "--db", db});
  CHECK(check.code == 0);
  CHECK(check.out.empty());
  CHECK(contains(check.err, "0 findings"));
}

TEST_CASE("ingest: folders, plain text and a bad line") {
  const ScratchFolder folder;
  folder.file("in/b.txt", "제목\n오픈AI가 밝혔다.\n");
  folder.file("in/a.jsonl", "{\"id\":\"a\",\"text\":\"OpenAI.\"}\n{\"id\":\"x\",\n");
  const Finished done = run_binary({"ingest", "--db", folder.path("a.db"), folder.path("in")});
  CHECK(done.code == 1);
  CHECK(contains(done.out, "3 articles: 2 new, 0 replaced, 0 unchanged, 1 rejected"));
  CHECK(contains(done.err, folder.path("in/a.jsonl") + ":2: "));
  CHECK(run_binary({"ingest", "--db", folder.path("a.db"), folder.path("none")}).code == 3);
  CHECK(run_binary({"ingest", "--db", "/nowhere/a.db", folder.path("in")}).code == 3);
}

TEST_CASE("import and export: what comes out goes in again, and comes out the same") {
  const ScratchFolder folder;
  CHECK(run_binary({"ingest", "--db", folder.path("a.db"), kSamples}).code == 0);
  CHECK(run_binary({"import", "--db", folder.path("a.db"), "-"}, kRecords).code == 0);
  const Finished out = run_binary({"export", "--db", folder.path("a.db")});
  CHECK(out.code == 0);
  const std::string file = folder.file("a.ndjson", out.out);
  const Finished in = run_binary({"import", "--db", folder.path("b.db"), "--json", file});
  CHECK(in.code == 0);
  CHECK(json::parse(in.out)["created"] == lines(out.out).size());
  CHECK(run_binary({"export", "--db", folder.path("b.db")}).out == out.out);
  CHECK(run_binary({"check", "--db", folder.path("b.db")}).code == 0);
  const json again =
      json::parse(run_binary({"import", "--db", folder.path("b.db"), "--json", file}).out);
  CHECK(again["unchanged"] == lines(out.out).size());
}

TEST_CASE("import: good lines go in, bad ones are told") {
  const ScratchFolder folder;
  const Finished done = run_binary(
      {"import", "--db", folder.path("a.db"), "-"},
      std::string(kRecords) +
          R"({"kind":"edge","id":"d2","type":"investment","source":"e1","target":"nobody"})"
          "\n{\n"
          R"({"kind":"edge","id":"d3","type":"role","source":"e1","target":"e2"})"
          "\n");
  CHECK(done.code == 1);
  CHECK(contains(done.out, "6 records: 3 new, 0 replaced, 0 unchanged, 3 rejected"));
  CHECK(contains(done.err, "<stdin>:4: "));
  CHECK(contains(done.err, "<stdin>:5: not valid JSON"));
  CHECK(contains(done.err, "<stdin>:6: "));
}

TEST_CASE("commands: what is no database is said so") {
  const ScratchFolder folder;
  const std::string text = folder.file("text.db", std::string(10'000, 'x'));
  for (const char* command : {"serve", "check", "export"}) {
    CAPTURE(command);
    CHECK(run_binary({command, "--db", folder.path("none.db")}).code == 3);
    const Finished done = run_binary({command, "--db", text});
    CHECK(done.code == 3);
    CHECK(contains(done.err, "text.db"));
  }
}

TEST_CASE("serve: every GET route answers over the samples, HEAD alike") {
  const ScratchFolder folder;
  const std::string db = folder.path("a.db");
  REQUIRE(run_binary({"ingest", "--db", db, kSamples}).code == 0);
  REQUIRE(run_binary({"import", "--db", db}, kRecords).code == 0);
  const Server server(db, {"--access-log", "off"});
  const std::string document = json::parse(
      request(server.port(), "GET", "/v1/documents?limit=1").body)["documents"][0]["id"];
  for (const auto& route : dealgraph::server::routes()) {
    if (route.verb != dealgraph::server::Verb::Get) continue;
    std::string target(route.pattern);
    const auto put = [&](std::string_view pattern, const std::string& value) {
      if (const auto at = target.find(pattern); at != std::string::npos) {
        target.replace(at, pattern.size(), value);
      }
    };
    put("/documents/{id}", "/documents/" + dealgraph::server::encode_percent(document));
    put("/edges/{id}", "/edges/d1");
    put("{id}", "e1");
    put("{slug}", "not-found");
    if (target == "/v1/paths") target += "?from=e1&to=e2";
    CAPTURE(target);
    const Answer get = request(server.port(), "GET", target);
    CHECK(get.status == 200);
    const Answer head = request(server.port(), "HEAD", target);
    CHECK(head.status == 200);
    if (target == "/metrics") continue;  // counts the request itself
    CHECK(json::accept(get.body));
    CHECK(head.header("Content-Length") == get.header("Content-Length"));
    const std::string tag = get.header("ETag");
    if (tag.empty()) continue;
    CHECK(request(server.port(), "GET", target, {}, "If-None-Match: " + tag + "\r\n").status ==
          304);
  }
}

TEST_CASE("serve: the statuses that clients build on") {
  const ScratchFolder folder;
  REQUIRE(run_binary({"import", "--db", folder.path("a.db")}, kRecords).code == 0);
  const Server server(folder.path("a.db"));
  const auto status = [&](std::string_view method, std::string_view target,
                          std::string_view body = {}, std::string_view headers = {}) {
    return request(server.port(), method, target, body, headers).status;
  };
  CHECK(status("GET", "/v1/entities?q=한빛") == 200);
  CHECK(status("GET", "/v1/nothing") == 404);
  CHECK(status("GET", "/v1/entities/nobody") == 404);
  CHECK(status("PATCH", "/v1/entities/e1") == 405);
  CHECK(status("GET", "/v1/entities?limt=1") == 400);
  CHECK(status("GET", "/v1/edges", {}, "Accept: text/html\r\n") == 406);
  CHECK(status("POST", "/v1/documents", "x", "Content-Type: text/plain\r\n") == 415);
  CHECK(status("POST", "/v1/documents", R"({"id":"a","text":"OpenAI."})",
               "Content-Type: application/json\r\n") == 201);
  CHECK(status("DELETE", "/v1/documents/a") == 200);
  CHECK(status("DELETE", "/v1/documents/a") == 404);
}

TEST_CASE("serve: what another process writes shows within a second") {
  const ScratchFolder folder;
  const std::string db = folder.path("a.db");
  REQUIRE(run_binary({"import", "--db", db}, kRecords).code == 0);
  const Server server(db);
  CHECK(request(server.port(), "GET", "/v1/documents/new").status == 404);
  REQUIRE(
      run_binary({"ingest", "--db", db, "-"}, R"({"id":"new","text":"OpenAI and Nvidia."})").code ==
      0);
  // The deadline is generous for machines under load; each look is a request, not a pause.
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  int status = 0;
  while (status != 200 && std::chrono::steady_clock::now() < deadline) {
    status = request(server.port(), "GET", "/v1/entities/nvidia").status;
  }
  CHECK(status == 200);
  CHECK(request(server.port(), "GET", "/v1/documents/new").status == 200);
}

TEST_CASE("serve: what was answered is still there after a restart") {
  const ScratchFolder folder;
  const std::string db = folder.path("a.db");
  {
    Server server(db, {"--create"});
    CHECK(request(server.port(), "POST", "/v1/documents", R"({"id":"a","text":"OpenAI."})",
                  "Content-Type: application/json\r\n")
              .status == 201);
    server.signal(SIGTERM);
    CHECK(server.wait() == 0);
  }
  const Server server(db);
  CHECK(request(server.port(), "GET", "/v1/documents/a").status == 200);
  CHECK(request(server.port(), "GET", "/v1/entities/openai").status == 200);
}

TEST_CASE("extract: --explain prints the stages") {
  const Finished told = run_binary({"extract", "--explain", "-"}, R"({"id":"a","text":"OpenAI."})");
  CHECK(told.code == 0);
  const json stages = json::parse(told.out);
  CHECK(stages["mentions"][0]["reason"] == "lexicon name");
  CHECK(stages["mentions"][0]["score"] == 0.95);
  CHECK(stages["result"]["entities"][0]["id"] == "openai");
}

TEST_CASE("extract: an analyst's own names come from a folder") {
  const ScratchFolder folder;
  folder.file("names/ours-organizations.json",
              R"([{"id":"quux-chips","name":"Quux Chips","name_ko":"쿡스칩스"}])");
  const std::string article = R"({"id":"a","text":"쿡스칩스가 오픈AI에 투자한다."})";
  const std::string names = folder.path("names");
  CHECK(contains(run_binary({"extract", "--lexicon", names, "-"}, article).out, "quux-chips"));
  CHECK_FALSE(contains(run_binary({"extract", "-"}, article).out, "quux-chips"));

  folder.file("broken/organizations.json", R"([{"id":"x","name":"Nvidia"}])");
  const Finished broken = run_binary({"extract", "--lexicon", folder.path("broken"), "-"}, article);
  CHECK(broken.code == 3);
  CHECK(contains(broken.err, "nvidia: has several owners"));
  CHECK(run_binary({"extract", "--lexicon", folder.path("none"), "-"}, article).code == 3);
}

TEST_CASE("serve: SIGHUP takes up changed names, and keeps the old ones if the new are wrong") {
  const ScratchFolder folder;
  const std::string names = folder.path("names");
  const auto put = [&](std::string_view records) {
    folder.file("names/organizations.json", records);
  };
  put("[]");
  Server server(folder.path("a.db"), {"--create", "--lexicon", names});
  int count = 0;
  const auto knows = [&](std::string_view id) {
    const std::string body =
        R"({"id":"n)" + std::to_string(count++) + R"(","text":"쿡스칩스가 투자한다."})";
    return contains(
        request(server.port(), "POST", "/v1/documents", body, "Content-Type: application/json\r\n")
            .body,
        id);
  };
  const auto comes_to_know = [&](std::string_view id) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < deadline) {
      if (knows(id)) return true;
    }
    return false;
  };
  CHECK_FALSE(knows("quux-chips"));
  put(R"([{"id":"quux-chips","name":"Quux Chips","name_ko":"쿡스칩스"}])");
  server.signal(SIGHUP);
  CHECK(comes_to_know("quux-chips"));
  put("[{");
  server.signal(SIGHUP);
  CHECK(knows("quux-chips"));
  put(R"([{"id":"quux-two","name":"Quux Two","name_ko":"쿡스칩스"}])");
  server.signal(SIGHUP);
  CHECK(comes_to_know("quux-two"));
}

TEST_CASE("serve: a port that is taken is said so") {
  const ScratchFolder folder;
  const Server server(folder.path("a.db"), {"--create"});
  const Finished second = run_binary(
      {"serve", "--db", folder.path("b.db"), "--create", "--port", std::to_string(server.port())});
  CHECK(second.code == 3);
  CHECK(contains(second.err, "cannot listen on 127.0.0.1:"));
  CHECK(run_binary({"serve", "--db", folder.path("b.db"), "--create", "--address", "here"}).code ==
        3);
}
