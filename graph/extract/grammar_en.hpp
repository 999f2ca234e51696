// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "graph/extract/arguments.hpp"
#include "graph/extract/article.hpp"
#include "graph/extract/lexicon_en.hpp"

/// A light grammar of English news: words, noun phrases, verbs with their subjects, objects and
/// prepositional complements. It reads a sentence once from left to right. O(words).
namespace dealgraph::extract::english {

using Entities = std::vector<std::uint32_t>;
inline constexpr std::size_t kNone = SIZE_MAX;

enum class Class : std::uint8_t {
  Name,
  Noun,
  Modifier,
  Determiner,
  Possessive,  ///< 's
  Number,
  Money,
  Adverb,  ///< Also dates with their preposition.
  Pronoun,
  Verb,
  Be,
  Have,   ///< Before a participle.
  Modal,  ///< will, may, do.
  To,     ///< Before a verb.
  Preposition,
  Relative,
  That,  ///< Opens what is said or thought.
  Subordinator,
  And,
  Comma,
  Break,  ///< Semicolon, colon, dash: nothing reaches over it.
};

struct Token {
  Span span;
  Class cls = Class::Noun;
  std::string word;  ///< Lower case.
  VerbForm verb;
  std::uint32_t entity = kNoEntity;
};

/// A noun phrase. Members of a list share `group`, the first of them.
struct Phrase {
  std::size_t first = 0;  ///< Tokens.
  std::size_t last = 0;   ///< One past.
  std::string noun;       ///< Head noun, singular; empty where the head is a name.
  Entities entities;      ///< Named by the head, or meant by it.
  Entities owner;         ///< "HPE's …", "its …".
  Entities modifiers;     ///< Names before the head: "the Windsurf deal".
  bool resolved = false;  ///< Meant, not named.
  bool is_time = false;
  bool is_money = false;
  bool negated = false;        ///< "no plans"
  bool joined_by_and = false;  ///< To the list before, after a comma: ", and Foo".
  std::size_t group = 0;
  std::vector<std::size_t> members;      ///< Of the first of a list: all of them.
  std::size_t preposition = kNone;       ///< Token that governs it.
  std::size_t attached = kNone;          ///< Phrase before that preposition.
  std::size_t object_of = kNone;         ///< Verb.
  std::size_t subject_of = kNone;        ///< Verb.
  std::size_t complement_of = kNone;     ///< Verb.
  std::size_t apposition = kNone;        ///< Phrase that this one explains.
  std::vector<std::size_t> complements;  ///< Phrases attached by prepositions.
};

enum class Modal : std::uint8_t { None, Will, Would, May };

struct Verb {
  std::size_t first = 0;  ///< Tokens, with auxiliaries.
  std::size_t last = 0;   ///< One past, with its particle.
  std::string_view lemma;
  Form form = Form::None;
  std::string_view particle;  ///< up, over, off …
  bool passive = false;
  bool negated = false;
  bool over = false;  ///< no longer
  bool perfect = false;
  bool progressive = false;
  bool finite = false;
  bool infinitive = false;
  bool relative = false;  ///< In a relative clause: background.
  Modal modal = Modal::None;
  std::size_t subject = kNone;
  std::vector<std::size_t> objects;
  std::vector<std::size_t> complements;
  std::size_t governor = kNone;  ///< Verb that this one depends on: agreed → to buy.
  std::size_t noun = kNone;      ///< Phrase that this one depends on: a deal → to buy.
  std::size_t clause = 0;
};

struct Parse {
  std::vector<Token> tokens;
  std::vector<Phrase> phrases;
  std::vector<Verb> verbs;
  std::vector<std::pair<std::uint32_t, std::string>> descriptions;  ///< What names are called.

  Span span_of(const Phrase& p) const {
    return {tokens[p.first].span.begin, tokens[p.last - 1].span.end};
  }
  Span span_of(const Verb& v) const {
    return {tokens[v.first].span.begin, tokens[v.last - 1].span.end};
  }
  std::string_view preposition(const Phrase& p) const {
    return p.preposition == kNone ? std::string_view() : tokens[p.preposition].word;
  }
  const std::string& word(std::size_t token) const { return tokens[token].word; }
  /// Entities of the phrase and of all that its list holds.
  Entities all(std::size_t phrase) const;
};

/// The words of a sentence with their classes.
std::vector<Token> read_tokens(const Article& article, const Sentence& sentence);

/// Takes the bounds of numbers ("up to", "at least") for adverbs.
void drop_bounds(std::vector<Token>& tokens);
/// Makes "as well as" and "along with" between actors a conjunction, "such as" a preposition.
void join_lists(const Article& article, std::vector<Token>& tokens);

/// A noun phrase of the tokens from `at` on; an empty one if none begins there.
Phrase read_phrase(const Article& article, const std::vector<Token>& tokens, std::size_t at);

Parse parse(const Article& article, const Sentence& sentence, const Discourse& discourse);

}  // namespace dealgraph::extract::english
