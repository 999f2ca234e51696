// SPDX-License-Identifier: MIT
#include "server/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <thread>

#include "server/ascii.hpp"
#include "server/version.hpp"

namespace dealgraph::server {

namespace {

// --- The tables ---------------------------------------------------------------------------------

constexpr std::uint32_t bit(Command command) { return 1U << static_cast<unsigned>(command); }

constexpr std::uint32_t kServe = bit(Command::Serve);
constexpr std::uint32_t kWithDatabase = bit(Command::Ingest) | bit(Command::Import) |
                                        bit(Command::Export) | kServe | bit(Command::Check);
constexpr std::uint32_t kReading =
    bit(Command::Extract) | bit(Command::Ingest) | bit(Command::Import);

template <typename Number>
Number number(std::string_view text, std::uint64_t least, std::uint64_t most) {
  std::uint64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    throw std::invalid_argument("a whole number from " + std::to_string(least) + " to " +
                                std::to_string(most));
  }
  return static_cast<Number>(value);
}

bool on_or_off(std::string_view text) {
  if (text == "on" || text == "true" || text == "1") return true;
  if (text == "off" || text == "false" || text == "0") return false;
  throw std::invalid_argument("on or off");
}

LogLevel log_level(std::string_view text) {
  constexpr std::array<std::string_view, 4> kNames{"debug", "info", "warning", "error"};
  const auto found = std::find(kNames.begin(), kNames.end(), text);
  if (found == kNames.end()) throw std::invalid_argument("debug, info, warning or error");
  return static_cast<LogLevel>(found - kNames.begin());
}

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 40U;
constexpr std::uint64_t kMostMilliseconds = 86'400'000;
constexpr std::uint64_t kMostThreads = 1'024;

template <auto Member>
void set_bytes(Options& options, std::string_view text) {
  options.limits.*Member = number<std::size_t>(text, 1, kMostBytes);
}

template <auto Member>
void set_milliseconds(Options& options, std::string_view text) {
  options.limits.*Member = number<int>(text, 1, kMostMilliseconds);
}

constexpr std::array kRows{
    OptionRow{"db", "FILE", "", "the database", kWithDatabase, true,
              [](Options& o, std::string_view v) { o.db = v; }},
    OptionRow{"lexicon", "DIR", "",
              "folder with names of your own, in files like organizations.json; see SIGHUP",
              bit(Command::Extract) | bit(Command::Ingest) | kServe, false,
              [](Options& o, std::string_view v) { o.lexicon = v; }},
    OptionRow{"address", "IP", "127.0.0.1", "address to listen on", kServe, false,
              [](Options& o, std::string_view v) { o.address = v; }},
    OptionRow{"port", "N", "8080", "port to listen on; 0 takes a free one, see the log", kServe,
              false,
              [](Options& o, std::string_view v) { o.port = number<std::uint16_t>(v, 0, 65'535); }},
    OptionRow{
        "threads", "N", "0", "threads that work (the writer apart); 0: one for each core",
        kServe | bit(Command::Ingest) | bit(Command::Extract), false,
        [](Options& o, std::string_view v) { o.threads = number<unsigned>(v, 0, kMostThreads); }},
    OptionRow{"access-log", "on|off", "on", "one log line for each request", kServe, false,
              [](Options& o, std::string_view v) { o.access_log = on_or_off(v); }},
    OptionRow{"log-level", "LEVEL", "info", "least level logged: debug, info, warning, error",
              kServe, false, [](Options& o, std::string_view v) { o.log_level = log_level(v); }},
    OptionRow{"create", "", "off", "make the database if there is none", kServe, false,
              [](Options& o, std::string_view v) { o.create = on_or_off(v); }},
    OptionRow{"allowed-hosts", "LIST", "", "names admitted in the Host header; empty: any", kServe,
              false, [](Options& o, std::string_view v) { o.allowed_hosts = v; }},
    OptionRow{
        "poll-ms", "MS", "200", "how often to look for writes of other processes", kServe, false,
        [](Options& o, std::string_view v) { o.poll_ms = number<int>(v, 1, kMostMilliseconds); }},
    OptionRow{"max-connections", "N", "1024", "connections open at a time", kServe, false,
              [](Options& o, std::string_view v) {
                o.limits.connections = number<std::size_t>(v, 1, 1'000'000);
              }},
    OptionRow{"max-header-bytes", "N", "16384", "size of a request's header block", kServe, false,
              set_bytes<&Limits::header_bytes>},
    OptionRow{"max-header-fields", "N", "100", "fields in a request's header block", kServe, false,
              set_bytes<&Limits::header_fields>},
    OptionRow{"max-target-bytes", "N", "8192", "length of a request's target", kServe, false,
              set_bytes<&Limits::target_bytes>},
    OptionRow{"max-body-bytes", "N", "1048576", "size of a JSON body", kServe, false,
              set_bytes<&Limits::body_bytes>},
    OptionRow{"max-batch-bytes", "N", "67108864", "size of an NDJSON batch", kServe, false,
              set_bytes<&Limits::batch_bytes>},
    OptionRow{"max-body-memory", "N", "268435456", "bytes of all bodies being received", kServe,
              false, set_bytes<&Limits::body_memory_bytes>},
    OptionRow{"header-ms", "MS", "10000", "time for a request's header", kServe, false,
              set_milliseconds<&Limits::header_ms>},
    OptionRow{"body-ms", "MS", "30000", "time for a request's body, and 1 s for each 64 KiB",
              kServe, false, set_milliseconds<&Limits::body_ms>},
    OptionRow{"idle-ms", "MS", "60000", "time that a connection may be idle", kServe, false,
              set_milliseconds<&Limits::idle_ms>},
    OptionRow{"write-ms", "MS", "30000", "time that a client may take nothing of an answer", kServe,
              false, set_milliseconds<&Limits::write_ms>},
    OptionRow{"drain-ms", "MS", "15000", "time for requests in flight when stopping", kServe, false,
              set_milliseconds<&Limits::drain_ms>},
    OptionRow{"query-ms", "MS", "5000", "time that a query may take before it is cut", kServe,
              false, set_milliseconds<&Limits::query_ms>},
    OptionRow{"query-edges", "N", "5000000", "edges a query may look at before it is cut", kServe,
              false, set_bytes<&Limits::query_edges>},
    OptionRow{"max-queued-writes", "N", "1000", "writes waiting for the writer", kServe, false,
              set_bytes<&Limits::queued_writes>},
    OptionRow{"explain", "", "off",
              "print every stage: sentences, names, dates, triggers, candidates and their fate",
              bit(Command::Extract), false,
              [](Options& o, std::string_view v) { o.explain = on_or_off(v); }},
    OptionRow{"json", "", "off", "print the summary as JSON",
              bit(Command::Ingest) | bit(Command::Import), false,
              [](Options& o, std::string_view v) { o.json = on_or_off(v); }},
    OptionRow{"progress", "on|off", "on", "progress on a terminal",
              bit(Command::Ingest) | bit(Command::Import), false,
              [](Options& o, std::string_view v) { o.progress = on_or_off(v); }},
    OptionRow{"max-line-bytes", "N", "67108864", "length of an input line", kReading, false,
              [](Options& o, std::string_view v) {
                o.line_bytes = number<std::size_t>(v, 1, kMostBytes);
              }},
};

struct CommandRow {
  Command command;
  std::string_view name;
  std::string_view summary;
  std::string_view inputs;  ///< Name of the positional arguments, empty for none.
  std::string_view examples;
};

constexpr std::array kCommands{
    CommandRow{Command::Extract, "extract",
               "Prints what articles say: entities with mentions, edges with evidence. Articles "
               "are JSON Lines: id, title, text, lang, published, source, url.",
               "FILE|-",
               "  dealgraph extract articles.jsonl > found.jsonl\n"
               "  echo '{\"id\":\"a1\",\"text\":\"OpenAI signed a deal with AWS.\"}' | dealgraph "
               "extract -\n"
               "  dealgraph extract --explain one.jsonl | python3 -m json.tool\n"},
    CommandRow{Command::Ingest, "ingest",
               "Reads articles (JSON Lines, .json, plain .txt; folders in order of names), finds "
               "what they say and stores it. Makes the database if there is none.",
               "FILE|DIR|-",
               "  dealgraph ingest --db data/dealgraph.db scripts/samples\n"
               "  cat today.jsonl | dealgraph ingest --db data/dealgraph.db --json -\n"},
    CommandRow{Command::Import, "import",
               "Stores records as they are given (NDJSON; entities before the edges that use "
               "them). Nothing is merged; a bad line is reported and the rest goes in.",
               "FILE|-",
               "  dealgraph import --db data/dealgraph.db graph.ndjson\n"
               "  dealgraph export --db old.db | dealgraph import --db new.db -\n"},
    CommandRow{Command::Export, "export",
               "Prints every record with its history as NDJSON: entities, documents, edges with "
               "evidence.",
               "", "  dealgraph export --db data/dealgraph.db > backup.ndjson\n"},
    CommandRow{Command::Serve, "serve",
               "Answers HTTP requests until SIGTERM or SIGINT. SIGHUP reads the --lexicon again.",
               "",
               "  dealgraph serve --db data/dealgraph.db\n"
               "  dealgraph serve --db data/dealgraph.db --lexicon our-names\n"
               "  dealgraph serve --db data/dealgraph.db --address 0.0.0.0 --port 9000 --threads "
               "8\n"
               "  curl 'http://127.0.0.1:8080/v1/entities?q=openai'\n"},
    CommandRow{Command::Check, "check",
               "Looks for anything wrong with a database: the file, the spans of evidence, the "
               "graph against the tables. Prints a finding a line.",
               "", "  dealgraph check --db data/dealgraph.db\n"},
    CommandRow{Command::Version, "version", "Prints the version.", "", "  dealgraph version\n"},
};

constexpr std::string_view kExitCodes =
    "Exit codes: 0 done, 1 some input rejected or something found wrong, 2 usage, 3 could not "
    "run.\n";
constexpr std::string_view kSources =
    "Options may also stand in the environment (--header-ms as DEALGRAPH_HEADER_MS) or in the\n"
    "file that --config or DEALGRAPH_CONFIG names (header_ms = 5000, one a line, # starts a\n"
    "comment). A flag goes before the environment, the environment before the file.\n";

// --- The configuration file ---------------------------------------------------------------------

std::string key_name(std::string_view option) {
  std::string key(option);
  std::replace(key.begin(), key.end(), '-', '_');
  return key;
}

struct FileValue {
  std::string value;
  std::string where;  // "dealgraph.conf:3"
};
using FileValues = std::map<std::string, FileValue>;

std::string_view unquoted(std::string_view value) {
  const bool is_quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

FileValues read_config(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw UsageError(path + ": cannot read the configuration file");
  std::vector<std::string> keys;
  keys.reserve(kRows.size());
  for (const OptionRow& row : kRows) keys.push_back(key_name(row.name));
  const std::vector<std::string_view> known(keys.begin(), keys.end());

  FileValues values;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const std::string_view text = trim(line);
    if (text.empty() || text.front() == '#') continue;
    const std::string where = path + ":" + std::to_string(number);
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) throw UsageError(where + ": expected key = value");
    const std::string key(trim(text.substr(0, equals)));
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      std::string problem = where;
      problem.append(": unknown key \"").append(key).append("\"").append(did_you_mean(key, known));
      throw UsageError(problem);
    }
    const std::string value(unquoted(trim(text.substr(equals + 1))));
    if (!values.emplace(key, FileValue{value, where}).second) {
      std::string problem = where;
      problem.append(": \"").append(key).append("\" is there twice");
      throw UsageError(problem);
    }
  }
  return values;
}

// --- The flags ----------------------------------------------------------------------------------

struct Given {
  std::string value;
  bool on = false;
  CLI::Option* option = nullptr;
};

struct ParsedCommand {
  CLI::App* app = nullptr;
  std::array<Given, kRows.size()> given;
  std::vector<std::string> inputs;
};

std::string help_of(const OptionRow& row) {
  std::string help(row.help);
  if (!row.fallback.empty() && !row.value.empty()) help += " [" + std::string(row.fallback) + "]";
  return help;
}

void declare(CLI::App& root, const CommandRow& command, ParsedCommand& parsed) {
  parsed.app = root.add_subcommand(std::string(command.name), std::string(command.summary));
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    const OptionRow& row = kRows.at(i);
    if ((row.commands & bit(command.command)) == 0) continue;
    Given& given = parsed.given.at(i);
    const std::string flag = "--" + std::string(row.name);
    if (row.value.empty()) {
      given.option = parsed.app->add_flag(flag, given.on, help_of(row));
    } else {
      given.option = parsed.app->add_option(flag, given.value, help_of(row));
      given.option->option_text(std::string(row.value) + (row.required ? " REQUIRED" : ""));
    }
  }
  if (!command.inputs.empty()) {
    parsed.app->add_option("input", parsed.inputs, "standard input if none is given")
        ->option_text("[" + std::string(command.inputs) + "]...");
  }
  parsed.app->footer("Examples:\n" + std::string(command.examples) + "\n" +
                     std::string(kExitCodes) + std::string(kSources));
}

void apply(Options& options, const OptionRow& row, const std::string& value,
           const std::string& where) {
  try {
    row.set(options, value);
  } catch (const std::invalid_argument& expected) {
    throw UsageError(where + ": \"" + value + "\" is not " + expected.what());
  }
}

Options resolve(const ParsedCommand& parsed, Command command, const Environment& environment,
                const FileValues& file) {
  Options options;
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    const OptionRow& row = kRows.at(i);
    if ((row.commands & bit(command)) == 0) continue;
    const Given& given = parsed.given.at(i);
    const std::string variable = environment_name(row.name);
    const auto configured = file.find(key_name(row.name));
    if (given.option != nullptr && given.option->count() > 0) {
      apply(options, row, row.value.empty() ? "on" : given.value, "--" + std::string(row.name));
    } else if (const auto value = environment(variable)) {
      apply(options, row, *value, variable);
    } else if (configured != file.end()) {
      apply(options, row, configured->second.value, configured->second.where);
    } else if (!row.fallback.empty()) {
      row.set(options, row.fallback);
    } else if (row.required) {
      throw UsageError("--" + std::string(row.name) + " is required");
    }
  }
  if (options.threads == 0) options.threads = std::max(1U, std::thread::hardware_concurrency());
  options.inputs = parsed.inputs;
  const CommandRow& info = kCommands.at(static_cast<std::size_t>(command));
  if (!info.inputs.empty() && options.inputs.empty()) options.inputs.emplace_back("-");
  return options;
}

