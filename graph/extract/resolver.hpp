// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/extract/gazetteer.hpp"
#include "graph/extract/trie.hpp"
#include "schema/model.hpp"

/// Who a name means. Every mention of an article is asked about here and nowhere else; the answer
/// is an entity with a score and a reason.
namespace dealgraph::extract {

/// Why a mention means its entity. What each is worth: score_of().
enum class Reason : std::uint8_t {
  LexiconName,
  OnlyOwnerNamed,
  NearestOwnerNamed,
  PlaceOrGovernment,
  UsualOwner,
  KnownSpelling,
  BracketedForm,
  Repetition,
  ShortForm,
  Surname,
  Government,
  Visit,
  ProductVersion,
  Context,
  SharedForm,
  OtherType,
  OtherGivenName,
};

/// An entity of one article: from the lexicon, or named by the article alone.
struct NamedEntity {
  std::string id;
  EntityType type = EntityType::Organization;
  std::string name;
  const LexiconEntry* entry = nullptr;  ///< Null where the lexicon does not know it.
  std::vector<std::string> may_be{};    ///< Ids of known entities that it was not merged with,
  Reason doubt = Reason::Context;       ///< and why; says nothing where there are none.
};

/// What a reason is worth before the article's evidence raises or lowers it, 0 to kCertain; and
/// its name, as `extract --explain` prints it.
Confidence score_of(Reason reason) noexcept;
std::string_view describe(Reason reason) noexcept;

/// A mention of a lower score is not merged with the entity that it may mean: it becomes one of its
/// own, whose `may_be` says so. Its score stays that of the merge which did not happen.
inline constexpr Confidence kMergeThreshold = 5'000;

inline constexpr std::uint32_t kNobody = UINT32_MAX;

struct Identity {
  std::uint32_t entity = kNobody;  ///< Position in the article's entities; kNobody: no name at all.
  Reason reason = Reason::Context;
  Confidence score = 0;
};

/// Decides for one article. What it is made with must outlive it; it appends to `entities` each one
/// that it answers with for the first time. A question costs time in the length of the name, not of
/// the article.
class Resolver {
 public:
  Resolver(std::string_view text, const Gazetteer& gazetteer, std::vector<NamedEntity>& entities)
      : text_(text), gazetteer_(gazetteer), entities_(entities) {}

  /// Evidence: all names of the lexicon that the article has, in order. Before lexicon_name().
  void read(const std::vector<Gazetteer::Hit>& hits);

  /// A name of the lexicon. One that several own goes to the region or its government by what it
  /// does here, else to the owner that the article names otherwise, else to the usual one, unless
  /// the article speaks of other members of the group that has the name too. Nobody for the surname
  /// of a known person where the article names only another of that surname.
  Identity lexicon_name(const Gazetteer::Hit& hit);

  /// An entity of the lexicon that something else than its name stands for.
  Identity known(std::string_view id, Reason reason);

  /// An entity made from a known one: "베트남 정부", HBM5E.
  Identity made(std::string id, EntityType type, std::string_view name, Reason reason);

  /// A name that its context shows, without the lexicon's knowing it.
  Identity context_name(std::string_view surface, EntityType type);

  /// An entity of the article, named once more. One that was not merged stays in doubt.
  Identity again(std::uint32_t entity, Reason reason) const;

  /// slug() of a piece of the text; each is romanised once.
  const std::string& slug_of(std::string_view name);

  // Forms that hold in this article only.

  void forget_forms();
  /// From now on `form` may stand for the entity. `form` must lie in the text.
  void add_form(std::string_view form, std::uint32_t entity, Reason reason);
  bool has_forms() const noexcept { return !forms_.empty(); }
  const Trie& forms() const noexcept { return form_trie_; }
  /// Owner of a form, for a caller that looks whether it may stand somewhere.
  std::uint32_t owner_of_form(std::uint32_t form) const { return forms_[form].entity; }
  /// A form, by its value in forms(). Of several owners of a company's first word none is meant.
  Identity form(std::uint32_t form);
  /// Who a name of the article shortens, by forms added; nobody if it stands for itself.
  Identity shortened(std::string_view name);

 private:
  struct Form {
    std::string_view text;
    std::uint32_t entity;
    Reason reason;
    std::vector<std::uint32_t> others{};  ///< Further owners.
  };

  EntityType type_of(std::uint32_t entry) const { return gazetteer_.entries()[entry].type; }
  std::uint32_t entity_of_entry(std::uint32_t entry);
  std::uint32_t entity_with_id(std::string id, EntityType type, std::string_view name);
  std::uint32_t set_apart(EntityType type, std::string_view name, std::vector<std::string> may_be);
  Identity shared_name(const Gazetteer::Hit& hit, const Gazetteer::Name& name);
  bool acts_like_organization(Span span) const;
  bool is_part_of(std::uint32_t child, std::uint32_t parent) const;
  int word_of_group(std::uint32_t name);
  bool is_surname_of_other(const Gazetteer::Hit& hit, const Gazetteer::Name& name) const;
  const LexiconEntry* namesake(std::string_view person) const;

  std::string_view text_;
  const Gazetteer& gazetteer_;
  std::vector<NamedEntity>& entities_;
  std::unordered_map<std::uint32_t, std::uint32_t> by_entry_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::unordered_map<std::string_view, std::string> slugs_;
  std::unordered_map<std::uint32_t, std::uint32_t> first_certain_;  // by entry: first offset
  std::unordered_map<std::uint32_t, int> groups_;                   // by name
  std::unordered_map<std::uint32_t, bool> surnames_;  // by entry of a person: named in full?
  std::vector<Form> forms_;
  Trie form_trie_;
};

/// "Maria Ellison" is not Larry Ellison: true if the lexicon's name at `span` is a person's surname
/// after a given name.
bool is_after_given_name(std::string_view text, Span span, const LexiconEntry& owner);

}  // namespace dealgraph::extract
