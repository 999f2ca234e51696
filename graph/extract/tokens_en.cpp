// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_map>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/grammar_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

/// Reads words, then settles what those that may be several things are by their neighbours.
class Tagger {
 public:
  Tagger(const Article& article, const Sentence& sentence)
      : article_(article), text_(article.text.substr(0, sentence.span.end)), sentence_(sentence) {}

  std::vector<Token> run() {
    read();
    drop_bounds(out_);
    join_lists(article_, out_);
    for (std::size_t i = 0; i < out_.size(); ++i) tag(i);
    return std::move(out_);
  }

 private:
  void push(std::size_t begin, std::size_t end, Class cls) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.cls = cls;
    token.word = ascii_lower(text_.substr(begin, end - begin));
    out_.push_back(std::move(token));
  }

  void read() {
    std::size_t at = sentence_.span.begin;
    std::size_t name = first_name_from(article_.names, at);
    auto amount = std::ranges::lower_bound(article_.amounts, at, {},
                                           [](const Amount& a) { return a.span.begin; });
    auto date = std::ranges::lower_bound(article_.dates, at, {},
                                         [](const DateMention& d) { return d.span.begin; });
    const auto& names = article_.names.names;
    while (at < sentence_.span.end) {
      while (name < names.size() && names[name].span.begin < at) ++name;
      while (amount != article_.amounts.end() && amount->span.begin < at) ++amount;
      while (date != article_.dates.end() && date->span.begin < at) ++date;
      if (name < names.size() && names[name].span.begin == at) {
        push(at, names[name].span.end, Class::Name);
        out_.back().entity = names[name].entity;
        at = names[name].span.end;
        continue;
      }
      if (amount != article_.amounts.end() && amount->span.begin == at) {
        push(at, amount->span.end, Class::Money);
        at = amount->span.end;
        continue;
      }
      if (date != article_.dates.end() && date->span.begin == at) {
        read_date(at, date->span.end);
        at = date->span.end;
        continue;
      }
      at = read_word(at);
    }
  }

  /// A date is an adverb together with the preposition before it.
  void read_date(std::size_t begin, std::size_t end) {
    if (!out_.empty() && out_.back().cls == Class::Preposition) out_.back().cls = Class::Adverb;
    push(begin, end, Class::Adverb);
  }

  std::size_t read_word(std::size_t at) {
    const Character c = character_at(text_, at);
    const bool suffix = c.code == '-' && at > sentence_.span.begin &&
                        is_word(character_before(text_, at).code) &&
                        is_latin(character_at(text_, at + 1).code);
    if (suffix) {
      const std::size_t end = word_end(text_, at + 1);
      push(at, end, Class::Modifier);
      return end;
    }
    if (!is_word(c.code)) return read_mark(at, c);
    std::size_t end = word_end(text_, at);
    // 4.7, 1,200: a number is one token.
    while (end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
           is_digit(character_before(text_, end).code) &&
           is_digit(character_at(text_, end + 1).code)) {
      end = word_end(text_, end + 1);
    }
    if (is_digit(c.code) && end < text_.size() && text_[end] == '%') ++end;
    push(at, end, is_digit(c.code) ? Class::Number : Class::Noun);
    if (out_.back().cls == Class::Noun && is_preposition(out_.back().word))
      out_.back().cls = Class::Preposition;
    return end;
  }

  std::size_t read_mark(std::size_t at, Character c) {
    const std::size_t next = at + c.size;
    switch (c.code) {
      case ',':
      case 0x2014:
      case 0x2013:
        push(at, next, Class::Comma);
        return next;
      case ';':
      case ':':
        push(at, next, Class::Break);
        return next;
      case '-':
        if (is_blank(character_before(text_, at).code) && !out_.empty())
          push(at, next, Class::Break);
        return next;
      case '&':
        push(at, next, Class::And);
        return next;
      case '(': {
        constexpr std::size_t kLongest = 120;
        const std::size_t close =
            text_.substr(0, std::min(text_.size(), at + kLongest)).find(')', at);
        return close == std::string_view::npos ? next : close + 1;
      }
      case '"': {
        // A quotation that ends with a comma or full stop is a statement of its own.
        const char32_t left = character_before(text_, at).code;
        if ((left == ',' || left == '.' || left == '?' || left == '!') && !out_.empty())
          push(at, next, Class::Break);
        return next;
      }
      case '\'':
        return read_possessive(at);
      default:
        return next;
    }
  }

  std::size_t read_possessive(std::size_t at) {
    const bool after_word = at > sentence_.span.begin && is_word(character_before(text_, at).code);
    if (!after_word) return at + 1;
    if (text_.substr(at).starts_with("'s") && !is_word(character_at(text_, at + 2).code)) {
      push(at, at + 2, Class::Possessive);
      return at + 2;
    }
    if (character_before(text_, at).code == 's' && character_at(text_, at + 1).code == ' ') {
      push(at, at + 1, Class::Possessive);
      return at + 1;
    }
    // don't, it'll: the rest belongs to the word.
    const std::size_t end = word_end(text_, at + 1);
    const std::string_view rest = text_.substr(at, end - at);
    if (rest == "'t") push(at, end, Class::Adverb), out_.back().word = "not";
    if (rest == "'ll") push(at, end, Class::Modal), out_.back().word = "will";
    if (rest == "'d") push(at, end, Class::Modal), out_.back().word = "would";
    if (rest == "'ve") push(at, end, Class::Have);
    if (rest == "'re" || rest == "'m") push(at, end, Class::Be);
    return end;
  }

  // ---- classes

  const Token* before(std::size_t i) const {
    while (i-- > 0) {
      if (out_[i].cls != Class::Adverb) return &out_[i];
    }
    return nullptr;
  }

  Class class_before(std::size_t i) const {
    const Token* token = before(i);
    return token == nullptr ? Class::Break : token->cls;
  }

  /// The next token that is no adverb; those ahead have no class yet but by their word.
  const Token* after(std::size_t i) const {
    for (++i; i < out_.size(); ++i) {
      const bool since = (out_[i].word == "since" || out_[i].word == "long") && i > 0 &&
                         out_[i - 1].word.starts_with("ha");
      if (out_[i].cls != Class::Adverb && !is_adverb(out_[i].word) && !since) return &out_[i];
    }
    return nullptr;
  }

  static Class auxiliary(std::string_view word) {
    static const std::unordered_map<std::string_view, Class> kWords{
        {"is", Class::Be},        {"are", Class::Be},       {"was", Class::Be},
        {"were", Class::Be},      {"be", Class::Be},        {"been", Class::Be},
        {"being", Class::Be},     {"am", Class::Be},        {"will", Class::Modal},
        {"would", Class::Modal},  {"may", Class::Modal},    {"might", Class::Modal},
        {"could", Class::Modal},  {"can", Class::Modal},    {"should", Class::Modal},
        {"shall", Class::Modal},  {"must", Class::Modal},   {"cannot", Class::Modal},
        {"wo", Class::Modal},     {"don", Class::Modal},    {"doesn", Class::Modal},
        {"didn", Class::Modal},   {"won", Class::Noun},     {"isn", Class::Be},
        {"wasn", Class::Be},      {"aren", Class::Be},      {"weren", Class::Be},
        {"hasn", Class::Have},    {"haven", Class::Have},   {"hadn", Class::Have},
        {"wouldn", Class::Modal}, {"couldn", Class::Modal}, {"does", Class::Modal},
        {"did", Class::Modal}};
    const auto found = kWords.find(word);
    return found == kWords.end() ? Class::Noun : found->second;
  }

  static bool is_pronoun(std::string_view word) {
    static constexpr auto kPronouns =
        word_list({"it", "he", "she", "they", "we", "i", "you", "them", "him", "us", "itself",
                   "themselves", "himself", "herself", "me", "everyone", "nobody", "someone"});
    return kPronouns.contains(word);
  }

  void tag(std::size_t i) {
    Token& token = out_[i];
    if (token.cls != Class::Noun && token.cls != Class::Preposition) return;
    const std::string& word = token.word;
    const bool capital = is_upper(character_at(text_, token.span.begin).code);
    if (word == "to") {
      token.cls = precedes_base(i) ? Class::To : Class::Preposition;
      return;
    }
    if (word == "us" && capital) return;
    if (word == "who" || word == "which" || word == "whom" || word == "whose") {
      token.cls = Class::Relative;
      return;
    }
    if (word == "that") return tag_that(i);
    if (word == "and" || word == "or" || word == "nor") {
      token.cls = Class::And;
      return;
    }
    if (word == "but" || is_subordinator(word)) {
      token.cls = Class::Subordinator;
      return;
    }
    // Series A
    if (capital && word.size() == 1 && i > 0 && out_[i - 1].word == "series") return;
    // "as well", but "as well as"
    const bool as_well = (word == "as" && i + 1 < out_.size() && out_[i + 1].word == "well") ||
                         (word == "well" && i > 0 && out_[i - 1].word == "as");
    const std::size_t past = word == "as" ? i + 2 : i + 1;
    if (as_well && (past >= out_.size() || out_[past].word != "as")) {
      token.cls = Class::Adverb;
      return;
    }
    // "not only": no denial
    if (word == "not" && i + 1 < out_.size() &&
        (out_[i + 1].word == "only" || out_[i + 1].word == "just")) {
      token.cls = Class::Adverb;
      token.word = "only";
      return;
    }
    if (is_pronoun(word)) {
      token.cls = Class::Pronoun;
      return;
    }
    if (tag_auxiliary(i)) return;
    // "is no longer"
    const bool no_longer = (word == "no" && i + 1 < out_.size() && out_[i + 1].word == "longer") ||
                           (word == "longer" && i > 0 && out_[i - 1].word == "no");
    if (no_longer) {
      token.cls = Class::Adverb;
      return;
    }
    // "has since begun"
    if ((word == "since" || word == "long") && i > 0 && out_[i - 1].cls == Class::Have) {
      token.cls = Class::Adverb;
      return;
    }
    // "most recently"
    if ((word == "most" || word == "more") && i + 1 < out_.size() && is_adverb(out_[i + 1].word)) {
      token.cls = Class::Adverb;
      return;
    }
    if (token.cls == Class::Preposition && !is_adverb(word)) return;
    if (is_determiner(word)) {
      token.cls = Class::Determiner;
      return;
    }
    if (word == "majority-owned" || word == "wholly-owned" || word == "part-owned") {
      token.cls = Class::Modifier;
      if (class_before(i) == Class::Be) {
        token.cls = Class::Verb;
        token.verb = {"own", Form::Past, false};
      }
      return;
    }
    if (word == "following" || word == "including" || word == "regarding") return;
    if (auto form = verb_form(word); form && !(form->lemma.empty() && capital)) {
      if (is_bare_participle(i, *form)) form->form = Form::Participle;
      token.verb = *form;
      // "was set up": the participle of these looks like their base.
      static constexpr auto kSame =
          word_list({"set", "put", "cut", "let", "bid", "split", "spread", "shut", "run"});
      const Class left = class_before(i);
      if (form->form == Form::Base && kSame.contains(word) &&
          (left == Class::Be || left == Class::Have)) {
        token.verb.form = Form::Past;
        token.cls = Class::Verb;
        return;
      }
      token.cls = verb_class(i, *form);
      if (token.cls == Class::Verb) return;
      if (token.cls == Class::Modifier) return;
    }
    const Class left = class_before(i);
    const bool inside = left == Class::Determiner || left == Class::Possessive;
    // "its first customer"
    if (inside && (word == "first" || word == "early") && is_modifier(word)) {
      token.cls = Class::Modifier;
      return;
    }
    // "a Tokyo rival backed by Foo": no name or noun follows that it goes with.
    if ((word == "rival" || word == "parent") && heads_phrase(i)) return;
    if (is_adverb(word)) {
      // "over a year": a preposition that is also a particle.
      const bool particle = class_before(i) == Class::Verb;
      token.cls = token.cls == Class::Preposition && !particle ? Class::Preposition : Class::Adverb;
      return;
    }
    if (is_modifier(word) && !ends_phrase_as_post(i)) token.cls = Class::Modifier;
  }

  /// "has run it since", "has been run by": participles that look like the base.
  bool is_bare_participle(std::size_t i, const VerbForm& form) const {
    static constexpr std::string_view kSame[] = {"run", "set", "put",  "cut",   "become", "come",
                                                 "let", "bid", "quit", "split", "bet"};
    if (form.form != Form::Base || std::ranges::find(kSame, form.lemma) == std::end(kSame))
      return false;
    const Class left = class_before(i);
    if (left == Class::Have) return true;
    if (left != Class::Be) return false;
    for (std::size_t k = i + 1; k < std::min(i + 3, out_.size()); ++k) {
      if (out_[k].word == "by") return true;
    }
    return before(i)->word == "been";
  }

  /// "the chief executive of", "its research chief,": adjectives elsewhere, here the noun.
  bool ends_phrase_as_post(std::size_t i) const {
    const std::string& word = out_[i].word;
    if (word != "chief" && word != "executive") return false;
    if (class_before(i) == Class::Break || i == 0) return false;
    if (i + 1 >= out_.size()) return true;
    const Token& next = out_[i + 1];
    if (next.cls == Class::Comma || next.cls == Class::Preposition || next.cls == Class::Break)
      return true;
    if (auxiliary(next.word) != Class::Noun || next.word == "who" || next.word == "has" ||
        next.word == "had" || next.word == "and")
      return true;
    const auto form = verb_form(next.word);
    if (!form || next.cls != Class::Noun) return false;
    return (form->form == Form::Third && !form->also_noun) || form->form == Form::Past ||
           form->form == Form::OnlyPast;
  }

  bool precedes_base(std::size_t i) const {
    const Token* next = after(i);
    if (next == nullptr || next->cls == Class::Name) return false;
    if (next->word == "be" || next->word == "have") return true;
    const auto form = verb_form(next->word);
    return form && form->form == Form::Base;
  }

  void tag_that(std::size_t i) {
    Token& token = out_[i];
    const Class left = class_before(i);
    const bool noun = left == Class::Noun || left == Class::Name;
    if (!noun) {
      const Token* next = after(i);
      const bool subject = left == Class::Break || left == Class::Preposition;
      token.cls =
          subject && next != nullptr && next->cls == Class::Noun ? Class::Determiner : Class::That;
      return;
    }
    const Token* head = before(i);
    token.cls = head != nullptr && is_claim_noun(head->word) ? Class::That : Class::Relative;
  }

  bool tag_auxiliary(std::size_t i) {
    Token& token = out_[i];
    const std::string& word = token.word;
    if (word == "has" || word == "have" || word == "had" || word == "having") {
      const Token* next = after(i);
      if (next == nullptr) return false;
      const auto form = verb_form(next->word);
      const bool participle =
          next->word == "been" ||
          (form && (form->form == Form::Past || form->form == Form::Participle ||
                    form->form == Form::OnlyPast || next->word == "become" ||
                    next->word == "come" || next->word == "run" || next->word == "put" ||
                    next->word == "set" || next->word == "cut" || next->word == "let"));
      if (!participle) return false;
      token.cls = Class::Have;
      return true;
    }
    const Class cls = auxiliary(word);
    if (cls == Class::Noun) return false;
    // The month is no modal, but it is part of a date by now.
    token.cls = cls;
    return true;
  }

  bool has_list_before(std::size_t i) const {
    constexpr std::size_t kReach = 8;
    for (std::size_t n = 0; n < kReach && i-- > 0; ++n) {
      if (out_[i].cls == Class::And) return true;
      if (out_[i].cls == Class::Verb || out_[i].cls == Class::Break) return false;
    }
    return false;
  }

  /// True if a comma before the word ends a relative clause that a comma opened.
  bool closes_relative(std::size_t i) const {
    constexpr std::size_t kReach = 24;
    for (std::size_t n = 0; n < kReach && i-- > 1; ++n) {
      if (out_[i].cls == Class::Break) return false;
      if (out_[i].cls == Class::Relative) return out_[i - 1].cls == Class::Comma;
    }
    return false;
  }

  /// True if no noun or name follows that the word could describe.
  bool heads_phrase(std::size_t i) const {
    const Token* next = after(i);
    if (next == nullptr) return true;
    if (next->cls == Class::Comma || next->cls == Class::Break || next->cls == Class::Possessive ||
        next->cls == Class::Preposition || next->cls == Class::And)
      return true;
    const auto form = verb_form(next->word);
    return form && (form->form == Form::Past || form->form == Form::Third) &&
           next->cls != Class::Name;
  }

  static bool takes_gerund(std::string_view lemma) {
    static constexpr std::string_view kVerbs[] = {
        "begin", "start",   "stop",  "consider", "continue", "keep",   "explore",
        "avoid", "finish",  "weigh", "mull",     "cease",    "resume", "discuss",
        "plan",  "propose", "study", "deny",     "halt",     "suggest"};
    return std::ranges::find(kVerbs, lemma) != std::end(kVerbs);
  }

  /// "by investing in", but "a memorandum of understanding with".
  static bool takes_preposition(std::string_view lemma) {
    static constexpr std::string_view kVerbs[] = {
        "invest", "participate", "partner", "merge", "work",  "team", "collaborate",
        "bid",    "travel",      "go",      "sell",  "speak", "tap"};
    return std::ranges::find(kVerbs, lemma) != std::end(kVerbs);
  }

  /// "Jane Roe moves to Foo", ", heads for": no plural noun, as a preposition follows.
  bool moves_on(std::size_t i, const VerbForm& form) const {
    static constexpr std::string_view kVerbs[] = {"move",  "head",  "return", "work",
                                                  "start", "stay",  "walk",   "turn",
                                                  "run",   "climb", "jet",    "fly"};
    if (std::ranges::find(kVerbs, form.lemma) == std::end(kVerbs) || i + 1 >= out_.size())
      return false;
    const Token& next = out_[i + 1];
    const bool follows = next.cls == Class::Preposition || is_preposition(next.word) ||
                         next.word == "on" || next.word == "across" || next.word == "back";
    const Class left = class_before(i);
    if (!follows || next.word == "of" || next.word == "by" || next.word == "and") return false;
    return left == Class::Name || left == Class::Comma;
  }

  Class verb_class(std::size_t i, const VerbForm& form) const {
    const Class left = class_before(i);
    const Token* next = after(i);
    const bool governs =
        next != nullptr &&
        (next->cls == Class::Name || next->cls == Class::Money || next->cls == Class::Number ||
         is_determiner(next->word) || is_modifier(next->word) || next->word == "that" ||
         next->word == "to" || is_pronoun(next->word));
    const bool prenominal = left == Class::Determiner || left == Class::Possessive ||
                            left == Class::Modifier || left == Class::Number;
    switch (form.form) {
      case Form::Gerund:
        if (left == Class::Preposition && next != nullptr && !governs && is_preposition(next->word))
          return takes_preposition(form.lemma) ? Class::Verb : Class::Noun;
        if (left == Class::Preposition && next == nullptr) return Class::Noun;
        // "bought landing gear", but "began buying chips"
        if (left == Class::Verb && !governs && next != nullptr && next->cls == Class::Noun &&
            !is_preposition(next->word) && !takes_gerund(before(i)->verb.lemma))
          return Class::Modifier;
        if (left == Class::Preposition || left == Class::Verb || left == Class::Be)
          return Class::Verb;
        // "the remaining 40 percent"
        if (left == Class::Determiner) return governs ? Class::Modifier : Class::Noun;
        if (prenominal || left == Class::Money) return governs ? Class::Verb : Class::Noun;
        return Class::Verb;
      case Form::Past:
      case Form::Participle:
      case Form::OnlyPast:
        if (left == Class::Have) return Class::Verb;
        // "a rival backed by Foo"
        if (prenominal && next != nullptr && next->word == "by") return Class::Verb;
        if (prenominal) {
          const bool listed = left == Class::Number && governs;
          return listed ? Class::Verb : Class::Modifier;
        }
        // "sells finished sensors"
        if (left == Class::Verb && next != nullptr && next->cls == Class::Noun && !governs &&
            !is_preposition(next->word) && !is_adverb(next->word))
          return Class::Modifier;
        // "in proposed deals": a participle before a noun, after a preposition.
        if (left == Class::Preposition && !governs) return Class::Modifier;
        return Class::Verb;
      default:
        break;
    }
    if (left == Class::Relative && before(i)->word == "whose") return Class::Noun;
    if (left == Class::To || left == Class::Modal || left == Class::Pronoun ||
        left == Class::Relative)
      return Class::Verb;
    if (prenominal || left == Class::Preposition || left == Class::Money || left == Class::Be)
      return Class::Noun;
    const std::size_t here = i;
    // "the seed fund Foo"
    if (form.lemma == "fund" && next != nullptr && next->cls == Class::Name &&
        (left == Class::Noun || left == Class::Modifier))
      return Class::Noun;
    if (form.form == Form::Base) {
      if (left == Class::Verb && !form.also_noun) return Class::Verb;
      if (left == Class::Noun || left == Class::Name) {
        const Token* head = before(i);
        const bool plural = head->cls == Class::Noun && head->word.ends_with('s') &&
                            !head->word.ends_with("ss") && !form.also_noun;
        const bool plural_governs =
            head->cls == Class::Noun && head->word.ends_with('s') && governs;
        const bool listed = has_list_before(i);
        const bool particle = next != nullptr && (form.lemma == "team" || form.lemma == "set") &&
                              i + 1 < out_.size() && out_[i + 1].word == "up";
        if (plural || plural_governs || (listed && (governs || !form.also_noun || particle)) ||
            particle)
          return Class::Verb;
        return form.also_noun ? Class::Noun : Class::Verb;
      }
      if (left == Class::And) return governs ? Class::Verb : Class::Noun;
      return form.also_noun ? Class::Noun : Class::Verb;
    }
    // Third person
    if (form.lemma == "chip") return Class::Noun;
    if (!form.also_noun) return Class::Verb;
    // "The deal covers memory"
    if (moves_on(i, form)) return Class::Verb;
    const bool opens = i == 2 && left == Class::Noun && out_[0].cls == Class::Determiner &&
                       next != nullptr && !is_preposition(next->word);
    if (opens && out_[i].word != "talks") return Class::Verb;
    if (left == Class::Verb) return Class::Noun;
    if (left == Class::Name || left == Class::Noun) {
      if (governs) return Class::Verb;
      const bool headline_object = left == Class::Name && next != nullptr &&
                                   next->cls == Class::Noun && !is_preposition(next->word) &&
                                   auxiliary(next->word) == Class::Noun && here > 0;
      const bool goes_on =
          next != nullptr && here + 1 < out_.size() &&
          (form.lemma == "team" || form.lemma == "step" || form.lemma == "account" ||
           form.lemma == "bid" || form.lemma == "chair" || form.lemma == "lead" ||
           form.lemma == "exit" || form.lemma == "quit" || form.lemma == "partner");
      return headline_object || goes_on ? Class::Verb : Class::Noun;
    }
    // "Foo, which is owned by Bar, supplies wafers"
    if (left == Class::Comma && next != nullptr && next->cls == Class::Noun &&
        !is_preposition(next->word) && closes_relative(i))
      return Class::Verb;
    if (left == Class::And || left == Class::Comma) return governs ? Class::Verb : Class::Noun;
    return Class::Noun;
  }

  const Article& article_;
  std::string_view text_;
  const Sentence& sentence_;
  std::vector<Token> out_;
};

}  // namespace

std::vector<Token> read_tokens(const Article& article, const Sentence& sentence) {
  return Tagger(article, sentence).run();
}

}  // namespace dealgraph::extract::english
