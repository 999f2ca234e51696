// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/parser_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const WordList<N>& words) {
  return words.contains(word);
}

/// "Acme tapped Foo to supply …": the object acts.
bool gives_control(std::string_view lemma) {
  static constexpr auto kVerbs = word_list(
      {"tap",     "pick",     "choose",  "select",     "hire",    "ask",    "name",   "nominate",
       "appoint", "contract", "urge",    "allow",      "help",    "enable", "enlist", "get",
       "want",    "expect",   "recruit", "commission", "invite",  "force",  "use",    "permit",
       "engage",  "let",      "require", "persuade",   "promote", "order",  "award"});
  return is_one_of(lemma, kVerbs);
}

bool is_saying(std::string_view lemma) {
  static constexpr auto kVerbs =
      word_list({"say",     "announce", "report",   "expect",  "think", "believe",    "claim",
                 "confirm", "deny",     "tell",     "add",     "show",  "disclose",   "suggest",
                 "know",    "mean",     "note",     "hope",    "warn",  "indicate",   "reveal",
                 "allege",  "estimate", "forecast", "predict", "see",   "understand", "agree",
                 "argue",   "insist",   "stress",   "write"});
  return is_one_of(lemma, kVerbs);
}

bool is_intransitive(std::string_view lemma) {
  static constexpr auto kVerbs =
      word_list({"rise",  "fall",   "grow",   "climb",  "slip",   "jump",     "come",
                 "go",    "arrive", "remain", "expire", "happen", "become",   "begin",
                 "agree", "say",    "step",   "resign", "travel", "withdraw", "drop"});
  return is_one_of(lemma, kVerbs);
}

}  // namespace

Parse Parser::run() {
  const auto& tokens = out_.tokens;
  for (std::size_t i = 0; i < tokens.size();) i = step(i);
  out_.descriptions = resolver_.descriptions();
  return std::move(out_);
}

Phrase& Parser::phrase(std::size_t i) { return out_.phrases[i]; }

Verb& Parser::verb(std::size_t i) { return out_.verbs[i]; }

std::size_t Parser::read_verb(std::size_t i) {
  Verb v;
  v.first = i;
  v.clause = clause_;
  v.negated = negated_;
  negated_ = false;
  const auto& tokens = out_.tokens;
  bool be = false;
  bool done = false;
  std::size_t k = i;
  for (; k < tokens.size() && !done; ++k) {
    const Token& t = tokens[k];
    switch (t.cls) {
      case Class::To:
        if (k != i) goto stop;
        v.infinitive = true;
        break;
      case Class::Modal:
        if (be) goto stop;
        v.finite = true;
        v.modal = modal_of(t.word);
        if (t.word == "cannot" || (k + 1 < tokens.size() && tokens[k + 1].word == "not"))
          v.negated = true;
        break;
      case Class::Have:
        v.perfect = true;
        v.finite = v.finite || (!v.infinitive && t.word != "having");
        break;
      case Class::Be:
        be = true;
        v.finite = v.finite || (!v.infinitive && t.word != "being" && t.word != "been");
        break;
      case Class::Adverb:
        if (t.word == "not" || t.word == "never") v.negated = true;
        if (t.word == "longer") v.over = true;
        if (k + 1 < tokens.size() && !is_verbal(tokens[k + 1].cls) &&
            tokens[k + 1].cls != Class::Adverb)
          goto stop;
        break;
      case Class::Verb:
        v.lemma = t.verb.lemma;
        v.form = t.verb.form;
        done = true;
        break;
      default:
        goto stop;
    }
  }
stop:
  if (!done) {
    if (!be) {
      // A modal alone: "it will" carries no statement.
      if (k == i) ++k;
      return k;
    }
    v.lemma = "be";
    v.form = Form::Base;
  } else if (be) {
    v.passive = v.form == Form::Past || v.form == Form::Participle;
    v.progressive = v.form == Form::Gerund;
  }
  v.last = std::max(k, i + 1);
  if (done) read_particle(v);
  link(v, be);
  return v.last;
}

