// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "graph/extract/amounts.hpp"
#include "graph/extract/dates.hpp"
#include "graph/extract/korean.hpp"
#include "graph/extract/names.hpp"
#include "graph/extract/sentences.hpp"

/// What the stages before the relations found in one article, and the values that they hand on.
namespace dealgraph::extract {

/// All that the relation rules read. Views into the stages' results; nothing is copied.
struct Article {
  std::string_view text;
  std::vector<Sentence> sentences;
  Names names;
  std::vector<Amount> amounts;
  std::vector<DateMention> dates;
  std::optional<PartialDate> published;

  const NamedEntity& entity(std::uint32_t position) const { return names.entities[position]; }
  std::string_view piece(Span span) const { return text.substr(span.begin, span.end - span.begin); }
};

/// A person named together with a post: "최태원 SK그룹 회장", "Lisa Su, CEO of AMD".
struct Post {
  std::uint32_t person = 0;
  std::uint32_t organization = UINT32_MAX;  ///< kNoEntity where the text names none.
  Span title;                               ///< The post as written.
  Span extent;                              ///< Everything that belongs to it.
  Status status = Status::Completed;
};

inline constexpr std::uint32_t kNoEntity = UINT32_MAX;

/// A noun phrase that can be an end of a relation: one or several coordinated names, or a word that
/// stands for names (양사, the company).
struct Argument {
  std::vector<std::uint32_t> entities;
  Span span;  ///< Names, posts and particles.
  Case kind = Case::Bare;
  Span head;                ///< The noun that the name only qualifies (ASML 본사); empty if none.
  bool possessive = false;  ///< "Windsurf's …", 오픈AI의 …
  bool resolved = false;    ///< By reference, not by name.
};

/// A relation that one sentence states.
struct Relation {
  EdgeType type = EdgeType::Partnership;
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  Status status = Status::Agreed;
  Span trigger;
  Span evidence;
  std::optional<PartialDate> date;
  std::optional<Money> amount;
  std::string product;
  std::string title;
  Confidence confidence = kCertain;
  bool is_news =
      false;  ///< Part of what the article reports: dated by its news where it has no date.
};

/// Two entities of a sentence, in the order in which it names them, by the two places where they
/// stand closest to each other.
struct Pair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  Span trigger{};                       ///< The word that most likely says what ties them.
  std::vector<std::uint32_t> features;  ///< Hashes; some stand several times.
};

}  // namespace dealgraph::extract
