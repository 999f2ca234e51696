// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/english.hpp"
#include "graph/extract/money_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {

Entities MoneyReader::payers(const Entities& actors) const {
  Entities out;
  for (const std::uint32_t e : actors) {
    const Entities employer = s_.organizations({e});
    const std::uint32_t payer = employer.empty() ? e : employer.front();
    if (std::ranges::find(out, payer) == out.end()) out.push_back(payer);
  }
  return out;
}

bool MoneyReader::is_round(std::size_t phrase) const {
  return phrase != kNone &&
         s_.has_word(phrase, {"round", "funding", "financing", "fundraising", "seed", "infusion",
                              "raise", "tranche", "series", "fundraise"});
}

bool MoneyReader::names_money(std::size_t phrase) const {
  const Phrase& p = s_.phrase(phrase);
  for (std::size_t i = p.first; i < p.last; ++i) {
    if (s_.parse().tokens[i].cls == Class::Money) return true;
  }
  return p.noun == "money" || p.noun == "cash" || p.noun == "million" || p.noun == "billion" ||
         p.noun == "capital" || p.noun == "kroner";
}

bool MoneyReader::is_funding(std::size_t phrase) const {
  if (phrase == kNone) return false;
  if (s_.has_word(phrase,
                  {"deposit", "order", "contract",  "deal",     "revenue",    "profit",  "sale",
                   "loss",    "bill",  "fine",      "fee",      "prepayment", "payment", "damage",
                   "bid",     "offer", "valuation", "dividend", "saving",     "cost",    "price"}))
    return false;
  if (s_.phrase(phrase).noun == "$") return true;
  return s_.has_word(phrase, {"investment", "commitment", "funding", "financing", "capital",
                              "equity",     "loan",       "grant",   "credit",    "infusion",
                              "injection",  "money",      "cash",    "seed",      "debt",
                              "extension",  "check",      "cheque",  "subsidy",   "lifeline",
                              "backing",    "round",      "tranche", "aid",       "pledge"});
}

Status MoneyReader::round_status() const {
  const Status status = s_.status(cue_, EdgeType::Investment);
  return status == Status::Agreed ? Status::Completed : status;
}

namespace {

constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Project, EntityType::Place};

/// Reads one cue of money that goes into a company, a project or a place.
class InvestmentReader : MoneyReader {
 public:
  InvestmentReader(Statements& s, const Cue& cue) : MoneyReader(s, cue) {}

  void run(Act act) {
    switch (act) {
      case Act::Invest:
        return invest();
      case Act::Back:
        return back();
      case Act::Lead:
      case Act::Raise:
      case Act::Funding:
      case Act::Contribute:
        return read_round(s_, cue_, act);
      case Act::Grant:
        return grant();
      case Act::Site:
        return site();
      case Act::Investment:
        return investment();
      case Act::Open:
        return open();
      default:
        return;
    }
  }

 private:
  /// Organizations and projects before places: "$2 billion in Foo in Texas".
  std::size_t target(Prepositions prepositions) const {
    std::size_t found =
        s_.cue_complement(cue_, prepositions, {EntityType::Organization, EntityType::Project});
    // The nearest place is the one meant: "at Novara in Piedmont".
    const bool inside =
        std::ranges::find(prepositions, std::string_view("in")) != prepositions.end();
    if (found == kNone && inside)
      found = s_.complement(cue_.verb, {"in", "at", "near", "outside"}, kPlaces);
    if (found == kNone) found = s_.cue_complement(cue_, prepositions, kPlaces);
    return found;
  }

  Entities targets_at(std::size_t phrase) const {
    if (phrase == kNone) return {};
    const Phrase& p = s_.phrase(phrase);
    Entities named = s_.filtered(s_.parse().all(phrase), kTargets);
    if (!named.empty()) return named;
    // "into its Hiroshima plant": the place; "in Foo's plant": Foo.
    Entities places = s_.filtered(p.modifiers, kPlaces);
    const Entities payer = s_.subject(cue_.verb);
    const Entities owner = s_.filtered(p.owner, kOrganizations);
    if (!is_site_noun(p.noun) && !is_part_noun(p.noun)) return {};
    const bool own = owner.empty() || std::ranges::find(payer, owner.front()) != payer.end();
    if (own && !places.empty()) return places;
    return own ? Entities{} : owner;
  }

