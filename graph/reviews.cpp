// SPDX-License-Identifier: MIT
#include "graph/reviews.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

#include "graph/columns.hpp"
#include "graph/name_index.hpp"
#include "schema/text.hpp"

namespace dealgraph {
namespace {

constexpr std::size_t kMostCandidates = 5;
/// The article that made an entity set apart had its owners; others may have come since.
constexpr std::size_t kMostOwners = 20;
/// Names that begin alike and are looked at, in the order of their letters.
constexpr std::size_t kMostBeginnings = 1'000;
/// Shorter names begin or resemble too many others: SK, LG, 한화.
constexpr std::size_t kFewestLettersOfBeginning = 6;
constexpr std::size_t kFewestLettersOfEdit = 7;

constexpr auto kLegalForms = std::to_array<std::string_view>(
    {"inc", "corp", "corporation", "co", "ltd", "limited", "llc", "plc", "ag", "gmbh", "sa", "nv",
     "company", "holdings", "주식회사", "유한회사"});

/// True for an entity that an article named and nobody told more about.
bool is_thin(const Entity& entity) {
  return entity.name_ko.empty() && entity.aliases.empty() && entity.identifiers.empty();
}

class Finder {
 public:
  Finder(const Snapshot& graph, const ReviewQuery& query)
      : graph_(graph), columns_(graph.columns()), entities_(*columns_.entities), query_(query) {}

  ReviewPage run() {
    const auto order = graph_.entities_by_id();
    auto next = order.begin();
    if (query_.after) {
      next = std::partition_point(next, order.end(), [&](EntityIndex entity) {
        return graph_.entity_id(entity) <= *query_.after;
      });
    }
    const auto deadline = std::chrono::steady_clock::now() +
                          std::chrono::milliseconds(query_.budget.max_milliseconds);
    ReviewPage page;
    for (; next != order.end(); ++next) {
      const Entity* entity = graph_.entity(*next, query_.known_on);
      if (entity == nullptr || !query_.types.contains(entity->type) || !is_thin(*entity)) continue;
      add_reviews(*next, *entity, page);
      const bool is_late = std::chrono::steady_clock::now() >= deadline;
      if (page.reviews.size() < query_.limit && !is_late) continue;
      if (is_late) page.truncation.emplace_back("time");
      if (next + 1 != order.end()) page.next = std::string(graph_.entity_id(*next));
      break;
    }
    return page;
  }

 private:
  struct Found {
    Likeness likeness;
    std::uint32_t version;
    std::uint16_t ordinal;
  };

  void add_reviews(EntityIndex index, const Entity& entity, ReviewPage& page) {
    found_.clear();
    self_ = index;
    type_ = entity.type;
    const SearchKey key = search_key(entity.name);
    is_set_apart_ = is_set_apart(index, entity);
    if (is_set_apart_) {
      look_at_shared(key);
      add_other_type(entity, page);
    } else {
      look_at_names(key, entity);
    }
    std::vector<std::pair<EntityIndex, Found>> sorted(found_.begin(), found_.end());
    std::ranges::sort(sorted, [&](const auto& a, const auto& b) {
      if (a.second.likeness != b.second.likeness) return a.second.likeness < b.second.likeness;
      const std::size_t degree_a = columns_.live_degree(a.first);
      const std::size_t degree_b = columns_.live_degree(b.first);
      if (degree_a != degree_b) return degree_a > degree_b;
      return graph_.entity_id(a.first) < graph_.entity_id(b.first);
    });
    const std::size_t most = is_set_apart_ ? kMostOwners : kMostCandidates;
    if (sorted.size() > most) sorted.resize(most);
    for (const auto& [candidate, found] : sorted) {
      const Entity& value = *entities_.versions[found.version].value;
      page.reviews.push_back({index, candidate, found.likeness, entity.name,
                              std::string(names_of(value)[found.ordinal])});
    }
  }

  void look_at_names(const SearchKey& key, const Entity& entity) {
    for (const auto& segment : columns_.names->segments()) {
      look_at_beginnings(*segment, key.text);
      look_at_shorter(*segment, key);
      look_at_typos(*segment, key.text);
      if (type_ == EntityType::Person) look_at_surnames(*segment, entity.name);
    }
  }

  /// True for an entity that the resolver did not merge with the known ones of its name.
  bool is_set_apart(EntityIndex index, const Entity& entity) const {
    const std::string_view id = graph_.entity_id(index);
    return id.ends_with(name(entity.type)) && id == id_set_apart(slug(entity.name), entity.type);
  }

  /// Names that begin with the whole name, and the same name.
  void look_at_beginnings(const NameSegment& segment, std::string_view key) {
    const bool is_long = letters_of(key).size() >= kFewestLettersOfBeginning;
    const auto suffixes = segment.with_prefix(key);
    for (const NameSegment::Suffix& suffix :
         suffixes.first(std::min(suffixes.size(), kMostBeginnings))) {
      if (suffix.offset > 0) continue;
      const NameSegment::Name& name = segment.name(suffix.name);
      const std::string_view other = segment.key(name);
      if (other.size() == key.size()) {
        offer(name, Likeness::SameName);
      } else if (begins_at_word(name, key.size())) {
        const bool legal = is_legal_form(other.substr(key.size()));
        if (legal || is_long) offer(name, legal ? Likeness::LegalForm : Likeness::Extension);
      }
    }
  }

