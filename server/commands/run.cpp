// SPDX-License-Identifier: MIT
#include <cstdio>
#include <exception>

#include "schema/error.hpp"
#include "server/commands/commands.hpp"
#include "server/version.hpp"

namespace dealgraph::server {

namespace {

void complain(const std::string& message) {
  std::fprintf(stderr, "dealgraph: %s\n", message.c_str());
}

int run_command(Command command, const Options& options) {
  switch (command) {
    case Command::Extract:
      return run_extract(options);
    case Command::Ingest:
      return run_ingest(options);
    case Command::Import:
      return run_import(options);
    case Command::Export:
      return run_export(options);
    case Command::Serve:
      return run_serve(options);
    case Command::Check:
      return run_check(options);
    case Command::Version:
      return run_version();
  }
  return kUsage;
}

}  // namespace

int run_version() {
  std::printf("dealgraph %.*s\n", static_cast<int>(kVersion.size()), kVersion.data());
  return kDone;
}

int run(const std::vector<std::string>& arguments, const Environment& environment) {
  try {
    const Invocation invocation = parse_command_line(arguments, environment);
    if (!invocation.command) {
      std::fputs(invocation.help.c_str(), stdout);
      return kDone;
    }
    return run_command(*invocation.command, invocation.options);
  } catch (const UsageError& error) {
    complain(std::string(error.what()) + "\nTry: dealgraph --help");
    return kUsage;
  } catch (const std::exception& error) {
    complain(error.what());
    return kCouldNotRun;
  }
}

}  // namespace dealgraph::server
