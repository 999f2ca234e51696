// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "server/log.hpp"

namespace dealgraph::server {

enum class Command : std::uint8_t { Extract, Ingest, Import, Export, Serve, Check, Version };

/// What a connection may take; each is an option with a default in the table (options.cpp).
struct Limits {
  std::size_t header_bytes = 0;
  std::size_t header_fields = 0;
  std::size_t target_bytes = 0;
  std::size_t body_bytes = 0;         ///< Of a JSON body.
  std::size_t batch_bytes = 0;        ///< Of an NDJSON batch.
  std::size_t body_memory_bytes = 0;  ///< Of all bodies being received together.
  std::size_t connections = 0;
  int header_ms = 0;
  int body_ms = 0;  ///< Plus the time that the slowest admitted rate needs.
  int idle_ms = 0;
  int write_ms = 0;  ///< Without any progress.
  int drain_ms = 0;
  int query_ms = 0;
  std::size_t query_edges = 0;
  std::size_t queued_writes = 0;
};

/// Every option of every command. Values come from the flag, else the environment, else the
/// configuration file, else the table.
struct Options {
  std::string db;
  std::string lexicon;  ///< Folder with an analyst's own names; empty for none.
  std::string address;
  std::uint16_t port = 0;
  unsigned threads = 0;  ///< Never 0 after parsing.
  std::string allowed_hosts;
  bool access_log = true;
  bool create = false;
  LogLevel log_level = LogLevel::Info;
  int poll_ms = 0;
  Limits limits;
  bool explain = false;
  bool json = false;
  bool progress = true;
  std::size_t line_bytes = 0;
  std::vector<std::string> inputs;  ///< Files, folders and "-".
};

/// One row of the table. The flag is `--name`, the environment variable DEALGRAPH_NAME and the
/// key of the configuration file `name`, the latter two with '_' for '-'.
struct OptionRow {
  std::string_view name;
  std::string_view value;     ///< What to give: "FILE", "N" …; empty for a switch.
  std::string_view fallback;  ///< Default, as it would be given; empty for none.
  std::string_view help;
  std::uint32_t commands;  ///< Bit set of Command.
  bool required;
  void (*set)(Options&, std::string_view);  ///< Throws std::invalid_argument with what it expects.
};
std::span<const OptionRow> option_rows();

/// A command line that makes no sense; exit code 2.
class UsageError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Invocation {
  std::optional<Command> command;  ///< Unset: print `help` and be done.
  Options options;
  std::string help;
};

using Environment = std::function<std::optional<std::string>(const std::string&)>;

/// Reads the arguments (without the program's name), the environment and the file that --config
/// names. Throws UsageError naming the flag, variable or file line.
Invocation parse_command_line(std::vector<std::string> arguments, const Environment& environment);

/// The options of a command as they are without flags, environment or file. For tests.
Options default_options(Command command);

/// "DEALGRAPH_HEADER_MS" for "header-ms".
std::string environment_name(std::string_view option);

}  // namespace dealgraph::server
