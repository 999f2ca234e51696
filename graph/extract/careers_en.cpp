// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/statements_en.hpp"

namespace dealgraph::extract::english {

void emit_role(Statements& s, const RoleClaim& claim) {
  if (claim.person == kNoEntity || claim.organization == kNoEntity) return;
  if (!allows(EdgeType::Role, s.type(claim.person), s.type(claim.organization))) return;
  Relation relation;
  relation.type = EdgeType::Role;
  relation.source = claim.person;
  relation.target = claim.organization;
  relation.status = claim.status;
  relation.evidence = s.view().sentence.span;
  if (claim.title.begin < claim.title.end)
    relation.title = std::string(s.article().piece(claim.title));
  const bool over = claim.status == Status::Completed || claim.status == Status::Ended;
  relation.is_news = claim.dated != nullptr && over;
  if (claim.dated != nullptr) {
    relation.trigger = s.span_of(*claim.dated);
    s.attach(relation, *claim.dated);
  }
  relation.trigger = claim.title;
  s.add(std::move(relation));
}

namespace {

/// What a verb says of a person and an organization without naming a post.
enum class Career : std::uint8_t {
  Steer,  ///< runs, leads, oversees it
  Found,  ///< started, set it up
  Work,   ///< worked, spent years there
  Join,
  Move,  ///< from one to another
  Leave,
  Hire,
  Seat,    ///< sits, takes a seat on its board
  Follow,  ///< one after the other
};

struct CareerVerb {
  std::string_view lemma;  ///< With its particle.
  Career career;
};

constexpr CareerVerb kCareerVerbs[] = {
    {"run", Career::Steer},        {"lead", Career::Steer},        {"head", Career::Steer},
    {"head up", Career::Steer},    {"chair", Career::Steer},       {"co-chair", Career::Steer},
    {"steer", Career::Steer},      {"oversee", Career::Steer},     {"manage", Career::Steer},
    {"direct", Career::Steer},     {"helm", Career::Steer},        {"captain", Career::Steer},
    {"supervise", Career::Steer},  {"co-lead", Career::Steer},     {"advise", Career::Steer},
    {"found", Career::Found},      {"co-found", Career::Found},    {"cofound", Career::Found},
    {"start", Career::Found},      {"set up", Career::Found},      {"create", Career::Found},
    {"co-create", Career::Found},  {"establish", Career::Found},   {"launch", Career::Found},
    {"start up", Career::Found},   {"incorporate", Career::Found}, {"co-start", Career::Found},
    {"work", Career::Work},        {"spend", Career::Work},        {"serve", Career::Work},
    {"toil", Career::Work},        {"intern", Career::Work},       {"train", Career::Work},
    {"cut", Career::Work},         {"join", Career::Join},         {"rejoin", Career::Join},
    {"move", Career::Move},        {"switch", Career::Move},       {"defect", Career::Move},
    {"decamp", Career::Move},      {"come", Career::Move},         {"arrive", Career::Move},
    {"hail", Career::Move},        {"transfer", Career::Move},     {"jump", Career::Move},
    {"leave", Career::Leave},      {"quit", Career::Leave},        {"depart", Career::Leave},
    {"exit", Career::Leave},       {"resign", Career::Leave},      {"walk out", Career::Leave},
    {"break away", Career::Leave}, {"retire", Career::Leave},      {"hire", Career::Hire},
    {"poach", Career::Hire},       {"recruit", Career::Hire},      {"lure", Career::Hire},
    {"bring", Career::Hire},       {"hire away", Career::Hire},    {"lure away", Career::Hire},
    {"sit", Career::Seat},         {"take", Career::Seat},         {"hold", Career::Seat},
    {"have", Career::Seat},        {"get", Career::Seat},          {"gain", Career::Seat},
    {"keep", Career::Seat},        {"occupy", Career::Seat},       {"retain", Career::Seat},
    {"succeed", Career::Follow},   {"replace", Career::Follow},
};

/// Objects that are led, started or run without being an organization.
bool is_undertaking(std::string_view noun) {
  static constexpr std::string_view kNouns[] = {
      "round",  "funding",  "financing", "investment", "deal",   "charge",   "effort",
      "push",   "talks",    "bid",       "race",       "market", "field",    "way",
      "series", "campaign", "tour",      "search",     "coup",   "industry", "production"};
  return std::ranges::find(kNouns, noun) != std::end(kNouns);
}

bool is_seat(std::string_view noun) {
  return noun == "seat" || noun == "place" || noun == "chair" || noun == "directorship" ||
         noun == "chairmanship" || noun == "spot" || noun == "position";
}

bool is_board(std::string_view noun) {
  return noun == "board" || noun == "committee" || noun == "council" || noun == "panel";
}

class CareerReader {
 public:
  explicit CareerReader(Statements& s) : s_(s) {}

