// SPDX-License-Identifier: MIT
#include "graph/extract/references_en.hpp"

#include <algorithm>
#include <unordered_map>

#include "graph/extract/characters.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

bool may_refer(std::string_view noun) {
  static const WordSet kNot{"rival",    "parent",   "subsidiary", "affiliate", "backer",
                            "lender",   "platform", "house",      "player",    "business",
                            "supplier", "partner",  "house",      "outfit",    "provider",
                            "investor", "newcomer", "regulator",  "fund",      "operator"};
  return is_company_noun(noun) && !kNot.contains(noun);
}

void append_new(Entities& list, std::uint32_t entity) {
  std::erase(list, entity);
  list.push_back(entity);
}

bool contains_word(std::string_view text, std::string_view word) {
  for (std::size_t at = find_word(text, word); at != std::string_view::npos;
       at = find_word(text, word, at + 1)) {
    const bool begins = at == 0 || text[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (begins && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

std::string_view place_of_adjective(std::string_view word) {
  static const std::unordered_map<std::string_view, std::string_view> kPlaces{
      {"american", "us"},
      {"u.s", "us"},
      {"us", "us"},
      {"british", "uk"},
      {"french", "france"},
      {"german", "germany"},
      {"dutch", "netherlands"},
      {"swiss", "switzerland"},
      {"swedish", "sweden"},
      {"norwegian", "norway"},
      {"danish", "denmark"},
      {"finnish", "finland"},
      {"italian", "italy"},
      {"spanish", "spain"},
      {"belgian", "belgium"},
      {"irish", "ireland"},
      {"chinese", "china"},
      {"japanese", "japan"},
      {"korean", "south-korea"},
      {"taiwanese", "taiwan"},
      {"indian", "india"},
      {"israeli", "israel"},
      {"saudi", "saudi-arabia"},
      {"emirati", "uae"},
      {"canadian", "canada"},
      {"australian", "australia"},
      {"singaporean", "singapore"}};
  const auto found = kPlaces.find(word);
  return found == kPlaces.end() ? std::string_view() : found->second;
}

Resolver::Resolver(const Article& article, const Discourse& discourse, const Sentence& sentence)
    : article_(article), discourse_(discourse), sentence_(sentence) {}

void Resolver::mention(const Parse& parse, const Phrase& phrase) {
  const auto note = [&](std::uint32_t e, bool head) {
    const EntityType type = article_.entity(e).type;
    constexpr std::size_t kRemembered = 12;
    if (type == EntityType::Organization) {
      append_new(here_, e);
      if (here_.size() > kRemembered) here_.erase(here_.begin());
    }
    if (type == EntityType::Person && head) {
      append_new(persons_, e);
      if (persons_.size() > kRemembered) persons_.erase(persons_.begin());
    }
  };
  for (const std::uint32_t e : phrase.owner) note(e, false);
  for (const std::uint32_t e : phrase.modifiers) note(e, false);
  for (const std::uint32_t e : phrase.entities) {
    note(e, true);
    if (!phrase.resolved) {
      const std::string words = description(parse, phrase);
      constexpr std::size_t kMost = 64;
      if (!words.empty() && descriptions_.size() < kMost) descriptions_.emplace_back(e, words);
    }
  }
}

std::string Resolver::description(const Parse& parse, const Phrase& phrase) const {
  std::string words;
  for (std::size_t i = phrase.first; i < phrase.last; ++i) {
    const Token& token = parse.tokens[i];
    const bool place =
        token.cls == Class::Name && article_.entity(token.entity).type == EntityType::Place;
    if (token.cls != Class::Noun && token.cls != Class::Modifier && !place) continue;
    words += ' ' + (token.cls == Class::Noun ? singular(token.word) : token.word);
  }
  return words;
}

void Resolver::describe(const Phrase& name, const Phrase& remark, const Parse& parse) {
  const Phrase& named = name.entities.empty() ? remark : name;
  const Phrase& words = name.entities.empty() ? name : remark;
  for (const std::uint32_t e : named.entities) {
    if (descriptions_.size() < 64) descriptions_.emplace_back(e, description(parse, words));
  }
}

int Resolver::score(const Parse& parse, const Phrase& phrase, std::uint32_t entity) const {
  const LexiconEntry* entry = article_.entity(entity).entry;
  std::string known;
  const auto told = discourse_.descriptions.find(entity);
  if (told != discourse_.descriptions.end()) known = told->second;
  for (const auto& [e, words] : descriptions_) {
    if (e == entity) known += words;
  }
  if (entry != nullptr) {
    for (const std::string& kind : entry->kinds) known += ' ' + kind;
  }
  constexpr int kFits = 4;
  constexpr int kContradicts = -8;
  int total = 0;
  if (phrase.noun != "company" && phrase.noun != "firm" && contains_word(known, phrase.noun))
    total += kFits;
  if ((phrase.noun == "carmaker" || phrase.noun == "automaker") &&
      (contains_word(known, "automaker") || contains_word(known, "carmaker")))
    total += kFits;
  if (phrase.noun == "lab" && contains_word(known, "ai-lab")) total += kFits;
  if (phrase.noun == "designer" && contains_word(known, "design")) total += kFits;
  if (phrase.noun == "chipmaker" &&
      (contains_word(known, "foundry") || contains_word(known, "chip") ||
       contains_word(known, "memory") || contains_word(known, "semiconductor")))
    total += kFits;
  for (std::size_t i = phrase.first; i < phrase.last; ++i) {
    const Token& token = parse.tokens[i];
    if (token.cls == Class::Determiner) continue;
    if (token.word != phrase.noun && contains_word(known, token.word)) total += kFits;
    const std::string_view place = place_of_adjective(token.word);
    if (place.empty() || entry == nullptr || entry->home.empty()) continue;
    total += entry->home == place ? kFits : kContradicts;
  }
  return total;
}

Entities Resolver::topic(const Entities& excluded) const {
  if (first_subject_ != kNoEntity && std::ranges::find(excluded, first_subject_) == excluded.end())
    return {first_subject_};
  const Entities& topic = discourse_.topic_organizations;
  if (topic.size() == 1 && std::ranges::find(excluded, topic.front()) == excluded.end())
    return topic;
  return {};
}

/// A ministry, an agency: what "the company" never means.
bool Resolver::is_state(std::uint32_t entity) const {
  const LexiconEntry* entry = article_.entity(entity).entry;
  if (entry == nullptr) return false;
  return std::ranges::any_of(entry->kinds, [](std::string_view kind) {
    return kind == "government" || kind == "ministry" || kind == "agency" || kind == "bloc";
  });
}

Entities Resolver::organization(const Parse& parse, const Phrase& phrase,
                                const Entities& excluded) const {
  std::uint32_t best = kNoEntity;
  int best_score = 0;
  int recency = 3;
  const auto consider = [&](std::uint32_t e, int bonus) {
    if (std::ranges::find(excluded, e) != excluded.end() || is_state(e)) return;
    const int points = 10 + score(parse, phrase, e) + bonus;
    if (points > best_score) {
      best_score = points;
      best = e;
    }
  };
  const Entities preferred = topic(excluded);
  const bool others = std::ranges::any_of(excluded, [&](std::uint32_t e) {
    return article_.entity(e).type == EntityType::Organization;
  });
  if (preferred.size() == 1) consider(preferred.front(), others ? 1 : 4);
  for (std::size_t i = here_.size(); i-- > 0;) consider(here_[i], std::max(recency--, 0));
  for (std::size_t i = discourse_.organizations.size(); i-- > 0;)
    consider(discourse_.organizations[i], std::max(recency--, 0));
  constexpr int kEnough = 8;
  return best_score < kEnough ? Entities{} : Entities{best};
}

Entities Resolver::person(const Entities& excluded) const {
  if (first_person_ != kNoEntity && std::ranges::find(excluded, first_person_) == excluded.end())
    return {first_person_};
  const Entities& about = discourse_.topic;
  if (persons_.empty() && about.size() == 1 &&
      article_.entity(about.front()).type == EntityType::Person)
    return about;
  for (std::size_t i = persons_.size(); i-- > 0;) {
    if (std::ranges::find(excluded, persons_[i]) == excluded.end()) return {persons_[i]};
  }
  const Entities& topic = discourse_.topic;
  if (topic.size() == 1 && article_.entity(topic.front()).type == EntityType::Person) return topic;
  return discourse_.persons.empty() ? Entities{} : Entities{discourse_.persons.back()};
}

Entities Resolver::pair() const {
  if (here_.size() == 2) return here_;
  if (discourse_.topic_organizations.size() == 2) return discourse_.topic_organizations;
  return discourse_.last_pair;
}

/// Whose post a phrase names: "the Nvidia chief executive", "Tesla's boss", "the head of OpenAI".
std::uint32_t Resolver::employer_named(const Parse& parse, const Phrase& phrase) const {
  const auto organization = [&](std::uint32_t e) {
    return article_.entity(e).type == EntityType::Organization;
  };
  for (const std::uint32_t e : phrase.owner) {
    if (organization(e)) return e;
  }
  for (const std::uint32_t e : phrase.modifiers) {
    if (organization(e)) return e;
  }
  const std::size_t of = phrase.last;
  if (of + 1 >= parse.tokens.size() || (parse.word(of) != "of" && parse.word(of) != "at"))
    return kNoEntity;
  const Token& name = parse.tokens[of + 1];
  return name.cls == Class::Name && organization(name.entity) ? name.entity : kNoEntity;
}

/// True if the phrase stands by the side of the person it speaks of.
bool Resolver::explains_person(const Parse& parse, const Phrase& phrase) const {
  const auto person = [&](std::size_t i) {
    return i < parse.tokens.size() && parse.tokens[i].cls == Class::Name &&
           article_.entity(parse.tokens[i].entity).type == EntityType::Person;
  };
  const auto comma = [&](std::size_t i) {
    return i < parse.tokens.size() && parse.tokens[i].cls == Class::Comma;
  };
  if (person(phrase.last) || (comma(phrase.last) && person(phrase.last + 1))) return true;
  if (phrase.last < parse.tokens.size() && parse.tokens[phrase.last].cls == Class::And) return true;
  if (phrase.first == 0) return false;
  std::size_t before = phrase.first - 1;
  while (before > 0 && parse.tokens[before].cls == Class::Adverb) --before;
  const Class left = parse.tokens[before].cls;
  if (left == Class::And || left == Class::Be) return true;
  if (parse.word(before) == "as" || parse.word(before) == "become") return true;
  if (!comma(before) || before == 0) return false;
  const Token& head = parse.tokens[before - 1];
  const bool place =
      head.cls == Class::Name && article_.entity(head.entity).type == EntityType::Place;
  const bool capital = is_upper(character_at(article_.text, head.span.begin).code);
  return head.cls != Class::Adverb && capital && !place;
}

/// Who "the Nvidia chief executive" is: whom the article gave that company, else the only one it
/// has named whose company it did not tell.
Entities Resolver::officer(const Parse& parse, const Phrase& phrase) const {
  static constexpr std::string_view kOfficers[] = {
      "chief",     "executive", "boss",       "head",    "founder",  "co-founder",
      "cofounder", "chairman",  "chairwoman", "chair",   "ceo",      "president",
      "cfo",       "cto",       "coo",        "officer", "director", "leader"};
  const std::string& opener = parse.word(phrase.first);
  if (opener != "the" && phrase.owner.empty()) return {};
  if (std::ranges::find(kOfficers, phrase.noun) == std::end(kOfficers)) return {};
  const std::uint32_t employer = employer_named(parse, phrase);
  if (employer == kNoEntity) return {};
  const std::uint32_t title = parse.tokens[phrase.last - 1].span.begin;
  const bool plural = parse.word(phrase.last - 1) != phrase.noun;
  if (plural || english_title_at(article_.text, title) == 0) return {};
  if (explains_person(parse, phrase)) return {};
  Entities unplaced;
  const auto consider = [&](std::uint32_t person) -> bool {
    const auto post = discourse_.posts.find(person);
    if (post != discourse_.posts.end()) return post->second == employer;
    append_new(unplaced, person);
    return false;
  };
  for (std::size_t i = persons_.size(); i-- > 0;) {
    if (consider(persons_[i])) return {persons_[i]};
  }
  if (unplaced.size() == 1) return unplaced;
  for (std::size_t i = discourse_.persons.size(); i-- > 0;) {
    if (consider(discourse_.persons[i])) return {discourse_.persons[i]};
  }
  return unplaced.size() == 1 ? unplaced : Entities{};
}

Entities Resolver::one_organization(const Entities& entities) const {
  if (entities.size() != 1 || article_.entity(entities.front()).type != EntityType::Organization)
    return {};
  return entities;
}

Entities Resolver::speaker() const {
  if (sentence_.title || article_.names.names.empty()) return {};
  // In a quotation it is whoever is quoted: "…," said Jane Roe of Foo.
  const std::string_view words = article_.piece(sentence_.span);
  const std::size_t quote = words.rfind('"');
  if (quote != std::string_view::npos) {
    const auto& names = article_.names.names;
    for (std::size_t i = first_name_from(article_.names, sentence_.span.begin + quote);
         i < names.size() && names[i].span.begin < sentence_.span.end; ++i) {
      if (article_.entity(names[i].entity).type == EntityType::Organization)
        return {names[i].entity};
      const auto post = discourse_.posts.find(names[i].entity);
      if (post != discourse_.posts.end()) return {post->second};
    }
    return {};
  }
  const Name& first = article_.names.names.front();
  const bool headline =
      !article_.sentences.empty() && first.span.begin < article_.sentences.front().span.end;
  if (headline && article_.entity(first.entity).type == EntityType::Organization)
    return {first.entity};
  // An announcement of its own whose headline names something else.
  return discourse_.most_named == kNoEntity ? Entities{} : Entities{discourse_.most_named};
}

void Resolver::resolve(const Parse& parse, Phrase& phrase, std::size_t subject,
                       std::size_t speaker_phrase) {
  const Entities excluded = parse.all(subject);
  const Entities near = one_organization(parse.all(speaker_phrase));
  const std::string& opener = parse.tokens[phrase.first].word;
  if (phrase.owner.empty()) {
    // "hopes to see Nvidia and its founder": of what was named last, if the subject has no company.
    const Entities who = parse.all(speaker_phrase);
    const bool by_person =
        !here_.empty() && !who.empty() && article_.entity(who.front()).type == EntityType::Person;
    if (opener == "its")
      phrase.owner = !near.empty() ? near : by_person ? Entities{here_.back()} : topic({});
    // "her first trip to Korea"
    const bool travels = phrase.noun == "trip" || phrase.noun == "visit" || phrase.noun == "tour" ||
                         phrase.noun == "meeting" || phrase.noun == "keynote";
    if (travels && (opener == "his" || opener == "her")) phrase.owner = person({});
    if (opener == "our" || opener == "my") phrase.owner = speaker();
    if (opener == "their") phrase.owner = discourse_.topic_organizations;
  }
  if (phrase.owner.empty()) {
    // "the group's chief strategy officer"
    for (std::size_t i = phrase.first; i + 1 < phrase.last; ++i) {
      if (parse.tokens[i].cls != Class::Noun || parse.tokens[i + 1].cls != Class::Possessive)
        continue;
      Phrase whose;
      whose.first = phrase.first;
      whose.last = i + 1;
      whose.noun = singular(parse.tokens[i].word);
      if (opener == "the" && may_refer(whose.noun)) phrase.owner = organization(parse, whose, {});
    }
  }
  if (!phrase.entities.empty()) {
    if (subject == kNone && first_subject_ == kNoEntity &&
        article_.entity(phrase.entities.front()).type == EntityType::Organization)
      first_subject_ = phrase.entities.front();
    if (subject == kNone && first_person_ == kNoEntity &&
        article_.entity(phrase.entities.front()).type == EntityType::Person)
      first_person_ = phrase.entities.front();
    mention(parse, phrase);
    return;
  }
  mention(parse, phrase);
  const std::string& noun = phrase.noun;
  if (noun.empty()) return;
  const bool of = phrase.last < parse.tokens.size() && (parse.tokens[phrase.last].word == "of" ||
                                                        parse.tokens[phrase.last].word == "behind");
  const bool that = opener == "the" || opener == "this" || opener == "that";
  const bool both = opener == "both" || noun == "pair" || noun == "duo" || noun == "both" ||
                    (that && (parse.tokens[phrase.last - 1].word == "companies" ||
                              parse.tokens[phrase.last - 1].word == "firms" ||
                              parse.tokens[phrase.last - 1].word == "sides" || noun == "two"));
  if (noun == "it" || noun == "itself") {
    phrase.entities = subject == kNone && !near.empty() ? near : topic(excluded);
    if (phrase.entities.empty() && subject != kNone && !here_.empty()) {
      for (std::size_t i = here_.size(); i-- > 0 && phrase.entities.empty();) {
        if (std::ranges::find(excluded, here_[i]) == excluded.end()) phrase.entities = {here_[i]};
      }
    }
  } else if (noun == "he" || noun == "she" || noun == "him") {
    phrase.entities = person(excluded);
  } else if (noun == "they" || noun == "them") {
    const Entities both_of = parse.all(speaker_phrase);
    if (both_of.size() >= 2)
      phrase.entities = both_of;
    else if (discourse_.topic_organizations.size() >= 2)
      phrase.entities = discourse_.topic_organizations;
  } else if (noun == "we" || noun == "us") {
    phrase.entities = speaker();
  } else if (both) {
    phrase.entities = pair();
  } else if (Entities named = officer(parse, phrase); !named.empty()) {
    phrase.entities = std::move(named);
  } else if ((opener == "his" || opener == "her") && is_company_noun(noun)) {
    const Entities who = person({});
    const auto post = who.empty() ? discourse_.posts.end() : discourse_.posts.find(who.front());
    if (post != discourse_.posts.end()) phrase.entities = {post->second};
  } else if (that && discourse_.event != kNoEntity && phrase.modifiers.empty() &&
             (noun == "show" || noun == "forum" || noun == "conference" || noun == "summit" ||
              noun == "fair" || noun == "event" || noun == "expo" || noun == "exhibition")) {
    phrase.entities = {discourse_.event};
  } else if (that && !of && discourse_.project != kNoEntity &&
             (noun == "initiative" || noun == "project" || noun == "programme" ||
              noun == "program" || noun == "consortium")) {
    phrase.entities = {discourse_.project};
  } else if (that && !of && phrase.owner.empty() && phrase.modifiers.size() <= 1 &&
             may_refer(noun)) {
    phrase.entities = organization(parse, phrase, excluded);
  }
  phrase.resolved = !phrase.entities.empty();
}

}  // namespace dealgraph::extract::english
