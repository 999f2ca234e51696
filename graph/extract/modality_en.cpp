// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/english.hpp"
#include "graph/extract/statements_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

enum class Sense : std::uint8_t {
  None,
  Denied,
  Ended,
  Rumored,
  Planned,
  Agreed,
  Weak,
  Done,
  Begun
};

struct Word {
  std::string_view word;
  Sense sense;
};

/// What a verb says of the statement that depends on it.
constexpr auto kVerbs = std::to_array<Word>({
    {"deny", Sense::Denied},       {"dismiss", Sense::Denied},     {"dispute", Sense::Denied},
    {"refute", Sense::Denied},     {"rule out", Sense::Denied},    {"denounce", Sense::Denied},
    {"terminate", Sense::Ended},   {"cancel", Sense::Ended},       {"scrap", Sense::Ended},
    {"abandon", Sense::Ended},     {"drop", Sense::Ended},         {"withdraw", Sense::Ended},
    {"end", Sense::Ended},         {"expire", Sense::Ended},       {"halt", Sense::Ended},
    {"shelve", Sense::Ended},      {"call off", Sense::Ended},     {"pull out", Sense::Ended},
    {"walk away", Sense::Ended},   {"walk", Sense::Ended},         {"back out", Sense::Ended},
    {"tear up", Sense::Ended},     {"exit", Sense::Ended},         {"turn down", Sense::Ended},
    {"rebuff", Sense::Ended},      {"spurn", Sense::Ended},        {"ditch", Sense::Ended},
    {"axe", Sense::Ended},         {"suspend", Sense::Ended},      {"conclude", Sense::Done},
    {"quit", Sense::Ended},        {"cease", Sense::Ended},        {"stop", Sense::Ended},
    {"reject", Sense::Ended},      {"lapse", Sense::Ended},        {"leave", Sense::Ended},
    {"collapse", Sense::Ended},    {"fall through", Sense::Ended}, {"unravel", Sense::Ended},
    {"dissolve", Sense::Ended},    {"break up", Sense::Ended},     {"wind down", Sense::Ended},
    {"fall", Sense::Ended},        {"break off", Sense::Ended},    {"consider", Sense::Rumored},
    {"explore", Sense::Rumored},   {"weigh", Sense::Rumored},      {"mull", Sense::Rumored},
    {"negotiate", Sense::Rumored}, {"discuss", Sense::Rumored},    {"eye", Sense::Rumored},
    {"court", Sense::Rumored},     {"near", Sense::Rumored},       {"approach", Sense::Rumored},
    {"circle", Sense::Rumored},    {"evaluate", Sense::Rumored},   {"study", Sense::Rumored},
    {"pursue", Sense::Rumored},    {"rumor", Sense::Rumored},      {"talk", Sense::Rumored},
    {"believe", Sense::Rumored},   {"understand", Sense::Rumored}, {"think", Sense::Rumored},
    {"speculate", Sense::Rumored}, {"plan", Sense::Planned},       {"intend", Sense::Planned},
    {"aim", Sense::Planned},       {"hope", Sense::Planned},       {"expect", Sense::Planned},
    {"want", Sense::Planned},      {"propose", Sense::Planned},    {"seek", Sense::Planned},
    {"prepare", Sense::Planned},   {"set", Sense::Planned},        {"schedule", Sense::Planned},
    {"pencil", Sense::Planned},    {"slate", Sense::Planned},      {"look", Sense::Planned},
    {"vow", Sense::Planned},       {"promise", Sense::Planned},    {"offer", Sense::Planned},
    {"decide", Sense::Planned},    {"try", Sense::Planned},        {"agree", Sense::Agreed},
    {"sign", Sense::Agreed},       {"strike", Sense::Agreed},      {"ink", Sense::Agreed},
    {"reach", Sense::Agreed},      {"seal", Sense::Agreed},        {"clinch", Sense::Agreed},
    {"commit", Sense::Agreed},     {"win", Sense::Agreed},         {"land", Sense::Agreed},
    {"secure", Sense::Agreed},     {"tap", Sense::Agreed},         {"pick", Sense::Agreed},
    {"choose", Sense::Agreed},     {"select", Sense::Agreed},      {"award", Sense::Agreed},
    {"form", Sense::Agreed},       {"enter", Sense::Agreed},       {"approve", Sense::Agreed},
    {"place", Sense::Agreed},      {"extend", Sense::Agreed},      {"renew", Sense::Agreed},
    {"expand", Sense::Agreed},     {"contract", Sense::Agreed},    {"pledge", Sense::Agreed},
    {"announce", Sense::Weak},     {"unveil", Sense::Weak},        {"complete", Sense::Done},
    {"close", Sense::Done},        {"finalize", Sense::Done},      {"finalise", Sense::Done},
    {"finish", Sense::Done},       {"wrap up", Sense::Done},       {"begin", Sense::Begun},
    {"start", Sense::Begun},       {"resume", Sense::Begun},       {"block", Sense::Ended},
    {"kill", Sense::Ended},        {"derail", Sense::Ended},       {"thwart", Sense::Ended},
    {"veto", Sense::Ended},        {"nix", Sense::Ended},          {"scupper", Sense::Ended},
    {"torpedo", Sense::Ended},     {"accept", Sense::Agreed},      {"foil", Sense::Ended},
    {"sever", Sense::Ended},       {"disband", Sense::Ended},      {"fall apart", Sense::Ended},
    {"break down", Sense::Ended},  {"interest", Sense::Rumored},
});