  void run() {
    for (std::size_t i = 0; i < s_.parse().verbs.size(); ++i) {
      const Verb& v = s_.verb(i);
      std::string lemma(v.lemma);
      if (!v.particle.empty()) lemma += ' ' + std::string(v.particle);
      const auto found =
          std::ranges::find(kCareerVerbs, std::string_view(lemma), &CareerVerb::lemma);
      if (found != std::end(kCareerVerbs)) read(i, found->career);
      acts_as(i);
    }
  }

 private:
  void read(std::size_t i, Career career) {
    switch (career) {
      case Career::Steer:
        return steer(i);
      case Career::Found:
        return found(i);
      case Career::Work:
        return work(i);
      case Career::Join:
        return join(i);
      case Career::Move:
        return move(i);
      case Career::Leave:
        return leave(i);
      case Career::Hire:
        return hire(i);
      case Career::Seat:
        return seat(i);
      case Career::Follow:
        return follow(i);
    }
  }

  // ---- who and where

  Entities persons(std::size_t phrase) const {
    return phrase == kNone ? Entities{} : s_.filtered(s_.parse().all(phrase), kPersons);
  }

  Entities actors(std::size_t i) const {
    const Verb& v = s_.verb(i);
    return persons(v.passive ? s_.complement(i, {"by"}, kPersons) : v.subject);
  }

  std::uint32_t organization(std::size_t phrase) const {
    if (phrase == kNone) return kNoEntity;
    const Entities found = s_.named(phrase, kOrganizations);
    return found.size() == 1 ? found.front() : kNoEntity;
  }

  std::uint32_t organization_after(std::size_t i, Prepositions prepositions) const {
    const std::size_t c = s_.complement(i, prepositions, kOrganizations);
    if (c != kNone) return organization(c);
    for (const std::size_t o : s_.verb(i).objects) {
      const std::size_t inner = s_.noun_complement(o, prepositions, kOrganizations);
      if (inner != kNone) return organization(inner);
    }
    return kNoEntity;
  }

  /// "Mellanox, where both had worked": the name right before the clause of the verb.
  std::uint32_t where(std::size_t i) const {
    const auto& tokens = s_.parse().tokens;
    constexpr std::size_t kReach = 6;
    std::size_t at = s_.verb(i).first;
    for (std::size_t n = 0; at > 0 && n < kReach; ++n) {
      if (tokens[--at].word == "where") break;
    }
    if (tokens[at].word != "where") return kNoEntity;
    for (const Phrase& p : s_.parse().phrases) {
      if (p.last > at || p.last + 2 < at) continue;
      const Entities found = s_.filtered(p.entities, kOrganizations);
      if (!found.empty()) return found.front();
    }
    return kNoEntity;
  }

  bool is_past(const Verb& v) const {
    if (v.perfect) return false;
    if (v.lemma == "quit" && v.finite && v.modal == Modal::None && v.form == Form::Base)
      return true;
    if (v.passive) return s_.parse().word(v.first) == "was" || s_.parse().word(v.first) == "were";
    return (v.form == Form::Past || v.form == Form::OnlyPast) && v.modal == Modal::None;
  }

  bool is_ahead(std::size_t i) const {
    const Verb& v = s_.verb(i);
    if (v.modal == Modal::Will || v.modal == Modal::Would) return true;
    return v.infinitive && s_.status({i, kNone}, EdgeType::Role) == Status::Planned;
  }

