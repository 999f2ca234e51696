// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/grammar_en.hpp"
#include "graph/extract/references_en.hpp"
#include "graph/extract/titles.hpp"

namespace dealgraph::extract::english {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// "Acme tapped Foo to supply …": the object acts.
bool gives_control(std::string_view lemma) {
  static constexpr auto kVerbs = std::to_array<std::string_view>(
      {"tap", "pick", "choose", "select", "hire", "ask", "name", "nominate", "appoint", "contract",
       "urge", "allow", "help", "enable", "enlist", "get", "want", "expect", "recruit", "commission",
       "invite", "force", "use", "permit", "engage", "let", "require", "persuade", "promote",
       "order", "award"});
  return is_one_of(lemma, kVerbs);
}

bool is_saying(std::string_view lemma) {
  static constexpr auto kVerbs = std::to_array<std::string_view>(
      {"say", "announce", "report", "expect", "think", "believe", "claim", "confirm", "deny",
       "tell", "add", "show", "disclose", "suggest", "know", "mean", "note", "hope", "warn",
       "indicate", "reveal", "allege", "estimate", "forecast", "predict", "see", "understand",
       "agree", "argue", "insist", "stress", "write"});
  return is_one_of(lemma, kVerbs);
}

bool is_intransitive(std::string_view lemma) {
  static constexpr auto kVerbs = std::to_array<std::string_view>(
      {"rise", "fall", "grow", "climb", "slip", "jump", "come", "go", "arrive", "remain", "expire",
       "happen", "become", "begin", "agree", "say", "step", "resign", "travel", "withdraw", "drop"});
  return is_one_of(lemma, kVerbs);
}

class Parser {
 public:
  Parser(const Article& article, const Sentence& sentence, const Discourse& discourse)
      : article_(article), resolver_(article, discourse, sentence) {
    out_.tokens = read_tokens(article, sentence);
  }

  Parse run() {
    const auto& tokens = out_.tokens;
    for (std::size_t i = 0; i < tokens.size();) i = step(i);
    out_.descriptions = resolver_.descriptions();
    return std::move(out_);
  }

 private:
  enum class Prev : std::uint8_t { Start, Phrase, Verb, Comma, And, Preposition, Relative, That };

  Phrase& phrase(std::size_t i) { return out_.phrases[i]; }
  Verb& verb(std::size_t i) { return out_.verbs[i]; }

