// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/statements_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

/// The parties of a deal that a noun or a verb speaks of.
struct Parties {
  Entities first;
  Entities other;
  Entities both;  ///< Named together: "between A and B", "A and B signed".
};

Entities organizations_at(const Statements& s, std::size_t phrase) {
  return s.named(phrase, kOrganizations);
}

Parties parties_of(const Statements& s, const Cue& cue) {
  Parties parties;
  const Phrase& deal = s.phrase(cue.noun);
  parties.first = s.filtered(deal.owner, kOrganizations);
  if (parties.first.empty() && cue.verb != kNone && deal.subject_of == kNone)
    parties.first = s.organizations(s.subject(cue.verb));
  if (parties.first.empty() && cue.verb != kNone && s.verb(cue.verb).passive)
    parties.first = organizations_at(s, s.complement(cue.verb, {"by"}, kOrganizations));
  parties.other = organizations_at(s, s.cue_complement(cue, {"with", "alongside"}, kOrganizations));
  parties.both =
      organizations_at(s, s.noun_complement(cue.noun, {"between", "among"}, kOrganizations));
  // "its Vedanta venture", "the Nvidia deal"
  if (parties.other.empty() && parties.both.empty()) {
    const Entities named = deal.noun == "deal" && !deal.owner.empty()
                               ? Entities{}  // "Foo's Bar deal" may be about anything
                               : s.filtered(deal.modifiers, kOrganizations);
    if (named.size() >= 2) {
      parties.both = named;
    } else if (!parties.first.empty() && parties.first != named) {
      parties.other = named;
    }
  }
  if (parties.other.empty() && parties.both.empty() && parties.first.size() >= 2)
    parties.both = parties.first;
  return parties;
}

/// "Foo …; the joint venture of Bar and Baz": one that was named before is owned by them.
bool names_owners(Statements& s, const Cue& cue) {
  const Phrase& p = s.phrase(cue.noun);
  const std::size_t of = s.noun_complement(cue.noun, {"of", "between"}, kOrganizations);
  if (of == kNone || s.parse().word(p.first) != "the") return false;
  const Entities owners = organizations_at(s, of);
  Entities venture;
  for (std::size_t i = 0; i < cue.noun; ++i) {
    for (const std::uint32_t e : s.filtered(s.phrase(i).entities, kOrganizations)) {
      const bool owner = std::ranges::find(owners, e) != owners.end();
      if (!owner && std::ranges::find(venture, e) == venture.end()) venture.push_back(e);
    }
  }
  if (venture.size() != 1 || owners.size() < 2) return false;
  s.emit(EdgeType::Ownership, owners, venture, cue, Status::Completed);
  return true;
}

/// "In partnership with Foo, Bar is developing …": who the verb after it has for its subject.
Entities subject_after(const Statements& s, std::size_t noun) {
  const Phrase& p = s.phrase(noun);
  if (s.parse().preposition(p) != "in" || !p.owner.empty()) return {};
  for (std::size_t i = 0; i < s.parse().verbs.size(); ++i) {
    const Verb& v = s.verb(i);
    if (v.first > p.first && v.finite) return s.organizations(s.subject(i));
  }
  return {};
}

/// "Foo, a joint venture of A and B": says who owns it.
bool is_named_venture(const Statements& s, std::size_t noun) {
  const Phrase& p = s.phrase(noun);
  return p.noun == "venture" && p.apposition != kNone &&
         !s.filtered(s.phrase(p.apposition).entities, kOrganizations).empty();
}

/// True if a verb hangs on the deal that states itself what it is about: "a deal to buy".
bool says_more(const Statements& s, const Cue& cue) {
  const auto& verbs = s.parse().verbs;
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    const bool under = std::ranges::any_of(verbs[i].complements, [&](std::size_t c) {
      return s.phrase(c).first == s.phrase(cue.noun).first && c != cue.noun;
    });
    if (verbs[i].noun != cue.noun && !under) continue;
    const EnglishCue* act = verb_cue(verbs[i]);
    if (act == nullptr) return false;
    switch (act->act) {
      case Act::Supply:
      case Act::Hand:
      case Act::Order:
      case Act::Buy:
      case Act::Make:
      case Act::Invest:
      case Act::Merge:
      case Act::Back:
        return true;
      default:
        return false;
    }
  }
  return false;
}

/// Verbs of the one who orders: "canceled an order for handlers from Foo".
bool gives_orders(std::string_view lemma) {
  static constexpr auto kVerbs = word_list({"cancel", "place", "scrap", "make", "split", "cut",
                                            "trim", "halve", "double", "withdraw", "slash"});
  return kVerbs.contains(lemma);
}

