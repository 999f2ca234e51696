// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/pairs.hpp"
#include "graph/extract/statements_en.hpp"

namespace dealgraph::extract {
namespace english {
namespace {

void read_cue(Statements& s, const Cue& cue, Act act) {
  if (is_fundraising(s, cue)) act = Act::Raise;
  if (is_procurement(s, cue)) act = Act::Order;
  if (takes_control(s, cue)) act = Act::TakeControl;
  if (is_sold_off(s, cue)) act = Act::TakeControl;
  if (takes_share(s, cue)) return read_share(s, cue);
  if (joins_hands(s, cue)) act = Act::Partner;
  if (act == Act::Attend && joins_round(s, cue)) act = Act::Lead;
  switch (act) {
    case Act::Supply:
    case Act::Hand:
    case Act::Make:
    case Act::Order:
    case Act::Buy:
    case Act::Integrate:
    case Act::Win:
    case Act::Award:
    case Act::Tap:
    case Act::Count:
    case Act::License:
      return read_supply(s, cue, act);
    case Act::Rely:
    case Act::Delivery:
    case Act::Outsource:
    case Act::Revenue:
    case Act::Engage:
    case Act::CutOff:
    case Act::Come:
      return read_flow(s, cue, act);
    case Act::Contract:
      return read_contract(s, cue);
    case Act::Partner:
    case Act::Partnership:
      return read_partnership(s, cue, act);
    case Act::Invest:
    case Act::Back:
    case Act::Lead:
    case Act::Raise:
    case Act::Contribute:
    case Act::Grant:
    case Act::Site:
    case Act::Funding:
    case Act::Investment:
    case Act::Open:
      return read_investment(s, cue, act);
    case Act::Stake:
      return read_stake(s, cue);
    case Act::Pay:
    case Act::TakeControl:
    case Act::Pursue:
      return read_takeover(s, cue, act);
    case Act::Merge:
    case Act::Bid:
    case Act::Acquisition:
    case Act::Offer:
    case Act::Sale:
      return read_acquisition(s, cue, act);
    case Act::Visit:
    case Act::Trip:
    case Act::Meet:
    case Act::Meeting:
    case Act::Attend:
    case Act::Speak:
      return read_encounter(s, cue, act);
  }
}

/// Verbs and the nouns that say the same, in the order of the text: a round that is raised comes
/// before those who lead it.
void read_cues(Statements& s) {
  struct Place {
    std::size_t token;
    Cue cue;
    Act act;
  };
  std::vector<Place> places;
  const Parse& parse = s.parse();
  for (std::size_t i = 0; i < parse.verbs.size(); ++i) {
    if (const EnglishCue* cue = verb_cue(parse.verbs[i]))
      places.push_back({parse.verbs[i].first, {i, kNone}, cue->act});
  }
  for (std::size_t i = 0; i < parse.phrases.size(); ++i) {
    const Phrase& p = parse.phrases[i];
    if (p.noun.empty()) continue;
    if (const EnglishCue* cue = noun_cue(p.noun))
      places.push_back({p.first, {s.ruler(i), i}, cue->act});
  }
  std::ranges::stable_sort(places, {}, &Place::token);
  for (const Place& place : places) read_cue(s, place.cue, place.act);
}

/// "The deal covers memory for NVIDIA's computers": goods flow from the other party.
void covered_goods(Statements& s) {
  const auto& pair = s.context().discourse.last_pair;
  if (pair.size() != 2) return;
  const Parse& parse = s.parse();
  for (std::size_t i = 0; i < parse.verbs.size(); ++i) {
    const Verb& v = parse.verbs[i];
    const bool covers =
        v.lemma == "cover" || v.lemma == "include" || v.lemma == "involve" || v.lemma == "call";
    if (!covers || v.subject == kNone || !is_deal_noun(s.phrase(v.subject).noun)) continue;
    for (const std::size_t c : v.complements) {
      if (parse.preposition(s.phrase(c)) != "for") continue;
      Entities customer = s.filtered(s.phrase(c).owner, kOrganizations);
      if (customer.empty()) customer = s.filtered(parse.all(c), kOrganizations);
      if (customer.empty()) continue;
      for (std::size_t k = 0; k < 2; ++k) {
        if (pair[k] == customer.front())
          s.emit(EdgeType::Supply, {pair[1 - k]}, customer, {i, kNone}, Status::Agreed);
      }
      return;
    }
  }
}

bool is_deal(EdgeType type) {
  return type == EdgeType::Supply || type == EdgeType::Investment ||
         type == EdgeType::Acquisition || type == EdgeType::Partnership;
}

/// "The $2.2 billion deal was struck in March": a sum told of the deal that the sentences before
/// spoke of.
void follow_up(Statements& s, std::size_t first) {
  std::optional<Relation>& last = s.context().last_deal;
  for (std::size_t i = first; i < s.count(); ++i) {
    if (!is_deal(s.at(i).type)) continue;
    last = s.at(i);
    return;
  }
  if (!last || last->amount || s.title()) return;
  const Parse& parse = s.parse();
  for (std::size_t i = 0; i < parse.phrases.size(); ++i) {
    const Phrase& p = parse.phrases[i];
    const std::string& opener = parse.word(p.first);
    const bool deal = is_deal_noun(p.noun) || p.noun == "transaction" || p.noun == "acquisition" ||
                      p.noun == "investment" || p.noun == "takeover" || p.noun == "purchase";
    if (!deal || p.subject_of == kNone || (opener != "the" && opener != "this")) continue;
    Relation probe = *last;
    probe.trigger = parse.span_of(p);
    probe.evidence = s.view().sentence.span;
    probe.date.reset();
    s.attach(probe, {p.subject_of, i});
    if (!probe.amount) return;
    probe.date = last->date;
    last->amount = probe.amount;
    s.add(std::move(probe));
    return;
  }
}

/// What the sentences after this one may lean on: who it was about.
std::vector<Argument> arguments_of(const Statements& s) {
  std::vector<Argument> arguments;
  for (const Verb& v : s.parse().verbs) {
    if (!v.finite || v.subject == kNone || v.relative || v.governor != kNone) continue;
    // Who leads a round is not whom the article is about.
    const EnglishCue* cue = verb_cue(v);
    if (cue != nullptr && cue->act == Act::Lead) continue;
    Argument argument;
    argument.entities = s.filtered(s.parse().all(v.subject), kActors);
    if (argument.entities.empty()) continue;
    argument.span = s.parse().span_of(s.phrase(v.subject));
    arguments.push_back(std::move(argument));
  }
  std::ranges::stable_sort(arguments, {}, [](const Argument& a) { return a.span.begin; });
  return arguments;
}

}  // namespace
}  // namespace english

std::vector<Relation> english_relations(SentenceView& view, Context& context) {
  const english::Parse parse = english::parse(view.article, view.sentence, context.discourse);
  constexpr std::size_t kLongest = 240;
  for (const auto& [entity, words] : parse.descriptions) {
    std::string& known = context.discourse.descriptions[entity];
    if (known.size() < kLongest) known += words;
  }
  english::Statements statements(view, parse, context);
  english::read_roles(statements);
  english::read_careers(statements);
  for (std::size_t i = 0; i < statements.count(); ++i) {
    const Relation& role = statements.at(i);
    if (role.status == Status::Completed) context.discourse.posts[role.source] = role.target;
  }
  const std::size_t roles = statements.count();
  english::read_cues(statements);
  english::read_presence(statements);
  english::covered_goods(statements);
  english::read_ties(statements);
  english::read_ownership(statements);
  english::read_parts(statements);
  english::follow_up(statements, roles);
  view.arguments = english::arguments_of(statements);
  view.pairs = english_pairs(view, parse, context.discourse);
  return statements.take();
}

}  // namespace dealgraph::extract
