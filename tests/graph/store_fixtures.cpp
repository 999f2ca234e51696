// SPDX-License-Identifier: MIT
#include "store_fixtures.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iterator>
#include <stdexcept>

namespace dealgraph::store_fixtures {

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "dealgraph-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string id_of(const std::string& name) {
  std::string id = name;
  std::transform(id.begin(), id.end(), id.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return id;
}

Entity organization(const std::string& id, const std::string& name) {
  Entity entity;
  entity.id = id;
  entity.name = name;
  return entity;
}

ArticleBuilder::ArticleBuilder(std::string id, const std::string& published) {
  put_.document.id = std::move(id);
  put_.document.title = "제목 title";
  put_.document.lang = "en";
  put_.document.source = "example.com";
  if (!published.empty()) put_.document.published = date(published);
}

Span ArticleBuilder::add_sentence(const std::string& sentence) {
  if (!put_.document.text.empty()) put_.document.text += ' ';
  const auto begin = static_cast<std::uint32_t>(full_text(put_.document).size());
  put_.document.text += sentence;
  return {begin, begin + static_cast<std::uint32_t>(sentence.size())};
}

void ArticleBuilder::mention(const std::string& name, const Span& sentence) {
  Extraction& extraction = put_.extraction;
  const std::string id = id_of(name);
  const bool is_known = std::any_of(extraction.entities.begin(), extraction.entities.end(),
                                    [&](const Entity& entity) { return entity.id == id; });
  if (!is_known) extraction.entities.push_back(organization(id, name));
  const std::size_t at = full_text(put_.document).find(name, sentence.begin);
  const auto begin = static_cast<std::uint32_t>(at);
  extraction.mentions.push_back({id, {begin, begin + static_cast<std::uint32_t>(name.size())}});
}

ArticleBuilder& ArticleBuilder::says(const std::string& sentence, EdgeType type,
                                     const std::string& source, const std::string& target,
                                     const EdgeFacts& claim) {
  const Span span = add_sentence(sentence);
  mention(source, span);
  mention(target, span);
  put_.extraction.edges.push_back({type, id_of(source), id_of(target), claim, {span}});
  return *this;
}

ArticleBuilder& ArticleBuilder::names(const std::string& organization_name) {
  mention(organization_name, add_sentence(organization_name + " was there."));
  return *this;
}

std::vector<std::string> Loaded::live_entities() const {
  std::vector<std::string> ids;
  for (const EntityVersionRow& row : entities) {
    if (row.known.to == kForever) ids.push_back(row.entity_value.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<EdgeVersionRow> Loaded::live_edges() const {
  std::vector<EdgeVersionRow> live;
  std::copy_if(edges.begin(), edges.end(), std::back_inserter(live),
               [](const EdgeVersionRow& row) { return row.known.to == kForever; });
  return live;
}

namespace {

RowSink sink_of(Loaded& loaded) {
  return {[&](EntityVersionRow&& row) { loaded.entities.push_back(std::move(row)); },
          [&](EdgeVersionRow&& row) { loaded.edges.push_back(std::move(row)); }};
}

}  // namespace

Loaded load(Store& store) {
  Loaded loaded;
  loaded.revision = store.load(sink_of(loaded));
  return loaded;
}

Loaded load_changes(Store& store, Revision since) {
  Loaded loaded;
  loaded.revision = store.load_changes(since, sink_of(loaded));
  return loaded;
}

std::vector<Operation> export_of(Store& store) {
  std::vector<Operation> operations;
  store.export_all([&](const Operation& operation) { operations.push_back(operation); });
  return operations;
}

}  // namespace dealgraph::store_fixtures
