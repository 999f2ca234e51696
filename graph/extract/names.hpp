// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/extract/gazetteer.hpp"
#include "graph/extract/resolver.hpp"
#include "graph/extract/sentences.hpp"
#include "schema/model.hpp"

namespace dealgraph::extract {

/// One place where an entity is named. Spans count in the working text.
struct Name {
  Span span;
  std::uint32_t entity;  ///< Position in Names::entities.
  Reason reason = Reason::Context;
  Confidence score = 0;  ///< How sure it is that it means that entity; see kMergeThreshold.
};

struct Names {
  std::vector<NamedEntity> entities;
  std::vector<Name> names;  ///< In order, without overlap.
  std::vector<Span> media;  ///< Outlets: names that are no entities.
};

/// A name that its context shows to be one, before it has an entity.
struct ContextName {
  Span span;
  EntityType type;
};

/// Names that neither `taken` covers nor the lexicon knows, told by what stands around them.
/// Sorted, without overlap. O(length).
std::vector<ContextName> korean_context_names(std::string_view text, const Sentence& sentence,
                                              const Names& taken);
std::vector<ContextName> english_context_names(std::string_view text, const Sentence& sentence,
                                               const Names& taken);

/// Organizations that no lexicon knows, told by all that stands by the places of a word in the
/// article: cues, form, company. Sorted, without overlap. O(length).
std::vector<ContextName> korean_organizations(std::string_view text,
                                              const std::vector<Sentence>& sentences,
                                              const Names& taken);

/// Finds all names of an article: the lexicon's, those told by context, short forms introduced in
/// brackets, surnames; each with the entity that the resolver says it means. O(length × log names).
Names find_names(std::string_view text, const std::vector<Sentence>& sentences,
                 const Gazetteer& gazetteer);

/// Position in `names.names` of the first name that begins at or after `offset`.
std::size_t first_name_from(const Names& names, std::size_t offset);

/// The names that begin within a span of the text, in order.
std::span<const Name> names_within(const Names& names, Span within);

/// The name that covers `offset`, or nullptr.
const Name* name_covering(const Names& names, std::size_t offset);

}  // namespace dealgraph::extract
