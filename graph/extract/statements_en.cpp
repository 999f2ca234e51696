// SPDX-License-Identifier: MIT
#include "graph/extract/statements_en.hpp"

#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

/// Nouns for several that may be named one by one after it.
bool is_collective(std::string_view noun) {
  static constexpr auto kNouns = word_list(
      {"consortium",   "group",    "syndicate",   "investor", "backer",      "fund",
       "firm",         "company",  "customer",    "client",   "partner",     "lender",
       "bank",         "supplier", "shareholder", "maker",    "believer",    "like",
       "party",        "founder",  "buyer",       "carmaker", "chipmaker",   "startup",
       "club",         "roster",   "list",        "trio",     "quartet",     "giant",
       "player",       "holder",   "name",        "house",    "institution", "hyperscaler",
       "manufacturer", "user",     "operator",    "provider", "developer",   "automaker",
       "vendor",       "lab",      "team",        "pair",     "angel",       "bidder",
       "suitor",       "clutch"});
  return kNouns.contains(noun);
}

/// "the northern province of Bac Ninh"
bool is_region(std::string_view noun) {
  static constexpr auto kNouns =
      word_list({"province", "state", "city", "county", "region", "district", "suburb", "town",
                 "prefecture", "outskirt", "village", "port", "canton", "municipality"});
  return kNouns.contains(noun);
}

/// Nouns for people who speak and work for an organization.
bool is_people(std::string_view noun) {
  static constexpr auto kNouns =
      word_list({"executive", "executives", "official", "officials", "engineer", "engineers",
                 "researcher", "scientist", "representatives", "leaders", "team"});
  return kNouns.contains(noun);
}

}  // namespace

Entities Statements::filtered(const Entities& entities, EntityTypes types) const {
  Entities kept;
  for (const std::uint32_t e : entities) {
    if (types.contains(type(e)) && std::ranges::find(kept, e) == kept.end()) kept.push_back(e);
  }
  return kept;
}

Entities Statements::named(std::size_t index, EntityTypes types) const {
  if (index == kNone) return {};
  const Phrase& leader = phrase(phrase(index).group);
  if (leader.members.empty()) return named_one(index, types);
  // "Foo and the venture arm of Bar"
  Entities found;
  for (const std::size_t member : leader.members) {
    for (const std::uint32_t e : named_one(member, types)) {
      if (std::ranges::find(found, e) == found.end()) found.push_back(e);
    }
  }
  return found;
}

Entities Statements::named_one(std::size_t index, EntityTypes types) const {
  const Phrase& p = phrase(index);
  Entities found = filtered(p.entities, types);
  if (!found.empty()) return found;
  if (types.contains(EntityType::Place) && is_region(p.noun)) {
    for (const std::size_t c : p.complements) {
      if (parse_.preposition(phrase(c)) == "of") found = filtered(phrase(c).entities, types);
    }
    if (found.empty()) found = filtered(p.modifiers, types);
    if (!found.empty()) return found;
  }
  if (is_collective(p.noun)) {
    found = members_of(index, types);
    if (!found.empty()) return found;
  }
  if (!is_part_noun(p.noun) && !is_company_noun(p.noun)) return {};
  // "the former Foo executive" speaks for it no more.
  if ((p.noun == "executive" || p.noun == "official") && has_word(index, {"former"})) return {};
  // "Alphabet's Waymo unit" is Waymo, "Alphabet's Texas plant" Alphabet.
  const bool unit = p.noun == "unit" || p.noun == "subsidiary" || p.noun == "arm" ||
                    p.noun == "affiliate" || p.noun == "division" || p.noun == "business";
  if (unit) found = filtered(p.modifiers, types);
  if (found.empty()) found = filtered(p.owner, types);
  if (found.empty()) found = filtered(p.modifiers, types);
  if (found.empty()) {
    // "executives of six other companies", "a plant of Acme"
    for (const std::size_t c : p.complements) {
      const std::string_view p_word = parse_.preposition(phrase(c));
      if (p_word == "of" || ((p_word == "at" || p_word == "from") && is_people(p.noun) &&
                             !types.contains(EntityType::Person)))
        found = filtered(parse_.all(c), types);
    }
  }
  return found;
}

