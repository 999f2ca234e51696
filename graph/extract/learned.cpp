// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "graph/extract/characters.hpp"
#include "graph/extract/pair_model.hpp"
#include "graph/extract/relations.hpp"
#include "graph/extract/titles.hpp"

namespace dealgraph::extract {
namespace {

/// Log-odds from which on an edge is told: probability 0.7. Lower ones win little recall on unseen
/// articles for much precision (ARCHITECTURE.md).
constexpr float kThreshold = 0.85F;

std::uint32_t title_at(const SentenceView& view, std::size_t offset) {
  return view.sentence.language == Language::Korean ? korean_title_at(view.article.text, offset)
                                                    : english_title_at(view.article.text, offset);
}

/// The post in the sentence that stands nearest to the person.
std::string nearest_title(const SentenceView& view, std::uint32_t person) {
  const std::string_view text = view.article.text.substr(0, view.sentence.span.end);
  std::uint32_t at_person = view.sentence.span.begin;
  for (const Name& name : names_within(view.article.names, view.sentence.span)) {
    if (name.entity == person) at_person = name.span.end;
  }
  Span best{};
  std::uint32_t best_distance = UINT32_MAX;
  for (std::size_t at = view.sentence.span.begin; at < text.size();) {
    const std::size_t end = word_end(text, at);
    if (end == at) {
      at += character_at(text, at).size;
      continue;
    }
    if (const std::uint32_t size = title_at(view, at)) {
      const auto begin = static_cast<std::uint32_t>(at);
      const std::uint32_t distance = begin > at_person ? begin - at_person : at_person - begin;
      if (distance < best_distance) {
        best_distance = distance;
        best = {begin, begin + size};
      }
    }
    at = end;
  }
  return std::string(view.article.piece(best));
}

/// True if the rules read the sentence so that one of the two works with, or meets, somebody else:
/// "A leaves B and joins hands with C" ties neither of them to B.
bool is_read_otherwise(const std::vector<Relation>& by_rules, const Relation& relation) {
  if (!info(relation.type).symmetric) return false;
  const auto shares = [&](std::uint32_t end) {
    return end == relation.source || end == relation.target;
  };
  return std::ranges::any_of(by_rules, [&](const Relation& r) {
    return r.type == relation.type && (shares(r.source) || shares(r.target));
  });
}

/// What the date nearby says of the relation, as the rules see it: what stands has none, the day on
/// which a plan or rumour was told is not its day, and what lies ahead is yet to be done.
void judge_date(const Article& article, Relation& relation) {
  const bool encounter = relation.type == EdgeType::Visit || relation.type == EdgeType::Meeting ||
                         relation.type == EdgeType::Participation;
  const bool lasts = relation.type == EdgeType::Role || relation.type == EdgeType::Ownership ||
                     relation.type == EdgeType::Supply;
  const bool stands = lasts && relation.status == Status::Completed;
  if (stands) relation.date.reset();
  relation.is_news = !stands && relation.type != EdgeType::Ownership;
  if (!relation.date || !article.published) return;
  const bool ahead = relation.date->first_day() > article.published->last_day();
  if (ahead && encounter && relation.status == Status::Completed) relation.status = Status::Planned;
  const bool open = relation.status == Status::Planned || relation.status == Status::Rumored;
  if (open && !ahead && !encounter) relation.date.reset();
}

/// Who joins a round that was told of before puts in a part of its sum.
void add_round(const Context& context, Relation& relation) {
  if (relation.type != EdgeType::Investment || relation.target != context.round_owner) return;
  if (!relation.amount) relation.amount = context.round_amount;
  if (!relation.date) relation.date = context.round_date;
}

}  // namespace

std::vector<Relation> learned_relations(const SentenceView& view, const Context& context,
                                        const std::vector<Relation>& by_rules) {
  const PairModel& model = PairModel::of(view.sentence.language);
  std::vector<Relation> found;
  for (const Pair& pair : view.pairs) {
    const auto odds = model.judge(pair.features);
    for (std::size_t c = 0; c < kPairClasses; ++c) {
      const bool mirror = c % 2 == 1 && info(static_cast<EdgeType>(c / 2)).symmetric;
      if (odds[c] < kThreshold || mirror) continue;
      Relation relation;
      relation.type = static_cast<EdgeType>(c / 2);
      relation.source = c % 2 == 0 ? pair.first : pair.second;
      relation.target = c % 2 == 0 ? pair.second : pair.first;
      if (!allows(relation.type, view.article.entity(relation.source).type,
                  view.article.entity(relation.target).type)) {
        continue;
      }
      if (is_read_otherwise(by_rules, relation)) continue;
      relation.status = model.status_of(pair.features, relation.type);
      relation.trigger = pair.trigger;
      relation.evidence = view.sentence.span;
      // Never quite certain: that tells the rules apart.
      const auto probability = static_cast<Confidence>(kCertain / (1 + std::exp(-odds[c])));
      relation.confidence = std::min<Confidence>(probability, kCertain - 1);
      attach_facts(view, relation);
      add_round(context, relation);
      judge_date(view.article, relation);
      if (relation.type == EdgeType::Role) relation.title = nearest_title(view, relation.source);
      found.push_back(std::move(relation));
    }
  }
  return found;
}

}  // namespace dealgraph::extract
