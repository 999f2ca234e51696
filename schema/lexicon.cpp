// SPDX-License-Identifier: MIT
#include "schema/lexicon.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "schema/embedded.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

namespace dealgraph {
namespace {

using nlohmann::json;

struct EntityFile {
  std::string_view name;
  EntityType type;
};

constexpr std::array kEntityFiles{
    EntityFile{"organizations.json", EntityType::Organization},
    EntityFile{"people.json", EntityType::Person},
    EntityFile{"places.json", EntityType::Place},
    EntityFile{"projects.json", EntityType::Project},
    EntityFile{"products.json", EntityType::Product},
    EntityFile{"events.json", EntityType::Event},
};

constexpr std::string_view kAmbiguousFile = "ambiguous.json";
constexpr std::string_view kMediaFile = "media.json";

/// The kinds an entry may name, by entity type. The extractor reads some of them ("the chipmaker").
constexpr auto kKinds = std::to_array<std::string_view>({
    "agency",       "ai-lab",    "association", "automaker", "bank",       "battery",
    "bloc",         "chip",      "chipmaker",   "city",      "cloud",      "conglomerate",
    "construction", "country",   "datacenter",  "design",    "device",     "eda",
    "electronics",  "equipment", "foundry",     "fund",      "government", "institute",
    "internet",     "materials", "memory",      "ministry",  "model",      "packaging",
    "platform",     "power",     "region",      "robotics",  "server",     "service",
    "shipbuilding", "site",      "software",    "telecom",   "university",
});

[[noreturn]] void refuse(std::string_view file, std::string_view entry, const std::string& detail) {
  throw invalid_input(std::string(file) + (entry.empty() ? "" : "/" + std::string(entry)), detail);
}

json parse_array(const LexiconFile& file) {
  json parsed;
  try {
    parsed = json::parse(file.json);
  } catch (const json::parse_error& error) {
    refuse(file.name, "", error.what());
  }
  if (!parsed.is_array()) refuse(file.name, "", "expected a JSON array with one entry a line");
  return parsed;
}

std::string as_string(const LexiconFile& file, std::string_view entry, const json& value) {
  if (!value.is_string()) refuse(file.name, entry, "expected a string, found " + value.dump());
  return value.get<std::string>();
}

std::vector<std::string> as_strings(const LexiconFile& file, std::string_view entry,
                                    const json& value) {
  if (!value.is_array()) refuse(file.name, entry, "expected an array of strings");
  std::vector<std::string> strings;
  for (const json& element : value) strings.push_back(as_string(file, entry, element));
  return strings;
}

LexiconEntry read_entry(const LexiconFile& file, EntityType type, const json& object) {
  if (!object.is_object()) refuse(file.name, "", "expected an object, found " + object.dump());
  LexiconEntry entry;
  entry.type = type;
  const std::map<std::string_view, std::string*> texts{{"id", &entry.id},
                                                       {"name", &entry.name},
                                                       {"name_ko", &entry.name_ko},
                                                       {"home", &entry.home},
                                                       {"wikidata", &entry.wikidata},
                                                       {"parent", &entry.parent},
                                                       {"family_ko", &entry.family_ko},
                                                       {"family_en", &entry.family_en}};
  const std::map<std::string_view, std::vector<std::string>*> lists{
      {"en", &entry.en}, {"ko", &entry.ko}, {"tickers", &entry.tickers}, {"kind", &entry.kinds}};
  const std::string id = object.value("id", "");
  for (const auto& [key, value] : object.items()) {
    if (const auto text = texts.find(key); text != texts.end()) {
      *text->second = as_string(file, id, value);
    } else if (const auto list = lists.find(key); list != lists.end()) {
      *list->second = as_strings(file, id, value);
    } else {
      refuse(file.name, id, "unknown field \"" + key + "\"");
    }
  }
  if (entry.id.empty() || entry.name.empty()) refuse(file.name, id, "id and name are needed");
  return entry;
}

AmbiguousAlias read_ambiguous(const LexiconFile& file, const json& object) {
  if (!object.is_object()) refuse(file.name, "", "expected an object, found " + object.dump());
  const std::string alias = object.value("alias", "");
  AmbiguousAlias ambiguous{alias, as_strings(file, alias, object.value("owners", json::array())),
                           object.value("default", "")};
  if (alias.empty() || ambiguous.owners.size() < 2) {
    refuse(file.name, alias, "alias and at least two owners are needed");
  }
  return ambiguous;
}

/// "organizations.json" and "acme-organizations.json" hold organizations.
bool holds(std::string_view file, std::string_view kind) {
  if (!file.ends_with(kind)) return false;
  const std::string_view prefix = file.substr(0, file.size() - kind.size());
  return prefix.empty() || prefix.ends_with('-') || prefix.ends_with('.');
}

void add_missing(std::vector<std::string>& known, const std::vector<std::string>& more) {
  for (const std::string& text : more) {
    if (std::ranges::find(known, text) == known.end()) known.push_back(text);
  }
}

void fill(std::string& known, const std::string& more) {
  if (known.empty()) known = more;
}

/// What `more` says of an entity that is known already.
void extend(LexiconEntry& known, const LexiconEntry& more) {
  if (known.type != more.type) {
    throw invalid_input(more.id, "is a " + std::string(name(known.type)) + " already, not a " +
                                     std::string(name(more.type)));
  }
  fill(known.name_ko, more.name_ko);
  if (more.name != known.name) add_missing(known.en, {more.name});
  if (!more.name_ko.empty() && more.name_ko != known.name_ko) add_missing(known.ko, {more.name_ko});
  add_missing(known.en, more.en);
  add_missing(known.ko, more.ko);
  add_missing(known.tickers, more.tickers);
  add_missing(known.kinds, more.kinds);
  fill(known.wikidata, more.wikidata);
  fill(known.home, more.home);
  fill(known.parent, more.parent);
  fill(known.family_ko, more.family_ko);
  fill(known.family_en, more.family_en);
}

std::vector<std::string> all_names(const LexiconEntry& entry) {
  std::vector<std::string> names{entry.name};
  if (!entry.name_ko.empty()) names.push_back(entry.name_ko);
  names.insert(names.end(), entry.en.begin(), entry.en.end());
  names.insert(names.end(), entry.ko.begin(), entry.ko.end());
  return names;
}

bool is_slug(std::string_view id) { return !id.empty() && slug(id) == id; }

/// Collects complaints while it walks over the data once.
class Checker {
 public:
  explicit Checker(const LexiconData& data) : data_(data) {
    for (const LexiconEntry& entry : data.entries) by_id_.emplace(entry.id, &entry);
  }

