// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.hpp"
#include "schema/money.hpp"
#include "schema/ontology.hpp"

/// The deal model as plain values: what the rooms hand to each other. No behaviour, no storage.
namespace dealgraph {

/// Half-open byte range [begin, end) of a document's original `title + "\n" + text`.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// When the database believed something: [from, to), transaction time.
struct Known {
  Instant from{0};
  Instant to = kForever;

  bool holds_at(Instant at) const noexcept {
    // kForever asks for what is believed now, which has no end.
    return at == kForever ? to == kForever : from <= at && at < to;
  }
  friend bool operator==(const Known&, const Known&) = default;
};

/// A news article. `id` is the caller's, or derived from the content (document_id).
struct Document {
  std::string id;
  std::string title;
  std::string text;
  std::string lang;    ///< "ko", "en", or empty where neither is known.
  std::string source;  ///< Name of the outlet; may be empty.
  std::string url;     ///< May be empty.
  std::optional<PartialDate> published;

  friend bool operator==(const Document&, const Document&) = default;
};

/// The text that every span of a document counts in.
inline std::string full_text(const Document& document) {
  return document.title + "\n" + document.text;
}

/// An identifier in somebody else's scheme.
struct Identifier {
  std::string scheme;  ///< "ticker", "wikidata".
  std::string value;   ///< "KRX:000660", "Q482388".

  friend bool operator==(const Identifier&, const Identifier&) = default;
};

struct Entity {
  std::string id;
  EntityType type = EntityType::Organization;
  std::string name;                  ///< Usual English name; where unknown, as in the text.
  std::string name_ko;               ///< Usual Korean name; may be empty.
  std::vector<std::string> aliases;  ///< Further names, without `name` and `name_ko`.
  std::vector<Identifier> identifiers;

  friend bool operator==(const Entity&, const Entity&) = default;
};

/// What is said of an edge. One document's claim and an edge's sum of claims look the same.
struct EdgeFacts {
  Status status = Status::Agreed;
  std::optional<PartialDate> date;        ///< When it happened or was agreed.
  std::optional<PartialDate> valid_from;  ///< First day of validity, where it differs from `date`.
  std::optional<PartialDate> valid_to;    ///< End of validity, where it is known.
  std::optional<Money> amount;
  std::string product;  ///< May be empty.
  std::string title;    ///< Post held, of a role; may be empty.
  Confidence confidence = kCertain;

  friend bool operator==(const EdgeFacts&, const EdgeFacts&) = default;
};

/// Where in a document an entity is named.
struct Mention {
  std::string entity;  ///< Entity id.
  Span span;

  friend bool operator==(const Mention&, const Mention&) = default;
};

/// One document's support of an edge: the sentence, and what that document says of the deal.
struct Evidence {
  std::string document;  ///< Document id.
  Span span;
  EdgeFacts claim;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// An edge as it is stored: ends by entity id. The ends of a symmetric type stand as they were
/// first given; A–B and B–A are the same edge all the same.
struct Edge {
  std::string id;
  EdgeType type = EdgeType::Partnership;
  std::string source;
  std::string target;
  EdgeFacts facts;

  friend bool operator==(const Edge&, const Edge&) = default;
};

/// An edge that a document claims, before it is known whether the database has it already.
struct ProposedEdge {
  EdgeType type = EdgeType::Partnership;
  std::string source;  ///< Entity id, among the entities of the same Extraction.
  std::string target;
  EdgeFacts claim;
  std::vector<Span> evidence;  ///< At least one; sorted, disjoint.

  friend bool operator==(const ProposedEdge&, const ProposedEdge&) = default;
};

/// Everything found in one document. Each entity once, each with at least one mention.
struct Extraction {
  std::vector<Entity> entities;
  std::vector<Mention> mentions;  ///< By begin, then by longest.
  std::vector<ProposedEdge> edges;

  friend bool operator==(const Extraction&, const Extraction&) = default;
};

}  // namespace dealgraph
