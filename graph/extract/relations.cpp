// SPDX-License-Identifier: MIT
#include "graph/extract/relations.hpp"

#include <algorithm>

#include "graph/extract/posts.hpp"

namespace dealgraph::extract {
namespace {

bool is_subject(const Argument& argument, const Sentence& sentence) {
  if (sentence.language == Language::English) return argument.kind == Case::Bare;
  return argument.kind == Case::Topic || argument.kind == Case::Subject ||
         argument.kind == Case::Also;
}

/// Remembers who this sentence was about, for the references of the next ones.
void update(const SentenceView& view, const std::vector<Relation>& relations, Context& context) {
  Discourse& discourse = context.discourse;
  const Names& names = view.article.names;
  for (std::size_t i = first_name_from(names, view.sentence.span.begin);
       i < names.names.size() && names.names[i].span.begin < view.sentence.span.end; ++i) {
    discourse.mention(view.article, names.names[i].entity);
  }
  bool topic_set = false;
  for (const Argument& a : view.arguments) {
    if (!is_subject(a, view.sentence)) continue;
    const EntityType type = view.article.entity(a.entities.front()).type;
    if (type != EntityType::Organization && type != EntityType::Person) continue;
    if (!topic_set) discourse.topic = a.entities;
    topic_set = true;
    if (type == EntityType::Organization) {
      discourse.topic_organizations = a.entities;
      break;
    }
  }
  for (const Relation& r : relations) {
    const bool pair = view.article.entity(r.source).type == EntityType::Organization &&
                      view.article.entity(r.target).type == EntityType::Organization;
    if (pair) discourse.last_pair = {r.source, r.target};
  }
}

/// Who the list that may follow this sentence is about.
void set_lead(const SentenceView& view, Context& context) {
  if (view.sentence.bullet) return;
  const std::string_view sentence = view.article.piece(view.sentence.span);
  context.lead_supplies = false;
  for (const std::string_view word : {"물량", "배정", "공급", "배분", "할당"}) {
    if (sentence.find(word) != std::string_view::npos) context.lead_supplies = true;
  }
  if (context.lead_supplies && context.last_supplier != kNoEntity) {
    context.lead = {context.last_supplier};
  } else {
    context.lead = context.discourse.topic_organizations;
  }
  if (context.lead.size() > 1) context.lead.resize(1);
}

void append(std::vector<Relation>& all, std::vector<Relation> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<Relation> relations_of(SentenceView& view, Context& context) {
  const bool korean = view.sentence.language == Language::Korean;
  const Article& article = view.article;
  view.posts =
      korean ? korean_posts_of(article, view.sentence) : english_posts_of(article, view.sentence);
  view.arguments = korean
                       ? korean_arguments(article, view.sentence, view.posts, context.discourse)
                       : english_arguments(article, view.sentence, view.posts, context.discourse);
  view.triggers = korean ? find_korean_triggers(article.text, view.sentence.span)
                         : find_english_triggers(article.text, view.sentence.span);
  std::vector<Relation> all = korean ? korean_roles(view, context) : english_roles(view, context);
  append(all, korean ? korean_relations(view, context) : english_relations(view, context));
  append(all, korean ? korean_ownership(view, context) : english_ownership(view));
  return all;
}

}  // namespace

std::vector<Relation> find_relations(const Article& article) {
  std::vector<Relation> all;
  Context context;
  for (const Sentence& sentence : article.sentences) {
    if (sentence.byline) continue;
    SentenceView view{article, sentence, {}, {}, {}};
    std::vector<Relation> found = relations_of(view, context);
    update(view, found, context);
    set_lead(view, context);
    append(all, std::move(found));
  }
  return all;
}

}  // namespace dealgraph::extract