  std::vector<std::string> run() {
    for (const LexiconEntry& entry : data_.entries) check_entry(entry);
    check_aliases();
    return std::move(complaints_);
  }

 private:
  void complain(std::string_view id, const std::string& what) {
    complaints_.push_back(std::string(id) + ": " + what);
  }

  void check_entry(const LexiconEntry& entry) {
    if (!ids_.insert(entry.id).second) complain(entry.id, "the id is used twice");
    if (!is_slug(entry.id)) complain(entry.id, "the id is no lower-case slug");
    for (const std::string& ticker : entry.tickers) check_unique(entry.id, "ticker", ticker);
    if (!entry.wikidata.empty()) check_unique(entry.id, "Wikidata id", entry.wikidata);
    for (const std::string& kind : entry.kinds) {
      if (!std::ranges::binary_search(kKinds, kind)) complain(entry.id, "unknown kind " + kind);
    }
    check_reference(entry.id, "home", entry.home, EntityType::Place);
    check_reference(entry.id, "parent", entry.parent, EntityType::Organization);
    for (const std::string& name : all_names(entry)) owners_[fold_name(name)].insert(entry.id);
  }

  void check_unique(std::string_view id, std::string_view what, const std::string& value) {
    const auto [other, is_new] = identifiers_.emplace(value, id);
    if (!is_new) {
      complain(id, std::string(what) + " " + value + " belongs to " + other->second + " too");
    }
  }