/// "a group led by Foo", "investors including Foo", "a consortium that includes Foo".
Entities Statements::members_of(std::size_t index, EntityTypes types) const {
  const Phrase& p = phrase(index);
  Entities found;
  const auto take = [&](std::size_t at) {
    for (const std::uint32_t e : filtered(parse_.all(at), types)) {
      if (std::ranges::find(found, e) == found.end()) found.push_back(e);
    }
  };
  for (std::size_t i = 0; i < parse_.verbs.size(); ++i) {
    const Verb& v = verb(i);
    if (v.subject != p.group) continue;
    if (v.lemma == "lead" && v.passive) {
      const std::size_t by = complement(i, {"by"}, types);
      if (by != kNone) take(by);
    }
    if (v.lemma == "include" && !v.passive && (v.relative || v.form == Form::Gerund)) {
      for (const std::size_t o : v.objects) take(o);
    }
  }
  for (const std::size_t c : p.complements) {
    const std::string_view word = parse_.preposition(phrase(c));
    if (word == "including" || word == "like") take(c);
    if (word == "of" && p.noun == "like") take(c);
  }
  return found;
}

Entities Statements::subject(std::size_t index, EntityTypes types) const {
  const Verb& v = verb(index);
  if (v.subject == kNone && v.noun != kNone) {
    const Phrase& deal = phrase(v.noun);
    Entities owner = filtered(deal.owner, types);
    if (!owner.empty()) return owner;
    return filtered(deal.modifiers, types);
  }
  if (v.noun != kNone && !phrase(v.noun).owner.empty() && v.infinitive) {
    Entities owner = filtered(phrase(v.noun).owner, types);
    if (!owner.empty()) return owner;
  }
  // "after agreeing to buy Foo, Bar …": whoever agreed.
  std::size_t at = index;
  for (int n = 0; n < 3 && verb(at).subject == kNone && verb(at).governor != kNone; ++n)
    at = verb(at).governor;
  return named(verb(at).subject, types);
}

Entities Statements::organizations(const Entities& actors) const {
  Entities out;
  for (const std::uint32_t e : actors) {
    const std::uint32_t organization =
        type(e) == EntityType::Person ? employer_of(view_.posts, e) : e;
    if (organization != kNoEntity && type(organization) == EntityType::Organization &&
        std::ranges::find(out, organization) == out.end())
      out.push_back(organization);
  }
  return out;
}

Entities Statements::topic() const { return context_.discourse.topic_organizations; }

std::size_t Statements::complement(std::size_t index, Prepositions prepositions,
                                   EntityTypes types) const {
  if (index == kNone) return kNone;
  for (const std::size_t c : verb(index).complements) {
    const std::string_view p = parse_.preposition(phrase(c));
    if (std::ranges::find(prepositions, p) == prepositions.end()) continue;
    if (!named(c, types).empty()) return c;
  }
  return kNone;
}

void Statements::collect(std::size_t index, int depth, std::vector<std::size_t>& found) const {
  constexpr int kDeep = 4;
  constexpr std::size_t kMost = 16;
  if (depth > kDeep || found.size() > kMost) return;
  const Phrase& p = phrase(index);
  for (const std::size_t c : p.complements) {
    found.push_back(c);
    collect(c, depth + 1, found);
  }
  for (const std::size_t m : p.members) {
    if (m != index) collect(m, depth + 1, found);
  }
}

std::size_t Statements::noun_complement(std::size_t index, Prepositions prepositions,
                                        EntityTypes types) const {
  std::vector<std::size_t> all;
  collect(index, 0, all);
  for (const std::size_t c : all) {
    const std::string_view p = parse_.preposition(phrase(c));
    if (std::ranges::find(prepositions, p) == prepositions.end()) continue;
    if (!named(c, types).empty()) return c;
  }
  return kNone;
}