constexpr auto kNouns = std::to_array<Word>({
    {"talks", Sense::Rumored},       {"discussion", Sense::Rumored},
    {"negotiation", Sense::Rumored}, {"conversation", Sense::Rumored},
    {"speculation", Sense::Rumored}, {"rumor", Sense::Rumored},
    {"rumour", Sense::Rumored},      {"report", Sense::Rumored},
    {"interest", Sense::Rumored},    {"plan", Sense::Planned},
    {"proposal", Sense::Planned},    {"intention", Sense::Planned},
    {"effort", Sense::Planned},      {"attempt", Sense::Planned},
    {"bid", Sense::Planned},         {"offer", Sense::Planned},
    {"deal", Sense::Agreed},         {"agreement", Sense::Agreed},
    {"contract", Sense::Agreed},     {"pact", Sense::Agreed},
    {"accord", Sense::Agreed},       {"memorandum", Sense::Agreed},
    {"commitment", Sense::Agreed},   {"order", Sense::Agreed},
    {"due", Sense::Planned},         {"close", Sense::Rumored},
    {"ready", Sense::Planned},       {"poised", Sense::Planned},
    {"likely", Sense::Planned},
});

template <typename Table>
Sense sense_in(const Table& table, std::string_view word) {
  const auto found = std::ranges::find(table, word, &Word::word);
  return found == table.end() ? Sense::None : found->sense;
}

Sense sense_of(const Verb& v) {
  if (!v.particle.empty()) {
    const Sense both = sense_in(kVerbs, std::string(v.lemma) + ' ' + std::string(v.particle));
    if (both != Sense::None) return both;
    return Sense::None;
  }
  if (v.lemma == "fall" || v.lemma == "leave") return Sense::None;
  return sense_in(kVerbs, v.lemma);
}

bool is_encounter(EdgeType type) {
  return type == EdgeType::Visit || type == EdgeType::Meeting || type == EdgeType::Participation;
}

/// Verbs whose negation leaves what depends on them alone: "did not disclose the price".
bool is_silent(std::string_view lemma) {
  static constexpr auto kSilent =
      word_list({"disclose", "say", "comment", "reveal", "give", "respond", "specify", "provide",
                 "tell", "know", "name", "announce", "clear", "affect", "require", "detail"});
  return std::ranges::find(kSilent, lemma) != kSilent.end();
}

bool hearsay(std::string_view sentence) {
  return has_phrase(sentence, {"reportedly",
                               "said to be",
                               "sources said",
                               "sources say",
                               "people familiar",
                               "a person familiar",
                               "person with knowledge",
                               "people with knowledge",
                               "according to people",
                               "according to sources",
                               "people briefed",
                               "rumored",
                               "rumoured",
                               "the people said",
                               "in talks",
                               "in discussions",
                               "in advanced talks",
                               "in early talks",
                               "industry sources",
                               "sources told",
                               "the sources",
                               "two sources",
                               "three sources",
                               "speculation",
                               "is said to",
                               "are said to",
                               "was said to",
                               "close to a deal",
                               "people said",
                               "two people",
                               "three people",
                               "sources familiar",
                               "one of them",
                               "nearing a deal",
                               "officials said on condition"});
}

}  // namespace

