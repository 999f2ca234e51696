// SPDX-License-Identifier: MIT
#include "server/options.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "fixtures.hpp"

using namespace dealgraph::server;

namespace {

using Variables = std::map<std::string, std::string>;

Invocation parse(const std::vector<std::string>& arguments, const Variables& variables = {}) {
  return parse_command_line(arguments, [&](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  });
}

std::string complaint(const std::vector<std::string>& arguments, const Variables& variables = {}) {
  try {
    parse(arguments, variables);
  } catch (const UsageError& error) {
    return error.what();
  }
  return {};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("options: defaults come from the table") {
  const Invocation invocation = parse({"serve", "--db", "x.db"});
  CHECK(invocation.command == Command::Serve);
  const Options& options = invocation.options;
  CHECK(options.db == "x.db");
  CHECK(options.address == "127.0.0.1");
  CHECK(options.port == 8080);
  CHECK(options.threads >= 1);
  CHECK(options.access_log);
  CHECK(options.limits.header_bytes == 16'384);
  CHECK(options.limits.header_fields == 100);
  CHECK(options.limits.target_bytes == 8'192);
  CHECK(options.limits.body_bytes == 1'048'576);
  CHECK(options.limits.header_ms == 10'000);
  CHECK(options.limits.drain_ms == 15'000);
}

TEST_CASE("options: every row has a help text and a name of its own, and a default that reads") {
  std::set<std::string_view> names;
  for (const OptionRow& row : option_rows()) {
    CAPTURE(row.name);
    CHECK(names.insert(row.name).second);
    CHECK_FALSE(row.help.empty());
    CHECK(row.commands != 0);
    Options options;
    if (!row.fallback.empty()) CHECK_NOTHROW(row.set(options, row.fallback));
  }
}

TEST_CASE("options: the flag goes before the environment, the environment before the file") {
  const fixtures::ScratchFolder folder;
  const std::string file =
      folder.file("conf", "# ports\nport = 1\nheader_ms = 2\n\nidle_ms = \"3\"\n");
  const Invocation invocation = parse({"serve", "--config", file, "--db", "x", "--port", "10"},
                                      {{"DEALGRAPH_PORT", "20"}, {"DEALGRAPH_HEADER_MS", "30"}});
  CHECK(invocation.options.port == 10);
  CHECK(invocation.options.limits.header_ms == 30);
  CHECK(invocation.options.limits.idle_ms == 3);
  CHECK(parse({"serve", "--db", "x"}, {{"DEALGRAPH_CONFIG", file}}).options.port == 1);
  CHECK(parse({"check"}, {{"DEALGRAPH_DB", "e.db"}}).options.db == "e.db");
}

TEST_CASE("options: inputs, with standard input where none is given") {
  CHECK(parse({"extract"}).options.inputs == std::vector<std::string>{"-"});
  CHECK(parse({"extract", "-"}).options.inputs == std::vector<std::string>{"-"});
  CHECK(parse({"ingest", "--db", "x", "a", "b", "--json"}).options.inputs ==
        std::vector<std::string>{"a", "b"});
  CHECK(parse({"ingest", "--db", "x", "a", "--json"}).options.json);
  CHECK_FALSE(parse({"ingest", "--db", "x", "a"}).options.json);
}

TEST_CASE("options: help and version ask for nothing else") {
  const Invocation help = parse({"serve", "--help"});
  CHECK_FALSE(help.command);
  CHECK(contains(help.help, "--header-ms"));
  CHECK(contains(help.help, "Examples:"));
  for (const char* command :
       {"extract", "ingest", "import", "export", "serve", "check", "version"}) {
    CAPTURE(command);
    CHECK(contains(parse({command, "--help"}).help, "dealgraph " + std::string(command)));
  }
  CHECK(contains(parse({"--version"}).help, "dealgraph"));
  CHECK(contains(parse({"--help"}).help, "serve"));
}

TEST_CASE("options: what makes no sense is named with its source") {
  const fixtures::ScratchFolder folder;
  CHECK(contains(complaint({}), "subcommand"));
  CHECK(contains(complaint({"srve"}), "did you mean \"serve\"?"));
  CHECK(contains(complaint({"serve", "--db", "x", "--prot", "1"}), "did you mean --port?"));
  CHECK(contains(complaint({"serve"}), "--db is required"));
  CHECK(contains(complaint({"serve", "--db", "x", "--port", "65536"}), "--port: \"65536\" is not"));
  CHECK(contains(complaint({"serve", "--db", "x", "--access-log", "maybe"}), "on or off"));
  CHECK(contains(complaint({"serve", "--db", "x"}, {{"DEALGRAPH_PORT", "x"}}), "DEALGRAPH_PORT:"));
  CHECK(contains(complaint({"export", "--db", "x", "--port", "1"}), "unknown option --port"));
  CHECK(contains(complaint({"version", "--config", folder.file("a", "\nprot = 1\n")}),
                 ":2: unknown key \"prot\"; did you mean \"port\"?"));
  CHECK(contains(complaint({"version", "--config", folder.file("b", "port\n")}), ":1: expected"));
  CHECK(contains(complaint({"version", "--config", folder.file("c", "port=1\nport=2\n")}), ":2:"));
  CHECK(contains(complaint({"version", "--config", folder.path("none")}), "cannot read"));
  CHECK(contains(complaint({"serve", "--db", "x", "--config", folder.file("d", "port=x\n")}),
                 "d:1: \"x\" is not"));
}
