// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/english.hpp"
#include "graph/extract/money_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

/// Names that funds bear: who leads a round is seldom the one who raises it.
bool is_fund(const NamedEntity& entity) {
  if (entity.entry != nullptr &&
      std::ranges::find(entity.entry->kinds, "fund") != entity.entry->kinds.end())
    return true;
  return contains_any(entity.name, {"Capital", "Ventures", "Venture", "Partners", "Fund"});
}

/// Reads one cue of a round of funding.
class RoundReader : MoneyReader {
 public:
  RoundReader(Statements& s, const Cue& cue) : MoneyReader(s, cue) {}

  void run(Act act) {
    switch (act) {
      case Act::Lead:
        return lead();
      case Act::Raise:
        return raise();
      case Act::Funding:
        return funding();
      case Act::Contribute:
        return contribute();
      default:
        return;
    }
  }

 private:
  Entities owner_of_round(std::size_t round) const {
    if (round == kNone) return {};
    const Phrase& p = s_.phrase(round);
    Entities owner = s_.filtered(p.owner, kOrganizations);
    if (owner.empty()) owner = s_.filtered(p.modifiers, kOrganizations);
    if (owner.empty())
      owner = s_.named(s_.noun_complement(round, {"in", "of", "for", "by", "at"}, kOrganizations),
                       kOrganizations);
    if (!owner.empty()) return owner;
    owner = taker(round);
    if (!owner.empty()) return owner;
    // "The round, the largest yet for Foo, …"
    const std::size_t next = round + 1;
    if (next < s_.parse().phrases.size() && s_.phrase(next).entities.empty() &&
        s_.phrase(next).object_of == kNone)
      owner = s_.named(s_.noun_complement(next, {"for"}, kOrganizations), kOrganizations);
    return owner;
  }

  /// "Foo closed a round led by Bar": whose the round is by the verb above it.
  Entities taker(std::size_t round) const {
    const std::size_t ruler = s_.ruler(round);
    if (ruler == kNone || ruler == cue_.verb) return {};
    const Verb& v = s_.verb(ruler);
    static constexpr auto kGivers = word_list({"join", "participate", "lead", "co-lead", "back",
                                               "invest", "follow", "say", "anchor", "put"});
    if (v.passive || kGivers.contains(v.lemma)) return {};
    Entities owner = s_.organizations(s_.subject(ruler));
    if (owner.size() != 1 || is_fund(s_.article().entity(owner.front()))) return {};
    return owner;
  }

  /// "Foo was valued at $1 billion when Bar led a round", "the Series B, which valued Foo at …".
  Entities valued() const {
    for (std::size_t i = 0; i < s_.parse().verbs.size(); ++i) {
      const Verb& v = s_.verb(i);
      static constexpr auto kVerbs =
          word_list({"value", "raise", "close", "found", "set", "establish", "start", "form"});
      if (!kVerbs.contains(v.lemma)) continue;
      if (i == cue_.verb) continue;
      const std::size_t who = v.lemma == "value" && !v.passive ? s_.object(i) : v.subject;
      if (who == kNone) continue;
      Entities found = s_.filtered(s_.parse().all(who), kOrganizations);
      if (found.size() == 1 && !is_fund(s_.article().entity(found.front()))) return found;
    }
    return {};
  }

  /// Who raises the money where the phrase does not say it.
  Entities spoken_of(const Entities& investors) const {
    const Context& context = s_.context();
    const auto fits = [&](std::uint32_t e) {
      return e != kNoEntity && std::ranges::find(investors, e) == investors.end();
    };
    Entities owner = valued();
    if (owner.size() == 1 && fits(owner.front())) return owner;
    if (fits(context.round_owner)) return {context.round_owner};
    Entities topic = s_.topic();
    if (topic.size() == 1 && fits(topic.front()) && !is_fund(s_.article().entity(topic.front())))
      return topic;
    if (fits(context.discourse.most_named)) return {context.discourse.most_named};
    return {};
  }

  void emit_round(const Entities& investors, Entities owner) {
    Context& context = s_.context();
    if (owner.empty()) owner = spoken_of(investors);
    if (owner.size() != 1) return;
    if (context.round_owner == kNoEntity) {
      context.round_owner = owner.front();
      context.round_amount.reset();
      context.round_date.reset();
      context.round_status = round_status();
    }
    const bool same = owner.front() == context.round_owner;
    for (const std::uint32_t investor : investors) {
      const std::size_t before = s_.count();
      s_.emit(EdgeType::Investment, {investor}, owner, cue_, round_status());
      if (s_.count() == before) continue;
      Relation& relation = *s_.last();
      relation.is_news = true;
      if (!same) continue;
      const bool leads = verb_leads();
      if (leads && !context.round_amount) context.round_amount = relation.amount;
      if (!relation.amount) relation.amount = context.round_amount;
      if (!relation.date) relation.date = context.round_date;
      if (context.round_status == Status::Rumored || context.round_status == Status::Planned)
        relation.status = context.round_status;
    }
  }

