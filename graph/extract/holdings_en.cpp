// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/statements_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

/// The percentage that a phrase names; 0 if none.
int percent_in(const Statements& s, std::size_t phrase) {
  const Phrase& p = s.phrase(phrase);
  for (std::size_t i = p.first; i < p.last; ++i) {
    const Token& token = s.parse().tokens[i];
    if (token.cls != Class::Number && token.cls != Class::Adverb) continue;
    const std::string& word = token.word;
    const bool percent = word.ends_with('%') ||
                         (i + 1 < s.parse().tokens.size() &&
                          (s.parse().word(i + 1) == "percent" || s.parse().word(i + 1) == "per"));
    int value = 0;
    for (const char c : word) {
      if (c < '0' || c > '9' || value > 100) break;
      value = value * 10 + (c - '0');
    }
    if (percent && value > 0) return value;
  }
  return 0;
}

/// True for a stake that gives control: "a 51% stake", "a majority stake", "all shares".
bool is_control(const Statements& s, std::size_t phrase) {
  constexpr int kHalf = 50;
  return percent_in(s, phrase) > kHalf ||
         s.has_word(phrase, {"controlling", "majority", "all", "outstanding"});
}

bool is_share(const Statements& s, std::size_t phrase) {
  return s.has_word(phrase, {"percent", "majority", "third", "half", "quarter", "fifth", "tenth",
                             "four-fifths", "two-thirds", "three-quarters", "stock", "equity",
                             "rest", "remainder", "remaining", "stake", "share"}) ||
         percent_in(s, phrase) > 0;
}

Status kept_status(Status status, bool negated) {
  if (negated) return Status::Denied;
  return status == Status::Denied || status == Status::Ended || status == Status::Planned
             ? status
             : Status::Completed;
}

/// What a share without a name is a share of: its own "of", else what the verb before owned.
Entities owned_before(const Statements& s, std::size_t verb, std::size_t share) {
  Entities owned = s.named(s.noun_complement(share, {"of", "in"}, kOrganizations), kOrganizations);
  for (std::size_t i = verb; owned.empty() && i-- > 0;) {
    const std::string_view lemma = s.verb(i).lemma;
    if (lemma != "own" && lemma != "hold" && lemma != "have") continue;
    owned = s.named(s.complement(i, {"of", "in"}, kOrganizations), kOrganizations);
  }
  return owned;
}

/// "belonged to Foo until 2017"
bool lasted(const Statements& s, const Verb& v) {
  constexpr std::size_t kReach = 6;
  const auto& tokens = s.parse().tokens;
  for (std::size_t i = v.last; i < std::min(v.last + kReach, tokens.size()); ++i) {
    if (tokens[i].word == "until") return true;
  }
  return false;
}

}  // namespace

/// A stake that is taken is an investment, one that is held is ownership.
void read_stake(Statements& s, const Cue& cue) {
  const Phrase& p = s.phrase(cue.noun);
  const std::size_t in = s.noun_complement(cue.noun, {"in", "of"}, kOrganizations);
  Entities targets = in == kNone ? Entities{} : s.filtered(s.parse().all(in), kOrganizations);
  if (targets.empty()) targets = s.filtered(p.modifiers, kOrganizations);
  if (targets.empty() && s.has_word(cue.noun, {"stake"}))
    targets = s.filtered(p.owner, kOrganizations);
  if (targets.empty()) return;
  if (cue.verb == kNone) return;
  const Verb& v = s.verb(cue.verb);
  const std::string_view lemma = v.lemma;
  const bool object = s.phrase(p.group).object_of == cue.verb || p.attached != kNone || v.passive;
  if (!object) return;
  Entities holders =
      v.passive ? s.named(s.complement(cue.verb, {"by"}, kActors), kActors) : s.subject(cue.verb);
  const Entities employers = s.organizations(holders);
  if (!employers.empty() && lemma != "own" && lemma != "hold") holders = employers;
  const bool takes = lemma == "buy" || lemma == "acquire" || lemma == "take" ||
                     lemma == "purchase" || lemma == "get" || lemma == "pick" ||
                     lemma == "increase" || lemma == "raise" || lemma == "build" ||
                     lemma == "seek" || lemma == "amass";
  const bool weighs = lemma == "weigh" || lemma == "consider" || lemma == "explore" ||
                      lemma == "mull" || lemma == "eye" || lemma == "discuss" ||
                      lemma == "negotiate" || lemma == "pursue";
  const bool holds = lemma == "hold" || lemma == "own" || lemma == "have" || lemma == "retain" ||
                     lemma == "keep" || lemma == "control";
  const bool trims = lemma == "trim" || lemma == "cut" || lemma == "reduce" || lemma == "pare" ||
                     lemma == "lower" || lemma == "value" || lemma == "carry";
  const bool leaves = lemma == "sell" || lemma == "dump" || lemma == "exit" || lemma == "shed" ||
                      lemma == "offload" || lemma == "divest" || lemma == "unload";
  if (trims) return s.emit(EdgeType::Ownership, holders, targets, cue, Status::Completed);
  if (takes || weighs) {
    s.emit(is_control(s, cue.noun) ? EdgeType::Acquisition : EdgeType::Investment, holders, targets,
           cue);
  } else if (holds) {
    const Status status = s.status(cue, EdgeType::Ownership);
    s.emit(EdgeType::Ownership, holders, targets, cue, kept_status(status, v.negated || p.negated));
  } else if (leaves) {
    const bool part = s.has_word(cue.noun, {"part", "some", "half"});
    const bool sold = v.governor == kNone ? v.modal == Modal::None && !v.progressive
                                          : !v.infinitive && v.modal == Modal::None;
    if (part || !sold || v.negated) return;
    s.emit(EdgeType::Ownership, holders, targets, cue, Status::Ended);
  }
}