bool consents(const Verb& v) {
  static constexpr auto kVerbs = word_list({"approve", "vote", "back", "accept", "agree", "welcome",
                                            "reject", "endorse", "recommend", "bless"});
  return !v.passive && kVerbs.contains(v.lemma);
}

/// Verbs of those to whom an offer was made.
bool answers_offer(const Verb& v) {
  static constexpr auto kVerbs =
      word_list({"reject", "accept", "rebuff", "spurn", "decline", "receive", "turn", "field",
                 "recommend", "snub", "refuse", "entertain", "attract"});
  return !v.passive && kVerbs.contains(v.lemma);
}

/// "Foo's deal for Bar", "agreed on a $5 billion deal for Bar": what is bought is a company.
bool is_deal_for_company(const Statements& s, const Cue& cue) {
  if (s.phrase(cue.noun).noun != "deal") return false;
  if (s.noun_complement(cue.noun, {"with", "between"}, kOrganizations) != kNone) return false;
  for (const std::size_t c : s.phrase(cue.noun).complements) {
    const Phrase& p = s.phrase(c);
    if (s.parse().preposition(p) != "for" || !p.noun.empty() || !p.owner.empty()) continue;
    if (!s.filtered(s.parse().all(c), kOrganizations).empty()) return true;
  }
  return false;
}

bool seals(std::string_view lemma) {
  static constexpr std::string_view kVerbs[] = {
      "sign",     "ink",      "strike",     "announce",  "reach",    "enter",     "form",
      "expand",   "extend",   "renew",      "terminate", "end",      "cancel",    "scrap",
      "deny",     "have",     "seal",       "land",      "unveil",   "forge",     "make",
      "withdraw", "pull",     "exit",       "let",       "abandon",  "negotiate", "deepen",
      "broaden",  "conclude", "launch",     "establish", "set",      "cut",       "discuss",
      "explore",  "create",   "enter into", "secure",    "finalize", "disclose",  "strengthen",
      "continue", "build",    "consider",   "weigh",     "be",       "agree",     "win",
      "begin",    "start",    "plan",       "seek",      "pursue",   "walk",      "drop",
      "quit",     "leave",    "hail"};
  return std::ranges::find(kVerbs, lemma) != std::end(kVerbs);
}

void emit_partnership(Statements& s, const Cue& cue, const Parties& parties) {
  // In a project that has a name both take part.
  std::size_t project = s.cue_complement(cue, {"on", "in", "for", "under"}, {EntityType::Project});
  if (project != kNone && !parties.first.empty()) {
    const Entities projects = s.named(project, {EntityType::Project});
    s.emit(EdgeType::Participation, parties.first, projects, cue, Status::Agreed);
    s.emit(EdgeType::Participation, parties.other, projects, cue, Status::Agreed);
    return;
  }
  if (!parties.both.empty()) {
    s.emit_pairs(EdgeType::Partnership, parties.both, cue);
  } else {
    s.emit(EdgeType::Partnership, parties.first, parties.other, cue);
  }
}

}  // namespace

