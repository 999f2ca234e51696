// SPDX-License-Identifier: MIT
#include "server/lexicon_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "schema/error.hpp"
#include "server/inputs.hpp"

namespace dealgraph::server {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 16U << 20U;

std::vector<fs::path> json_files(const std::string& folder) {
  std::error_code failure;
  std::vector<fs::path> paths;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    if (at->path().extension() == ".json") paths.push_back(at->path());
  }
  if (failure) {
    throw Error(ErrorKind::InvalidInput, "--lexicon: " + folder + ": " + failure.message());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

LexiconData load_lexicon(const std::string& folder) {
  LexiconData data = embedded_lexicon();
  if (folder.empty()) return data;
  std::vector<std::string> names;
  std::vector<std::string> texts;
  for (const fs::path& path : json_files(folder)) {
    names.push_back(path.filename().string());
    texts.push_back(read_whole(path.string(), kMostBytes));
  }
  std::vector<LexiconFile> files;
  for (std::size_t i = 0; i < names.size(); ++i) files.push_back({names[i], texts[i]});
  data = extend_lexicon(std::move(data), read_lexicon(files));
  const std::vector<std::string> complaints = check_lexicon(data);
  if (complaints.empty()) return data;
  std::string detail = "--lexicon: " + folder + ":";
  constexpr std::size_t kMostListed = 10;
  for (std::size_t i = 0; i < std::min(complaints.size(), kMostListed); ++i) {
    detail += (i == 0 ? " " : "; ") + complaints[i];
  }
  throw Error(ErrorKind::InvalidInput, detail);
}

}  // namespace dealgraph::server