  void check_reference(std::string_view id, std::string_view field, const std::string& value,
                       EntityType type) {
    if (value.empty()) return;
    const auto found = by_id_.find(value);
    if (found == by_id_.end() || found->second->type != type) {
      complain(id, std::string(field) + " " + value + " is no " + std::string(name(type)));
    }
  }

  void check_aliases() {
    std::map<std::string, std::set<std::string>> declared;
    for (const AmbiguousAlias& ambiguous : data_.ambiguous) {
      const std::set<std::string> owners(ambiguous.owners.begin(), ambiguous.owners.end());
      for (const std::string& owner : owners) {
        if (!by_id_.contains(owner)) complain(ambiguous.alias, "unknown owner " + owner);
      }
      if (!ambiguous.preferred.empty() && !owners.contains(ambiguous.preferred)) {
        complain(ambiguous.alias, "the default is none of the owners");
      }
      if (!declared.emplace(fold_name(ambiguous.alias), owners).second) {
        complain(ambiguous.alias, "declared ambiguous twice");
      }
    }
    for (const auto& [alias, owners] : owners_) {
      if (owners.size() < 2) continue;
      const auto found = declared.find(alias);
      if (found == declared.end() || !std::ranges::includes(found->second, owners)) {
        std::string listed;
        for (const std::string& owner : owners) listed += " " + owner;
        complain(alias, "has several owners and is not declared ambiguous:" + listed);
      }
    }
  }

  const LexiconData& data_;
  std::map<std::string_view, const LexiconEntry*> by_id_;
  std::set<std::string> ids_;
  std::map<std::string, std::string> identifiers_;
  std::map<std::string, std::set<std::string>> owners_;
  std::vector<std::string> complaints_;
};

}  // namespace

LexiconData read_lexicon(const std::vector<LexiconFile>& files) {
  LexiconData data;
  for (const LexiconFile& file : files) {
    const json parsed = parse_array(file);
    const auto* const entities = std::ranges::find_if(
        kEntityFiles, [&](const EntityFile& known) { return holds(file.name, known.name); });
    if (entities != kEntityFiles.end()) {
      for (const json& object : parsed) {
        data.entries.push_back(read_entry(file, entities->type, object));
      }
    } else if (holds(file.name, kAmbiguousFile)) {
      for (const json& object : parsed) data.ambiguous.push_back(read_ambiguous(file, object));
    } else if (holds(file.name, kMediaFile)) {
      for (std::string& outlet : as_strings(file, "", parsed)) {
        data.media.push_back(std::move(outlet));
      }
    } else {
      refuse(file.name, "", "no such lexicon file; expected organizations.json, people.json …");
    }
  }
  std::ranges::sort(data.entries, {}, &LexiconEntry::id);
  return data;
}

LexiconData extend_lexicon(LexiconData base, const LexiconData& more) {
  for (const LexiconEntry& entry : more.entries) {
    const auto place = std::ranges::lower_bound(base.entries, entry.id, {}, &LexiconEntry::id);
    if (place != base.entries.end() && place->id == entry.id) {
      extend(*place, entry);
    } else {
      base.entries.insert(place, entry);
    }
  }
  base.ambiguous.insert(base.ambiguous.end(), more.ambiguous.begin(), more.ambiguous.end());
  add_missing(base.media, more.media);
  return base;
}

std::vector<std::string> check_lexicon(const LexiconData& data) { return Checker(data).run(); }

const std::vector<LexiconFile>& embedded_lexicon_files() {
  static const std::vector<LexiconFile> kFiles = [] {
    std::vector<LexiconFile> files;
    for (const EmbeddedFile& file : embedded_lexicon_texts())
      files.push_back({file.name, file.text});
    return files;
  }();
  return kFiles;
}

LexiconData embedded_lexicon() { return read_lexicon(embedded_lexicon_files()); }

}  // namespace dealgraph