bool takes_share(const Statements& s, const Cue& cue) {
  if (cue.verb == kNone || cue.noun != kNone) return false;
  const Verb& v = s.verb(cue.verb);
  static constexpr auto kVerbs = word_list({"take", "buy", "acquire", "purchase", "pick", "get"});
  if (v.passive || !kVerbs.contains(v.lemma) || v.objects.empty()) return false;
  const std::size_t object = v.objects.front();
  return percent_in(s, object) > 0 &&
         !s.has_word(object, {"stake", "share", "holding", "interest"}) &&
         s.noun_complement(object, {"of", "in"}, kOrganizations) != kNone;
}

void read_share(Statements& s, const Cue& cue) {
  const std::size_t object = s.object(cue.verb);
  const std::size_t of = s.noun_complement(object, {"of", "in"}, kOrganizations);
  const Entities buyers = s.subject(cue.verb);
  const Entities employers = s.organizations(buyers);
  s.emit(is_control(s, object) ? EdgeType::Acquisition : EdgeType::Investment,
         employers.empty() ? buyers : employers, s.filtered(s.parse().all(of), kOrganizations),
         cue);
}

/// Standing ownership told by a verb: "owns 60% of Foo", "Foo belongs to Bar".
void read_ownership(Statements& s) {
  const Parse& parse = s.parse();
  for (std::size_t i = 0; i < parse.verbs.size(); ++i) {
    const Verb& v = parse.verbs[i];
    const Cue cue{i, kNone};
    if (v.modal == Modal::May || v.modal == Modal::Would) continue;
    if (v.lemma == "belong") {
      const std::size_t to = s.complement(i, {"to"}, kActors);
      if (to == kNone) continue;
      const Status status = lasted(s, v) ? Status::Ended : s.status(cue, EdgeType::Ownership);
      s.emit(EdgeType::Ownership, s.named(to, kActors),
             s.filtered(parse.all(v.subject), kOrganizations), cue, kept_status(status, false));
      continue;
    }
    const bool has = v.lemma == "have" || v.lemma == "retain" || v.lemma == "keep";
    if (v.lemma != "own" && v.lemma != "control" && v.lemma != "hold" && !has) continue;
    const Status kept = kept_status(s.status(cue, EdgeType::Ownership), false);
    if (v.passive) {
      if (has) continue;
      Entities owned = s.filtered(parse.all(v.subject), kOrganizations);
      // "with the remaining 40 percent held by Foo": of what was told to be owned.
      if (owned.empty() && v.subject != kNone && is_share(s, v.subject))
        owned = owned_before(s, i, v.subject);
      if (v.lemma == "hold" && owned.empty()) continue;
      if (v.lemma == "hold" && !is_share(s, v.subject)) continue;
      s.emit(EdgeType::Ownership, s.named(s.complement(i, {"by"}, kActors), kActors), owned, cue,
             kept);
      continue;
    }
    const std::size_t object = s.object(i);
    Entities owned = object == kNone || v.lemma == "hold" || has
                         ? Entities{}
                         : s.filtered(parse.all(object), kOrganizations);
    const bool share = (object == kNone && !has) ||
                       (object != kNone && (!has && s.phrase(object).noun.empty())) ||
                       (object != kNone && is_share(s, object));
    if (owned.empty() && share) {
      owned = s.named(s.complement(i, {"of", "in"}, kOrganizations), kOrganizations);
    }
    s.emit(EdgeType::Ownership, s.subject(i), owned, cue, kept);
  }
}

/// "Foo, part of Bar, …", "Foo is part of Bar"; what became part of another was taken over.
void read_parts(Statements& s) {
  const Parse& parse = s.parse();
  for (std::size_t i = 0; i < parse.phrases.size(); ++i) {
    const Phrase& p = parse.phrases[i];
    if (p.noun != "part" || !p.owner.empty()) continue;
    const std::size_t of = s.noun_complement(i, {"of"}, kOrganizations);
    if (of == kNone) continue;
    const Entities whole = s.filtered(parse.all(of), kOrganizations);
    if (p.apposition != kNone) {
      s.emit(EdgeType::Ownership, whole,
             s.filtered(s.phrase(p.apposition).entities, kOrganizations), {kNone, i},
             Status::Completed);
      continue;
    }
    if (p.object_of == kNone) continue;
    const Cue cue{p.object_of, kNone};
    const Verb& v = s.verb(p.object_of);
    const Entities unit = s.filtered(parse.all(v.subject), kOrganizations);
    if (v.lemma == "become") s.emit(EdgeType::Acquisition, whole, unit, cue);
    if (v.lemma == "be")
      s.emit(EdgeType::Ownership, whole, unit, cue,
             kept_status(s.status(cue, EdgeType::Ownership), false));
  }
}

}  // namespace dealgraph::extract::english
