// SPDX-License-Identifier: MIT
#include "graph/extract/resolver.hpp"

#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/korean.hpp"
#include "graph/extract/short_names_en.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"
#include "graph/reviews.hpp"
#include "schema/text.hpp"

namespace dealgraph::extract {
namespace {

struct ReasonRow {
  Reason reason;
  Confidence score;
  std::string_view name;
};

/// The whole table: worth and name of every reason. What is below the threshold has the score that
/// GET /v1/reviews shows for it.
constexpr auto kReasons = std::to_array<ReasonRow>({
    {Reason::LexiconName, 9'500, "lexicon name"},
    {Reason::OnlyOwnerNamed, 9'000, "only owner named otherwise in the article"},
    {Reason::NearestOwnerNamed, 7'500, "nearest of the owners named otherwise in the article"},
    {Reason::PlaceOrGovernment, 8'000, "the place or its government, by what it does here"},
    {Reason::UsualOwner, 7'000, "usual owner of a shared name"},
    {Reason::KnownSpelling, 8'000, "named by context and spelled as a known entity"},
    {Reason::BracketedForm, 9'500, "short form introduced in brackets"},
    {Reason::Repetition, 9'500, "named by context elsewhere in the article"},
    {Reason::ShortForm, 8'500, "short form of a longer name in the article"},
    {Reason::Surname, 8'500, "surname of a person named in full"},
    {Reason::Government, 9'000, "government of a country in the article"},
    {Reason::Visit, 9'000, "country by the word for a visit to it"},
    {Reason::ProductVersion, 9'000, "further version of a known product: new entity"},
    {Reason::Context, 7'000, "named by context only: new entity"},
    {Reason::SharedForm, score_of(Likeness::SharedName), describe(Likeness::SharedName)},
    {Reason::OtherType, score_of(Likeness::OtherType), describe(Likeness::OtherType)},
    {Reason::OtherGivenName, score_of(Likeness::Surname), describe(Likeness::Surname)},
});

constexpr bool in_order() {
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    if (static_cast<std::size_t>(kReasons[i].reason) != i) return false;
  }
  return true;
}
static_assert(in_order(), "row i describes reason i");

// What the article's evidence adds or takes.
constexpr int kNamedBefore = 500;    // the owner was named before the mention
constexpr int kRivalNamed = 1'000;   // another owner is named, though it is not meant
constexpr int kOwnPart = 1'000;      // a part of the usual owner is named
constexpr int kOtherMember = 1'250;  // each other member of its group, up to two
constexpr int kMostMembers = 2;
constexpr int kSeveralPersons = 2'500;  // several persons have the surname

}  // namespace

Confidence score_of(Reason reason) noexcept {
  return kReasons[static_cast<std::size_t>(reason)].score;
}

std::string_view describe(Reason reason) noexcept {
  return kReasons[static_cast<std::size_t>(reason)].name;
}

// ---- entities

Identity Resolver::again(std::uint32_t entity, Reason reason) const {
  if (entity == kNobody) return {};
  const NamedEntity& known = entities_[entity];
  const Reason told = known.may_be.empty() ? reason : known.doubt;
  return {entity, told, score_of(told)};
}

std::uint32_t Resolver::entity_of_entry(std::uint32_t entry) {
  const auto [found, is_new] =
      by_entry_.emplace(entry, static_cast<std::uint32_t>(entities_.size()));
  if (is_new) {
    const LexiconEntry& e = gazetteer_.entries()[entry];
    entities_.push_back({e.id, e.type, e.name, &e});
  }
  return found->second;
}

std::uint32_t Resolver::entity_with_id(std::string id, EntityType type, std::string_view name) {
  const auto [found, is_new] = by_id_.emplace(id, static_cast<std::uint32_t>(entities_.size()));
  if (is_new) entities_.push_back({std::move(id), type, std::string(name), nullptr});
  return found->second;
}

/// An entity beside the known ones that have its name. Its id ends in its type, by which
/// find_reviews() knows it again.
std::uint32_t Resolver::set_apart(EntityType type, std::string_view name,
                                  std::vector<std::string> may_be) {
  const std::string& slug = slug_of(name);
  if (slug.empty()) return kNobody;
  const std::uint32_t entity = entity_with_id(id_set_apart(slug, type), type, name);
  entities_[entity].may_be = std::move(may_be);
  entities_[entity].doubt = Reason::SharedForm;
  return entity;
}

const std::string& Resolver::slug_of(std::string_view name) {
  const auto [found, is_new] = slugs_.try_emplace(name);
  if (is_new) found->second = slug(name);
  return found->second;
}

// ---- names of the lexicon

void Resolver::read(const std::vector<Gazetteer::Hit>& hits) {
  for (const Gazetteer::Hit& hit : hits) {
    const Gazetteer::Name& name = gazetteer_.name(hit.name);
    if (name.owners.size() != 1) continue;
    const std::uint32_t owner = name.owners.front();
    first_certain_.emplace(owner, hit.span.begin);
    if (type_of(owner) != EntityType::Person) continue;
    if (name.text != gazetteer_.entries()[owner].family_en) {
      surnames_[owner] = true;
    } else if (is_after_given_name(text_, hit.span, gazetteer_.entries()[owner])) {
      surnames_.emplace(owner, false);
    }
  }
}

/// "Ellison" alone, where the article has named Maria Ellison and nobody else.
bool Resolver::is_surname_of_other(const Gazetteer::Hit& hit, const Gazetteer::Name& name) const {
  const std::uint32_t owner = name.owners.front();
  if (type_of(owner) != EntityType::Person) return false;
  const auto found = surnames_.find(owner);
  return found != surnames_.end() && !found->second &&
         text_.substr(hit.span.begin, hit.span.end - hit.span.begin) ==
             gazetteer_.entries()[owner].family_en;
}

Identity Resolver::lexicon_name(const Gazetteer::Hit& hit) {
  const Gazetteer::Name& name = gazetteer_.name(hit.name);
  if (name.owners.size() > 1) return shared_name(hit, name);
  if (is_surname_of_other(hit, name)) return {};
  return again(entity_of_entry(name.owners.front()), Reason::LexiconName);
}

Identity Resolver::shared_name(const Gazetteer::Hit& hit, const Gazetteer::Name& name) {
  const auto& owners = name.owners;
  const auto is_place = [&](std::uint32_t o) { return type_of(o) == EntityType::Place; };
  const auto places = std::ranges::count_if(owners, is_place);
  if (places > 0 && places < static_cast<std::ptrdiff_t>(owners.size())) {
    const bool acts = acts_like_organization(hit.span);
    const auto owner =
        std::ranges::find_if(owners, [&](std::uint32_t o) { return is_place(o) != acts; });
    return again(entity_of_entry(*owner), Reason::PlaceOrGovernment);
  }
  std::uint32_t best = kNobody;
  std::uint64_t best_at = UINT64_MAX;
  int named = 0;
  bool rival = false;
  for (const std::uint32_t owner : owners) {
    const auto certain = first_certain_.find(owner);
    if (certain == first_certain_.end()) continue;
    const bool before = certain->second < hit.span.begin;
    // A part of the usual owner must have been introduced before it can take its name.
    if (!before && is_part_of(owner, owners.front())) {
      rival = true;
      continue;
    }
    ++named;
    const std::uint64_t at = before ? certain->second : certain->second + text_.size();
    if (at < best_at) {
      best_at = at;
      best = owner;
    }
  }
  if (best != kNobody) {
    Identity identity = again(entity_of_entry(best),
                              named == 1 ? Reason::OnlyOwnerNamed : Reason::NearestOwnerNamed);
    if (best_at < text_.size()) identity.score += kNamedBefore;
    return identity;
  }
  const int sum =
      score_of(Reason::UsualOwner) - (rival ? kRivalNamed : 0) + word_of_group(hit.name);
  const auto score = static_cast<Confidence>(sum);
  if (score >= kMergeThreshold) {
    return {entity_of_entry(owners.front()), Reason::UsualOwner, score};
  }
  std::vector<std::string> may_be;
  may_be.reserve(owners.size());
  for (const std::uint32_t owner : owners) may_be.push_back(gazetteer_.entries()[owner].id);
  const std::string_view surface = text_.substr(hit.span.begin, hit.span.end - hit.span.begin);
  return again(set_apart(type_of(owners.front()), surface, std::move(may_be)), Reason::SharedForm);
}

bool Resolver::is_part_of(std::uint32_t child, std::uint32_t parent) const {
  return gazetteer_.entries()[child].parent == gazetteer_.entries()[parent].id;
}

/// What the group says for the usual owner of its name: parts of the owner itself speak for it
/// (Samsung Display), other members of the group against it (삼성 beside 삼성전기 and 삼성SDS).
int Resolver::word_of_group(std::uint32_t name) {
  const auto [found, is_new] = groups_.try_emplace(name);
  if (!is_new) return found->second;
  const auto& owners = gazetteer_.name(name).owners;
  const std::uint32_t usual = owners.front();
  const auto group =
      std::ranges::find_if(owners, [&](std::uint32_t o) { return is_part_of(usual, o); });
  if (group == owners.end()) return 0;
  int members = 0;
  bool part = false;
  for (const auto& [entry, at] : first_certain_) {
    if (is_part_of(entry, usual)) part = true;
    if (entry != usual && is_part_of(entry, *group)) ++members;
  }
  found->second = (part ? kOwnPart : 0) - kOtherMember * std::min(members, kMostMembers);
  return found->second;
}

/// 경기도는, "U.S. sanctions": the region stands for its government.
bool Resolver::acts_like_organization(Span span) const {
  const std::string_view after = text_.substr(span.end, 32);
  static constexpr auto kActs = word_list(
      {" sanctions", " export controls", " government", " officials", " regulators", " tariffs"});
  if (starts_with_any(after, kActs)) {
    return true;
  }
  if (korean_title_at(text_, span.end) > 0) return true;
  // 용인시장: the head of a city stands for its government.
  constexpr std::string_view kMayor = "장";
  const std::string_view name = text_.substr(span.begin, span.end - span.begin);
  if (name.ends_with("시") && after.starts_with(kMayor)) return true;
  // 경기도와 용인시, 한빛전자가: between two that act.
  if (after.starts_with(", ") && (text_.substr(0, span.begin).ends_with("와 ") ||
                                  text_.substr(0, span.begin).ends_with("과 "))) {
    return true;
  }
  const std::size_t end = word_end(text_, span.end);
  const auto particle = read_particle(text_.substr(span.end, end - span.end));
  return particle && (particle->kind == Case::Topic || particle->kind == Case::Subject ||
                      particle->kind == Case::With);
}

// ---- entities beside the lexicon

Identity Resolver::known(std::string_view id, Reason reason) {
  const std::uint32_t entry = gazetteer_.entry_by_id(id);
  return entry == Gazetteer::kNone ? Identity{} : again(entity_of_entry(entry), reason);
}

Identity Resolver::made(std::string id, EntityType type, std::string_view name, Reason reason) {
  if (id.empty()) return {};
  const std::uint32_t entry = gazetteer_.entry_by_id(id);
  if (entry == Gazetteer::kNone) return again(entity_with_id(std::move(id), type, name), reason);
  if (type_of(entry) == type) {
    const bool guessed = reason == Reason::Context;
    return again(entity_of_entry(entry), guessed ? Reason::KnownSpelling : reason);
  }
  // The known one of that name is something else.
  const std::uint32_t apart = entity_with_id(id_set_apart(id, type), type, name);
  entities_[apart].may_be = {std::move(id)};
  entities_[apart].doubt = Reason::OtherType;
  return again(apart, Reason::OtherType);
}

Identity Resolver::context_name(std::string_view surface, EntityType type) {
  const std::string_view plain = english::without_legal_form(surface);
  const Identity identity = made(slug_of(plain), type, plain, Reason::Context);
  if (identity.reason != Reason::Context || type != EntityType::Person) return identity;
  const LexiconEntry* other = namesake(surface);
  if (other == nullptr) return identity;
  entities_[identity.entity].may_be = {other->id};
  entities_[identity.entity].doubt = Reason::OtherGivenName;
  return again(identity.entity, Reason::OtherGivenName);
}

/// The known person whose surname ends the name of another: Larry Ellison for "Maria Ellison".
const LexiconEntry* Resolver::namesake(std::string_view person) const {
  const std::size_t blank = person.rfind(' ');
  if (blank == std::string_view::npos) return nullptr;
  const std::string_view surname = person.substr(blank + 1);
  const Gazetteer::Name* known = gazetteer_.named(surname);
  if (known == nullptr || known->owners.empty()) return nullptr;
  const LexiconEntry& owner = gazetteer_.entries()[known->owners.front()];
  return owner.type == EntityType::Person && owner.family_en == surname ? &owner : nullptr;
}

// ---- forms of this article

void Resolver::forget_forms() {
  forms_.clear();
  form_trie_ = Trie();
}

void Resolver::add_form(std::string_view form, std::uint32_t entity, Reason reason) {
  if (form.size() < 2) return;
  const std::uint32_t known = form_trie_.find(form);
  if (known == Trie::kNone) {
    form_trie_.insert(form, static_cast<std::uint32_t>(forms_.size()));
    forms_.push_back({form, entity, reason});
    return;
  }
  Form& first = forms_[known];
  const bool contests = reason == first.reason && entity != first.entity &&
                        (reason == Reason::ShortForm || reason == Reason::Surname);
  constexpr std::size_t kMostOthers = 4;
  if (contests && first.others.size() < kMostOthers &&
      std::ranges::find(first.others, entity) == first.others.end()) {
    first.others.push_back(entity);
  }
}

Identity Resolver::form(std::uint32_t form) {
  const Form& owned = forms_[form];
  Identity identity = again(owned.entity, owned.reason);
  if (owned.others.empty()) return identity;
  if (owned.reason == Reason::Surname) {
    if (identity.reason == Reason::Surname) identity.score -= kSeveralPersons;
    return identity;
  }
  std::vector<std::string> may_be{entities_[owned.entity].id};
  may_be.reserve(owned.others.size() + 1);
  for (const std::uint32_t other : owned.others) may_be.push_back(entities_[other].id);
  return again(set_apart(entities_[owned.entity].type, owned.text, std::move(may_be)),
               Reason::SharedForm);
}

Identity Resolver::shortened(std::string_view name) {
  const std::uint32_t found = form_trie_.find(name);
  return found == Trie::kNone || forms_[found].text != name ? Identity{} : form(found);
}

bool is_after_given_name(std::string_view text, Span span, const LexiconEntry& owner) {
  const std::string_view surname = text.substr(span.begin, span.end - span.begin);
  if (owner.type != EntityType::Person || surname != owner.family_en) return false;
  const std::size_t begin = span.begin;
  if (begin < 2 || text[begin - 1] != ' ') return false;
  std::size_t given = begin - 1;
  while (given > 0 && is_latin(character_before(text, given).code)) {
    given -= character_before(text, given).size;
  }
  return is_given_name(text.substr(given, begin - 1 - given));
}

}  // namespace dealgraph::extract