  /// How it stands with a change of post: made, intended, said to be untrue.
  Status change(std::size_t i) const {
    const Verb& v = s_.verb(i);
    const Status status = s_.status({i, kNone}, EdgeType::Role);
    if (status == Status::Denied || status == Status::Rumored) return status;
    if (status == Status::Planned || is_ahead(i) || v.progressive) return Status::Planned;
    return Status::Completed;
  }

  bool has_as(std::size_t i) const {
    return std::ranges::any_of(s_.verb(i).complements, [&](std::size_t c) {
      return s_.parse().preposition(s_.phrase(c)) == "as" && post_in(s_, c).title.end != 0;
    });
  }

  Span word_of(std::size_t i) const {
    const Verb& v = s_.verb(i);
    const auto& tokens = s_.parse().tokens;
    const std::size_t last = v.particle.empty() ? v.last - 1 : v.last - 2;
    return {tokens[last].span.begin, tokens[v.last - 1].span.end};
  }

  void claim(const Entities& people, std::uint32_t organization, Span title, Status status,
             std::size_t dated) {
    const Cue cue{dated, kNone};
    for (const std::uint32_t person : people)
      emit_role(s_, {person, organization, title, status, dated == kNone ? nullptr : &cue});
  }

  // ---- what the verbs say

  // "Jane Roe, who runs Foo", "leads research at Foo", "Foo is led by Jane Roe"
  void steer(std::size_t i) {
    const Verb& v = s_.verb(i);
    const Entities who = actors(i);
    if (who.empty() || v.negated || v.modal == Modal::May) return;
    const std::size_t led = v.passive ? v.subject : s_.object(i);
    if (led != kNone && is_undertaking(s_.phrase(led).noun)) return;
    std::uint32_t of = organization(led);
    const bool other = led != kNone && s_.phrase(led).noun.empty() && of == kNoEntity;
    if (other) return;  // a project, a product, a place
    if (of == kNoEntity && led != kNone) of = organization_after(i, {"at", "for", "of", "in"});
    if (of == kNoEntity) of = where(i);
    const Status status = is_ahead(i)  ? Status::Planned
                          : is_past(v) ? Status::Ended
                                       : Status::Completed;
    if (v.infinitive && status != Status::Planned) return;
    claim(who, of, word_of(i), status, status == Status::Ended ? i : kNone);
  }

  // "Jane Roe started Foo with John Doe", "Foo, set up by Jane Roe"
  void found(std::size_t i) {
    const Verb& v = s_.verb(i);
    Entities who = actors(i);
    const std::size_t company = v.passive ? v.subject : s_.object(i);
    if (who.empty() || company == kNone || v.negated || is_ahead(i)) return;
    if (s_.phrase(company).preposition != kNone) return;
    const Entities founded = s_.filtered(s_.parse().all(company), kOrganizations);
    const std::size_t with = s_.complement(i, {"with"}, kPersons);
    for (const std::uint32_t person : persons(with)) who.push_back(person);
    for (const std::uint32_t e : founded) claim(who, e, word_of(i), Status::Completed, kNone);
  }

