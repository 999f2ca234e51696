// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/relations.hpp"

namespace dealgraph::extract {
namespace {

class OwnershipReader {
 public:
  explicit OwnershipReader(const SentenceView& view)
      : view_(view),
        article_(view.article),
        text_(view.article.text.substr(0, view.sentence.span.end)) {}

  std::vector<Relation> run() {
    units();
    verbs();
    stakes();
    return std::move(out_);
  }

 private:
  bool is_organization(std::uint32_t e) const {
    return article_.entity(e).type == EntityType::Organization;
  }

  void emit(std::uint32_t owner, std::uint32_t owned, Span trigger, Status status) {
    if (owner == kNoEntity || owned == kNoEntity || owner == owned) return;
    if (!allows(EdgeType::Ownership, article_.entity(owner).type, article_.entity(owned).type))
      return;
    Relation relation;
    relation.type = EdgeType::Ownership;
    relation.source = owner;
    relation.target = owned;
    relation.status = status;
    relation.trigger = trigger;
    relation.evidence = view_.sentence.span;
    out_.push_back(std::move(relation));
  }

  const Argument* before(std::uint32_t at, std::uint32_t reach) const {
    for (std::size_t i = view_.arguments.size(); i-- > 0;) {
      const Argument& a = view_.arguments[i];
      if (a.span.end > at) continue;
      return at - a.span.end <= reach ? &a : nullptr;
    }
    return nullptr;
  }

  const Argument* after(std::uint32_t at, std::uint32_t reach) const {
    for (const Argument& a : view_.arguments) {
      if (a.span.begin < at) continue;
      return a.span.begin - at <= reach ? &a : nullptr;
    }
    return nullptr;
  }

  /// "Alphabet's Google unit", "Solidigm, a subsidiary of SK hynix", "SK hynix subsidiary
  /// Solidigm", "Alphabet, the parent of Google", "Google parent Alphabet".
  void units() {
    for (const Span word : words_of(article_.text, view_.sentence.span)) {
      const std::string_view noun = article_.piece(word);
      const bool unit = noun == "subsidiary" || noun == "unit" || noun == "affiliate" ||
                        noun == "arm" || noun == "division";
      const bool parent = noun == "parent" || noun == "owner";
      if (!unit && !parent) continue;
      const std::string_view next = text_.substr(word.end, 4);
      const Argument* left = before(word.begin, 28);
      const Argument* right = after(word.end, next.starts_with(" of ") ? 8 : 2);
      if (left == nullptr || right == nullptr) continue;
      const std::uint32_t l = left->entities.back();
      const std::uint32_t r = right->entities.front();
      const bool of = next.starts_with(" of ");
      if (of)
        emit(unit ? r : l, unit ? l : r, word, Status::Completed);
      else
        emit(unit ? l : r, unit ? r : l, word, Status::Completed);
    }
  }

  void verbs() {
    for (const std::string_view verb :
         {" owns ", " controls ", " is owned by ", ", owned by ", " wholly owned by "}) {
      const std::size_t at = text_.find(verb, view_.sentence.span.begin);
      if (at == std::string_view::npos) continue;
      const Span trigger{static_cast<std::uint32_t>(at + 1),
                         static_cast<std::uint32_t>(at + verb.size() - 1)};
      const Argument* left = before(trigger.begin, 12);
      const Argument* right = after(trigger.end, 40);
      if (left == nullptr || right == nullptr) continue;
      const bool passive = verb.find("by") != std::string_view::npos;
      emit(passive ? right->entities.front() : left->entities.back(),
           passive ? left->entities.back() : right->entities.front(), trigger, Status::Completed);
    }
  }

  /// "holds a 10% stake in Acme"; "nor a stake in Acme" denies it.
  void stakes() {
    const std::size_t at = text_.find("stake in ", view_.sentence.span.begin);
    if (at == std::string_view::npos) return;
    const Span trigger{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 8)};
    const std::string_view head = article_.piece({view_.sentence.span.begin, trigger.begin});
    const Argument* owned = after(trigger.end, 24);
    if (owned == nullptr) return;
    const bool denied =
        has_phrase(head, {"not have", "nor a", "no", "without a", "not own", "not hold"});
    const bool held =
        has_phrase(head, {"holds", "owns", "has a", "held", "holding", "retains", "own"});
    if (!denied && !held) return;
    for (const Argument& a : view_.arguments) {
      if (a.span.end > trigger.begin) break;
      if (a.kind != Case::Bare || a.possessive || !is_organization(a.entities.front())) continue;
      emit(a.entities.front(), owned->entities.front(), trigger,
           denied ? Status::Denied : Status::Completed);
      return;
    }
  }

  const SentenceView& view_;
  const Article& article_;
  std::string_view text_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> english_ownership(const SentenceView& view) {
  return OwnershipReader(view).run();
}

}  // namespace dealgraph::extract