  // "invest $2 billion in Foo"; "put money into Foo"
  void invest() {
    const Verb& v = verb();
    const std::size_t object = s_.object(cue_.verb);
    const bool money = object != kNone && (s_.phrase(object).is_money || names_money(object));
    if (v.lemma != "invest" && v.lemma != "co-invest" && !money &&
        !(v.lemma == "commit" && v.passive))
      return;
    std::size_t at = kNone;
    if (v.lemma == "spend") {
      // "will spend $8 billion on scanners from Foo"
      for (const std::size_t c : v.complements) {
        if (s_.parse().preposition(s_.phrase(c)) != "on" || !s_.phrase_has_goods(c)) continue;
        const std::size_t from = s_.noun_complement(c, {"from"}, kOrganizations);
        if (from != kNone)
          return s_.emit(EdgeType::Supply, s_.named(from, kOrganizations),
                         s_.organizations(s_.subject(cue_.verb)), cue_);
      }
      at = target({"on", "in"});
    } else if (v.lemma == "commit" || v.lemma == "pledge") {
      at = target({"to", "into", "in"});
    } else if (v.lemma == "put") {
      at = target({"into", "in"});
    } else {
      at = target({"in", "into"});
    }
    Entities investors =
        payers(v.passive ? s_.named(s_.complement(cue_.verb, {"by"}, kActors), kActors)
                         : s_.subject(cue_.verb));
    Entities targets = targets_at(at);
    if (targets.empty()) {
      // "contributed €1.3bn to a Series C at Foo"
      for (const std::size_t c : v.complements) {
        const bool series = is_round(c) || s_.has_word(c, {"series"});
        if (series) return read_round(s_, cue_, Act::Contribute);
      }
    }
    if (targets.empty() && at == kNone) {
      for (const std::size_t c : v.complements) {
        const std::string_view p = s_.parse().preposition(s_.phrase(c));
        if (p == "in" || p == "into" || p == "to") targets = targets_at(c);
        if (!targets.empty()) break;
      }
    }
    // "Foo put up $1 billion, Bar contributed $500 million": to the round spoken of.
    const bool chips_in = money && (v.particle == "up" || v.lemma == "contribute");
    if (targets.empty() && at == kNone && chips_in && s_.context().round_owner != kNoEntity)
      return read_round(s_, cue_, Act::Contribute);
    // "SoftBank's Masayoshi Son pledged …": with the money of his house.
    const bool persons = s_.filtered(investors, kOrganizations).empty();
    if (persons && !v.passive && v.subject != kNone) {
      const Entities house = s_.filtered(s_.phrase(v.subject).owner, kOrganizations);
      if (!house.empty()) investors = house;
    }
    if (s_.verb(cue_.verb).lemma == "spend" && !targets.empty() &&
        s_.type(targets.front()) == EntityType::Organization)
      return;
    // "$20 billion in Ohio and $3 billion in Oregon"
    for (const std::size_t c : v.complements) {
      const std::size_t on = s_.phrase(c).attached;
      const bool more = !targets.empty() && c != at && on != kNone && s_.phrase(on).is_money &&
                        s_.type(targets.front()) == EntityType::Place;
      if (!more || s_.parse().preposition(s_.phrase(c)) != "in") continue;
      for (const std::uint32_t e : s_.named(c, kPlaces)) {
        if (std::ranges::find(targets, e) == targets.end()) targets.push_back(e);
      }
    }
    s_.emit(EdgeType::Investment, investors, targets, cue_);
  }

  // "back Foo", "a firm backed by Bar"
  void back() {
    const Verb& v = verb();
    const bool passive = v.passive;
    const std::size_t target = passive ? v.subject : s_.object(cue_.verb);
    const Entities investors = passive
                                   ? s_.named(s_.complement(cue_.verb, {"by"}, kActors), kActors)
                                   : payers(s_.subject(cue_.verb));
    if (target != kNone && is_round(target)) return read_round(s_, cue_, Act::Lead);
    if (passive && target != kNone && s_.phrase(target).noun == "fund") {
      // "Foo closed a fund backed by Bar"
      const std::size_t ruler = s_.ruler(target);
      if (ruler == kNone || ruler == cue_.verb) return;
      return s_.emit(EdgeType::Investment, investors, s_.organizations(s_.subject(ruler)), cue_,
                     round_status());
    }
    s_.emit(EdgeType::Investment, investors,
            s_.filtered(s_.parse().all(target), {EntityType::Organization, EntityType::Project}),
            cue_, round_status());
  }

  /// "followed with an investment in Foo", but not "was criticised over its investment".
  bool brings_it(const Phrase& p) const {
    const std::string_view word = s_.parse().preposition(p);
    return word == "with" || word == "through" || word == "via" || word == "by" || word == "on" ||
           word == "to" || word == "of";
  }

