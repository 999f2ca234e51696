// SPDX-License-Identifier: MIT
#include "graph/extract/modality.hpp"
#include "graph/extract/posts.hpp"
#include "graph/extract/relations.hpp"
namespace dealgraph::extract {
std::vector<Post> english_posts_of(const Article&, const Sentence&) { return {}; }
std::vector<Argument> english_arguments(const Article&, const Sentence&, const std::vector<Post>&,
                                        const Discourse&) {
  return {};
}
std::vector<TriggerHit> find_english_triggers(std::string_view, Span) { return {}; }
std::vector<Relation> english_relations(const SentenceView&, Context&) { return {}; }
std::vector<Relation> english_roles(const SentenceView&, const Context&) { return {}; }
std::vector<Relation> english_ownership(const SentenceView&, const Context&) { return {}; }
}  // namespace dealgraph::extract