std::size_t Statements::cue_complement(const Cue& cue, Prepositions prepositions,
                                       EntityTypes types) const {
  if (cue.noun != kNone) {
    const std::size_t own = noun_complement(cue.noun, prepositions, types);
    if (own != kNone) return own;
  }
  return complement(cue.verb, prepositions, types);
}

std::size_t Statements::object(std::size_t index) const {
  return index == kNone || verb(index).objects.empty() ? kNone : verb(index).objects.front();
}

std::size_t Statements::ruler(std::size_t index) const {
  for (int n = 0; index != kNone && n < 6; ++n) {
    const Phrase& leader = phrase(phrase(index).group);
    if (leader.object_of != kNone) return leader.object_of;
    if (leader.subject_of != kNone && leader.preposition == kNone) return leader.subject_of;
    if (phrase(index).complement_of != kNone && phrase(index).attached == kNone)
      return phrase(index).complement_of;
    if (leader.attached == kNone)
      return leader.complement_of != kNone ? leader.complement_of : leader.subject_of;
    index = leader.attached;
  }
  return kNone;
}

bool Statements::has_word(std::size_t index, std::initializer_list<std::string_view> words) const {
  if (index == kNone) return false;
  const Phrase& p = phrase(index);
  for (std::size_t i = p.first; i < p.last; ++i) {
    const std::string word = singular(parse_.word(i));
    if (std::ranges::find(words, word) != words.end()) return true;
    // "foundry-services", "power-purchase"
    const std::size_t hyphen = word.find('-');
    if (hyphen != std::string::npos &&
        std::ranges::find(words, std::string_view(word).substr(0, hyphen)) != words.end())
      return true;
  }
  return false;
}

bool Statements::phrase_has_goods(std::size_t index) const {
  if (index == kNone) return false;
  const Phrase& p = phrase(index);
  for (std::size_t i = p.first; i < p.last; ++i) {
    if (parse_.tokens[i].cls == Class::Noun && is_goods_noun(singular(parse_.word(i)))) return true;
    const std::string& word = parse_.word(i);
    const std::size_t hyphen = word.find('-');
    if (hyphen != std::string::npos && is_goods_noun(word.substr(0, hyphen))) return true;
  }
  const Entities products = filtered(parse_.all(index), {EntityType::Product});
  return !products.empty();
}

bool Statements::speaks_of(const Cue& cue, std::initializer_list<std::string_view> words) const {
  std::vector<std::size_t> all;
  if (cue.noun != kNone) collect(cue.noun, 0, all);
  if (cue.verb != kNone) {
    const auto& more = verb(cue.verb).complements;
    all.insert(all.end(), more.begin(), more.end());
  }
  return std::ranges::any_of(all, [&](std::size_t c) { return has_word(c, words); });
}

bool Statements::speaks_of_goods(const Cue& cue) const {
  std::vector<std::size_t> all;
  if (cue.noun != kNone) collect(cue.noun, 0, all);
  if (cue.verb != kNone) {
    const auto& more = verb(cue.verb).complements;
    all.insert(all.end(), more.begin(), more.end());
  }
  return std::ranges::any_of(all, [&](std::size_t c) {
    const std::string_view p = parse_.preposition(phrase(c));
    return (p == "for" || p == "of") && phrase_has_goods(c);
  });
}

Span Statements::span_of(const Cue& cue) const {
  if (cue.noun != kNone) return parse_.span_of(phrase(cue.noun));
  return parse_.span_of(verb(cue.verb));
}