  std::size_t step(std::size_t i) {
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

  void reset() {
    pending_.clear();
    last_verb_ = last_phrase_ = core_ = relative_ = gap_ = preposition_ = kNone;
    complement_verb_ = complement_noun_ = kNone;
    ++clause_;
    comma_ = false;
    negated_ = false;
    prev_ = Prev::Start;
  }

  std::size_t read_preposition(std::size_t i) {
    preposition_ = i;
    after_phrase_ = prev_ == Prev::Phrase;
    after_comma_ = prev_ == Prev::Comma;
    prev_ = Prev::Preposition;
    return i + 1;
  }

  std::size_t read_relative(std::size_t i) {
    ++clause_;
    // "a contract under which Foo was to supply"; "to which it has committed"
    relative_preposition_ = prev_ == Prev::Preposition ? preposition_ : kNone;
    const std::size_t deal = relative_preposition_ != kNone && last_phrase_ != kNone &&
                                     out_.tokens[relative_preposition_].word == "under"
                                 ? deal_in_chain(last_phrase_)
                                 : kNone;
    std::size_t antecedent = deal != kNone                                              ? deal
                             : relative_preposition_ != kNone || prev_ != Prev::Comma ? last_phrase_
                             : core_ != kNone                                       ? core_
                                                                                    : last_phrase_;
    // "Foo, a unit of Bar, which …" speaks of Foo; "the firm in Oslo that …" of the firm.
    if (antecedent != kNone && out_.tokens[i].word == "who") antecedent = nearest_person(antecedent);
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

  std::size_t nearest_person(std::size_t from) const {
    for (std::size_t i = out_.phrases.size(), n = 0; i-- > 0 && n < 4; ++n) {
      const Entities& e = out_.phrases[i].entities;
      if (!e.empty() && article_.entity(e.front()).type == EntityType::Person) return i;
    }
    return from;
  }

  // ---- noun phrases

  std::size_t add_phrase(std::size_t i) {
    Phrase p = out_.tokens[i].cls == Class::Pronoun ? pronoun_at(i)
                                                    : read_phrase(article_, out_.tokens, i);
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
    resolver_.resolve(out_, p, by_preposition || object ? current_subject() : kNone,
                      current_subject());
    out_.phrases.push_back(std::move(p));
    place(index, by_preposition, end);
    prev_ = Prev::Phrase;
    comma_ = false;
    return end;
  }

  Prev before_preposition() const { return last_verb_ != kNone ? Prev::Verb : Prev::Start; }

  Phrase pronoun_at(std::size_t i) const {
    Phrase p;
    p.first = i;
    p.last = i + 1;
    p.noun = out_.tokens[i].word;
    return p;
  }

  std::size_t current_subject() const {
    return last_verb_ == kNone ? kNone : out_.verbs[last_verb_].subject;
  }

  void place(std::size_t index, bool by_preposition, std::size_t end) {
    Phrase& p = phrase(index);
    if (by_preposition) {
      p.preposition = preposition_;
      preposition_ = kNone;
      if (after_phrase_ && last_phrase_ != kNone) {
        p.attached = last_phrase_;
        phrase(last_phrase_).complements.push_back(index);
      }
      if (last_verb_ != kNone && open_object_ && !(after_comma_ && !pending_.empty())) {
        verb(last_verb_).complements.push_back(index);
        p.complement_of = last_verb_;
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
                            out_.tokens[end + 1].word == "by";
    const bool next_is_verb =
        end < out_.tokens.size() && is_verbal(out_.tokens[end].cls) && !participle;
    if ((prev_ == Prev::And || prev_ == Prev::Comma) && joins(index, next_is_verb)) return;
    if (prev_ == Prev::Comma && explains(index, next_is_verb)) return;
    if (prev_ == Prev::Relative) {
      gap_ = relative_;
      relative_ = kNone;
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

  static bool is_verbal(Class cls) {
    return cls == Class::Verb || cls == Class::Be || cls == Class::Have || cls == Class::Modal;
  }

  EntityType type_of(const Phrase& p) const { return article_.entity(p.entities.front()).type; }

  /// "A, B and C": takes the phrase into the list before it.
  bool joins(std::size_t index, bool next_is_verb) {
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
                       phrase(phrase(last_phrase_).attached).apposition == left);
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
      if (next_is_verb && !subject) return false;
      if (next_is_verb && prev_ == Prev::Comma) return false;
    } else {
      // "Stripe's founders, Jane Roe and …": a list that does not begin with a name.
      const bool opens_list = a.entities.empty() && !b.entities.empty() && a.preposition != kNone &&
                              !is_company_noun(a.noun) && !english_title_ends(a) && !a.is_money &&
                              !a.owner.empty();
      if (prev_ != Prev::And && !opens_list) return false;
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
    last_phrase_ = index;
    list_ = index;
    core_ = leader.group;
    return true;
  }

  /// True for "the chief executive", "chairman": what may explain a person.
  bool english_title_ends(const Phrase& p) const {
    const std::uint32_t size =
        english_title_at(article_.text, out_.tokens[p.last - 1].span.begin);
    return size > 0;
  }

  /// "Foo, a startup in Oslo, …": takes the phrase for a remark on the one before.
  bool explains(std::size_t index, bool next_is_verb) {
    const bool of_last = list_ != kNone && list_ == last_phrase_;
    const std::size_t left = of_last ? list_ : core_ != kNone ? core_ : last_phrase_;
    if (left == kNone || next_is_verb) return false;
    Phrase& a = phrase(left);
    Phrase& b = phrase(index);
    if (a.is_money || b.is_money) return false;
    // A phrase with a preposition at the start of the sentence explains nothing.
    if (a.preposition != kNone && a.attached == kNone && last_verb_ == kNone) return false;
    const bool name_and_noun = a.entities.empty() != b.entities.empty() ||
                               (!b.noun.empty() && !a.entities.empty());
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

  // ---- verbs

  std::size_t read_verb(std::size_t i) {
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
          v.finite = v.finite || !v.infinitive;
          break;
        case Class::Be:
          be = true;
          v.finite = v.finite || (!v.infinitive && t.word != "being" && t.word != "been");
          break;
        case Class::Adverb:
          if (t.word == "not" || t.word == "never") v.negated = true;
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

  static Modal modal_of(std::string_view word) {
    if (word == "will" || word == "shall") return Modal::Will;
    if (word == "would" || word == "should") return Modal::Would;
    if (word == "may" || word == "might" || word == "could") return Modal::May;
    return Modal::None;
  }

  void read_particle(Verb& v) const {
    if (v.last >= out_.tokens.size()) return;
    const std::string& next = out_.tokens[v.last].word;
    static constexpr auto kParticles =
        std::to_array<std::string_view>({"up", "down", "out", "off", "away", "back"});
    // "spend up to $5 billion"
    if (next == "up" && v.last + 1 < out_.tokens.size() && out_.tokens[v.last + 1].word == "to" &&
        out_.tokens[v.last + 1].cls == Class::Adverb)
      return;
    const bool over = next == "over" && (v.lemma == "take" || v.lemma == "hand");
    const bool through = next == "through" && v.lemma == "fall";
    if (!is_one_of(next, kParticles) && !over && !through) return;
    v.particle = next;
    ++v.last;
  }

  void link(Verb& v, bool be) {
    const std::size_t index = out_.verbs.size();
    const bool bare = !be && !v.perfect && v.modal == Modal::None && !v.infinitive;
    if (v.infinitive) {
      link_infinitive(v);
    } else if (bare && v.form == Form::Gerund) {
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
    if (v.subject == kNone && v.form == Form::Gerund) dangling_.push_back(index);
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

  std::size_t with_preposition(std::size_t antecedent) {
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

  Class class_after(const Verb& v) const {
    std::size_t i = v.last;
    while (i < out_.tokens.size() && out_.tokens[i].cls == Class::Adverb) ++i;
    return i < out_.tokens.size() ? out_.tokens[i].cls : Class::Break;
  }

  std::string_view word_after(const Verb& v) const {
    std::size_t i = v.last;
    while (i < out_.tokens.size() && out_.tokens[i].cls == Class::Adverb) ++i;
    return i < out_.tokens.size() ? std::string_view(out_.tokens[i].word) : std::string_view();
  }

  /// "the chips made by Foo", "Foo, founded in 2017,": a participle without its auxiliary.
  bool is_reduced(const Verb& v) const {
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
    return prev_ == Prev::And && word_after(v) == "by" && last_verb_ != kNone &&
           out_.verbs[last_verb_].passive;
  }

  std::size_t reduced_subject() const {
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

  /// The phrase that prepositions hang the last one on: "the sale of chips to Foo" to "the sale".
  std::size_t chain_top(std::size_t p) const {
    for (int n = 0; n < 8 && p != kNone && out_.phrases[p].preposition != kNone; ++n) {
      const std::size_t leader = out_.phrases[p].group;
      if (out_.phrases[leader].attached == kNone) return kNone;
      p = out_.phrases[leader].attached;
    }
    return p == kNone ? kNone : out_.phrases[p].group;
  }

  bool take_pending(std::size_t p) {
    const auto found = std::ranges::find(pending_, p);
    if (found == pending_.end()) return false;
    pending_.erase(found, pending_.end());
    return true;
  }

  std::size_t pop_pending() {
    const std::size_t p = pending_.back();
    pending_.pop_back();
    return p;
  }

  void link_finite(Verb& v) {
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

  /// "after the two sides failed": a preposition before a clause of its own.
  bool opens_clause(std::size_t p) const {
    const std::string_view word = out_.preposition(out_.phrases[p]);
    return word == "after" || word == "before" || word == "since" || word == "until" || word == "as";
  }

  void link_after_phrase(Verb& v) {
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
    const std::size_t top = chain_top(phrase(last_phrase_).apposition != kNone
                                          ? phrase(last_phrase_).apposition
                                          : last_phrase_);
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

  void link_infinitive(Verb& v) {
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

  std::size_t deal_in_chain(std::size_t p) const {
    for (int n = 0; p != kNone && n < 5; ++n) {
      if (is_deal_noun(out_.phrases[p].noun)) return p;
      const std::size_t leader = out_.phrases[p].group;
      if (leader != p && is_deal_noun(out_.phrases[leader].noun)) return leader;
      if (out_.phrases[leader].preposition == kNone) return kNone;
      p = out_.phrases[leader].attached;
    }
    return kNone;
  }

  void link_gerund(Verb& v) {
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

  const Article& article_;
  Resolver resolver_;
  Parse out_;
  std::vector<std::size_t> pending_;   ///< Phrases that wait for their verb.
  std::vector<std::size_t> dangling_;  ///< "After buying Foo, …": gerunds without a subject.
  std::size_t last_verb_ = kNone;
  std::size_t last_phrase_ = kNone;
  std::size_t core_ = kNone;  ///< The last phrase that is no remark on another.
  std::size_t list_ = kNone;  ///< The last phrase that a list may go on from.
  std::size_t relative_ = kNone;
  std::size_t relative_preposition_ = kNone;
  std::size_t gap_ = kNone;  ///< What an object relative speaks of.
  std::size_t whose_ = kNone;
  std::size_t whose_phrase_ = kNone;
  std::size_t in_relative_ = kNone;
  std::size_t preposition_ = kNone;
  std::size_t complement_verb_ = kNone;
  std::size_t complement_noun_ = kNone;
  std::size_t clause_ = 0;
  bool after_phrase_ = false;
  bool after_comma_ = false;
  bool comma_ = false;
  bool negated_ = false;
  bool open_object_ = false;
  Prev prev_ = Prev::Start;
};

}  // namespace

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
