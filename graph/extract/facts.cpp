// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/relations.hpp"

namespace dealgraph::extract {
namespace {

bool takes_amount(EdgeType type) {
  return type == EdgeType::Supply || type == EdgeType::Investment ||
         type == EdgeType::Acquisition || type == EdgeType::Partnership;
}

std::uint32_t distance(Span a, Span b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

bool is_outside(Span span, const FactScope& scope) {
  if (span.begin < scope.within.begin || span.end > scope.within.end) return true;
  return std::ranges::any_of(scope.taken,
                             [&](Span t) { return t.begin <= span.begin && span.end <= t.end; });
}

/// The amount next to the trigger in its sentence. Korean verbs follow what they govern.
const Amount* nearest_amount(const SentenceView& view, Span trigger, const FactScope& scope) {
  const Amount* best = nullptr;
  std::uint64_t best_cost = UINT64_MAX;
  const bool korean = view.sentence.language == Language::Korean;
  for (const Amount& amount : view.article.amounts) {
    if (is_outside(amount.span, scope)) continue;
    if (amount.conversion || amount.background) continue;
    const bool wrong_side =
        korean ? amount.span.begin > trigger.end : amount.span.end < trigger.begin;
    const std::uint64_t cost = distance(amount.span, trigger) + (wrong_side ? 200U : 0U);
    if (cost < best_cost) {
      best_cost = cost;
      best = &amount;
    }
  }
  return best;
}

/// The date of the event: in the trigger's sentence, the nearest one that dates it rather than
/// its report; for a deal that is agreed the day it was announced.
const DateMention* nearest_date(const SentenceView& view, const Relation& relation,
                                const FactScope& scope) {
  const DateMention* best = nullptr;
  std::uint64_t best_cost = UINT64_MAX;
  const bool announced_counts = relation.status == Status::Agreed ||
                                relation.status == Status::Completed ||
                                relation.status == Status::Ended;
  const bool moment = relation.type == EdgeType::Visit || relation.type == EdgeType::Meeting ||
                      relation.type == EdgeType::Participation;
  for (const DateMention& date : view.article.dates) {
    if (is_outside(date.span, scope)) continue;
    if (date.use == DateUse::Term) continue;
    std::uint64_t cost = distance(date.span, relation.trigger);
    if (date.use == DateUse::Announced) {
      if (!announced_counts || moment) continue;
      cost += 300;
    }
    if (date.use == DateUse::Reported) {
      if (relation.status != Status::Agreed) continue;
      cost += 600;
    }
    const bool after = date.span.begin > relation.trigger.end;
    if (after && view.sentence.language == Language::Korean && date.use == DateUse::Event)
      cost += 100;
    if (cost < best_cost) {
      best_cost = cost;
      best = &date;
    }
  }
  return best;
}

/// 컴퓨팅 파워를 공급: the object of the trigger, without its amount.
std::string product_of(const SentenceView& view, Span trigger) {
  const std::string_view text = view.article.text;
  if (view.sentence.language != Language::Korean) return {};
  std::size_t end = trigger.begin;
  while (end > view.sentence.span.begin && text[end - 1] == ' ') --end;
  const Name* name = end > 0 ? name_covering(view.article.names, end - 1) : nullptr;
  for (const std::string_view particle : {"을", "를"}) {
    if (name == nullptr && text.substr(0, end).ends_with(particle)) {
      end -= particle.size();
      if (end > view.sentence.span.begin) name = name_covering(view.article.names, end - 1);
      break;
    }
  }
  if (name != nullptr && view.article.entity(name->entity).type == EntityType::Product) {
    return std::string(view.article.piece(name->span));
  }
  return {};
}

/// A visit to a country lasts; what is dated within it need not be its first day.
bool is_stay(const SentenceView& view, const Relation& relation) {
  if (relation.type != EdgeType::Visit || view.sentence.language != Language::Korean) return false;
  const LexiconEntry* entry = view.article.entity(relation.target).entry;
  return entry != nullptr && std::ranges::find(entry->kinds, "country") != entry->kinds.end();
}

}  // namespace

void attach_facts(const SentenceView& view, Relation& relation) {
  attach_facts(view, relation, {view.sentence.span, {}});
}

void attach_facts(const SentenceView& view, Relation& relation, const FactScope& scope) {
  if (takes_amount(relation.type)) {
    if (const Amount* amount = nearest_amount(view, relation.trigger, scope))
      relation.amount = amount->money;
  }
  if (const DateMention* date = nearest_date(view, relation, scope)) {
    relation.date = date->date;
    if (is_stay(view, relation) && date->span.begin > relation.trigger.end) {
      // "방한한 …가 1일 …": the day is that of another act during the stay.
      relation.date = PartialDate::of(date->date.year(), date->date.month());
    }
  }
  if (relation.type == EdgeType::Supply) relation.product = product_of(view, relation.trigger);
}

std::uint32_t employer_of(const std::vector<Post>& posts, std::uint32_t person) {
  for (const Post& post : posts) {
    if (post.person == person && post.organization != kNoEntity) return post.organization;
  }
  return kNoEntity;
}

}  // namespace dealgraph::extract