void Statements::emit(EdgeType edge, const Entities& sources, const Entities& targets,
                      const Cue& cue, std::optional<Status> status) {
  for (const std::uint32_t source : sources) {
    for (const std::uint32_t target : targets) {
      if (source == target || !allows(edge, type(source), type(target))) continue;
      Relation relation;
      relation.type = edge;
      relation.source = source;
      relation.target = target;
      relation.status = status ? *status : this->status(cue, edge);
      relation.trigger = span_of(cue);
      relation.evidence = view_.sentence.span;
      relation.is_news = edge != EdgeType::Ownership && is_event(cue, relation.status);
      attach(relation, cue);
      // "its purchase of Foo in 2021" is long done.
      const bool old = cue.noun != kNone && edge == EdgeType::Acquisition && relation.date &&
                       article_.published && relation.date->year() + 1 < article_.published->year();
      if (old && relation.status == Status::Agreed) relation.status = Status::Completed;
      // What goes on or is owned has no day.
      const bool standing = relation.status == Status::Completed && !is_past(cue) &&
                            (edge == EdgeType::Supply || edge == EdgeType::Ownership);
      if (standing) relation.date.reset();
      if (edge == EdgeType::Ownership && relation.status == Status::Completed)
        relation.date.reset();
      out_.push_back(std::move(relation));
    }
  }
}

/// True if the statement tells of something that happened with the news: no habit, no background.
bool Statements::is_event(const Cue& cue, Status status) const {
  if (cue.verb == kNone) return status == Status::Agreed;
  const Verb& v = verb(cue.verb);
  if (v.relative) return false;
  if (status == Status::Agreed) return !v.progressive;
  return status == Status::Completed && is_past(cue);
}

/// True if the verb tells of something past, or of something that began.
bool Statements::is_past(const Cue& cue) const {
  if (cue.verb == kNone) return false;
  const Verb& v = verb(cue.verb);
  if (v.governor != kNone &&
      (verb(v.governor).lemma == "begin" || verb(v.governor).lemma == "start"))
    return true;
  if (v.perfect) return true;
  if (!v.passive) return v.form == Form::Past || v.form == Form::OnlyPast || v.infinitive;
  for (std::size_t i = v.first; i < v.last; ++i) {
    const std::string& word = parse_.word(i);
    if (word == "was" || word == "were" || word == "been") return true;
  }
  return false;
}

void Statements::emit_pairs(EdgeType edge, const Entities& group, const Cue& cue) {
  constexpr std::size_t kMost = 12;
  for (std::size_t i = 0; i < std::min(group.size(), kMost); ++i) {
    for (std::size_t j = i + 1; j < std::min(group.size(), kMost); ++j) {
      emit(edge, {group[i]}, {group[j]}, cue);
    }
  }
}

/// Joints between two places that begin another statement: relative pronouns, conjunctions, verbs
/// of their own subject.
int Statements::boundaries(std::uint32_t a, std::uint32_t b, std::size_t own) const {
  if (a > b) std::swap(a, b);
  int count = 0;
  auto token =
      std::ranges::lower_bound(parse_.tokens, a, {}, [](const Token& t) { return t.span.begin; });
  constexpr int kEnough = 6;
  for (; token != parse_.tokens.end() && token->span.begin < b && count < kEnough; ++token) {
    const bool joint = token->cls == Class::Relative || token->cls == Class::Subordinator ||
                       token->cls == Class::Break || token->cls == Class::Comma;
    if (joint) count += token->cls == Class::Comma ? 1 : 3;
    const bool clause = token->cls == Class::And && token != parse_.tokens.begin() &&
                        (token - 1)->cls == Class::Comma;
    if (clause) count += 2;
    if (token->cls == Class::Verb && token->verb.lemma != "say" &&
        static_cast<std::size_t>(token - parse_.tokens.begin()) != own)
      count += 2;
  }
  return count;
}