  // "worked at Foo", "spent six years as a scientist at Foo"
  void work(std::size_t i) {
    const Verb& v = s_.verb(i);
    if (v.passive || v.negated || v.modal != Modal::None || v.infinitive) return;
    if (v.lemma == "serve" && has_as(i)) return;  // told of the post
    if (v.lemma == "cut" && !s_.has_word(s_.object(i), {"tooth", "teeth"})) return;
    const Entities who = actors(i);
    if (who.empty()) return;
    Span title{};
    std::uint32_t at = kNoEntity;
    for (const std::size_t c : v.complements) {
      const PhrasePost post = post_in(s_, c);
      if (post.title.end == 0 || s_.parse().preposition(s_.phrase(c)) != "as") continue;
      title = post.title;
      at = post.organization;
    }
    // "worked on a machine for Nasa": a customer, maybe.
    const bool on_goods = std::ranges::any_of(
        v.complements, [&](std::size_t c) { return s_.parse().preposition(s_.phrase(c)) == "on"; });
    if (at == kNoEntity && !on_goods) at = organization_after(i, {"at", "for", "inside"});
    if (at == kNoEntity) at = organization_after(i, {"at", "inside"});
    // "spent a decade editing at Foo"
    for (std::size_t k = i + 1; k < s_.parse().verbs.size() && at == kNoEntity; ++k) {
      const Verb& doing = s_.verb(k);
      if (doing.governor == i && doing.form == Form::Gerund)
        at = organization_after(k, {"at", "for", "inside"});
    }
    if (at == kNoEntity) at = where(i);
    const bool still = !is_past(v);
    if (v.form == Form::Gerund && v.governor == kNone && !v.finite) return;
    claim(who, at, title, still ? Status::Completed : Status::Ended, still ? kNone : i);
  }

  /// The organization that an object is, or whose board or team it is.
  std::uint32_t joined(std::size_t i) const {
    const std::size_t object = s_.object(i);
    if (object == kNone) return kNoEntity;
    return organization(object);
  }

  // "joined Foo from Bar", "will join Foo"
  void join(std::size_t i) {
    const Verb& v = s_.verb(i);
    const Entities who = actors(i);
    if (who.empty() || v.passive || v.modal == Modal::May) return;
    const std::uint32_t from = organization_after(i, {"from"});
    if (change(i) == Status::Completed) claim(who, from, {}, Status::Ended, i);
    if (has_as(i)) return;  // told of the post
    const std::size_t object = s_.object(i);
    Span title{};
    if (object != kNone && is_board(s_.phrase(object).noun))
      title = s_.parse().tokens[s_.phrase(object).last - 1].span;
    claim(who, joined(i), title, change(i), i);
  }

  // "moved from Foo to Bar", "came from Foo"
  void move(std::size_t i) {
    const Verb& v = s_.verb(i);
    const Entities who = actors(i);
    if (who.empty() || v.passive || v.negated || v.modal == Modal::May) return;
    const std::uint32_t from = organization_after(i, {"from"});
    if (from == kNoEntity) return;
    const std::uint32_t to = organization_after(i, {"to", "at"});
    const bool ahead = is_ahead(i) || v.progressive;
    claim(who, from, {}, ahead ? Status::Completed : Status::Ended, i);
    if (to != from && !has_as(i))
      claim(who, to, {}, ahead ? Status::Planned : Status::Completed, i);
  }

  // "quit Foo in 2021", "left Foo for Bar"
  void leave(std::size_t i) {
    const Verb& v = s_.verb(i);
    const Entities who = actors(i);
    if (who.empty() || v.passive || v.negated || v.modal == Modal::May) return;
    const std::size_t object = s_.object(i);
    std::uint32_t from = kNoEntity;
    if (object != kNone) from = organization(object);
    if (object == kNone) from = organization_after(i, {"from", "of"});
    if (from == kNoEntity || told(who, from)) return;
    const bool over = is_past(v) || v.perfect || v.form == Form::Gerund;
    claim(who, from, {}, over && !is_ahead(i) ? Status::Ended : Status::Completed,
          over ? i : kNone);
  }

  /// True if the sentence has told of a post there already.
  bool told(const Entities& who, std::uint32_t organization) const {
    for (std::size_t k = s_.count(); k-- > 0;) {
      const Relation& r = s_.at(k);
      if (r.type == EdgeType::Role && r.target == organization && r.source == who.front())
        return true;
    }
    return false;
  }

  // "Foo has hired Jane Roe from Bar"
  void hire(std::size_t i) {
    const Verb& v = s_.verb(i);
    if (v.negated || v.modal == Modal::May) return;
    std::size_t hired = v.passive ? v.subject : s_.object(i);
    // "has brought in Jane Roe"
    if (v.lemma == "bring") hired = s_.complement(i, {"in", "aboard"}, kPersons);
    const Entities who = persons(hired);
    if (who.empty()) return;
    claim(who, organization_after(i, {"from"}), {}, Status::Ended, i);
    if (has_as(i)) return;  // told of the post
    const std::size_t by = v.passive ? s_.complement(i, {"by"}, kOrganizations) : v.subject;
    const std::uint32_t employer = organization(by);
    const Status then = change(i);
    if (!told(who, employer))
      claim(who, employer, {}, then == Status::Completed ? Status::Agreed : then, i);
  }