Modal Parser::modal_of(std::string_view word) {
  if (word == "will" || word == "shall") return Modal::Will;
  if (word == "would" || word == "should") return Modal::Would;
  if (word == "may" || word == "might" || word == "could") return Modal::May;
  return Modal::None;
}

void Parser::read_particle(Verb& v) const {
  if (v.last >= out_.tokens.size()) return;
  const std::string& next = out_.tokens[v.last].word;
  static constexpr auto kParticles = word_list({"up", "down", "out", "off", "away", "back"});
  // "spend up to $5 billion"
  if (next == "up" && v.last + 1 < out_.tokens.size() && out_.tokens[v.last + 1].word == "to" &&
      out_.tokens[v.last + 1].cls == Class::Adverb)
    return;
  // "took in $80 million", "put in another $5 billion", "chipped in"
  if (next == "in" && takes_in(v)) {
    v.particle = next;
    ++v.last;
    return;
  }
  const bool along = next == "along" && (v.lemma == "come" || v.lemma == "tag" || v.lemma == "go");
  if (along) {
    v.particle = next;
    ++v.last;
    return;
  }
  const bool over = next == "over" && (v.lemma == "take" || v.lemma == "hand");
  const bool through = next == "through" && v.lemma == "fall";
  if (!is_one_of(next, kParticles) && !over && !through) return;
  v.particle = next;
  ++v.last;
}

bool Parser::takes_in(const Verb& v) const {
  static constexpr auto kAlone = word_list({"chip", "kick", "pitch"});
  static constexpr auto kMoney =
      word_list({"take", "put", "pull", "bring", "rake", "haul", "reel", "throw", "draw"});
  if (is_one_of(v.lemma, kAlone)) return true;
  if (!is_one_of(v.lemma, kMoney)) return false;
  constexpr std::size_t kReach = 4;
  const auto& tokens = out_.tokens;
  for (std::size_t i = v.last + 1, n = 0; n < kReach && i < tokens.size(); ++n, ++i) {
    if (tokens[i].cls == Class::Money) return true;
    const bool bound = tokens[i].cls == Class::Adverb || tokens[i].cls == Class::Determiner ||
                       tokens[i].cls == Class::Modifier;
    if (!bound) return false;
  }
  return false;
}

void Parser::link(Verb& v, bool be) {
  const std::size_t index = out_.verbs.size();
  const bool bare = !be && !v.perfect && v.modal == Modal::None && !v.infinitive;
  if (v.infinitive) {
    link_infinitive(v);
  } else if ((bare && v.form == Form::Gerund) || (v.perfect && !v.finite)) {
    link_gerund(v);
  } else if (bare && (v.form == Form::Participle || is_reduced(v))) {
    v.passive = true;
    v.subject = reduced_subject();
  } else {
    v.finite = true;
    link_finite(v);
  }
  if (gap_ != kNone) v.relative = true;
  if (v.governor != kNone && verb(v.governor).relative) v.relative = true;
  if (gap_ != kNone && v.objects.empty() && !v.passive) {
    if (last_verb_ != kNone && prev_ == Prev::Verb) {
      std::erase(verb(last_verb_).objects, gap_);
      std::erase(verb(last_verb_).complements, gap_);
    }
    if (relative_preposition_ != kNone) {
      if (v.complements.empty()) v.complements.push_back(with_preposition(gap_));
    } else {
      v.objects.push_back(gap_);
    }
    if (v.lemma == "say") v.objects.clear();
  }
  if (v.subject != kNone) {
    v.subject = phrase(v.subject).group;
    if (phrase(v.subject).subject_of == kNone) phrase(v.subject).subject_of = index;
    for (const std::size_t d : dangling_) {
      if (verb(d).subject == kNone) verb(d).subject = v.subject;
    }
    if (v.finite) dangling_.clear();
  }
  if (v.subject == kNone && (v.form == Form::Gerund || (v.perfect && !v.finite)))
    dangling_.push_back(index);
  out_.verbs.push_back(v);
  last_verb_ = index;
  open_object_ = true;
  prev_ = Prev::Verb;
  preposition_ = kNone;
  comma_ = false;
  if (v.finite && gap_ != kNone && v.lemma != "agree" && v.lemma != "plan" && v.lemma != "say" &&
      v.lemma != "intend") {
    gap_ = kNone;
  }
  if (v.infinitive) gap_ = kNone;
}

