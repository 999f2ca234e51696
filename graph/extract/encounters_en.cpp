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
    const bool looks_at = v.lemma == "visit" || v.lemma == "tour" || v.lemma == "inspect";
    if (v.passive) {
      if (looks_at)
        s_.emit(EdgeType::Visit, s_.named(s_.complement(cue_.verb, {"by"}, kActors), kActors),
                site_of(v.subject), cue_);
      return;
    }
    if (looks_at) return s_.emit(EdgeType::Visit, visitors(), site_of(s_.object(cue_.verb)), cue_);
    const bool stays = v.lemma == "be" || v.lemma == "spend" || v.lemma == "stay" ||
                       v.lemma == "appear" || v.lemma == "stand";
    const bool lands = v.lemma == "arrive" || v.lemma == "land" || v.lemma == "touch" ||
                       v.lemma == "turn" || v.lemma == "show" || v.lemma == "stop" ||
                       v.lemma == "drop";
    const bool travels = v.lemma == "travel" || v.lemma == "fly" || v.lemma == "jet";
    if (v.lemma == "turn" && v.particle != "up") return;
    if (v.lemma == "show" && v.particle != "up") return;
    if (v.lemma == "touch" && v.particle != "down") return;
    if (v.lemma == "stand" && v.particle != "up") return;
    for (const std::size_t c : v.complements) {
      const std::string_view p = s_.parse().preposition(s_.phrase(c));
      const bool into = p == "to" || p == "into";
      const bool in = p == "in" || p == "at";
      if (stays ? p != "in" : lands ? !(in || into) : !into) continue;
      const bool place = !s_.filtered(s_.parse().all(c), kPlaces).empty();
      const bool site_told = into && is_site_noun(s_.phrase(c).noun);
      if (!travels && v.lemma != "arrive" && !place && !site_told) continue;
      const Entities site = site_of(c);
      if (site.empty()) continue;
      const Entities who = visitors();
      return s_.emit(EdgeType::Visit,
                     travels || v.lemma == "arrive" ? who : s_.filtered(who, kPersons), site, cue_);
    }
  }

  /// Who comes; "a delegation from Foo" is Foo.
  Entities visitors() const {
    Entities subject = s_.subject(cue_.verb);
    const std::size_t phrase = verb().subject;
    if (!subject.empty() || phrase == kNone) return subject;
    static constexpr std::string_view kGroups[] = {"delegation", "team",     "group",   "party",
                                                   "executive",  "engineer", "official"};
    if (std::ranges::find(kGroups, s_.phrase(phrase).noun) == std::end(kGroups)) return {};
    return s_.named(s_.noun_complement(phrase, {"from", "of"}, kOrganizations), kOrganizations);
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
    // "sat across from Jane Roe"
    if (v.lemma == "sit") {
      if (other == kNone) other = s_.complement(cue_.verb, {"from", "opposite"}, kPersons);
      if (other == kNone) return;
      return s_.emit(EdgeType::Meeting, s_.filtered(first, kPersons), s_.named(other, kPersons),
                     cue_);
    }
    const std::size_t object = s_.object(cue_.verb);
    if (receives()) return;
    const bool direct = v.lemma == "meet" && object != kNone && !s_.named(object, kActors).empty();
    if (direct) other = object;
    if (v.passive || is_encounter_of_persons(v.lemma)) return;
    if (!first.empty()) s_.context().meeting_guest = first.front();
    if (other != kNone) return s_.emit(EdgeType::Meeting, first, people(other), cue_);
    const bool somewhere = s_.complement(cue_.verb, {"at"}, kOrganizations) != kNone;
    if (first.size() >= 2 && object == kNone && !somewhere)
      s_.emit_pairs(EdgeType::Meeting, first, cue_);
  }

  static bool is_encounter_of_persons(std::string_view lemma) {
    return lemma == "receive" || lemma == "see" || lemma == "welcome" || lemma == "greet";
  }

  /// "received Jane Roe for a private talk", "was welcomed by John Doe": of persons alone.
  bool receives() {
    const Verb& v = verb();
    if (!is_encounter_of_persons(v.lemma)) return false;
    const Entities guests =
        s_.filtered(s_.parse().all(v.passive ? v.subject : s_.object(cue_.verb)), kPersons);
    const Entities hosts =
        s_.filtered(v.passive ? s_.named(s_.complement(cue_.verb, {"by"}, kPersons), kPersons)
                              : s_.subject(cue_.verb),
                    kPersons);
    s_.emit(EdgeType::Meeting, hosts, guests, cue_);
    return true;
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
    const Verb& v = verb();
    if (v.passive) return;
    const std::size_t object = s_.object(cue_.verb);
    const bool addresses = v.lemma == "address" || v.lemma == "headline" || v.lemma == "tell";
    Entities events;
    if (addresses && object != kNone)
      events = s_.filtered(s_.parse().all(object), {EntityType::Event});
    if (events.empty()) {
      const std::size_t event = s_.complement(cue_.verb, {"at", "during"}, {EntityType::Event});
      events = s_.named(event, {EntityType::Event});
    }
    s_.emit(EdgeType::Participation, s_.subject(cue_.verb), events, cue_);
  }

  Statements& s_;
  Cue cue_;
};

/// "at Computex, where the Nvidia boss …", "gave the keynote at CES", "had a booth at Semicon":
/// who does something at an event takes part in it, whatever it is.
class PresenceReader {
 public:
  explicit PresenceReader(Statements& s) : s_(s) {}

  void run() {
    soft();
    const auto& names = s_.article().names;
    const bool any = std::ranges::any_of(
        names.entities, [](const NamedEntity& e) { return e.type == EntityType::Event; });
    if (!any) return;
    for (std::size_t i = 0; i < s_.parse().verbs.size(); ++i) {
      if (is_absence(s_.verb(i))) continue;
      where(i);
      at(i);
    }
  }