/// A deal for goods is a supply, any other one a partnership.
void read_contract(Statements& s, const Cue& cue) {
  if (says_more(s, cue)) return;
  const Phrase& deal = s.phrase(cue.noun);
  if (is_deal_for_company(s, cue)) return read_acquisition(s, cue, Act::Offer);
  // "agreed to merge in a $22 billion deal": the verb says what it is.
  const std::string_view preposition = s.parse().preposition(deal);
  if ((preposition == "in" || preposition == "under") && cue.verb != kNone &&
      verb_cue(s.verb(cue.verb)) != nullptr)
    return;
  if (s.has_word(cue.noun, {"acquisition", "merger", "takeover", "investment", "funding", "loan",
                            "financing", "credit", "buyout", "purchase-agreement", "antitrust",
                            "trade", "peace", "labor", "court", "settlement"}))
    return;
  Parties parties = parties_of(s, cue);
  if (deal.noun == "order") {
    const std::size_t from = s.noun_complement(cue.noun, {"from"}, kOrganizations);
    const std::size_t with = s.cue_complement(cue, {"with"}, kOrganizations);
    if (cue.verb != kNone && s.verb(cue.verb).lemma == "place") {
      const bool passive = s.verb(cue.verb).passive;
      const Entities customers =
          passive ? organizations_at(s, s.complement(cue.verb, {"by"}, kOrganizations))
                  : s.organizations(s.subject(cue.verb));
      s.emit(EdgeType::Supply, organizations_at(s, with), customers, cue);
    } else if (from != kNone && cue.verb != kNone && !s.verb(cue.verb).passive &&
               gives_orders(s.verb(cue.verb).lemma)) {
      s.emit(EdgeType::Supply, organizations_at(s, from), parties.first, cue);
    } else if (from != kNone) {
      const EnglishCue* act = cue.verb == kNone ? nullptr : verb_cue(s.verb(cue.verb));
      if (act != nullptr && act->act == Act::Win) return;
      s.emit(EdgeType::Supply, parties.first, organizations_at(s, from), cue);
    }
    return;
  }
  if (parties.other.empty() && deal.noun == "contract" && !parties.first.empty()) {
    const std::size_t from = s.noun_complement(cue.noun, {"from"}, kOrganizations);
    const EnglishCue* act = cue.verb == kNone ? nullptr : verb_cue(s.verb(cue.verb));
    if (from != kNone && (act == nullptr || act->act != Act::Win))
      s.emit(EdgeType::Supply, parties.first, organizations_at(s, from), cue);
    return;
  }
  const bool together = s.has_word(
      cue.noun, {"cooperation", "partnership", "collaboration", "development", "strategic", "joint",
                 "research", "alliance", "framework", "technology"});
  const bool sells = s.has_word(cue.noun, {"supply", "sales", "sale"});
  const bool buys =
      s.has_word(cue.noun, {"purchase", "offtake", "lease", "cloud", "compute", "computing", "ppa",
                            "power", "procurement", "foundry", "licensing", "license", "rental",
                            "hosting", "capacity", "energy", "manufacturing", "electricity"});
  if (!parties.other.empty() && !together) {
    if (sells) {
      s.emit(EdgeType::Supply, parties.first, parties.other, cue);
      return;
    }
    if (buys || s.speaks_of_goods(cue)) {
      s.emit(EdgeType::Supply, parties.other, parties.first, cue);
      return;
    }
  }
  if (deal.noun == "contract" && !together) {
    // "a camera-module contract with Foo"
    if (s.phrase_has_goods(cue.noun)) s.emit(EdgeType::Supply, parties.first, parties.other, cue);
    return;
  }
  const bool ruled = cue.verb != kNone && seals(s.verb(cue.verb).lemma);
  if (!ruled && parties.both.empty() && deal.owner.empty()) return;
  if (parties.both.size() >= 2 && sells) return;
  emit_partnership(s, cue, parties);
}

bool joins_hands(const Statements& s, const Cue& cue) {
  if (cue.verb == kNone || cue.noun != kNone) return false;
  const Verb& v = s.verb(cue.verb);
  if (v.lemma != "join" && v.lemma != "throw" && v.lemma != "tie" && v.lemma != "combine" &&
      v.lemma != "link")
    return false;
  return std::ranges::any_of(v.objects, [&](std::size_t o) {
    return s.has_word(o, {"hand", "force", "arm", "lot", "knot"});
  });
}

void read_partnership(Statements& s, const Cue& cue, Act act) {
  if (act == Act::Partnership) {
    const std::string& noun = s.phrase(cue.noun).noun;
    // "their joint development of a process": research alone is anybody's.
    const bool common = noun == "development" || noun == "research";
    if (common && !s.has_word(cue.noun, {"joint", "common"})) return;
    if (is_named_venture(s, cue.noun)) return;
    if (noun == "venture" && names_owners(s, cue)) return;
    if (noun == "letter" && s.noun_complement(cue.noun, {"of"}, kOrganizations) != kNone) return;
    Parties parties = parties_of(s, cue);
    if (parties.first.empty() && parties.both.empty()) parties.first = subject_after(s, cue.noun);
    if (parties.first.empty() && parties.both.empty()) {
      const Entities topic = s.topic();
      // "Jane Roe of Foo said the partnership with Bar …"
      const std::size_t saying = cue.verb == kNone ? kNone : s.verb(cue.verb).governor;
      if (saying != kNone) parties.first = s.organizations(s.subject(saying));
      if (parties.first.empty() && !s.title() && topic.size() == 1 && !parties.other.empty())
        parties.first = topic;
    }
    if (parties.other.empty() && parties.both.empty()) {
      // "a joint venture of A and B"
      const Entities members =
          organizations_at(s, s.noun_complement(cue.noun, {"of"}, kOrganizations));
      if (noun == "venture" && members.size() >= 2) parties.both = members;
    }
    return emit_partnership(s, cue, parties);
  }
  const Verb& v = s.verb(cue.verb);
  Parties parties;
  parties.first = s.organizations(s.subject(cue.verb));
  // "Researchers from Foo and Bar": those whom they work for.
  if (parties.first.empty()) parties.first = organizations_at(s, v.subject);
  parties.other =
      organizations_at(s, s.complement(cue.verb, {"with", "alongside"}, kOrganizations));
  if (v.passive) return;
  if (v.lemma == "help") {
    // "helps Foo design its chips"
    const std::size_t object = s.object(cue.verb);
    const bool next = cue.verb + 1 < s.parse().verbs.size();
    const std::string_view what = next ? s.verb(cue.verb + 1).lemma : std::string_view();
    if (object == kNone || (what != "design" && what != "develop" && what != "build")) return;
    s.emit(EdgeType::Partnership, parties.first, s.filtered(s.parse().all(object), kOrganizations),
           cue);
    return;
  }
  if (v.lemma == "develop" || v.lemma == "design" || v.lemma == "work") {
    const bool together =
        v.last < s.parse().tokens.size() &&
        (s.parse().word(v.last) == "together" || s.parse().word(v.last) == "jointly");
    bool jointly = together;
    for (std::size_t i = v.first > 2 ? v.first - 2 : 0; i < v.last; ++i) {
      jointly = jointly || s.parse().word(i) == "jointly";
    }
    if (parties.other.empty() && !jointly) return;
  }
  if (parties.other.empty() && parties.first.size() >= 2) parties.both = parties.first;
  emit_partnership(s, cue, parties);
}