  // "sits on Foo's board", "takes a seat on the board of Foo"
  void seat(std::size_t i) {
    const Verb& v = s_.verb(i);
    const Entities who = actors(i);
    if (who.empty() || v.passive || v.negated) return;
    const std::size_t object = s_.object(i);
    const bool sits = v.lemma == "sit" && object == kNone;
    if (!sits && (object == kNone || !is_seat(s_.phrase(object).noun))) return;
    std::vector<std::size_t> places = v.complements;
    if (object != kNone) {
      const auto& more = s_.phrase(object).complements;
      places.insert(places.end(), more.begin(), more.end());
    }
    for (const std::size_t c : places) {
      const Phrase& p = s_.phrase(c);
      const std::string_view preposition = s_.parse().preposition(p);
      if (preposition != "on" && preposition != "in") continue;
      if (!is_board(p.noun)) continue;
      Entities of = s_.filtered(p.owner, kOrganizations);
      if (of.empty()) of = s_.filtered(p.modifiers, kOrganizations);
      const std::size_t inner = s_.noun_complement(c, {"of", "at"}, kOrganizations);
      if (of.empty() && inner != kNone) of = s_.named(inner, kOrganizations);
      if (of.empty()) of = {organization_spoken_of(s_, s_.parse().span_of(v).begin)};
      const bool ahead = is_ahead(i) || (v.infinitive && !sits);
      const Span title{s_.parse().tokens[p.last - 1].span};
      claim(who, of.front(), title, ahead ? Status::Planned : Status::Completed, kNone);
      return;
    }
  }

  std::uint32_t known_employer(std::uint32_t person) const {
    for (std::size_t k = s_.count(); k-- > 0;) {
      const Relation& r = s_.at(k);
      if (r.type == EdgeType::Role && r.source == person) return r.target;
    }
    const auto told = s_.context().discourse.posts.find(person);
    return told == s_.context().discourse.posts.end() ? kNoEntity : told->second;
  }

  // "Jane Roe replaces John Doe, who is leaving": in whatever post
  void follow(std::size_t i) {
    const Verb& v = s_.verb(i);
    if (v.passive || v.negated || v.modal == Modal::May || has_as(i)) return;
    const Entities heir = persons(v.subject);
    const Entities before = persons(s_.object(i));
    if (heir.size() != 1 || before.size() != 1 || heir == before) return;
    std::uint32_t at = organization_after(i, {"at", "of", "in"});
    if (at == kNoEntity) at = known_employer(before.front());
    if (at == kNoEntity) at = known_employer(heir.front());
    const bool ahead = change(i) == Status::Planned;
    claim(heir, at, {}, ahead ? Status::Planned : Status::Completed, i);
    claim(before, at, {}, ahead ? Status::Completed : Status::Ended, i);
  }

  // "Now, as chief executive of Foo, she wants …": a post by the way
  void acts_as(std::size_t i) {
    const Verb& v = s_.verb(i);
    if (v.passive || v.negated || v.subject == kNone || v.complements.empty()) return;
    if (!persons(s_.object(i)).empty()) return;
    for (const std::size_t c : v.complements) {
      if (s_.parse().preposition(s_.phrase(c)) != "as") continue;
      const Entities who = actors(i);
      const PhrasePost post = post_in(s_, c);
      if (who.empty() || post.title.end == 0 || told(who, post.organization)) continue;
      claim(who, post.organization, post.title, post.former ? Status::Ended : Status::Completed,
            kNone);
    }
  }

  Statements& s_;
};

}  // namespace

void read_careers(Statements& s) { CareerReader(s).run(); }

}  // namespace dealgraph::extract::english
