// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/statements_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Product};

/// True if the phrase names a company and nothing of it: no goods, no stake.
bool is_whole(const Statements& s, std::size_t phrase) {
  const Phrase& p = s.phrase(phrase);
  if (!s.filtered(s.parse().all(phrase), {EntityType::Organization}).empty())
    return !p.resolved || is_company_noun(p.noun) || p.noun == "it";
  return false;
}

// "pay $35 billion for Foo"; for a stake it is an investment
void pay(Statements& s, const Cue& cue) {
  const Verb& v = s.verb(cue.verb);
  if (v.passive || v.objects.empty()) return;
  const bool sum = std::ranges::any_of(v.objects, [&](std::size_t o) {
    return s.phrase(o).is_money || s.has_word(o, {"price", "premium"});
  });
  if (!sum) return;
  std::vector<std::size_t> places = v.complements;
  for (const std::size_t o : v.objects) {
    const auto& more = s.phrase(o).complements;
    places.insert(places.end(), more.begin(), more.end());
  }
  for (const std::size_t c : places) {
    if (s.parse().preposition(s.phrase(c)) != "for") continue;
    const Entities buyers = s.subject(cue.verb);
    const Entities employers = s.organizations(buyers);
    const Entities& who = employers.empty() ? buyers : employers;
    if (s.has_word(c, {"stake", "share", "half", "percent", "interest"})) {
      const std::size_t in = s.noun_complement(c, {"in", "of"}, kOrganizations);
      s.emit(EdgeType::Investment, who, s.named(in, kOrganizations), cue);
      return;
    }
    if (!is_whole(s, c)) continue;
    s.emit(EdgeType::Acquisition, who, s.filtered(s.parse().all(c), kOrganizations), cue);
    return;
  }
}

// "take control of Foo", "take Foo private", "Foo was taken private by Bar"
void take_control(Statements& s, const Cue& cue) {
  const Verb& v = s.verb(cue.verb);
  const Entities buyers =
      v.passive ? s.named(s.complement(cue.verb, {"by"}, kActors), kActors) : s.subject(cue.verb);
  Entities targets;
  for (const std::size_t o : v.objects) {
    if (!s.has_word(o, {"control", "ownership"})) continue;
    targets = s.filtered(s.parse().all(s.noun_complement(o, {"of"}, kTargets)), kTargets);
  }
  if (targets.empty()) {
    const std::size_t taken = v.passive ? v.subject : s.object(cue.verb);
    if (taken != kNone) targets = s.filtered(s.parse().all(taken), kOrganizations);
  }
  s.emit(EdgeType::Acquisition, buyers, targets, cue);
}

// "is circling Foo"
void pursue(Statements& s, const Cue& cue) {
  const Verb& v = s.verb(cue.verb);
  const std::size_t object = v.passive ? v.subject : s.object(cue.verb);
  const bool as = std::ranges::any_of(
      v.complements, [&](std::size_t c) { return s.parse().preposition(s.phrase(c)) == "as"; });
  if (object == kNone || as || !is_whole(s, object)) return;
  if (v.lemma != "circle" && !s.has_word(object, {"target"}) &&
      !s.speaks_of(cue, {"takeover", "acquisition", "merger", "buyout", "deal"}))
    return;
  const Entities suitors =
      v.passive ? s.named(s.complement(cue.verb, {"by"}, kActors), kActors) : s.subject(cue.verb);
  s.emit(EdgeType::Acquisition, suitors, s.filtered(s.parse().all(object), kOrganizations), cue,
         Status::Rumored);
}

}  // namespace

bool takes_control(const Statements& s, const Cue& cue) {
  if (cue.verb == kNone || cue.noun != kNone) return false;
  const Verb& v = s.verb(cue.verb);
  static constexpr auto kVerbs =
      word_list({"take", "gain", "assume", "buy", "win", "seize", "wrest"});
  if (!kVerbs.contains(v.lemma)) return false;
  const bool control = std::ranges::any_of(v.objects, [&](std::size_t o) {
    return s.phrase(o).noun == "control" && s.noun_complement(o, {"of"}, kOrganizations) != kNone;
  });
  // "took Foo private", "was taken private"
  const bool apart = v.lemma == "take" && std::ranges::any_of(v.objects, [&](std::size_t o) {
                       return s.parse().word(s.phrase(o).last - 1) == "private";
                     });
  return control || apart;
}

bool is_sold_off(const Statements& s, const Cue& cue) {
  if (cue.verb == kNone || cue.noun != kNone || s.verb(cue.verb).lemma != "go") return false;
  if (s.filtered(s.parse().all(s.verb(cue.verb).subject), kOrganizations).empty()) return false;
  if (s.complement(cue.verb, {"to"}, kOrganizations) == kNone) return false;
  const auto& complements = s.verb(cue.verb).complements;
  return std::ranges::any_of(complements, [&](std::size_t c) {
    return s.parse().preposition(s.phrase(c)) == "for" &&
           (s.phrase(c).is_money || s.has_word(c, {"sum", "price", "amount"}));
  });
}

void read_takeover(Statements& s, const Cue& cue, Act act) {
  if (is_sold_off(s, cue)) {
    const std::size_t to = s.complement(cue.verb, {"to"}, kOrganizations);
    const Entities sold = s.filtered(s.parse().all(s.verb(cue.verb).subject), kOrganizations);
    return s.emit(EdgeType::Acquisition, s.named(to, kOrganizations), sold, cue);
  }
  if (act == Act::Pay) return pay(s, cue);
  if (act == Act::Pursue) return pursue(s, cue);
  if (takes_control(s, cue)) take_control(s, cue);
}

}  // namespace dealgraph::extract::english