void read_acquisition(Statements& s, const Cue& cue, Act act) {
  constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Product};
  switch (act) {
    case Act::Buy: {
      const Verb& v = s.verb(cue.verb);
      Entities buyers = v.passive ? s.named(s.complement(cue.verb, {"by"}, kActors), kActors)
                                  : s.subject(cue.verb);
      const Entities employers = s.organizations(buyers);
      if (!employers.empty()) buyers = employers;
      const std::size_t bought = v.passive ? v.subject : s.object(cue.verb);
      if (bought == kNone || s.has_word(bought, {"stake", "share", "stock"})) return;
      return s.emit(EdgeType::Acquisition, buyers, s.filtered(s.parse().all(bought), kTargets),
                    cue);
    }
    case Act::Merge: {
      const Entities first = s.organizations(s.subject(cue.verb));
      const std::size_t other = s.complement(cue.verb, {"with", "into"}, kOrganizations);
      if (s.verb(cue.verb).lemma == "combine" && other == kNone) return;
      if (other != kNone)
        return s.emit(EdgeType::Acquisition, first, organizations_at(s, other), cue);
      if (first.size() == 2) s.emit(EdgeType::Acquisition, {first[0]}, {first[1]}, cue);
      return;
    }
    case Act::Bid: {
      const Verb& v = s.verb(cue.verb);
      const Entities bidders = s.organizations(s.subject(cue.verb));
      if (v.lemma == "approach") {
        const bool deal = std::ranges::any_of(v.complements, [&](std::size_t c) {
          return s.has_word(c, {"purchase", "takeover", "acquisition", "buyout", "merger", "sale"});
        });
        const std::size_t object = s.object(cue.verb);
        if (deal && object != kNone)
          s.emit(EdgeType::Acquisition, bidders, organizations_at(s, object), cue, Status::Rumored);
        return;
      }
      const std::size_t target = s.complement(cue.verb, {"for", "on"}, kOrganizations);
      return s.emit(EdgeType::Acquisition, bidders, organizations_at(s, target), cue);
    }
    case Act::Acquisition: {
      const Phrase& deal = s.phrase(cue.noun);
      const std::size_t of = s.noun_complement(cue.noun, {"of"}, kTargets);
      Entities targets = of == kNone ? Entities{} : s.filtered(s.parse().all(of), kTargets);
      if (s.has_word(cue.noun, {"power", "agreement", "chip", "share"})) return;
      Entities buyers = s.filtered(deal.owner, kActors);
      if (targets.empty()) targets = s.filtered(deal.modifiers, kOrganizations);
      if (targets.empty() && of != kNone && !s.phrase_has_goods(of))
        targets = s.filtered(s.phrase(of).modifiers, kOrganizations);
      if (targets.empty()) {
        for (const std::size_t c : deal.complements) {
          const bool whole = s.parse().preposition(s.phrase(c)) == "of" && !s.phrase_has_goods(c);
          if (whole) targets = s.filtered(s.phrase(c).modifiers, kOrganizations);
        }
      }
      if (deal.noun == "merger") {
        if (targets.size() == 2 && of != kNone)
          return s.emit(EdgeType::Acquisition, {targets[0]}, {targets[1]}, cue);
        const Entities both =
            organizations_at(s, s.noun_complement(cue.noun, {"between"}, kOrganizations));
        if (both.size() == 2) return s.emit(EdgeType::Acquisition, {both[0]}, {both[1]}, cue);
        const std::size_t with = s.cue_complement(cue, {"with"}, kOrganizations);
        if (with != kNone) targets = organizations_at(s, with);
      }
      if (buyers.empty()) {
        const std::size_t by = s.noun_complement(cue.noun, {"by"}, kActors);
        if (by != kNone) buyers = s.named(by, kActors);
      }
      // "shareholders of Foo approved a buyout by Bar"
      if (targets.empty() && !buyers.empty() && deal.owner.empty() && cue.verb != kNone &&
          consents(s.verb(cue.verb)))
        targets = s.organizations(s.subject(cue.verb));
      if (buyers.empty() && cue.verb != kNone && deal.subject_of == kNone)
        buyers = s.subject(cue.verb);
      const bool offered = s.has_word(cue.noun, {"offer", "bid"});
      if (offered) return;
      if (targets.empty() && cue.verb != kNone && s.verb(cue.verb).governor != kNone) {
        // "welcomes Foo after completing the acquisition"
        const std::size_t main = s.verb(cue.verb).governor;
        const std::size_t object = s.object(main);
        if (object == kNone || s.verb(cue.verb).form != Form::Gerund) return;
        targets = s.filtered(s.parse().all(object), kTargets);
        if (targets.empty()) targets = s.filtered(s.phrase(object).modifiers, kOrganizations);
      }
      if (of != kNone && s.phrase(of).noun.empty() == false && !s.phrase(of).resolved) {
        // "purchase of chips": goods
        if (s.phrase_has_goods(of) && s.parse().all(of).empty()) return;
      }
      const Entities employers = s.organizations(buyers);
      return s.emit(EdgeType::Acquisition, employers.empty() ? buyers : employers, targets, cue);
    }
    case Act::Offer: {
      const Phrase& deal = s.phrase(cue.noun);
      const std::size_t from = s.noun_complement(cue.noun, {"from", "by"}, kOrganizations);
      std::size_t target = s.noun_complement(cue.noun, {"for"}, kOrganizations);
      if (target == kNone && s.noun_complement(cue.noun, {"for"}, kTargets) == kNone &&
          s.speaks_of(cue, {"all"}))
        target = s.noun_complement(cue.noun, {"of"}, kOrganizations);
      Entities bidders = organizations_at(s, from);
      if (bidders.empty()) bidders = s.filtered(deal.owner, kOrganizations);
      Entities targets = organizations_at(s, target);
      const bool takeover = s.has_word(cue.noun, {"takeover", "buyout", "acquisition", "merger"});
      if (deal.noun == "proposal" && !takeover) return;
      if (targets.empty() && from != kNone && cue.verb != kNone &&
          (takeover || answers_offer(s.verb(cue.verb))))
        targets = s.organizations(s.subject(cue.verb));
      if (bidders.empty() && cue.verb != kNone && deal.subject_of == kNone)
        bidders = s.organizations(s.subject(cue.verb));
      if (says_more(s, cue)) return;
      return s.emit(EdgeType::Acquisition, bidders, targets, cue);
    }
    case Act::Sale: {
      const std::size_t to = s.noun_complement(cue.noun, {"to"}, kOrganizations);
      const std::size_t of = s.noun_complement(cue.noun, {"of"}, kOrganizations);
      if (to == kNone) return;
      const Entities buyers = organizations_at(s, to);
      if (of != kNone && !s.filtered(s.parse().all(of), kOrganizations).empty())
        return s.emit(EdgeType::Acquisition, buyers, s.filtered(s.parse().all(of), kOrganizations),
                      cue);
      Entities sellers = s.filtered(s.phrase(cue.noun).owner, kOrganizations);
      // "until its sale to Foo"
      const std::string& word = s.parse().word(s.phrase(cue.noun).last - 1);
      if (of == kNone && word == "sale" && sellers.size() == 1 && !s.speaks_of_goods(cue))
        return s.emit(EdgeType::Acquisition, buyers, sellers, cue);
      if (s.speaks_of_goods(cue)) s.emit(EdgeType::Supply, sellers, buyers, cue);
      return;
    }
    default:
      return;
  }
}

}  // namespace dealgraph::extract::english
