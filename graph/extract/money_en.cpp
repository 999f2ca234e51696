// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/english.hpp"
#include "graph/extract/statements_en.hpp"

namespace dealgraph::extract::english {
namespace {

constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Project, EntityType::Place};

bool is_round(const Statements& s, std::size_t phrase) {
  return phrase != kNone && s.has_word(phrase, {"round", "funding", "financing", "fundraising",
                                                "seed", "infusion", "raise", "tranche"});
}

/// Reads one cue of money that goes into a company, a project or a place.
class MoneyReader {
 public:
  MoneyReader(Statements& s, const Cue& cue) : s_(s), cue_(cue) {}

  void run(Act act) {
    switch (act) {
      case Act::Invest:
        return invest();
      case Act::Back:
        return back();
      case Act::Lead:
        return lead();
      case Act::Raise:
        return raise();
      case Act::Funding:
        return funding();
      case Act::Investment:
        return investment();
      case Act::Open:
        return open();
      default:
        return;
    }
  }

 private:
  const Verb& verb() const { return s_.verb(cue_.verb); }

  Entities payers(const Entities& actors) const {
    Entities out;
    for (const std::uint32_t e : actors) {
      const Entities employer = s_.organizations({e});
      const std::uint32_t payer = employer.empty() ? e : employer.front();
      if (std::ranges::find(out, payer) == out.end()) out.push_back(payer);
    }
    return out;
  }

  std::optional<Status> round_status() const {
    const Status status = s_.status(cue_, EdgeType::Investment);
    return status == Status::Agreed ? Status::Completed : status;
  }

  /// Organizations and projects before places: "$2 billion in Foo in Texas".
  std::size_t target(Prepositions prepositions) const {
    std::size_t found =
        s_.cue_complement(cue_, prepositions, {EntityType::Organization, EntityType::Project});
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
        const bool series = is_round(s_, c) || s_.has_word(c, {"series"});
        if (series) return emit_round(investors, owner_of_round(c));
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
      return emit_round(investors, {});
    // "SoftBank's Masayoshi Son pledged …": with the money of his house.
    const bool persons = s_.filtered(investors, kOrganizations).empty();
    if (persons && !v.passive && v.subject != kNone) {
      const Entities house = s_.filtered(s_.phrase(v.subject).owner, kOrganizations);
      if (!house.empty()) investors = house;
    }
    if (s_.verb(cue_.verb).lemma == "spend" && !targets.empty() &&
        s_.type(targets.front()) == EntityType::Organization)
      return;
    s_.emit(EdgeType::Investment, investors, targets, cue_);
  }

  bool names_money(std::size_t phrase) const {
    const Phrase& p = s_.phrase(phrase);
    for (std::size_t i = p.first; i < p.last; ++i) {
      if (s_.parse().tokens[i].cls == Class::Money) return true;
    }
    return p.noun == "money" || p.noun == "cash" || p.noun == "million" || p.noun == "billion" ||
           p.noun == "capital" || p.noun == "kroner";
  }