std::size_t Parser::with_preposition(std::size_t antecedent) {
  Phrase copy;
  copy.first = phrase(antecedent).first;
  copy.last = phrase(antecedent).last;
  copy.noun = phrase(antecedent).noun;
  copy.entities = out_.all(antecedent);
  copy.preposition = relative_preposition_;
  copy.group = out_.phrases.size();
  out_.phrases.push_back(std::move(copy));
  relative_preposition_ = kNone;
  return out_.phrases.size() - 1;
}

Class Parser::class_after(const Verb& v) const {
  std::size_t i = v.last;
  while (i < out_.tokens.size() && out_.tokens[i].cls == Class::Adverb) ++i;
  return i < out_.tokens.size() ? out_.tokens[i].cls : Class::Break;
}

std::string_view Parser::word_after(const Verb& v) const {
  std::size_t i = v.last;
  while (i < out_.tokens.size() && out_.tokens[i].cls == Class::Adverb) ++i;
  return i < out_.tokens.size() ? std::string_view(out_.tokens[i].word) : std::string_view();
}

bool Parser::is_reduced(const Verb& v) const {
  if (v.form != Form::Past || is_intransitive(v.lemma)) return false;
  const Class next = class_after(v);
  const bool takes_object = next == Class::Name || next == Class::Determiner ||
                            next == Class::Money || next == Class::Noun ||
                            next == Class::Modifier || next == Class::Pronoun ||
                            next == Class::That || next == Class::To || next == Class::Number;
  if (prev_ == Prev::Phrase && last_phrase_ != kNone) {
    if (word_after(v) == "by") return true;
    if (takes_object) return false;
    const Phrase& p = out_.phrases[last_phrase_];
    const bool pending = !pending_.empty() && pending_.back() == p.group;
    if (!p.entities.empty() && !p.resolved) return p.preposition != kNone && pending_.empty();
    if (pending && is_company_noun(p.noun)) return false;
    if (p.noun == "it" || p.noun == "he" || p.noun == "she" || p.noun == "they") return false;
    return next == Class::Preposition || next == Class::Comma || next == Class::Break ||
           next == Class::Relative;
  }
  if (prev_ == Prev::Comma || prev_ == Prev::Start) {
    if (word_after(v) == "by") return true;
    return !takes_object && prev_ == Prev::Comma;
  }
  // "was carved out of Foo and sold to Bar"
  return prev_ == Prev::And && last_verb_ != kNone && out_.verbs[last_verb_].passive &&
         (word_after(v) == "by" || (out_.verbs[last_verb_].finite && next == Class::Preposition));
}

std::size_t Parser::reduced_subject() const {
  if (prev_ == Prev::And && last_verb_ != kNone) {
    // "led by Foo, a fund founded by Bar, and backed by …": back to the verb of the clause.
    for (std::size_t i = out_.verbs.size(), n = 0; comma_ && i-- > 0 && n < 4; ++n) {
      const Verb& v = out_.verbs[i];
      if (v.passive && (v.finite || v.infinitive)) return v.subject;
    }
    return out_.verbs[last_verb_].subject;
  }
  if (prev_ == Prev::Comma && !pending_.empty()) return pending_.back();
  if (prev_ == Prev::Comma && core_ != kNone) return core_;
  return last_phrase_;
}

