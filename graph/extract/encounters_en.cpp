// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/statements_en.hpp"

namespace dealgraph::extract::english {
namespace {

constexpr EntityTypes kSites{EntityType::Place, EntityType::Organization};

class EncounterReader {
 public:
  EncounterReader(Statements& s, const Cue& cue) : s_(s), cue_(cue) {}

  void run(Act act) {
    switch (act) {
      case Act::Visit:
        return visit();
      case Act::Trip:
        return trip();
      case Act::Meet:
        return meet();
      case Act::Meeting:
        return meeting();
      case Act::Attend:
        return attend();
      case Act::Speak:
        return speak();
      default:
        return;
    }
  }

 private:
  const Verb& verb() const { return s_.verb(cue_.verb); }

  /// Where a phrase lies: "Fujibo's Osaka laboratory" is a site of Fujibo, "a park in Kikuyo" a
  /// place.
  Entities site_of(std::size_t phrase) const {
    if (phrase == kNone) return {};
    Entities site = s_.filtered(s_.parse().all(phrase), kSites);
    if (!site.empty()) return site;
    const Phrase& p = s_.phrase(phrase);
    site = s_.filtered(p.owner, kOrganizations);
    if (site.empty()) site = s_.filtered(p.modifiers, kSites);
    if (!is_site_noun(p.noun) && !is_part_noun(p.noun)) return {};
    const std::size_t run = s_.noun_complement(phrase, {"of"}, kOrganizations);
    if (site.empty() && run != kNone) site = s_.named(run, kOrganizations);
    const std::size_t in = s_.noun_complement(phrase, {"in", "at", "near"}, kPlaces);
    if (site.empty() && in != kNone) site = s_.named(in, kPlaces);
    if (site.size() > 1) site.resize(1);
    return site;
  }

  void visit() {
    const Verb& v = verb();
    if (v.passive) {
      s_.emit(EdgeType::Visit, s_.named(s_.complement(cue_.verb, {"by"}, kActors), kActors),
              site_of(v.subject), cue_);
      return;
    }
    const Entities visitors = s_.subject(cue_.verb);
    Entities site;
    if (v.lemma == "visit" || v.lemma == "tour" || v.lemma == "inspect") {
      site = site_of(s_.object(cue_.verb));
    } else {
      const bool goes = v.lemma == "go" || v.lemma == "head" || v.lemma == "return";
      for (const std::size_t c : v.complements) {
        const std::string_view p = s_.parse().preposition(s_.phrase(c));
        if (goes && s_.filtered(s_.parse().all(c), kPlaces).empty()) continue;
        const bool direct = p == "to" || (v.lemma == "arrive" && (p == "in" || p == "at"));
        if (!direct) continue;
        site = site_of(c);
        if (!site.empty()) break;
      }
    }
    const bool moves = v.lemma == "go" || v.lemma == "head" || v.lemma == "return";
    s_.emit(EdgeType::Visit, moves ? s_.filtered(visitors, kPersons) : visitors, site, cue_);
  }

  void trip() {
    const Phrase& p = s_.phrase(cue_.noun);
    const std::size_t to = s_.noun_complement(cue_.noun, {"to", "of"}, kSites);
    if (to == kNone) return;
    Entities visitors = s_.filtered(p.owner, kActors);
    if (visitors.empty())
      visitors = s_.named(s_.noun_complement(cue_.noun, {"by"}, kActors), kActors);
    if (visitors.empty() && p.owner.empty() && cue_.verb != kNone) visitors = s_.subject(cue_.verb);
    const Entities site = s_.filtered(s_.parse().all(to), kSites);
    s_.emit(EdgeType::Visit, visitors, site, cue_);
  }

  void meet() {
    const Verb& v = verb();
    const Entities first = s_.subject(cue_.verb);
    std::size_t other = s_.complement(cue_.verb, {"with"}, kActors);
    const std::size_t object = s_.object(cue_.verb);
    const bool direct = v.lemma == "meet" && object != kNone && !s_.named(object, kActors).empty();
    if (direct) other = object;
    if (v.passive) return;
    if (!first.empty()) s_.context().meeting_guest = first.front();
    if (other != kNone) return s_.emit(EdgeType::Meeting, first, people(other), cue_);
    const bool somewhere = s_.complement(cue_.verb, {"at"}, kOrganizations) != kNone;
    if (first.size() >= 2 && object == kNone && !somewhere)
      s_.emit_pairs(EdgeType::Meeting, first, cue_);
  }

  /// Those of a list, with those that "among them" names after it.
  Entities people(std::size_t phrase) const {
    Entities all = s_.filtered(s_.parse().all(phrase), kActors);
    if (all.empty()) all = s_.named(phrase, kActors);
    return all;
  }

  /// "merger talks with Foo", "partnership talks with Bar": what they are about. True if they are.
  bool deal_talks() {
    const bool merger = s_.has_word(cue_.noun, {"merger", "takeover", "acquisition", "buyout"});
    const bool together =
        s_.has_word(cue_.noun, {"partnership", "alliance", "cooperation", "venture"});
    if (!merger && !together) return false;
    const Phrase& p = s_.phrase(cue_.noun);
    Entities first = s_.filtered(p.owner, kOrganizations);
    if (first.empty() && cue_.verb != kNone && p.subject_of == kNone)
      first = s_.organizations(s_.subject(cue_.verb));
    const std::size_t with = s_.cue_complement(cue_, {"with"}, kOrganizations);
    if (with == kNone) return true;
    s_.emit(merger ? EdgeType::Acquisition : EdgeType::Partnership, first,
            s_.named(with, kOrganizations), cue_);
    return true;
  }

