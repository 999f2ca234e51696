// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "graph/extract/names.hpp"

namespace dealgraph::extract::english {

/// Finds the names of one sentence that the lexicon does not know: runs of words with a capital
/// (context_names_en.cpp), typed by what stands around them (name_types_en.cpp).
class NameScanner {
 public:
  NameScanner(std::string_view text, const Sentence& sentence, const Names& taken)
      : text_(text.substr(0, sentence.span.end)), sentence_(sentence), taken_(taken) {}

  std::vector<ContextName> run();

 private:
  struct Token {
    std::size_t begin;
    std::size_t end;
  };

  struct Candidate {
    std::size_t first;
    std::size_t last;  ///< One past.
    std::optional<EntityType> type;
  };

  Span span_of(const Candidate& c) const;

  void read_tokens();

  std::string_view word(std::size_t i) const;

  bool is_capitalised(std::size_t i) const;

  bool is_taken(std::size_t i) const;

  /// What stands between two tokens.
  std::string_view gap(std::size_t i) const;

  std::string_view gap_before(std::size_t i) const;

  bool opens_sentence(std::size_t i) const;

  /// A headline that gives every word a capital shows nothing by one.
  bool is_title_case() const;

  /// Tokens of the run of capitalised words that begins at `i`.
  std::size_t sequence(std::size_t i) const;

  bool opens_company(std::size_t i) const;

  /// "Mohamed bin Zayed", "Ursula von der Leyen": lower-case words within a name.
  bool is_name_particle(std::size_t i) const;

  static bool is_year(std::string_view number);

  /// Ministry of Trade, University of Tokyo, Bank of Korea, Department of Energy.
  bool starts_ministry(std::size_t i) const;

  std::size_t ministry(std::size_t i) const;

  /// Past the posts that open the run: "Chief Executive Jane Roe", "Co-founders A and B".
  std::size_t after_titles(std::size_t first, std::size_t last) const;

  static bool is_title_word(std::string_view word);

  void consider(std::size_t first, std::size_t last);

  bool is_bare_acronym(std::size_t i) const;

  std::optional<EntityType> type_of(std::size_t first, std::size_t last) const;

  /// A city that signs contracts is a company of its name.
  bool acts_here(std::size_t last) const;

  /// "in Galway", "near Tabuk": where something is, stands or was founded.
  bool is_place(std::size_t first, std::size_t last) const;

  /// "take part in Automate", "exhibited at Semicon".
  bool is_event(std::size_t first, std::size_t last) const;

  bool says_gathering(std::size_t last) const;

  std::optional<EntityType> by_ending(std::size_t first, std::size_t last) const;

  /// "CEO Jane Roe", "Jane Roe, CEO of", "Jane Roe, Acme's CEO", a known given name.
  bool is_person(std::size_t first, std::size_t last) const;

  static bool is_hyphenated_name(std::string_view word);

  /// "Dr. Jane Roe", "his wife Jane Roe", "her predecessor, Jane Roe".
  bool is_somebody(std::size_t first) const;

  /// "adds Jane Roe as head of": a post that is given.
  bool is_given_post(std::size_t first, std::size_t last) const;

  bool names_post(std::size_t at) const;

  bool described_post(std::size_t at) const;

  /// "founded in Galway in 2014 by Jane Roe", "chaired by Jane Roe".
  bool is_founder(std::size_t first) const;

  /// "hired Jane Roe as", "named Jane Roe chief executive", "nominated Jane Roe to succeed".
  bool is_appointed(std::size_t first, std::size_t last) const;

  /// ", until now Juniper's chief executive,": a post before the next comma.
  bool post_until_comma(std::size_t at) const;

  /// True if the word before is a post: "chief executive Jane Roe".
  bool title_ends_before(std::size_t first) const;

  /// "a senior vice president at …", "Acme's head of …", "CEO of …", "who".
  bool post_in_apposition(std::size_t at) const;

  /// "Foo chip venture": the noun at `i` only qualifies another.
  bool opens_compound(std::size_t i) const;

  bool is_product(std::size_t first, std::size_t last) const;

  bool is_organization(std::size_t first, std::size_t last) const;

  /// "an engineer at Foo", "the late boss of Foo", "who ran Foo".
  bool employs(std::size_t first) const;

  bool is_employment(std::size_t last) const;

  /// A word that opens a sentence and is written small elsewhere, or is a verb, is no name.
  bool is_common_word(std::size_t i) const;

  /// "Foo CEO Jane Roe", "Foo's chief executive", "Foos' finance chief".
  bool has_officer(std::size_t last) const;

  /// "Foo, which makes …"
  bool does_business(std::size_t last) const;

  /// A word with one capital and small letters, unknown to the grammar.
  bool looks_like_name(std::size_t i) const;

  /// "Taiwan's Sunlux"
  bool after_place_possessive(std::size_t first) const;

  /// "acquisition of Foo", "owned by Foo", "a stake in Foo", "contract with Foo".
  bool is_party(std::size_t first) const;

  /// A verb that only an organization or a person can be the subject of.
  bool acts(std::size_t i) const;

  /// ", a startup that …", ", the South Korean maker of …"
  bool apposition_says_company(std::size_t last) const;

  bool occurs_elsewhere(std::size_t first, std::size_t last) const;

  /// "A and B", "A, B and C": the untyped take the type of their neighbours.
  void spread_types();

  bool coordinated(const Candidate& a, const Candidate& b) const;

  /// A name coordinated with one of the lexicon is of its type.
  std::optional<EntityType> type_of_neighbours(const Candidate& c) const;

  std::string_view text_;

  const Sentence& sentence_;

  const Names& taken_;

  std::vector<Token> tokens_;

  std::vector<Candidate> candidates_;
};

}  // namespace dealgraph::extract::english