  /// Names that are a whole beginning of the name.
  void look_at_shorter(const NameSegment& segment, const SearchKey& key) {
    for (const std::uint16_t start : key.word_starts) {
      const std::string_view beginning = std::string_view(key.text).substr(0, start);
      const bool legal = is_legal_form(std::string_view(key.text).substr(start));
      if (!legal && letters_of(beginning).size() < kFewestLettersOfBeginning) continue;
      const auto suffixes = segment.with_prefix(beginning);
      for (const NameSegment::Suffix& suffix :
           suffixes.first(std::min(suffixes.size(), kMostBeginnings))) {
        if (segment.key(segment.name(suffix.name)).size() - suffix.offset > beginning.size()) break;
        const NameSegment::Name& name = segment.name(suffix.name);
        if (suffix.offset > 0 || segment.key(name).size() != beginning.size()) continue;
        offer(name, legal ? Likeness::LegalForm : Likeness::Extension);
      }
    }
  }

  void look_at_typos(const NameSegment& segment, std::string_view key) {
    const std::u32string letters = letters_of(key);
    if (letters.size() < kFewestLettersOfEdit) return;
    std::vector<NameSegment::Typo> typos;
    segment.find_typos(letters, 1, typos);
    for (const NameSegment::Typo& typo : typos) {
      const NameSegment::Name& name = segment.name(typo.name);
      // A further digit is another generation, not a slip: HBM3, HBM4.
      const std::string_view other = segment.key(name);
      if (digits_of(other) != digits_of(key)) continue;
      if (edit_distance(letters_of(other), letters, 1) == 1) offer(name, Likeness::OneEdit);
    }
  }

  /// Known persons of that surname, which is a name of theirs: Larry Ellison beside Maria Ellison.
  void look_at_surnames(const NameSegment& segment, std::string_view person) {
    const std::size_t blank = person.rfind(' ');
    if (blank == std::string_view::npos) return;
    const std::string surname = search_key(person.substr(blank + 1)).text;
    const auto suffixes = segment.with_prefix(surname);
    for (const NameSegment::Suffix& suffix :
         suffixes.first(std::min(suffixes.size(), kMostBeginnings))) {
      const NameSegment::Name& name = segment.name(suffix.name);
      if (segment.key(name).size() - suffix.offset > surname.size()) break;
      if (suffix.offset == 0 && !is_thin(*entities_.versions[name.version].value)) {
        offer(name, Likeness::Surname);
      }
    }
  }

  /// Those that have the name of an entity set apart; if none has, those whose names begin with it.
  void look_at_shared(const SearchKey& key) {
    for (const bool whole : {true, false}) {
      for (const auto& segment : columns_.names->segments()) {
        const auto suffixes = segment->with_prefix(key.text);
        for (const NameSegment::Suffix& suffix :
             suffixes.first(std::min(suffixes.size(), kMostBeginnings))) {
          if (suffix.offset > 0) continue;
          const NameSegment::Name& name = segment->name(suffix.name);
          const bool same = segment->key(name).size() == key.text.size();
          if (whole ? same : begins_at_word(name, key.text.size())) {
            offer(name, Likeness::SharedName);
          }
        }
      }
      if (!found_.empty()) return;
    }
  }

  /// The entity of another type whose id an entity set apart would have had.
  void add_other_type(const Entity& entity, ReviewPage& page) const {
    const std::string_view id = graph_.entity_id(self_);
    const auto candidate = graph_.find_entity(id.substr(0, id.size() - name(type_).size() - 1));
    if (!candidate) return;
    const Entity* other = graph_.entity(*candidate, query_.known_on);
    if (other == nullptr || other->type == type_) return;
    page.reviews.push_back({self_, *candidate, Likeness::OtherType, entity.name, other->name});
  }

  static bool is_legal_form(std::string_view rest) {
    return std::ranges::find(kLegalForms, rest) != kLegalForms.end();
  }

  static std::string digits_of(std::string_view key) {
    std::string digits;
    std::ranges::copy_if(key, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return digits;
  }

  bool begins_at_word(const NameSegment::Name& name, std::size_t offset) const {
    const SearchKey key =
        search_key(names_of(*entities_.versions[name.version].value)[name.ordinal]);
    return std::ranges::find(key.word_starts, offset) != key.word_starts.end();
  }

  /// Keeps the best likeness to each entity.
  void offer(const NameSegment::Name& name, Likeness likeness) {
    if (name.entity == self_) return;
    const EntityVersion& version = entities_.versions[name.version];
    if (!version.known.holds_at(query_.known_on) || version.value->type != type_) return;
    // Of two thin ones the one that was set apart tells of both, else that with the lower id.
    if (is_thin(*version.value) && !is_set_apart_ &&
        (graph_.entity_id(name.entity) < graph_.entity_id(self_) ||
         is_set_apart(name.entity, *version.value))) {
      return;
    }
    const auto [place, is_new] =
        found_.try_emplace(name.entity, Found{likeness, name.version, name.ordinal});
    if (!is_new && likeness < place->second.likeness) {
      place->second = {likeness, name.version, name.ordinal};
    }
  }

  const Snapshot& graph_;
  const GraphColumns& columns_;
  const EntityColumns& entities_;
  const ReviewQuery& query_;
  EntityIndex self_{};
  EntityType type_ = EntityType::Organization;
  bool is_set_apart_ = false;
  std::map<EntityIndex, Found> found_;
};

}  // namespace

std::string id_set_apart(std::string_view slug, EntityType type) {
  return std::string(slug) + '-' + std::string(name(type));
}

ReviewPage find_reviews(const Snapshot& graph, const ReviewQuery& query) {
  return Finder(graph, query).run();
}

}  // namespace dealgraph
