// SPDX-License-Identifier: MIT
#pragma once

#include "graph/extract/grammar_en.hpp"
#include "graph/extract/references_en.hpp"

namespace dealgraph::extract::english {

/// Reads one sentence from left to right. Noun phrases wait for their verb (phrases_en.cpp); a verb
/// takes its subject from those that wait, from the noun that it follows or from the verb before it
/// (clauses_en.cpp).
class Parser {
 public:
  Parser(const Article& article, const Sentence& sentence, const Discourse& discourse)
      : article_(article), resolver_(article, discourse, sentence) {
    out_.tokens = read_tokens(article, sentence);
  }

  Parse run();

 private:
  enum class Prev : std::uint8_t { Start, Phrase, Verb, Comma, And, Preposition, Relative, That };

  Phrase& phrase(std::size_t i);

  Verb& verb(std::size_t i);

  std::size_t step(std::size_t i);

  void reset();

  std::size_t read_preposition(std::size_t i);

  std::size_t read_relative(std::size_t i);

  /// "ships to Foo and to Bar": takes the phrase into the list that the same preposition opened.
  bool goes_on(std::size_t index);

  std::size_t nearest_person(std::size_t from) const;

  bool is_somebody(std::size_t p) const;

  // ---- noun phrases
  std::size_t add_phrase(std::size_t i);

  Prev before_preposition() const;

  Phrase pronoun_at(std::size_t i) const;

  std::size_t current_subject() const;

  void place(std::size_t index, bool by_preposition, std::size_t end);

  bool founded_by(std::size_t index) const;

  static bool is_verbal(Class cls);

  EntityType type_of(const Phrase& p) const;

  /// "A, B and C": takes the phrase into the list before it.
  bool joins(std::size_t index, bool next_is_verb);

  /// True for "the chief executive", "chairman": what may explain a person.
  /// "led by Foo, and Bar, Baz and Qux joined": what follows ", and" is a list of its own, the
  /// subject of the verb to come.
  bool splits(std::size_t left, std::size_t index);

  bool hangs_on_subject(std::size_t left) const;
  bool lists_by_preposition(std::size_t end) const;

  /// "18.4% with Foo": a share told between the members of a list.
  bool is_share_of(std::size_t index, std::size_t member) const;

  bool english_title_ends(const Phrase& p) const;

  /// "Foo, a startup in Oslo, …": takes the phrase for a remark on the one before.
  bool explains(std::size_t index, bool next_is_verb);

  bool is_fronted(std::size_t p) const;

  // ---- verbs
  std::size_t read_verb(std::size_t i);

  static Modal modal_of(std::string_view word);

  void read_particle(Verb& v) const;

  /// True if "in" after the verb is its particle: money follows that it brings in.
  bool takes_in(const Verb& v) const;

  void link(Verb& v, bool be);

  std::size_t with_preposition(std::size_t antecedent);

  Class class_after(const Verb& v) const;

  std::string_view word_after(const Verb& v) const;

  /// "the chips made by Foo", "Foo, founded in 2017,": a participle without its auxiliary.
  bool is_reduced(const Verb& v) const;

  std::size_t reduced_subject() const;

  /// The phrase that prepositions hang the last one on: "the sale of chips to Foo" to "the sale".
  std::size_t chain_top(std::size_t p) const;

  bool take_pending(std::size_t p);

  std::size_t pop_pending();

  void link_finite(Verb& v);

  /// "after the two sides failed": a preposition before a clause of its own.
  static bool opens_clause_with(std::string_view preposition) {
    return preposition == "after" || preposition == "before" || preposition == "since" ||
           preposition == "until" || preposition == "as";
  }
  bool opens_clause(std::size_t p) const;

  void link_after_phrase(Verb& v);

  void link_infinitive(Verb& v);

  std::size_t deal_in_chain(std::size_t p) const;

  void link_gerund(Verb& v);

  const Article& article_;

  Resolver resolver_;

  Parse out_;

  std::vector<std::size_t> pending_;  ///< Phrases that wait for their verb.

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

  bool after_and_ = false;

  bool comma_ = false;

  bool negated_ = false;

  bool open_object_ = false;

  Prev prev_ = Prev::Start;
};

}  // namespace dealgraph::extract::english