std::size_t Parser::chain_top(std::size_t p) const {
  for (int n = 0; n < 8 && p != kNone && out_.phrases[p].preposition != kNone; ++n) {
    const std::size_t leader = out_.phrases[p].group;
    if (out_.phrases[leader].attached == kNone) return kNone;
    p = out_.phrases[leader].attached;
  }
  return p == kNone ? kNone : out_.phrases[p].group;
}

bool Parser::take_pending(std::size_t p) {
  const auto found = std::ranges::find(pending_, p);
  if (found == pending_.end()) return false;
  pending_.erase(found, pending_.end());
  return true;
}

std::size_t Parser::pop_pending() {
  const std::size_t p = pending_.back();
  pending_.pop_back();
  return p;
}

void Parser::link_finite(Verb& v) {
  if (complement_verb_ != kNone) v.governor = complement_verb_;
  v.noun = complement_noun_;
  complement_verb_ = complement_noun_ = kNone;
  if (prev_ == Prev::Relative) {
    v.subject = relative_;
    relative_ = kNone;
    in_relative_ = out_.verbs.size();
    v.relative = true;
    return;
  }
  if (prev_ == Prev::Phrase && last_phrase_ != kNone) return link_after_phrase(v);
  if (prev_ == Prev::Comma && !pending_.empty()) {
    v.subject = pop_pending();
    // "Foo, whose takeover of Bar dates from 2017, said": whose noun had its say.
    if (v.subject == whose_phrase_ && !pending_.empty()) v.subject = pop_pending();
    return;
  }
  if (last_verb_ == kNone) {
    if (!pending_.empty()) v.subject = pop_pending();
    return;
  }
  // "… and sells": the verb before has the same subject, and the same one above it.
  const Verb& left = verb(last_verb_);
  v.subject = left.subject;
  if (v.form == Form::Base && v.modal == Modal::None && !v.perfect && v.lemma != "be") {
    v.governor = left.governor;
    v.noun = left.noun;
    v.modal = left.modal;
    v.infinitive = left.infinitive;
    if (left.negated) v.negated = true;
  } else if (prev_ == Prev::And) {
    v.governor = v.governor == kNone ? left.governor : v.governor;
  }
}

bool Parser::opens_clause(std::size_t p) const {
  const std::string_view word = out_.preposition(out_.phrases[p]);
  return word == "after" || word == "before" || word == "since" || word == "until" || word == "as";
}

void Parser::link_after_phrase(Verb& v) {
  for (std::size_t p = last_phrase_, n = 0; p != kNone && n < 4; ++n) {
    const std::size_t leader = phrase(p).group;
    if (phrase(leader).preposition == kNone) break;
    if (opens_clause(leader)) {
      if (phrase(leader).complement_of != kNone)
        std::erase(verb(phrase(leader).complement_of).complements, leader);
      phrase(leader).preposition = kNone;
      phrase(leader).attached = kNone;
      v.subject = leader;
      v.relative = true;
      v.clause = ++clause_;
      return;
    }
    p = phrase(leader).attached;
  }
  const std::size_t top = chain_top(
      phrase(last_phrase_).apposition != kNone ? phrase(last_phrase_).apposition : last_phrase_);
  if (top != kNone && take_pending(top)) {
    v.subject = top;
    v.clause = ++clause_;
    return;
  }
  const std::size_t ruler = top == kNone ? kNone : phrase(top).object_of;
  if (ruler != kNone) {
    const bool relative = in_relative_ != kNone && ruler >= in_relative_;
    if (!pending_.empty() && (relative || !is_saying(verb(ruler).lemma))) {
      v.subject = pop_pending();
      in_relative_ = kNone;
      return;
    }
    // "Intel said Tower had agreed": what looked like an object is the subject.
    if (is_saying(verb(ruler).lemma) || prev_ == Prev::Phrase) {
      std::erase(verb(ruler).objects, top);
      phrase(top).object_of = kNone;
      v.subject = top;
      if (is_saying(verb(ruler).lemma)) v.governor = ruler;
      v.clause = ++clause_;
      return;
    }
  }
  if (!pending_.empty()) {
    v.subject = pop_pending();
    return;
  }
  if (top != kNone) {
    v.subject = top;
    return;
  }
  if (last_verb_ != kNone && v.finite) v.subject = verb(last_verb_).subject;
}

