// SPDX-License-Identifier: MIT
#include "fixtures.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

#include "schema/lexicon.hpp"

namespace dealgraph::server::fixtures {

namespace {

Options test_options() {
  Options options = default_options(Command::Serve);
  options.threads = 2;
  return options;
}

Operation entity(std::string id, EntityType type, std::string name, std::string name_ko = {}) {
  ImportEntity record;
  record.entity.id = std::move(id);
  record.entity.type = type;
  record.entity.name = std::move(name);
  record.entity.name_ko = std::move(name_ko);
  return record;
}

ImportEdge edge(std::string id, EdgeType type, std::string source, std::string target,
                EdgeFacts facts) {
  ImportEdge record;
  record.edge = {std::move(id), type, std::move(source), std::move(target), std::move(facts)};
  return record;
}

EdgeFacts facts(Status status, std::string_view date) {
  EdgeFacts result;
  result.status = status;
  if (!date.empty()) result.date = PartialDate::parse(date);
  return result;
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "dealgraph-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  folder_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string ScratchFolder::file(std::string_view name, std::string_view content) const {
  const std::filesystem::path target = folder_ / name;
  std::filesystem::create_directories(target.parent_path());
  std::ofstream(target, std::ios::binary) << content;
  return target.string();
}

TestApp::TestApp()
    : options_(test_options()),
      log_(LogLevel::Error),
      extractor_(std::make_shared<const extract::Extractor>(embedded_lexicon())),
      engine_(std::make_unique<Engine>(folder_.path("test.db"), EngineOptions{.create = true})),
      app_(new App{*engine_, extractor_, options_, metrics_, log_, "salt"}) {}

TestApp::~TestApp() = default;

std::string TestApp::Answer::header(std::string_view name) const {
  for (const Header& header : headers) {
    if (header.first == name) return header.second;
  }
  return {};
}

TestApp::Answer TestApp::request(std::string_view method, std::string_view target,
                                 std::string_view body, const std::vector<Header>& headers) {
  Head head;
  head.method = method;
  head.target = target;
  head.headers = headers;
  Exchange exchange = begin_exchange(std::move(head));
  exchange.request.body = body;
  Reply reply = answer(*app_, exchange);
  if (auto* write = std::get_if<Write>(&reply)) {
    const Commit commit = engine_->write(std::move(write->operations));
    reply = finish_write(*app_, exchange, *write, &commit, nullptr);
  }
  auto& response = std::get<Response>(reply);
  std::string text = response.body;
  for (std::string chunk; response.source && response.source->next(chunk);) text += chunk;
  return {response.status, std::move(response.headers), std::move(text)};
}

void TestApp::load_story() {
  Document document;
  document.id = "news";
  document.title = "클라우드";
  document.text = "AWS는 오픈AI에 공급한다. 끝.";
  document.source = "경제";
  document.published = PartialDate::parse("2025-11-04");
  const std::string sentence = "AWS는 오픈AI에 공급한다.";
  const std::string text = full_text(document);
  const auto begin = static_cast<std::uint32_t>(text.find(sentence));

  ImportEdge supply =
      edge("d1", EdgeType::Supply, "aws", "openai", facts(Status::Agreed, "2025-11-03"));
  supply.edge.facts.amount = parse_major("38000000000", *Currency::parse("USD"));
  supply.edge.facts.confidence = 9'000;
  ImportedEvidence evidence;
  evidence.evidence = {
      "news", {begin, begin + static_cast<std::uint32_t>(sentence.size())}, supply.edge.facts};
  supply.evidence.push_back(evidence);

  ImportEdge investment =
      edge("d2", EdgeType::Investment, "microsoft", "openai", facts(Status::Completed, "2019"));
  investment.edge.facts.amount = parse_major("13000000000", *Currency::parse("USD"));
  ImportEdge role =
      edge("d3", EdgeType::Role, "sam-altman", "openai", facts(Status::Completed, ""));
  role.edge.facts.title = "CEO";

  const Commit commit = write({
      entity("aws", EntityType::Organization, "Amazon Web Services", "아마존웹서비스"),
      entity("openai", EntityType::Organization, "OpenAI", "오픈AI"),
      entity("microsoft", EntityType::Organization, "Microsoft"),
      entity("sam-altman", EntityType::Person, "Sam Altman", "샘 올트먼"),
      entity("south-korea", EntityType::Place, "South Korea", "한국"),
      entity("stargate", EntityType::Project, "Stargate"),
      ImportDocument{document, {{"aws", {13, 16}}}, std::nullopt},
      supply,
      investment,
      role,
      edge("d4", EdgeType::Visit, "sam-altman", "south-korea",
           facts(Status::Completed, "2025-10-01")),
      edge("d5", EdgeType::Partnership, "microsoft", "stargate", facts(Status::Denied, "2025")),
      edge("d6", EdgeType::Partnership, "microsoft", "aws", facts(Status::Denied, "2025")),
  });
  std::size_t rejected = 0;
  for (const OperationResult& result : commit.results) {
    if (result.outcome == Outcome::Rejected) ++rejected;
  }
  // The ontology forbids d5: a project is no partner.
  if (rejected != 1) std::abort();
}

}  // namespace dealgraph::server::fixtures
