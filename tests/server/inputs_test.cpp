// SPDX-License-Identifier: MIT
#include "server/inputs.hpp"

#include <doctest/doctest.h>

#include "fixtures.hpp"
#include "graph/store.hpp"
#include "schema/error.hpp"

using namespace dealgraph;
using namespace dealgraph::server;

namespace {

std::vector<ArticleInput> read(const std::string& path, std::size_t limit = 1'000) {
  std::vector<ArticleInput> inputs;
  read_articles(path, limit, [&](ArticleInput&& input) { inputs.push_back(std::move(input)); });
  return inputs;
}

}  // namespace

TEST_CASE("LineReader: line ends, byte order mark, no last line break") {
  const fixtures::ScratchFolder folder;
  LineReader reader(folder.file("a", "\xEF\xBB\xBFone\r\n\ntwo\rx\nlast"), 100);
  std::vector<std::string> lines;
  while (const auto line = reader.next()) {
    lines.push_back(line->text);
    CHECK(line->number == lines.size());
  }
  CHECK(lines == std::vector<std::string>{"one", "", "two\rx", "last"});
  LineReader empty(folder.file("b", ""), 100);
  CHECK_FALSE(empty.next());
}

TEST_CASE("LineReader: a line that is too long is passed over, the next one is read") {
  const fixtures::ScratchFolder folder;
  const std::string path = folder.file("a", std::string(200'000, 'x') + "\nshort\n");
  LineReader reader(path, 1'000);
  const auto first = reader.next();
  REQUIRE(first);
  CHECK(first->is_too_long);
  CHECK(first->text.empty());
  const auto second = reader.next();
  REQUIRE(second);
  CHECK(second->text == "short");
  LineReader wide(path, 300'000);
  CHECK(wide.next()->text.size() == 200'000);
}

TEST_CASE("expand_inputs: folders in the order of their paths, known endings only") {
  const fixtures::ScratchFolder folder;
  const std::string b = folder.file("in/b.jsonl", "");
  const std::string a = folder.file("in/a.txt", "");
  const std::string deep = folder.file("in/c/d.ndjson", "");
  folder.file("in/readme.md", "");
  const std::string other = folder.file("other.log", "");
  CHECK(expand_inputs({other, folder.path("in"), "-"}) ==
        std::vector<std::string>{other, a, b, deep, "-"});
  CHECK_THROWS_AS(expand_inputs({folder.path("none")}), Error);
}

TEST_CASE("read_articles: JSON Lines, a bad line between good ones") {
  const fixtures::ScratchFolder folder;
  const std::string path = folder.file(
      "n.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":\n{\"id\":\"b\",\"text\":\"y\"}\n" +
                     std::string(2'000, ' ') + "\n");
  const auto inputs = read(path);
  REQUIRE(inputs.size() == 4);
  CHECK(inputs[0].article->id == "a");
  CHECK_FALSE(inputs[1].article);
  CHECK(inputs[1].where == path + ":3");
  CHECK(inputs[1].rejection.find("not valid JSON") != std::string::npos);
  CHECK(inputs[2].article->id == "b");
  CHECK(inputs[3].where == path + ":5");
  CHECK_FALSE(inputs[3].article);
}

TEST_CASE("read_articles: plain text has its title in the first line") {
  const fixtures::ScratchFolder folder;
  const auto inputs = read(folder.file("a.txt", "제목\r\n본문 하나\n둘\n"));
  REQUIRE(inputs.size() == 1);
  REQUIRE(inputs[0].article);
  CHECK(inputs[0].article->title == "제목");
  CHECK(inputs[0].article->text == "본문 하나\n둘\n");
  CHECK(inputs[0].article->id == document_id(*inputs[0].article));
  CHECK_FALSE(read(folder.file("b.txt", "\xFF\n"))[0].article);
  CHECK_FALSE(read(folder.file("c.txt", ""))[0].article);
  CHECK_FALSE(read(folder.file("d.txt", std::string(2'000, 'a')))[0].article);
}

TEST_CASE("read_articles: .json holds one article or an array") {
  const fixtures::ScratchFolder folder;
  CHECK(read(folder.file("a.json", "{\n \"id\": \"a\",\n \"text\": \"x\"\n}\n"))[0].article->id ==
        "a");
  const auto list = read(folder.file("b.json", "[{\"text\":\"x\"}, {}]"));
  REQUIRE(list.size() == 2);
  CHECK(list[0].article);
  CHECK_FALSE(list[1].article);
  CHECK(list[1].where.substr(list[1].where.size() - 3) == ":/1");
  CHECK_FALSE(read(folder.file("c.json", "[1"))[0].article);
}