/// "Foo said it will buy": what a party itself announces.
bool Statements::announced(const Verb& v) const {
  if (v.governor == kNone || v.subject == kNone) return false;
  const Verb& saying = verb(v.governor);
  if (saying.lemma != "say" && saying.lemma != "announce") return false;
  const Entities who = parse_.all(saying.subject);
  return std::ranges::any_of(parse_.all(v.subject), [&](std::uint32_t e) {
    return type(e) == EntityType::Organization && std::ranges::find(who, e) != who.end();
  });
}

/// "had previously been supplied", "were once customers": no more.
bool Statements::was_once(const Cue& cue) const {
  if (cue.verb == kNone) return false;
  const Verb& v = verb(cue.verb);
  bool once = false;
  bool before = false;
  for (std::size_t i = v.first; i < std::min(v.last + 1, parse_.tokens.size()); ++i) {
    const std::string& word = parse_.word(i);
    once = once || word == "once" || word == "formerly" || word == "previously";
    before = before || word == "had" || word == "was" || word == "were";
  }
  return once && before;
}

/// "Under the terms of the agreement", "as part of the deal", at the head of the sentence.
bool Statements::under_agreement(const Cue& cue) const {
  for (const Phrase& p : parse_.phrases) {
    if (p.first >= verb(cue.verb).first) return false;
    static constexpr auto kDeals = word_list(
        {"agreement", "deal", "contract", "pact", "accord", "order", "memorandum", "arrangement"});
    const std::string_view word = parse_.preposition(p);
    if ((word == "under" || word == "of") && kDeals.contains(p.noun)) return true;
  }
  return false;
}

