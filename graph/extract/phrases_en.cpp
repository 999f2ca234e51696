// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/parser_en.hpp"
#include "graph/extract/titles.hpp"

namespace dealgraph::extract::english {
namespace {

bool is_time_noun(std::string_view noun) {
  constexpr std::string_view kNouns[] = {
      "day",     "week",  "month",  "year",   "quarter", "hour",      "minute",
      "morning", "night", "decade", "summer", "spring",  "fall",      "autumn",
      "winter",  "time",  "half",   "moment", "evening", "afternoon", "weekend"};
  return std::ranges::find(kNouns, noun) != std::end(kNouns);
}

/// "the company Jane Roe set up": the person begins a clause of her own.
bool opens_relative(const Article& article, const std::vector<Token>& tokens, std::size_t head,
                    std::size_t at) {
  if (tokens[head].cls != Class::Noun || tokens[at].cls != Class::Name) return false;
  if (article.entity(tokens[at].entity).type != EntityType::Person) return false;
  const bool verb =
      at + 1 < tokens.size() &&
      ((tokens[at + 1].cls == Class::Verb && tokens[at + 1].verb.form != Form::Gerund) ||
       tokens[at + 1].cls == Class::Have || tokens[at + 1].cls == Class::Be);
  return verb && is_company_noun(singular(tokens[head].word));
}

}  // namespace

Phrase read_phrase(const Article& article, const std::vector<Token>& tokens, std::size_t at) {
  Phrase phrase;
  phrase.first = at;
  std::size_t head = kNone;
  std::size_t i = at;
  for (; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool after_head = head != kNone && i > at && head + 1 == i;
    const bool after_person = after_head && tokens[head].cls == Class::Name &&
                              article.entity(tokens[head].entity).type == EntityType::Person;
    if (token.cls == Class::Possessive) {
      if (!after_head) break;
      continue;
    }
    if (token.cls == Class::Name || token.cls == Class::Noun) {
      if (after_person) break;
      if (after_head && opens_relative(article, tokens, head, i)) break;
      head = i;
      continue;
    }
    if (token.cls == Class::Money || token.cls == Class::Number) {
      if (after_head && tokens[head].cls != Class::Money) break;
      head = token.cls == Class::Money ? i : head;
      continue;
    }
    if (token.cls == Class::Determiner) {
      if (i > at && head != kNone) break;
      if (token.word == "no") phrase.negated = true;
      continue;
    }
    if (token.cls == Class::Modifier) {
      if (after_person) break;
      if (after_head && tokens[head].cls == Class::Name &&
          (token.word == "next" || token.word == "last"))
        break;
      // "Nvidia-backed Foo" goes on; "the deal former …" does not.
      const bool goes_on = i + 1 < tokens.size() && tokens[i + 1].cls == Class::Noun &&
                           token.word != "former" && token.word != "chief";
      const bool chief =
          token.word == "chief" && i + 1 < tokens.size() && tokens[i + 1].cls == Class::Name;
      if (after_head && !token.word.starts_with('-') && tokens[head].cls == Class::Noun &&
          !goes_on && !chief)
        break;
      continue;
    }
    if (token.cls == Class::Adverb && i > at && head == kNone && i + 1 < tokens.size() &&
        tokens[i + 1].cls == Class::Modifier) {
      continue;
    }
    break;
  }
  if (head == kNone) {
    // "the two", "both": a phrase of a determiner alone stands for what was spoken of.
    phrase.last = i;
    if (i > at) phrase.noun = tokens[i - 1].word;
    return phrase;
  }
  phrase.last = i;
  // "OpenAI's chief executive": words that are no nouns elsewhere head the phrase of an owner.
  const bool owned = head + 2 < i && tokens[head + 1].cls == Class::Possessive &&
                     tokens[i - 1].cls == Class::Modifier;
  if (owned) head = i - 1;
  // A possessive that ends the phrase has no head: "Intel's" stays the owner.
  const Token& top = tokens[head];
  const bool owner_only = tokens[i - 1].cls == Class::Possessive;
  for (std::size_t k = at; k < i; ++k) {
    if (tokens[k].cls != Class::Name) continue;
    const bool owns = k + 1 < i && tokens[k + 1].cls == Class::Possessive;
    if (owns) {
      phrase.owner = {tokens[k].entity};
    } else if (k != head) {
      phrase.modifiers.push_back(tokens[k].entity);
    }
  }
  if (top.cls == Class::Name && !owner_only) {
    phrase.entities = {top.entity};
  } else if (top.cls == Class::Money) {
    phrase.is_money = true;
    phrase.noun = "$";
  } else if (top.cls == Class::Noun || top.cls == Class::Modifier) {
    phrase.noun = singular(top.word);
    phrase.is_time = is_time_noun(phrase.noun);
  }
  return phrase;
}

std::size_t Parser::step(std::size_t i) {
  switch (out_.tokens[i].cls) {
    case Class::Comma:
      comma_ = true;
      preposition_ = kNone;
      prev_ = Prev::Comma;
      return i + 1;
    case Class::And:
      if (prev_ != Prev::Comma) comma_ = false;
      preposition_ = kNone;
      prev_ = Prev::And;
      return i + 1;
    case Class::Break:
      reset();
      return i + 1;
    case Class::Preposition:
      return read_preposition(i);
    case Class::Relative:
      return read_relative(i);
    case Class::That:
      complement_verb_ = last_verb_;
      complement_noun_ = prev_ == Prev::Phrase ? last_phrase_ : kNone;
      prev_ = Prev::That;
      return i + 1;
    case Class::Subordinator:
      ++clause_;
      preposition_ = kNone;
      prev_ = Prev::Start;
      if (out_.tokens[i].word == "whether" || out_.tokens[i].word == "if") {
        complement_verb_ = last_verb_;
      } else if (pending_.empty()) {
        open_object_ = false;
      }
      return i + 1;
    case Class::Adverb:
      if (out_.tokens[i].word == "not" || out_.tokens[i].word == "never") negated_ = true;
      return i + 1;
    case Class::Possessive:
      return i + 1;
    case Class::Verb:
    case Class::Be:
    case Class::Have:
    case Class::Modal:
    case Class::To:
      return read_verb(i);
    default:
      return add_phrase(i);
  }
}

void Parser::reset() {
  pending_.clear();
  last_verb_ = last_phrase_ = core_ = relative_ = gap_ = preposition_ = kNone;
  complement_verb_ = complement_noun_ = kNone;
  ++clause_;
  comma_ = false;
  negated_ = false;
  prev_ = Prev::Start;
}

std::size_t Parser::read_preposition(std::size_t i) {
  preposition_ = i;
  after_phrase_ = prev_ == Prev::Phrase;
  after_comma_ = prev_ == Prev::Comma;
  after_and_ = prev_ == Prev::And;
  prev_ = Prev::Preposition;
  return i + 1;
}

std::size_t Parser::read_relative(std::size_t i) {
  ++clause_;
  // "a contract under which Foo was to supply"; "to which it has committed"
  relative_preposition_ = prev_ == Prev::Preposition ? preposition_ : kNone;
  const std::size_t deal = relative_preposition_ != kNone && last_phrase_ != kNone &&
                                   out_.tokens[relative_preposition_].word == "under"
                               ? deal_in_chain(last_phrase_)
                               : kNone;
  std::size_t antecedent = deal != kNone                                            ? deal
                           : relative_preposition_ != kNone || prev_ != Prev::Comma ? last_phrase_
                           : core_ != kNone                                         ? core_
                                                                                    : last_phrase_;
  // "Foo, a unit of Bar, which …" speaks of Foo; "the firm in Oslo that …" of the firm.
  if (antecedent != kNone && out_.tokens[i].word == "who" && !is_somebody(antecedent))
    antecedent = nearest_person(antecedent);
  preposition_ = kNone;
  if (out_.tokens[i].word == "whose") {
    whose_ = antecedent;
    prev_ = Prev::Start;
  } else {
    relative_ = antecedent == kNone ? kNone : phrase(antecedent).group;
    prev_ = Prev::Relative;
  }
  return i + 1;
}

/// "the man who runs it": a noun for a person, who is nobody named before.
bool Parser::is_somebody(std::size_t p) const {
  const Phrase& phrase = out_.phrases[p];
  if (prev_ == Prev::Comma || phrase.noun.empty() || phrase.apposition != kNone) return false;
  static constexpr std::string_view kNouns[] = {
      "man",        "woman",     "person",   "people",      "entrepreneur", "billionaire",
      "researcher", "engineer",  "investor", "colleague",   "scientist",    "official",
      "analyst",    "executive", "employee", "entrepreneur"};
  return std::ranges::find(kNouns, phrase.noun) != std::end(kNouns) ||
         out_.tokens[phrase.last - 1].word == "men";
}

std::size_t Parser::nearest_person(std::size_t from) const {
  for (std::size_t i = out_.phrases.size(), n = 0; i-- > 0 && n < 4; ++n) {
    const Entities& e = out_.phrases[i].entities;
    if (!e.empty() && article_.entity(e.front()).type == EntityType::Person) return i;
  }
  return from;
}

std::size_t Parser::add_phrase(std::size_t i) {
  Phrase p =
      out_.tokens[i].cls == Class::Pronoun ? pronoun_at(i) : read_phrase(article_, out_.tokens, i);
  const std::size_t end = std::max(p.last, i + 1);
  p.last = end;
  if (p.is_time && p.entities.empty()) {
    preposition_ = kNone;
    if (prev_ == Prev::Preposition) prev_ = after_phrase_ ? Prev::Phrase : before_preposition();
    return end;
  }
  const std::size_t index = out_.phrases.size();
  p.group = index;
  const bool by_preposition = preposition_ != kNone && prev_ == Prev::Preposition;
  const bool acts = end < out_.tokens.size() && is_verbal(out_.tokens[end].cls);
  const bool object = !by_preposition && prev_ == Prev::Verb && !acts;
  if (whose_ != kNone) {
    p.owner = out_.all(whose_);
    whose_ = kNone;
    whose_phrase_ = index;
  }
  // "as it sold more": a clause of its own
  const bool clause = by_preposition && acts && opens_clause_with(out_.tokens[preposition_].word);
  resolver_.resolve(out_, p, (by_preposition || object) && !clause ? current_subject() : kNone,
                    current_subject());
  out_.phrases.push_back(std::move(p));
  place(index, by_preposition, end);
  prev_ = Prev::Phrase;
  comma_ = false;
  return end;
}

Parser::Prev Parser::before_preposition() const {
  return last_verb_ != kNone ? Prev::Verb : Prev::Start;
}

Phrase Parser::pronoun_at(std::size_t i) const {
  Phrase p;
  p.first = i;
  p.last = i + 1;
  p.noun = out_.tokens[i].word;
  return p;
}

std::size_t Parser::current_subject() const {
  return last_verb_ == kNone ? kNone : out_.verbs[last_verb_].subject;
}

void Parser::place(std::size_t index, bool by_preposition, std::size_t end) {
  Phrase& p = phrase(index);
  if (by_preposition) {
    p.preposition = preposition_;
    preposition_ = kNone;
    if (after_and_ && goes_on(index)) return;
    if (after_phrase_ && last_phrase_ != kNone) {
      p.attached = last_phrase_;
      phrase(last_phrase_).complements.push_back(index);
    }
    if (last_verb_ != kNone && open_object_ && !(after_comma_ && !pending_.empty())) {
      verb(last_verb_).complements.push_back(index);
      p.complement_of = last_verb_;
      // "sell servers built on chips to Foo": past the participle, to the verb of the clause.
      const std::string& word = out_.tokens[p.preposition].word;
      const Verb& last = verb(last_verb_);
      const bool reduced = last.passive && !last.finite && !last.infinitive;
      if (reduced && last_verb_ > 0 && (word == "to" || word == "from")) {
        Verb& main = verb(last_verb_ - 1);
        if (!main.passive) main.complements.push_back(index);
      }
    }
    last_phrase_ = index;
    core_ = after_phrase_ && core_ != kNone && phrase(core_).preposition == kNone ? core_ : index;
    if (!p.entities.empty() && (core_ == kNone || p.attached == kNone)) core_ = index;
    list_ = index;
    return;
  }
  // "a fund founded by Foo": a participle does not make it a subject.
  const bool participle = end + 1 < out_.tokens.size() && out_.tokens[end].cls == Class::Verb &&
                          out_.tokens[end].verb.form == Form::Past &&
                          (out_.tokens[end + 1].word == "by" || lists_by_preposition(end));
  const bool next_is_verb = end < out_.tokens.size() && is_verbal(out_.tokens[end].cls) &&
                            !participle && out_.tokens[end].verb.form != Form::Gerund;
  if ((prev_ == Prev::And || prev_ == Prev::Comma) && joins(index, next_is_verb)) return;
  if (prev_ == Prev::Comma && explains(index, next_is_verb)) return;
  if (prev_ == Prev::Relative) {
    gap_ = relative_;
    relative_ = kNone;
  } else if (next_is_verb && founded_by(index)) {
    gap_ = phrase(last_phrase_).group;
    relative_preposition_ = kNone;
  }
  const bool second = prev_ == Prev::Phrase && last_verb_ != kNone && last_phrase_ != kNone &&
                      phrase(last_phrase_).object_of == last_verb_ &&
                      verb(last_verb_).objects.size() < 2;
  if ((prev_ == Prev::Verb || second) && last_verb_ != kNone) {
    p.object_of = last_verb_;
    verb(last_verb_).objects.push_back(index);
  } else {
    pending_.push_back(index);
  }
  last_phrase_ = core_ = list_ = index;
}

/// "the studio he opened", "the company Jane Roe set up": a relative clause without its pronoun.
bool Parser::founded_by(std::size_t index) const {
  if (prev_ != Prev::Phrase || last_phrase_ == kNone) return false;
  const Phrase& company = out_.phrases[last_phrase_];
  const Phrase& who = out_.phrases[index];
  const bool person = who.entities.size() == 1 && type_of(who) == EntityType::Person;
  return person && (is_company_noun(company.noun) || is_part_noun(company.noun));
}

bool Parser::goes_on(std::size_t index) {
  if (list_ == kNone || last_phrase_ == kNone) return false;
  Phrase& b = phrase(index);
  const Phrase& a = phrase(list_);
  if (a.entities.empty() || b.entities.empty() || a.preposition == kNone) return false;
  if (type_of(a) != type_of(b)) return false;
  if (out_.tokens[a.preposition].word != out_.tokens[b.preposition].word) return false;
  const bool near = last_phrase_ == list_ || phrase(last_phrase_).apposition == list_;
  if (!near) return false;
  Phrase& leader = phrase(a.group);
  b.group = a.group;
  if (leader.members.empty()) leader.members.push_back(a.group);
  leader.members.push_back(index);
  last_phrase_ = list_ = index;
  return true;
}

/// "partnerships with Foo and Bar aimed at": a participle after a list that a preposition governs.
bool Parser::lists_by_preposition(std::size_t end) const {
  return prev_ == Prev::And && list_ != kNone &&
         out_.phrases[out_.phrases[list_].group].preposition != kNone &&
         out_.tokens[end + 1].cls == Class::Preposition && last_verb_ != kNone;
}

bool Parser::is_verbal(Class cls) {
  return cls == Class::Verb || cls == Class::Be || cls == Class::Have || cls == Class::Modal;
}

EntityType Parser::type_of(const Phrase& p) const {
  return article_.entity(p.entities.front()).type;
}

bool Parser::joins(std::size_t index, bool next_is_verb) {
  // "Jane Roe, the chair and CEO of Foo": both words explain her.
  if (prev_ == Prev::And && last_phrase_ != kNone && phrase(index).entities.empty() &&
      phrase(last_phrase_).apposition != kNone && !comma_) {
    phrase(index).apposition = phrase(last_phrase_).apposition;
    last_phrase_ = index;
    return true;
  }
  const std::size_t left = list_;
  if (left == kNone || last_phrase_ == kNone) return false;
  const Phrase& a = phrase(left);
  Phrase& b = phrase(index);
  const bool near = last_phrase_ == left || phrase(last_phrase_).apposition == left ||
                    (phrase(last_phrase_).attached != kNone &&
                     phrase(phrase(last_phrase_).attached).apposition == left) ||
                    is_share_of(last_phrase_, left);
  if (!near) return false;
  const bool both = !a.entities.empty() && !b.entities.empty();
  if (both) {
    const EntityType x = type_of(a);
    const EntityType y = type_of(b);
    const bool actors = (x == EntityType::Organization || x == EntityType::Person) &&
                        (y == EntityType::Organization || y == EntityType::Person);
    if (x != y && !(actors && prev_ == Prev::And)) return false;
    if (x == EntityType::Place && prev_ == Prev::Comma) return false;
    if (b.resolved && prev_ == Prev::Comma) return false;
    // ", and Foo sold …" opens a clause of its own.
    const bool subject = std::ranges::find(pending_, a.group) != pending_.end();
    if (next_is_verb && !subject) {
      // "companies including Foo and Bar put in …": the verb goes with the companies.
      const std::string_view word = out_.preposition(phrase(a.group));
      const bool example = word == "including" || word == "like" || hangs_on_subject(left);
      if (!example || pending_.empty()) return splits(left, index);
    }
    if (next_is_verb && prev_ == Prev::Comma) return false;
  } else {
    // "Stripe's founders, Jane Roe and …": a list that does not begin with a name.
    const bool opens_list = a.entities.empty() && !b.entities.empty() && a.preposition != kNone &&
                            !is_company_noun(a.noun) && !english_title_ends(a) && !a.is_money &&
                            !a.owner.empty();
    if (prev_ != Prev::And && !opens_list) return false;
    if (a.is_money != b.is_money) return false;
    const bool subject = std::ranges::find(pending_, a.group) != pending_.end();
    if (next_is_verb && !subject) return false;
    const bool inside = phrase(a.group).preposition != kNone;
    if (a.entities.empty() != b.entities.empty() && comma_ && !opens_list && !inside) return false;
  }
  constexpr std::size_t kLongestList = 48;
  if (phrase(a.group).members.size() >= kLongestList) return false;
  b.group = a.group;
  b.preposition = a.preposition;
  Phrase& leader = phrase(a.group);
  if (leader.members.empty()) leader.members.push_back(a.group);
  leader.members.push_back(index);
  b.joined_by_and = prev_ == Prev::And && comma_;
  last_phrase_ = index;
  list_ = index;
  core_ = leader.group;
  return true;
}

bool Parser::splits(std::size_t left, std::size_t index) {
  if (prev_ != Prev::And) return false;
  Phrase& leader = phrase(phrase(left).group);
  const auto first =
      std::ranges::find_if(leader.members, [&](std::size_t m) { return phrase(m).joined_by_and; });
  if (first == leader.members.end()) return false;
  std::vector<std::size_t> rest(first, leader.members.end());
  leader.members.erase(first, leader.members.end());
  rest.push_back(index);
  for (const std::size_t member : rest) {
    phrase(member).group = rest.front();
    phrase(member).preposition = kNone;
  }
  const std::size_t head = rest.front();
  phrase(head).joined_by_and = false;
  phrase(head).members = std::move(rest);
  pending_.push_back(head);
  last_phrase_ = list_ = index;
  core_ = head;
  return true;
}

/// "the merger of Foo and Bar closes": the list hangs on the subject of the verb to come.
bool Parser::hangs_on_subject(std::size_t left) const {
  const std::size_t top = chain_top(left);
  return top != kNone && top != out_.phrases[left].group && out_.phrases[top].entities.empty() &&
         std::ranges::find(pending_, top) != pending_.end();
}

bool Parser::is_share_of(std::size_t index, std::size_t member) const {
  const Phrase& p = out_.phrases[index];
  if (p.attached != member || !p.entities.empty()) return false;
  for (std::size_t i = p.first; i < p.last; ++i) {
    if (out_.tokens[i].cls == Class::Number) return true;
  }
  return false;
}

bool Parser::english_title_ends(const Phrase& p) const {
  const std::uint32_t size = english_title_at(article_.text, out_.tokens[p.last - 1].span.begin);
  return size > 0;
}

/// "During the fair in Riyadh, …": what a preposition opens before there is a verb.
bool Parser::is_fronted(std::size_t p) const {
  for (int n = 0; n < 8 && p != kNone && out_.phrases[p].preposition != kNone; ++n) {
    const std::size_t leader = out_.phrases[p].group;
    if (out_.phrases[leader].attached == kNone) return true;
    p = out_.phrases[leader].attached;
  }
  return false;
}

bool Parser::explains(std::size_t index, bool next_is_verb) {
  const bool of_last = list_ != kNone && list_ == last_phrase_;
  const std::size_t left = of_last ? list_ : core_ != kNone ? core_ : last_phrase_;
  if (left == kNone || next_is_verb) return false;
  Phrase& a = phrase(left);
  Phrase& b = phrase(index);
  if (a.is_money || b.is_money) return false;
  // A phrase with a preposition at the start of the sentence explains nothing.
  if (last_verb_ == kNone && is_fronted(left)) return false;
  const bool name_and_noun =
      a.entities.empty() != b.entities.empty() || (!b.noun.empty() && !a.entities.empty());
  if (!name_and_noun) return false;
  if (a.entities.empty() && a.preposition != kNone && !is_company_noun(a.noun) &&
      !english_title_ends(a))
    return false;
  if (b.noun == "he" || b.noun == "she" || b.noun == "it" || b.noun == "they" || b.noun == "we")
    return false;
  b.apposition = left;
  if (b.resolved) b.entities = a.entities;
  if (a.entities.empty() && !b.entities.empty() &&
      (is_company_noun(a.noun) || english_title_ends(a))) {
    a.entities = b.entities;
  }
  // "Foo, a fund founded by Bar": the fund is Foo.
  if (b.entities.empty() && !a.entities.empty() && is_company_noun(b.noun) &&
      type_of(a) == EntityType::Organization) {
    b.entities = a.entities;
    b.resolved = true;
  }
  resolver_.describe(a, b, out_);
  last_phrase_ = index;
  return true;
}

}  // namespace dealgraph::extract::english