  // "Foo's investment in Bar", "announced an investment of $2 billion in Bar"
  void investment() {
    const Phrase& p = s_.phrase(cue_.noun);
    if (p.apposition != kNone) return;  // "a fab in Texas, its largest investment in the country"
    const std::size_t from = s_.noun_complement(cue_.noun, {"from", "by"}, kActors);
    const std::size_t in = [&] {
      std::size_t found = s_.noun_complement(cue_.noun, {"in", "into"},
                                             {EntityType::Organization, EntityType::Project});
      return found != kNone ? found : s_.noun_complement(cue_.noun, {"in", "into"}, kPlaces);
    }();
    Entities investors = s_.filtered(p.owner, kActors);
    if (from != kNone) investors = s_.named(from, kActors);
    if (investors.empty() && cue_.verb != kNone && p.subject_of == kNone &&
        (p.object_of == cue_.verb || (p.complement_of == cue_.verb && brings_it(p))))
      investors = payers(s_.subject(cue_.verb));
    Entities targets = in == kNone ? Entities{} : s_.filtered(s_.parse().all(in), kTargets);
    if (targets.empty() && from != kNone && cue_.verb != kNone)
      targets = s_.organizations(s_.subject(cue_.verb));
    if (cue_.verb != kNone && verb().lemma == "lead") return;
    s_.emit(EdgeType::Investment, investors, targets, cue_);
  }

  /// True for a phrase that has a sum: "a $17 billion fab", "a plant worth $17 billion".
  bool has_sum(std::size_t phrase) const {
    const Phrase& p = s_.phrase(phrase);
    for (std::size_t i = p.first; i < p.last; ++i) {
      if (s_.parse().tokens[i].cls == Class::Money) return true;
    }
    return std::ranges::any_of(p.complements, [&](std::size_t c) { return s_.phrase(c).is_money; });
  }

  std::size_t place_of(std::size_t site) const {
    return s_.noun_complement(site, {"in", "at", "near", "outside"}, kPlaces);
  }

  // "Foo's $1.6 billion factory in Bac Ninh"
  void site() {
    const Phrase& p = s_.phrase(cue_.noun);
    const Entities owner = s_.filtered(p.owner, kOrganizations);
    if (owner.empty() || !has_sum(cue_.noun)) return;
    const std::size_t place = place_of(cue_.noun);
    Entities places = s_.named(place, kPlaces);
    if (places.empty()) places = s_.filtered(p.modifiers, kPlaces);
    if (places.size() > 1) places.resize(1);
    s_.emit(EdgeType::Investment, owner, places, cue_, Status::Agreed);
  }

  // "award Foo $2 billion", "lend $5 million to Foo", "Foo was promised $2 billion by Bar"
  void grant() {
    const Verb& v = verb();
    const bool sum = std::ranges::any_of(v.objects, [&](std::size_t o) { return is_funding(o); });
    const bool given = v.passive && v.subject != kNone && is_funding(v.subject);
    // "lends its name to Project Blue"
    if (v.lemma == "lend" && !sum && !given) return read_encounter(s_, cue_, Act::Attend);
    if (!sum && !given) return;
    Entities recipients =
        s_.named(s_.complement(cue_.verb, {"to", "for"}, kOrganizations), kOrganizations);
    Entities givers = v.passive ? s_.named(s_.complement(cue_.verb, {"by"}, kActors), kActors)
                                : payers(s_.subject(cue_.verb));
    if (!given && v.passive) recipients = s_.named(v.subject, kOrganizations);
    if (!v.passive && !v.objects.empty() && !is_funding(v.objects.front())) {
      const Entities first = s_.named(v.objects.front(), kOrganizations);
      if (!first.empty()) recipients = first;
    }
    for (const std::size_t o : v.objects) {
      if (recipients.empty())
        recipients = s_.named(s_.noun_complement(o, {"to", "for"}, kOrganizations), kOrganizations);
    }
    const Status status = s_.status(cue_, EdgeType::Investment);
    s_.emit(EdgeType::Investment, givers, recipients, cue_,
            status == Status::Completed ? Status::Agreed : status);
  }

  // "open a lab in Yokohama": money goes to the place
  void open() {
    const Verb& v = verb();
    const std::size_t site = v.passive ? v.subject : s_.object(cue_.verb);
    if (site == kNone || !is_site_noun(s_.phrase(site).noun)) return;
    std::size_t place = place_of(site);
    if (place == kNone) place = s_.complement(cue_.verb, {"in", "at", "near"}, kPlaces);
    Entities places = s_.named(place, kPlaces);
    if (places.empty()) places = s_.filtered(s_.phrase(site).modifiers, kPlaces);
    if (places.size() > 1) places.resize(1);
    const Entities investors = v.passive ? Entities{} : s_.organizations(s_.subject(cue_.verb));
    s_.emit(EdgeType::Investment, investors, places, cue_);
  }
};

}  // namespace

void read_investment(Statements& s, const Cue& cue, Act act) { InvestmentReader(s, cue).run(act); }

}  // namespace dealgraph::extract::english