// The first word that is no command or no flag of its command, with what may have been meant.
std::string explain_unknown(const std::vector<std::string>& arguments) {
  std::vector<std::string_view> names;
  names.reserve(kCommands.size());
  for (const CommandRow& row : kCommands) names.push_back(row.name);
  std::uint32_t commands = 0;
  for (const std::string& argument : arguments) {
    if (argument.empty() || argument.front() == '-') continue;
    const auto found = std::find(names.begin(), names.end(), argument);
    if (found == names.end()) {
      return "unknown command \"" + argument + "\"" + did_you_mean(argument, names) +
             " (commands: " + join(names) + ")";
    }
    commands = 1U << static_cast<unsigned>(found - names.begin());
    break;
  }
  std::vector<std::string_view> flags{"config", "help", "version"};
  for (const OptionRow& row : kRows) {
    if ((row.commands & commands) != 0) flags.push_back(row.name);
  }
  for (const std::string& argument : arguments) {
    if (argument.substr(0, 2) != "--") continue;
    const std::string_view flag = std::string_view(argument).substr(2, argument.find('=') - 2);
    if (std::find(flags.begin(), flags.end(), flag) == flags.end()) {
      const std::string_view guess = closest(flag, flags);
      return "unknown option --" + std::string(flag) +
             (guess.empty() ? "" : "; did you mean --" + std::string(guess) + "?");
    }
  }
  return {};
}

}  // namespace