void Parser::link_infinitive(Verb& v) {
  if (prev_ == Prev::Phrase && last_phrase_ != kNone) {
    const std::size_t top = chain_top(last_phrase_);
    const std::size_t ruler = top == kNone ? kNone : phrase(top).object_of;
    if (ruler != kNone && !verb(ruler).passive && gives_control(verb(ruler).lemma) &&
        !is_deal_noun(phrase(top).noun) &&
        (!phrase(top).entities.empty() || is_company_noun(phrase(top).noun))) {
      v.subject = top;
      v.governor = ruler;
      return;
    }
    const std::size_t deal = deal_in_chain(last_phrase_);
    if (deal != kNone) {
      v.noun = deal;
      v.governor = last_verb_;
      const std::size_t leader = phrase(deal).group;
      const bool subject = std::ranges::find(pending_, leader) != pending_.end();
      if (!subject && last_verb_ != kNone) v.subject = verb(last_verb_).subject;
      return;
    }
    if (top != kNone && take_pending(top)) {
      v.subject = top;
      v.modal = Modal::Will;
      v.finite = true;
      return;
    }
  }
  if (last_verb_ == kNone) return;
  v.governor = last_verb_;
  const Verb& left = verb(last_verb_);
  v.subject = left.subject;
  if ((prev_ == Prev::And || prev_ == Prev::Comma) && left.infinitive) {
    v.governor = left.governor;
    v.noun = left.noun;
  }
}

std::size_t Parser::deal_in_chain(std::size_t p) const {
  for (int n = 0; p != kNone && n < 5; ++n) {
    if (is_deal_noun(out_.phrases[p].noun)) return p;
    const std::size_t leader = out_.phrases[p].group;
    if (leader != p && is_deal_noun(out_.phrases[leader].noun)) return leader;
    if (out_.phrases[leader].preposition == kNone) return kNone;
    p = out_.phrases[leader].attached;
  }
  return kNone;
}

void Parser::link_gerund(Verb& v) {
  if (prev_ == Prev::Phrase && last_phrase_ != kNone) {
    const std::size_t group = phrase(last_phrase_).group;
    if (take_pending(group)) {
      // A headline: "AMD buying ZT Systems".
      v.finite = last_verb_ == kNone;
      if (!v.finite) pending_.push_back(group);
    }
    v.subject = group;
    return;
  }
  if (prev_ == Prev::Preposition && after_phrase_ && last_phrase_ != kNone &&
      is_deal_noun(phrase(last_phrase_).noun)) {
    v.noun = last_phrase_;
  }
  if (prev_ == Prev::Comma && !pending_.empty()) {
    v.subject = pending_.back();
    return;
  }
  if (last_verb_ == kNone) {
    if (!pending_.empty()) v.subject = pending_.back();
    return;
  }
  v.subject = verb(last_verb_).subject;
  v.governor = last_verb_;
}

Entities Parse::all(std::size_t index) const {
  if (index == kNone) return {};
  const Phrase& leader = phrases[phrases[index].group];
  if (leader.members.empty()) return leader.entities;
  Entities found;
  for (const std::size_t member : leader.members) {
    for (const std::uint32_t e : phrases[member].entities) {
      if (std::ranges::find(found, e) == found.end()) found.push_back(e);
    }
  }
  return found;
}

Parse parse(const Article& article, const Sentence& sentence, const Discourse& discourse) {
  return Parser(article, sentence, discourse).run();
}

}  // namespace dealgraph::extract::english
