// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "server/app.hpp"
#include "server/dispatch.hpp"

namespace dealgraph::server::fixtures {

/// A folder of its own that goes with the value.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string path(std::string_view name) const { return (folder_ / name).string(); }
  /// Writes a file and gives its path.
  std::string file(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path folder_;
};

/// Everything the server is made of but its sockets, over an empty database.
class TestApp {
 public:
  TestApp();
  ~TestApp();

  struct Answer {
    int status = 0;
    std::vector<Header> headers;
    std::string text;

    nlohmann::json json() const { return nlohmann::json::parse(text); }
    std::string header(std::string_view name) const;
  };

  /// A request from the header block on, writes waited for; as the session would do it.
  Answer request(std::string_view method, std::string_view target, std::string_view body = {},
                 const std::vector<Header>& headers = {});
  Answer get(std::string_view target) { return request("GET", target); }

  Commit write(std::vector<Operation> operations) { return engine_->write(std::move(operations)); }
  App& app() { return *app_; }

  /// A small connected story: aws, openai, microsoft, sam-altman, south-korea, stargate, and five
  /// edges; `d1` (supply) has evidence in document `news`.
  void load_story();

 private:
  ScratchFolder folder_;
  Options options_;
  Metrics metrics_;
  Logger log_;
  Slot<extract::Extractor> extractor_;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<App> app_;
};

}  // namespace dealgraph::server::fixtures