  /// The sum beside a leader is that of the round, beside any other it may be his own.
  bool verb_leads() const {
    if (cue_.verb == kNone) return false;
    const std::string_view lemma = verb().lemma;
    return lemma == "lead" || lemma == "co-lead" || lemma == "anchor";
  }

  // "Foo led the round"; "a round led by Foo"
  void lead() {
    const Verb& v = verb();
    const std::size_t round = v.passive ? v.subject : s_.object(cue_.verb);
    if (v.lemma == "participate" || v.lemma == "take" ||
        (v.lemma == "join" && !v.passive && round == kNone)) {
      for (const std::size_t c : v.complements) {
        if (is_round(c)) return emit_round(payers(s_.subject(cue_.verb)), owner_of_round(c));
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
    if (!is_round(round) && !money) {
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
    const std::size_t object = v.passive ? v.subject : s_.object(cue_.verb);
    if (object == kNone) return;
    const bool round = is_round(object);
    const bool raises = v.lemma == "raise";
    const std::size_t from = giver(object);
    const bool money =
        raises ? s_.phrase(object).is_money || names_money(object) : is_funding(object);
    if (!round && !money) return;
    if (!raises && !round && from == kNone && !s_.has_word(object, {"commitment"})) return;
    Entities owner = s_.organizations(v.passive ? Entities{} : s_.subject(cue_.verb));
    if (owner.size() != 1) return;
    Relation probe;
    probe.type = EdgeType::Investment;
    probe.trigger = s_.span_of(cue_);
    probe.status = round_status();
    s_.attach(probe, cue_);
    Context& context = s_.context();
    context.round_owner = owner.front();
    context.round_amount = probe.amount;
    context.round_date = probe.date;
    context.round_status = probe.status;
    if (from == kNone) return;
    const bool agreed = s_.has_word(
        object, {"commitment", "pledge", "loan", "grant", "credit", "facility", "debt"});
    s_.emit(EdgeType::Investment, s_.named(from, kActors), owner, cue_,
            agreed && probe.status == Status::Completed ? Status::Agreed : probe.status);
  }

  /// "from Foo", "from investors including Foo", "from a group led by Foo"
  std::size_t giver(std::size_t money) const {
    std::size_t from = s_.complement(cue_.verb, {"from"}, kActors);
    if (from == kNone) from = s_.noun_complement(money, {"from"}, kActors);
    if (from == kNone) from = s_.complement(cue_.verb, {"including"}, kActors);
    return from;
  }

  // "with participation from Foo", "an investment from Bar"
  void funding() {
    // Money, cash and checks come from somebody; what is "by" somebody beside them is another's.
    const std::string& noun = s_.phrase(cue_.noun).noun;
    const bool given = noun == "funding" || noun == "financing" || noun == "backing" ||
                       noun == "participation" || noun == "loan" || noun == "grant";
    const std::size_t from = given ? s_.noun_complement(cue_.noun, {"from", "by"}, kActors)
                                   : s_.noun_complement(cue_.noun, {"from"}, kActors);
    if (from == kNone) return;
    const EnglishCue* act = cue_.verb == kNone ? nullptr : verb_cue(verb());
    const bool raises = act != nullptr && act->act == Act::Raise;
    if (raises && s_.phrase(cue_.noun).object_of == cue_.verb) return;
    const Phrase& p = s_.phrase(cue_.noun);
    Entities owner = s_.filtered(p.owner, kOrganizations);
    if (owner.empty() && s_.context().round_owner == kNoEntity && cue_.verb != kNone)
      owner = s_.organizations(s_.subject(cue_.verb));
    if (p.noun == "participation" && !has_round() && s_.context().round_owner == kNoEntity) return;
    const Entities givers = s_.named(from, kActors);
    if (owner == givers) owner.clear();
    emit_round(givers, owner);
  }

  /// True if the verb says by itself, or by its object, that money goes into the round spoken of.
  bool puts_money() const {
    const Verb& v = verb();
    if (v.particle == "in" || v.lemma == "pony" || v.lemma == "stump" || v.lemma == "cough" ||
        v.lemma == "invest" || v.lemma == "contribute")
      return true;
    const std::size_t object = s_.object(cue_.verb);
    if (v.lemma == "write") return object != kNone && writes_check();
    return object != kNone && (s_.phrase(object).is_money || names_money(object));
  }

  bool writes_check() const {
    return std::ranges::any_of(verb().objects, [&](std::size_t o) {
      return s_.has_word(o, {"check", "cheque", "ticket"});
    });
  }

  // "Foo chipped in", "Foo put in $5 million", "Foo wrote the first check to Bar"
  void contribute() {
    const Verb& v = verb();
    const std::size_t object = s_.object(cue_.verb);
    if (v.passive) return;
    if (v.lemma == "put" && v.particle == "up" && object != kNone && !s_.phrase(object).is_money)
      return read_investment(s_, cue_, Act::Open);
    const bool comes = v.particle == "along" || v.lemma == "come";
    if (!comes && !puts_money()) return;
    if (comes && !(v.objects.empty() && s_.context().round_owner != kNoEntity)) return;
    Entities investors = payers(s_.subject(cue_.verb));
    if (investors.empty() && v.subject != kNone)
      investors = s_.named(s_.noun_complement(v.subject, {"including"}, kActors), kActors);
    constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Project};
    const std::size_t at =
        s_.cue_complement(cue_, {"into", "for", "to", "toward", "towards", "behind"}, kTargets);
    if (at != kNone && !is_round(at))
      return s_.emit(EdgeType::Investment, investors, s_.named(at, kTargets), cue_);
    for (const std::size_t c : v.complements) {
      if (is_round(c)) return emit_round(investors, owner_of_round(c));
    }
    // "wrote it the first check"
    if (v.lemma == "write" && object != kNone) {
      const Entities target = s_.filtered(s_.parse().all(object), kOrganizations);
      if (!target.empty()) return s_.emit(EdgeType::Investment, investors, target, cue_);
    }
    const Entities owner = raiser(investors);
    if (!owner.empty()) emit_round(investors, owner);
  }

  /// Who takes money of which no round was told: the one that the article is about.
  Entities raiser(const Entities& investors) const {
    Entities owner = spoken_of(investors);
    if (s_.context().round_owner != kNoEntity || verb().lemma != "put") return owner;
    const bool sure = owner.size() == 1 &&
                      (owner.front() == s_.context().discourse.most_named || owner == valued());
    return sure ? owner : Entities{};
  }
};

}  // namespace

bool is_fundraising(const Statements& s, const Cue& cue) {
  if (cue.verb == kNone || cue.noun != kNone) return false;
  const Verb& v = s.verb(cue.verb);
  static constexpr auto kVerbs = word_list({"take", "win", "land", "bag", "get", "receive",
                                            "obtain", "clinch", "pick", "scoop", "have", "accept"});
  if (v.passive || !kVerbs.contains(v.lemma)) return false;
  const std::size_t object = s.object(cue.verb);
  if (object == kNone || !s.phrase(object).entities.empty()) return false;
  if (s.complement(cue.verb, {"from"}, kActors) == kNone &&
      s.noun_complement(object, {"from"}, kActors) == kNone)
    return false;
  const bool sum = s.phrase(object).noun == "$";
  return sum || s.has_word(object, {"investment", "funding", "financing", "loan", "grant",
                                    "infusion", "injection", "capital", "seed", "backing",
                                    "lifeline", "round", "check", "cheque", "subsidy"});
}

bool joins_round(const Statements& s, const Cue& cue) {
  if (cue.verb == kNone) return false;
  const Verb& v = s.verb(cue.verb);
  // "its Series A was led by Foo and joined by Bar"
  if (v.passive && v.lemma == "join" && v.subject != kNone)
    return s.has_word(v.subject, {"round", "funding", "financing", "series"});
  if (s.context().round_owner == kNoEntity) return false;
  const bool part =
      v.lemma == "take" && !v.objects.empty() && s.phrase(v.objects.front()).noun == "part";
  const bool joins = v.lemma == "join" && v.objects.empty();
  if (v.passive || !(part || joins)) return false;
  return std::ranges::none_of(v.complements, [&](std::size_t c) {
    const std::string_view p = s.parse().preposition(s.phrase(c));
    return (p == "in" || p == "at" || p == "as" || p == "from") &&
           !s.has_word(c, {"round", "funding", "financing", "series", "raise"});
  });
}

void read_round(Statements& s, const Cue& cue, Act act) { RoundReader(s, cue).run(act); }

}  // namespace dealgraph::extract::english