Status Statements::status(const Cue& cue, EdgeType type) const {
  std::optional<Status> status;
  bool denied = false;
  bool ended = false;
  bool rumored = false;
  bool done = false;
  bool past = false;
  bool present = false;
  bool begun = false;
  const auto take = [&](Sense sense, bool own) {
    switch (sense) {
      case Sense::Denied:
        denied = true;
        break;
      case Sense::Ended:
        if (!own) ended = true;
        break;
      case Sense::Rumored:
        if (!own || cue.noun != kNone) rumored = true;
        break;
      case Sense::Planned:
        if (!own) status = done ? Status::Agreed : Status::Planned;
        break;
      case Sense::Agreed:
        if (status != Status::Planned || !own) status = Status::Agreed;
        break;
      case Sense::Weak:
        if (!status && !own) status = Status::Agreed;
        break;
      case Sense::Done:
        done = true;
        break;
      case Sense::Begun:
        begun = true;
        break;
      case Sense::None:
        break;
    }
  };
  std::size_t at = cue.verb;
  std::size_t under = kNone;
  if (cue.noun != kNone) {
    const Phrase& p = phrase(cue.noun);
    if (p.negated) denied = true;
    if (has_word(cue.noun, {"proposed", "planned", "potential", "possible", "prospective"}))
      status = Status::Planned;
    if (has_word(cue.noun, {"abandoned", "failed", "aborted", "former", "scrapped"})) ended = true;
    if (has_word(cue.noun, {"rumored", "rumoured", "reported"})) rumored = true;
    // "a pact that lapsed", "let their agreement expire"
    for (const Verb& v : parse_.verbs) {
      if (v.subject != kNone && phrase(v.subject).group == p.group && sense_of(v) == Sense::Ended)
        ended = !v.negated && v.modal == Modal::None;
      if (v.lemma == "expire" && v.form == Form::Base && cue.verb != kNone &&
          verb(cue.verb).lemma == "let")
        ended = true;
    }
    // "a plan of a merger", "talks on a partnership"
    std::size_t up = p.attached;
    for (int n = 0; up != kNone && n < 3; ++n) {
      take(sense_in(kNouns, phrase(up).noun), false);
      up = phrase(up).attached;
    }
    take(sense_in(kNouns, p.noun) == Sense::Rumored ? Sense::Rumored : Sense::None, false);
  }
  constexpr int kFar = 8;
  for (int n = 0; at != kNone && n < kFar; ++n) {
    const Verb& v = verb(at);
    const bool own = at == cue.verb && cue.noun == kNone;
    if (v.negated && !is_silent(v.lemma)) denied = true;
    if (v.over) ended = true;
    if (v.lemma == "reject") {
      // A report that is rejected is denied, an offer that is rejected has ended.
      const std::size_t what = object(at);
      if (what != kNone && is_claim_noun(phrase(what).noun)) denied = true;
    }
    take(sense_of(v), own);
    if (v.modal == Modal::May) rumored = true;
    if (v.modal == Modal::Will || v.modal == Modal::Would)
      status = done || announced(v) ? Status::Agreed : Status::Planned;
    if (n == 0) {
      past = v.perfect || ((v.form == Form::Past || v.form == Form::OnlyPast) && v.finite) ||
             v.passive;
      present = !past && v.modal == Modal::None && !v.infinitive;
    }
    if (v.lemma == "be") {
      for (const std::size_t o : v.objects) take(sense_in(kNouns, phrase(o).noun), false);
      for (const std::size_t c : v.complements) {
        if (parse_.preposition(phrase(c)) == "in" || parse_.preposition(phrase(c)) == "off") {
          take(sense_in(kNouns, phrase(c).noun), false);
        }
      }
      if (v.last < parse_.tokens.size() && parse_.word(v.last) == "off") ended = true;
    }
    // "is to build"
    const bool is_to =
        v.lemma == "be" && under != kNone && verb(under).infinitive && verb(under).first == v.last;
    if (is_to && !status) status = Status::Planned;
    // "a contract under which Foo was to supply": how it stands with the contract.
    for (const std::size_t c : v.complements) {
      const std::string_view p = parse_.preposition(phrase(c));
      if (p != "under" || !is_deal_noun(phrase(c).noun)) continue;
      status = Status::Agreed;
      for (std::size_t o = 0; o < c; ++o) {
        const std::size_t up = phrase(o).first == phrase(c).first ? ruler(o) : kNone;
        if (up != kNone) take(sense_of(verb(up)), false);
      }
    }
    std::size_t next = v.governor;
    if (v.noun != kNone) {
      const Phrase& noun = phrase(v.noun);
      if (noun.negated) denied = true;
      take(sense_in(kNouns, noun.noun), false);
      const std::size_t up = ruler(v.noun);
      if (up != kNone && up != at) next = up;
    }
    if (next == at) break;
    under = at;
    at = next;
  }
  if (denied) return Status::Denied;
  // "Under the agreement Foo will supply …"
  if (status == Status::Planned && !rumored && !ended && cue.verb != kNone &&
      verb(cue.verb).modal == Modal::Will && under_agreement(cue))
    status = Status::Agreed;
  if (was_once(cue) &&
      (type == EdgeType::Supply || type == EdgeType::Partnership || type == EdgeType::Ownership))
    ended = true;
  if (ended) return Status::Ended;
  const std::string_view sentence = article_.piece(view_.sentence.span);
  const bool open = !status || *status != Status::Completed;
  const bool relative_past = past && cue.verb != kNone && verb(cue.verb).clause > 0 && !rumored;
  if (rumored) {
    if (type == EdgeType::Meeting && status == Status::Planned) return Status::Planned;
    if (type == EdgeType::Meeting && (past || present)) return Status::Completed;
    return Status::Rumored;
  }
  if (open && !relative_past && type != EdgeType::Ownership && !is_encounter(type) &&
      hearsay(sentence) && !(status == Status::Agreed && type == EdgeType::Supply && present))
    return Status::Rumored;
  if (done && (!status || status == Status::Agreed) && !(status == Status::Agreed && !past))
    return Status::Completed;
  if (is_encounter(type)) {
    if (status == Status::Planned) return Status::Planned;
    if (type == EdgeType::Participation && status) return *status;
    return Status::Completed;
  }
  if (begun && type == EdgeType::Supply && status != Status::Planned) return Status::Completed;
  if (status) return *status;
  const bool title_present = title() && present;
  switch (type) {
    case EdgeType::Acquisition:
    case EdgeType::Investment:
      return past ? Status::Completed : Status::Agreed;
    case EdgeType::Supply: {
      if (cue.noun != kNone && cue.verb == kNone) return Status::Agreed;
      if (cue.verb == kNone) return Status::Completed;
      const std::string_view lemma = verb(cue.verb).lemma;
      const bool orders = lemma == "order" || lemma == "buy" || lemma == "purchase" ||
                          lemma == "contract" || lemma == "license";
      if (title_present || cue.noun != kNone) return Status::Agreed;
      const bool bought = verb(cue.verb).perfect && lemma != "order" && lemma != "contract";
      return orders && past && !bought ? Status::Agreed : Status::Completed;
    }
    default:
      return type == EdgeType::Ownership ? Status::Completed : Status::Agreed;
  }
}

}  // namespace dealgraph::extract::english