  void meeting() {
    const Phrase& p = s_.phrase(cue_.noun);
    if (p.noun == "talks" || p.noun == "conversation") {
      if (deal_talks()) return;
      const bool held =
          cue_.verb != kNone && p.object_of == cue_.verb &&
          (verb().lemma == "hold" || verb().lemma == "have" || verb().lemma == "conclude");
      const bool deal = s_.has_word(cue_.noun, {"preliminary", "takeover", "merger", "acquisition",
                                                "advanced", "exclusive", "early"});
      if (!held || deal) return;
    }
    const Entities both = s_.named(s_.noun_complement(cue_.noun, {"between"}, kActors), kActors);
    if (both.size() >= 2) return s_.emit_pairs(EdgeType::Meeting, both, cue_);
    const std::size_t with = s_.cue_complement(cue_, {"with"}, kActors);
    if (with == kNone) return;
    Entities first = s_.filtered(p.owner, kActors);
    if (first.empty() && cue_.verb != kNone && p.subject_of == kNone) first = s_.subject(cue_.verb);
    if (first.empty() && s_.context().discourse.topic.size() == 1 && p.subject_of != kNone)
      first = s_.context().discourse.topic;
    s_.emit(EdgeType::Meeting, first, people(with), cue_);
  }

  std::size_t gathering(Prepositions prepositions) const {
    return s_.complement(cue_.verb, prepositions, kGatherings);
  }

  void attend() {
    const Verb& v = verb();
    if (v.lemma == "join" && v.objects.size() == 1 && !v.passive &&
        s_.has_word(v.objects.front(), {"conversation", "meeting", "talks", "dinner", "lunch"})) {
      const std::uint32_t guest = s_.context().meeting_guest;
      if (guest != kNoEntity) s_.emit(EdgeType::Meeting, {guest}, s_.subject(cue_.verb), cue_);
      return;
    }
    if (v.lemma == "join" || v.lemma == "participate" || v.lemma == "take") {
      if (takes_part_in_round()) return read_investment(s_, cue_, Act::Lead);
    }
    Entities gatherings;
    const std::size_t object = s_.object(cue_.verb);
    const bool transitive = v.lemma == "attend" || v.lemma == "join" || v.lemma == "host" ||
                            v.lemma == "launch" || v.lemma == "form" || v.lemma == "open" ||
                            v.lemma == "co-host" || v.lemma == "keynote";
    if (transitive) {
      const std::size_t at = v.passive ? v.subject : object;
      if (at != kNone) gatherings = s_.filtered(s_.parse().all(at), kGatherings);
    }
    if (v.lemma == "contribute" && !v.objects.empty() && s_.phrase(v.objects.front()).is_money)
      return read_investment(s_, cue_, Act::Invest);
    if (v.lemma == "lend" || v.lemma == "contribute") {
      gatherings =
          s_.named(s_.complement(cue_.verb, {"to"}, {EntityType::Project}), {EntityType::Project});
      s_.emit(EdgeType::Participation, s_.subject(cue_.verb), gatherings, cue_, Status::Agreed);
      return;
    }
    if (gatherings.empty() && v.lemma != "launch" && v.lemma != "form")
      gatherings = s_.named(gathering({"in", "at", "to", "on"}), kGatherings);
    Entities actors = v.passive ? s_.named(s_.complement(cue_.verb, {"by"}, kActors), kActors)
                                : s_.subject(cue_.verb);
    s_.emit(EdgeType::Participation, actors, gatherings, cue_, participation_status(gatherings));
  }

  std::optional<Status> participation_status(const Entities& gatherings) const {
    const Status status = s_.status(cue_, EdgeType::Participation);
    const bool project = !gatherings.empty() && s_.type(gatherings.front()) == EntityType::Project;
    return project && status == Status::Completed ? Status::Agreed : status;
  }

  bool takes_part_in_round() const {
    const Verb& v = verb();
    const auto round = [&](std::size_t p) {
      return s_.has_word(p, {"round", "funding", "financing", "fundraising"});
    };
    // "Foo, Bar and Baz also participated", after a round
    const bool alone = v.lemma == "participate" && v.objects.empty() && v.complements.empty() &&
                       s_.context().round_owner != kNoEntity;
    // "the round of Foo, in which Bar took part"
    const bool in_which = v.relative && s_.complement(cue_.verb, {"in"}, kOrganizations) != kNone;
    if (in_which && s_.context().round_owner != kNoEntity) return true;
    return alone || std::ranges::any_of(v.objects, round) ||
           std::ranges::any_of(v.complements, round) ||
           (v.passive && v.subject != kNone && round(v.subject));
  }

  void speak() {
    const std::size_t event = s_.complement(cue_.verb, {"at", "during"}, {EntityType::Event});
    if (event == kNone) return;
    s_.emit(EdgeType::Participation, s_.subject(cue_.verb), s_.named(event, {EntityType::Event}),
            cue_);
  }

  Statements& s_;
  Cue cue_;
};

}  // namespace

void read_encounter(Statements& s, const Cue& cue, Act act) { EncounterReader(s, cue).run(act); }

}  // namespace dealgraph::extract::english