std::span<const OptionRow> option_rows() { return kRows; }

std::string environment_name(std::string_view option) {
  std::string result = "DEALGRAPH_";
  for (const char c : option) {
    result += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  return result;
}

Options default_options(Command command) {
  Options options;
  for (const OptionRow& row : kRows) {
    if ((row.commands & bit(command)) != 0 && !row.fallback.empty()) row.set(options, row.fallback);
  }
  options.threads = std::max(1U, options.threads);
  return options;
}

Invocation parse_command_line(std::vector<std::string> arguments, const Environment& environment) {
  CLI::App root(
      "dealgraph: a knowledge graph of AI and semiconductor deals, from news articles to an "
      "HTTP API.",
      "dealgraph");
  root.require_subcommand(1);
  root.fallthrough();
  root.set_version_flag("--version", "dealgraph " + std::string(kVersion));
  std::string config;
  CLI::Option* config_option = root.add_option("--config", config, "file with options");
  config_option->option_text("FILE");
  root.footer("Try: dealgraph COMMAND --help\n" + std::string(kExitCodes) + std::string(kSources));

  std::array<ParsedCommand, kCommands.size()> commands;
  for (std::size_t i = 0; i < kCommands.size(); ++i) declare(root, kCommands.at(i), commands.at(i));

  Invocation invocation;
  const std::string hint = explain_unknown(arguments);
  try {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    root.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    invocation.help = root.help();
    return invocation;
  } catch (const CLI::CallForVersion& version) {
    invocation.help = std::string(version.what()) + "\n";
    return invocation;
  } catch (const CLI::ParseError& error) {
    throw UsageError(hint.empty() ? error.what() : hint);
  }

  if (config_option->count() == 0) config = environment("DEALGRAPH_CONFIG").value_or("");
  const FileValues file = config.empty() ? FileValues() : read_config(config);
  for (std::size_t i = 0; i < kCommands.size(); ++i) {
    if (!commands.at(i).app->parsed()) continue;
    invocation.command = kCommands.at(i).command;
    invocation.options = resolve(commands.at(i), kCommands.at(i).command, environment, file);
  }
  return invocation;
}

}  // namespace dealgraph::server
