// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.hpp"

namespace dealgraph::store_fixtures {

/// A folder of its own that goes with everything in it.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// A fresh store in a folder of its own.
struct TempStore {
  TempFolder folder;
  std::string path = folder.file("test.db");
  Store store{path, {.create = true}};

  OperationResult put(const Operation& operation) { return store.append({operation}).results[0]; }
};

inline PartialDate date(std::string_view text) { return PartialDate::parse(text).value(); }
inline Money usd(std::int64_t dollars) { return {dollars * 100, Currency::parse("USD").value()}; }

Entity organization(const std::string& id, const std::string& name);

/// An article whose text is a few sentences, and what it says, put together sentence by sentence.
class ArticleBuilder {
 public:
  ArticleBuilder(std::string id, const std::string& published);

  /// Adds a sentence that supports an edge between two organizations, both named in it.
  ArticleBuilder& says(const std::string& sentence, EdgeType type, const std::string& source,
                       const std::string& target, const EdgeFacts& claim);
  /// Adds a sentence that names an organization.
  ArticleBuilder& names(const std::string& organization_name);

  PutDocument build() const { return put_; }

 private:
  Span add_sentence(const std::string& sentence);
  void mention(const std::string& name, const Span& sentence);

  PutDocument put_;
};

/// Id of the organizations that ArticleBuilder makes: the name in lower case.
std::string id_of(const std::string& name);

/// Everything that the snapshot builder would see, newest versions last.
struct Loaded {
  std::vector<EntityVersionRow> entities;
  std::vector<EdgeVersionRow> edges;
  Revision revision = 0;

  std::vector<std::string> live_entities() const;  ///< Ids, sorted.
  std::vector<EdgeVersionRow> live_edges() const;  ///< As loaded.
};
Loaded load(Store& store);
Loaded load_changes(Store& store, Revision since);

std::vector<Operation> export_of(Store& store);

}  // namespace dealgraph::store_fixtures