 private:
  /// Verbs that tell of a visit, a meeting or a talk only where their arguments show one.
  void soft() {
    static constexpr EnglishCue kSoft[] = {
        {"come", Act::Visit},     {"land", Act::Visit},    {"touch down", Act::Visit},
        {"turn up", Act::Visit},  {"show up", Act::Visit}, {"stop off", Act::Visit},
        {"stop", Act::Visit},     {"spend", Act::Visit},   {"stay", Act::Visit},
        {"be", Act::Visit},       {"appear", Act::Visit},  {"stand up", Act::Visit},
        {"drop", Act::Visit},     {"journey", Act::Visit}, {"receive", Act::Meet},
        {"see", Act::Meet},       {"welcome", Act::Meet},  {"greet", Act::Meet},
        {"huddle", Act::Meet},    {"sit", Act::Meet},      {"address", Act::Speak},
        {"headline", Act::Speak}, {"talk", Act::Speak}};
    for (std::size_t i = 0; i < s_.parse().verbs.size(); ++i) {
      const Verb& v = s_.verb(i);
      std::string lemma(v.lemma);
      if (!v.particle.empty()) lemma += ' ' + std::string(v.particle);
      const auto cue = std::ranges::find(kSoft, std::string_view(lemma), &EnglishCue::word);
      if (cue != std::end(kSoft)) EncounterReader(s_, {i, kNone}).run(cue->act);
    }
  }

  static bool is_absence(const Verb& v) {
    static constexpr std::string_view kVerbs[] = {"skip",   "miss",   "avoid", "expect", "see",
                                                  "hear",   "cancel", "call",  "start",  "begin",
                                                  "happen", "take",   "hope",  "watch",  "shun"};
    return v.passive || v.negated || std::ranges::find(kVerbs, v.lemma) != std::end(kVerbs);
  }

  bool told(std::uint32_t who, std::uint32_t event) const {
    for (std::size_t k = s_.count(); k-- > 0;) {
      const Relation& r = s_.at(k);
      if (r.type == EdgeType::Participation && r.source == who && r.target == event) return true;
    }
    return false;
  }

  void take_part(std::size_t i, const Entities& events) {
    const Cue cue{i, kNone};
    const Status status = s_.status(cue, EdgeType::Participation);
    const bool open = status == Status::Planned || status == Status::Denied;
    for (const std::uint32_t who : s_.subject(i)) {
      for (const std::uint32_t event : events) {
        if (!told(who, event))
          s_.emit(EdgeType::Participation, {who}, {event}, cue, open ? status : Status::Completed);
      }
    }
  }

  /// The subject of a clause with "where" right after an event.
  void where(std::size_t i) {
    const auto& tokens = s_.parse().tokens;
    const Verb& v = s_.verb(i);
    if (v.subject == kNone) return;
    const std::size_t first = s_.phrase(v.subject).first;
    if (first < 2 || tokens[first - 1].word != "where") return;
    std::size_t event = first - 2;
    if (event > 0 && tokens[event].cls == Class::Comma) --event;
    if (tokens[event].cls != Class::Name || s_.type(tokens[event].entity) != EntityType::Event)
      return;
    take_part(i, {tokens[event].entity});
  }

  void at(std::size_t i) {
    const EnglishCue* cue = verb_cue(s_.verb(i));
    const bool read = cue != nullptr && (cue->act == Act::Attend || cue->act == Act::Speak);
    const EntityTypes events{EntityType::Event};
    std::size_t event = read ? kNone : s_.complement(i, {"at", "during"}, events);
    if (event == kNone && !read) event = in_words(i);
    if (event == kNone) event = fronted(i);
    if (event != kNone) take_part(i, s_.filtered(s_.parse().all(event), events));
  }

  /// "At CES in Las Vegas, Foo and Bar agreed": what opens the sentence, of its first verb.
  std::size_t fronted(std::size_t i) const {
    const Verb& v = s_.verb(i);
    if (v.relative || v.subject == kNone || !v.finite) return kNone;
    for (std::size_t k = 0; k < i; ++k) {
      if (s_.verb(k).finite && !s_.verb(k).relative) return kNone;
    }
    const auto& phrases = s_.parse().phrases;
    for (std::size_t p = 0; p < std::min<std::size_t>(phrases.size(), 3); ++p) {
      if (phrases[p].first >= v.first) break;
      const std::string_view opener = s_.parse().preposition(phrases[p]);
      if (opener != "at" && opener != "during") continue;
      if (phrases[p].attached != kNone || phrases[p].complement_of != kNone) continue;
      if (!s_.filtered(phrases[p].entities, {EntityType::Event}).empty()) return p;
    }
    return kNone;
  }

  /// "gave the keynote at CES", "broke the news in a keynote at GTC".
  std::size_t in_words(std::size_t i) const {
    static constexpr std::string_view kWords[] = {
        "keynote", "speech", "talk",  "address", "panel",        "presentation",
        "booth",   "stand",  "stage", "demo",    "demonstration"};
    const Verb& v = s_.verb(i);
    for (const auto* list : {&v.objects, &v.complements}) {
      for (const std::size_t p : *list) {
        if (std::ranges::find(kWords, s_.phrase(p).noun) == std::end(kWords)) continue;
        const std::size_t event = s_.noun_complement(p, {"at", "during"}, {EntityType::Event});
        if (event != kNone) return event;
      }
    }
    return kNone;
  }

  Statements& s_;
};

}  // namespace

void read_presence(Statements& s) { PresenceReader(s).run(); }

void read_encounter(Statements& s, const Cue& cue, Act act) { EncounterReader(s, cue).run(act); }

}  // namespace dealgraph::extract::english