  // "back Foo", "a firm backed by Bar"
  void back() {
    const Verb& v = verb();
    const bool passive = v.passive;
    const std::size_t target = passive ? v.subject : s_.object(cue_.verb);
    const Entities investors = passive
                                   ? s_.named(s_.complement(cue_.verb, {"by"}, kActors), kActors)
                                   : payers(s_.subject(cue_.verb));
    if (target != kNone && is_round(s_, target))
      return emit_round(investors, owner_of_round(target));
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

  Entities owner_of_round(std::size_t round) const {
    const Phrase& p = s_.phrase(round);
    Entities owner = s_.filtered(p.owner, kOrganizations);
    if (owner.empty()) owner = s_.filtered(p.modifiers, kOrganizations);
    if (owner.empty())
      owner = s_.named(s_.noun_complement(round, {"in", "of", "for", "by", "at"}, kOrganizations),
                       kOrganizations);
    return owner;
  }

  /// "Foo was valued at $1 billion when Bar led a round": whom the sentence spoke of before.
  Entities valued(const Entities& investors) const {
    for (std::size_t i = cue_.verb == kNone ? 0 : cue_.verb; i-- > 0;) {
      const EnglishCue* act = verb_cue(s_.verb(i));
      if (act != nullptr && (act->act == Act::Lead || act->act == Act::Attend)) continue;
      Entities who = s_.filtered(s_.parse().all(s_.verb(i).subject), kOrganizations);
      if (who.size() == 1 && std::ranges::find(investors, who.front()) == investors.end())
        return who;
    }
    return {};
  }

  void emit_round(const Entities& investors, Entities owner) {
    Context& context = s_.context();
    if (owner.empty() && context.round_owner != kNoEntity) owner = {context.round_owner};
    if (owner.empty()) owner = valued(investors);
    if (owner.empty() && s_.topic().size() == 1) owner = s_.topic();
    if (owner.size() != 1) return;
    if (context.round_owner == kNoEntity) {
      context.round_owner = owner.front();
      context.round_amount.reset();
      context.round_date.reset();
      context.round_status = *round_status();
    }
    const bool same = owner.front() == context.round_owner;
    for (const std::uint32_t investor : investors) {
      const std::size_t before = s_.count();
      s_.emit(EdgeType::Investment, {investor}, owner, cue_, round_status());
      if (s_.count() == before) continue;
      Relation& relation = *s_.last();
      relation.is_news = true;
      if (!same) continue;
      if (!relation.amount) relation.amount = context.round_amount;
      if (!relation.date) relation.date = context.round_date;
      if (context.round_status == Status::Rumored || context.round_status == Status::Planned)
        relation.status = context.round_status;
    }
  }

  // "Foo led the round"; "a round led by Foo"; "with Bar chipping in"
  void lead() {
    const Verb& v = verb();
    if (v.lemma == "chip" || v.lemma == "kick") {
      const bool in = v.last < s_.parse().tokens.size() && s_.parse().word(v.last) == "in";
      if (in) emit_round(payers(s_.subject(cue_.verb)), {});
      return;
    }
    std::size_t round = v.passive ? v.subject : s_.object(cue_.verb);
    if (v.lemma == "participate" || v.lemma == "take") {
      for (const std::size_t c : v.complements) {
        if (is_round(s_, c)) return emit_round(payers(s_.subject(cue_.verb)), owner_of_round(c));
      }
      if ((v.complements.empty() || v.relative) && s_.context().round_owner != kNoEntity)
        emit_round(payers(s_.subject(cue_.verb)), {});
      return;
    }
    const Entities investors = v.passive
                                   ? s_.named(s_.complement(cue_.verb, {"by"}, kActors), kActors)
                                   : payers(s_.subject(cue_.verb));
    if (round == kNone && !v.passive && v.objects.empty() && v.complements.empty() &&
        s_.context().round_owner != kNoEntity && (v.lemma == "lead" || v.lemma == "co-lead"))
      return emit_round(investors, {});
    if (round == kNone) {
      const bool firms = !s_.filtered(investors, kOrganizations).empty();
      if (v.passive && firms && s_.context().round_owner != kNoEntity && has_round())
        emit_round(investors, {});
      return;
    }
    const bool money = s_.phrase(round).is_money || s_.has_word(round, {"investment", "series"});
    if (!is_round(s_, round) && !money) {
      // "raises $10 million led by Foo": what is led is not named.
      const bool firms = !s_.filtered(investors, kOrganizations).empty();
      const bool funded = v.passive && firms && has_round() &&
                          (v.relative || s_.context().round_owner != kNoEntity);
      if (!funded) return;
      return emit_round(investors, {});
    }
    emit_round(investors, owner_of_round(round));
  }

  bool has_round() const {
    return has_phrase(
        s_.article().piece(s_.view().sentence.span),
        {"round", "series a", "series b", "series c", "series d", "funding", "financing"});
  }

  // "Foo raised $10 million from Bar"
  void raise() {
    const Verb& v = verb();
    std::size_t object = v.passive ? v.subject : s_.object(cue_.verb);
    if (object == kNone) object = taken_in();
    if (object == kNone) return;
    const bool round = is_round(s_, object) || s_.has_word(object, {"series"});
    const bool money = s_.phrase(object).is_money || (v.lemma == "raise" && names_money(object)) ||
                       (names_money(object) && s_.has_word(object, {"investment", "commitment",
                                                                    "round", "capital", "equity"}));
    if (!round && !money) return;
    if (v.lemma != "raise" && !round && !s_.has_word(object, {"investment", "commitment"})) {
      if (s_.complement(cue_.verb, {"from"}, kActors) == kNone) return;
      if (s_.phrase(object).noun != "$") return;
    }
    Entities owner = s_.organizations(v.passive ? Entities{} : s_.subject(cue_.verb));
    if (owner.size() != 1) return;
    Relation probe;
    probe.type = EdgeType::Investment;
    probe.trigger = s_.span_of(cue_);
    probe.status = *round_status();
    s_.attach(probe, cue_);
    Context& context = s_.context();
    context.round_owner = owner.front();
    context.round_amount = probe.amount;
    context.round_date = probe.date;
    context.round_status = probe.status;
    std::size_t from = s_.complement(cue_.verb, {"from"}, kActors);
    if (from == kNone) from = s_.noun_complement(object, {"from"}, kActors);
    // "from investors including Foo", "from a group that includes Foo"
    if (from == kNone) from = s_.complement(cue_.verb, {"including", "like"}, kActors);
    if (from == kNone) from = included();
    if (from == kNone) return;
    const bool pledged = s_.has_word(object, {"commitment", "pledge"});
    s_.emit(EdgeType::Investment, s_.named(from, kActors), owner, cue_,
            pledged ? Status::Agreed : *round_status());
  }

  /// "took in $10 million": the sum after the particle.
  std::size_t taken_in() const {
    for (const std::size_t c : verb().complements) {
      if (s_.phrase(c).is_money && s_.parse().preposition(s_.phrase(c)) == "in") return c;
    }
    return kNone;
  }

  /// "from a group that includes Foo and Bar": what the next verb lists.
  std::size_t included() const {
    for (std::size_t i = cue_.verb + 1; i < s_.parse().verbs.size(); ++i) {
      const Verb& v = s_.verb(i);
      const bool lists = v.lemma == "include" || v.lemma == "comprise" || v.lemma == "count";
      if (!lists || v.passive || v.subject == kNone || v.objects.empty()) continue;
      const Phrase& group = s_.phrase(v.subject);
      if (s_.parse().preposition(group) != "from" || !group.entities.empty()) continue;
      if (!s_.named(v.objects.front(), kActors).empty()) return v.objects.front();
    }
    return kNone;
  }

  // "with participation from Foo", "an investment from Bar"
  void funding() {
    const std::size_t from = s_.noun_complement(cue_.noun, {"from", "by"}, kActors);
    if (from == kNone) return;
    const EnglishCue* act = cue_.verb == kNone ? nullptr : verb_cue(verb());
    const bool raises = act != nullptr && act->act == Act::Raise;
    if (raises && s_.phrase(cue_.noun).object_of == cue_.verb) return;
    Entities owner = s_.filtered(s_.phrase(cue_.noun).owner, kOrganizations);
    if (owner.empty() && s_.context().round_owner == kNoEntity && cue_.verb != kNone)
      owner = s_.organizations(s_.subject(cue_.verb));
    if (s_.phrase(cue_.noun).noun == "participation" && !has_round() &&
        s_.context().round_owner == kNoEntity)
      return;
    emit_round(s_.named(from, kActors), owner);
  }

  // "Foo's investment in Bar", "announced an investment of $2 billion in Bar"
  void investment() {
    const Phrase& p = s_.phrase(cue_.noun);
    const std::size_t from = s_.noun_complement(cue_.noun, {"from", "by"}, kActors);
    const std::size_t in = [&] {
      std::size_t found = s_.noun_complement(cue_.noun, {"in", "into"},
                                             {EntityType::Organization, EntityType::Project});
      return found != kNone ? found : s_.noun_complement(cue_.noun, {"in", "into"}, kPlaces);
    }();
    Entities investors = s_.filtered(p.owner, kActors);
    if (from != kNone) investors = s_.named(from, kActors);
    if (investors.empty() && cue_.verb != kNone && p.subject_of == kNone &&
        (p.object_of == cue_.verb || p.complement_of == cue_.verb))
      investors = payers(s_.subject(cue_.verb));
    Entities targets = in == kNone ? Entities{} : s_.filtered(s_.parse().all(in), kTargets);
    if (targets.empty() && from != kNone && cue_.verb != kNone)
      targets = s_.organizations(s_.subject(cue_.verb));
    if (cue_.verb != kNone && verb().lemma == "lead") return;
    s_.emit(EdgeType::Investment, investors, targets, cue_);
  }

  // "open a lab in Yokohama": money goes to the place
  void open() {
    const Verb& v = verb();
    const std::size_t site = v.passive ? v.subject : s_.object(cue_.verb);
    if (site == kNone || !is_site_noun(s_.phrase(site).noun)) return;
    std::size_t place = s_.noun_complement(site, {"in", "at", "near", "outside"}, kPlaces);
    if (place == kNone) place = s_.complement(cue_.verb, {"in", "at", "near"}, kPlaces);
    Entities places = place == kNone ? Entities{} : s_.filtered(s_.parse().all(place), kPlaces);
    if (places.empty()) places = s_.filtered(s_.phrase(site).modifiers, kPlaces);
    if (places.size() > 1) places.resize(1);
    const Entities investors = v.passive ? Entities{} : s_.organizations(s_.subject(cue_.verb));
    s_.emit(EdgeType::Investment, investors, places, cue_);
  }

  Statements& s_;
  Cue cue_;
};

}  // namespace

void read_investment(Statements& s, const Cue& cue, Act act) { MoneyReader(s, cue).run(act); }

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
  const bool leaves = lemma == "sell" || lemma == "dump" || lemma == "exit" || lemma == "shed" ||
                      lemma == "offload" || lemma == "divest" || lemma == "unload";
  if (takes || weighs) {
    const bool control = s.has_word(cue.noun, {"controlling", "majority"});
    s.emit(control ? EdgeType::Acquisition : EdgeType::Investment, holders, targets, cue);
  } else if (holds) {
    const Status status = s.status(cue, EdgeType::Ownership);
    s.emit(EdgeType::Ownership, holders, targets, cue,
           status == Status::Denied || v.negated || p.negated ? Status::Denied : Status::Completed);
  } else if (leaves) {
    const bool part = s.has_word(cue.noun, {"part", "some", "half"});
    const bool sold = v.governor == kNone ? v.modal == Modal::None && !v.progressive
                                          : !v.infinitive && v.modal == Modal::None;
    if (part || !sold || v.negated) return;
    s.emit(EdgeType::Ownership, holders, targets, cue, Status::Ended);
  }
}

}  // namespace dealgraph::extract::english