void Statements::attach(Relation& relation, const Cue& cue) const {
  const Span trigger = relation.trigger;
  const std::size_t own =
      cue.verb == kNone || verb(cue.verb).last == 0 ? kNone : verb(cue.verb).last - 1;
  constexpr std::int64_t kPerJoint = 40;
  const auto cost_of = [&](Span span) {
    const std::uint32_t from = span.begin > trigger.begin ? trigger.end : span.end;
    const std::uint32_t to = span.begin > trigger.begin ? span.begin : trigger.begin;
    const std::int64_t distance = to > from ? to - from : 0;
    return distance + kPerJoint * boundaries(from, to, own);
  };
  const bool money = relation.type == EdgeType::Supply || relation.type == EdgeType::Investment ||
                     relation.type == EdgeType::Acquisition ||
                     relation.type == EdgeType::Partnership;
  if (money) {
    std::int64_t best = INT64_MAX;
    auto amount = std::ranges::lower_bound(article_.amounts, view_.sentence.span.begin, {},
                                           [](const Amount& x) { return x.span.begin; });
    for (; amount != article_.amounts.end() && amount->span.end <= view_.sentence.span.end;
         ++amount) {
      if (amount->conversion || amount->background || is_of_other(amount->span, cue)) continue;
      const std::int64_t cost = cost_of(amount->span);
      constexpr std::int64_t kFar = 260;
      if (cost > kFar) continue;
      // "between $3 billion and $3.5 billion": of two that are joined the upper one.
      if (cost < best ||
          (relation.amount && amount->span.begin > trigger.end && is_range_end(amount->span) &&
           amount->money.minor > relation.amount->minor)) {
        best = std::min(cost, best);
        relation.amount = amount->money;
      }
    }
  }
  std::int64_t best = INT64_MAX;
  const bool moment = relation.type == EdgeType::Visit || relation.type == EdgeType::Meeting ||
                      relation.type == EdgeType::Participation;
  const bool told = relation.status == Status::Agreed || relation.status == Status::Completed ||
                    relation.status == Status::Ended || relation.status == Status::Denied;
  auto date = std::ranges::lower_bound(article_.dates, view_.sentence.span.begin, {},
                                       [](const DateMention& x) { return x.span.begin; });
  for (; date != article_.dates.end() && date->span.end <= view_.sentence.span.end; ++date) {
    if (date->use == DateUse::Term) continue;
    std::int64_t cost = cost_of(date->span);
    constexpr std::int64_t kFar = 900;
    if (cost > kFar) continue;
    if (date->use == DateUse::Announced) {
      if (!told) continue;
      if (moment && relation.status != Status::Ended && relation.status != Status::Denied) continue;
      cost += 150;
    }
    if (date->use == DateUse::Reported) {
      if (relation.status != Status::Agreed) continue;
      cost += 600;
    }
    if (cost >= best) continue;
    best = cost;
    relation.date = date->date;
  }
}

/// True if another deal's verb has the sum for its object: "Foo, which invested $8 billion in Bar,
/// supplies it".
bool Statements::is_of_other(Span amount, const Cue& cue) const {
  const auto token = std::ranges::lower_bound(parse_.tokens, amount.begin, {},
                                              [](const Token& t) { return t.span.begin; });
  if (token == parse_.tokens.end() || cue.verb == kNone) return false;
  const auto at = static_cast<std::size_t>(token - parse_.tokens.begin());
  const auto after = std::ranges::upper_bound(parse_.phrases, at, {}, &Phrase::first);
  for (auto p = after; p != parse_.phrases.begin();) {
    --p;
    if (p->last <= at) return false;
    if (p->first > at) continue;
    const std::size_t other = ruler(static_cast<std::size_t>(p - parse_.phrases.begin()));
    if (other == kNone || other == cue.verb || verb_cue(verb(other)) == nullptr) return false;
    if (cue.noun != kNone && p->first == phrase(cue.noun).first) return false;
    for (std::size_t up = cue.verb, n = 0; up != kNone && n < 4; up = verb(up).governor, ++n) {
      if (up == other) return false;
    }
    for (std::size_t up = other, n = 0; up != kNone && n < 4; up = verb(up).governor, ++n) {
      if (up == cue.verb) return false;
    }
    return verb(other).clause != verb(cue.verb).clause || verb(other).relative;
  }
  return false;
}

bool Statements::is_range_end(Span amount) const {
  const std::string_view head = article_.text.substr(0, amount.begin);
  return head.ends_with(" and ") || head.ends_with(" to ") || head.ends_with("-");
}

}  // namespace dealgraph::extract::english
