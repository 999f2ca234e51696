// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "server/options.hpp"

/// The commands of `dealgraph`: data on standard output, messages on standard error.
namespace dealgraph::server {

inline constexpr int kDone = 0;
inline constexpr int kSomeRejected = 1;  ///< Some input was rejected, or something found wrong.
inline constexpr int kUsage = 2;
inline constexpr int kCouldNotRun = 3;

/// Each returns an exit code and throws Error where it could not run.
int run_extract(const Options& options);
int run_ingest(const Options& options);
int run_import(const Options& options);
int run_export(const Options& options);
int run_serve(const Options& options);
int run_check(const Options& options);
int run_version();

/// The whole program: reads the command line, runs the command, reports errors.
int run(const std::vector<std::string>& arguments, const Environment& environment);

}  // namespace dealgraph::server
