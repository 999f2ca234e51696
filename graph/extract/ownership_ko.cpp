// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/relations.hpp"

namespace dealgraph::extract {
namespace {

enum class Direction : std::uint8_t { OwnedFollows, OwnerFollows };

struct OwnershipWord {
  std::string_view word;
  Direction direction;
};

/// "A의 자회사 B": the owned one follows the word; "B의 모회사 A": the owner does.
constexpr auto kWords = std::to_array<OwnershipWord>({{"자회사", Direction::OwnedFollows},
                                                      {"계열사", Direction::OwnedFollows},
                                                      {"관계사", Direction::OwnedFollows},
                                                      {"손자회사", Direction::OwnedFollows},
                                                      {"산하", Direction::OwnedFollows},
                                                      {"모회사", Direction::OwnerFollows},
                                                      {"모기업", Direction::OwnerFollows},
                                                      {"최대주주", Direction::OwnerFollows},
                                                      {"대주주", Direction::OwnerFollows}});

bool is_subject(Case kind) {
  return kind == Case::Topic || kind == Case::Subject || kind == Case::Also;
}

class OwnershipReader {
 public:
  OwnershipReader(const SentenceView& view, const Context& context)
      : view_(view),
        article_(view.article),
        context_(context),
        text_(view.article.text.substr(0, view.sentence.span.end)),
        args_(view.arguments) {}

  std::vector<Relation> run() {
    for (const OwnershipWord& word : kWords) {
      for (std::size_t at = text_.find(word.word, view_.sentence.span.begin);
           at != std::string_view::npos; at = text_.find(word.word, at + word.word.size())) {
        if (at > 0 && is_hangul(character_before(text_, at).code)) continue;
        read(word,
             {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.word.size())});
      }
    }
    shareholders();
    kept_subsidiaries();
    return std::move(out_);
  }

 private:
  bool is_organization(const Argument& a) const {
    return article_.entity(a.entities.front()).type == EntityType::Organization;
  }

  void emit(std::uint32_t owner, std::uint32_t owned, Span trigger) {
    if (owner == owned || owner == kNoEntity || owned == kNoEntity) return;
    const EntityType type = article_.entity(owner).type;
    if (!allows(EdgeType::Ownership, type, article_.entity(owned).type)) return;
    Relation relation;
    relation.type = EdgeType::Ownership;
    relation.source = owner;
    relation.target = owned;
    relation.status = Status::Completed;
    relation.trigger = trigger;
    relation.evidence = view_.sentence.span;
    out_.push_back(std::move(relation));
  }

  void read(const OwnershipWord& word, Span span) {
    const std::uint32_t before = owner_before(span.begin);
    const std::uint32_t after = name_after(span.end);
    if (after != kNoEntity) {
      std::uint32_t first = before != kNoEntity ? before : subject_before(span.begin);
      if (first == kNoEntity) return;
      if (word.direction == Direction::OwnedFollows)
        emit(first, after, span);
      else
        emit(after, first, span);
      return;
    }
    if (!is_predicate(span.end) || before == kNoEntity) return;
    const std::uint32_t subject = subject_before(span.begin);
    if (word.direction == Direction::OwnedFollows)
      emit(before, subject, span);
    else
      emit(subject, before, span);
  }

  /// 도요타의 계열사다: the word ends the statement.
  bool is_predicate(std::uint32_t end) const {
    const std::string_view rest = text_.substr(end, 12);
    return rest.starts_with("다") || rest.starts_with("이다") || rest.starts_with("로,") ||
           rest.starts_with("로 ") || rest.starts_with("이며") || rest.starts_with("였다") ||
           rest.starts_with("인 ");
  }

  /// The organization that qualifies the word: "TSMC의 일본 자회사", "인텔 자회사".
  std::uint32_t owner_before(std::uint32_t at) const {
    for (std::size_t i = args_.size(); i-- > 0;) {
      const Argument& a = args_[i];
      if (a.span.end > at) continue;
      if (article_.entity(a.entities.front()).type == EntityType::Place) continue;
      const bool qualifies = a.kind == Case::Owner || a.kind == Case::Modifier || a.head.end > at ||
                             (a.head.begin <= at && a.head.end >= at && a.head.end > 0);
      if (!qualifies || !is_organization(a)) return kNoEntity;
      constexpr std::uint32_t kNear = 40;
      return at - a.span.end <= kNear ? a.entities.front() : kNoEntity;
    }
    return kNoEntity;
  }

  std::uint32_t subject_before(std::uint32_t at) const {
    for (std::size_t i = args_.size(); i-- > 0;) {
      const Argument& a = args_[i];
      if (a.span.end <= at && is_subject(a.kind) && is_organization(a) &&
          a.head.end <= a.head.begin) {
        return a.entities.front();
      }
    }
    const auto& topic = context_.discourse.topic_organizations;
    return topic.size() == 1 ? topic.front() : kNoEntity;
  }

  /// The name right after the word: 자회사 솔리다임, 자회사인 JASM, 계열사 'X'.
  std::uint32_t name_after(std::uint32_t end) const {
    std::size_t at = end;
    if (text_.substr(at).starts_with("인")) at += std::string_view("인").size();
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\'' || text_[at] == '"')) ++at;
    if (at == end) return kNoEntity;
    const Name* name = name_covering(article_.names, at);
    if (name == nullptr || name->span.begin != at) return kNoEntity;
    return name->entity;
  }

  /// "A는 B를 자회사로 두고 있다", "B는 …로, A와 C가 주요 주주다".
  void kept_subsidiaries() {
    for (const std::string_view word :
         {"자회사로 두", "자회사로 거느", "계열사로 두", "자회사로 편입"}) {
      const std::size_t at = text_.find(word, view_.sentence.span.begin);
      if (at == std::string_view::npos) continue;
      const Span trigger{static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(at + word.size())};
      for (std::size_t i = args_.size(); i-- > 0;) {
        if (args_[i].span.end > at || args_[i].kind != Case::Object || !is_organization(args_[i]))
          continue;
        emit(subject_before(args_[i].span.begin), args_[i].entities.front(), trigger);
        break;
      }
    }
    const std::size_t at = text_.find("주주다", view_.sentence.span.begin);
    if (at == std::string_view::npos) return;
    const Argument* owned = nullptr;
    const Argument* owners = nullptr;
    for (const Argument& a : args_) {
      if (a.span.end > at || !is_organization(a)) continue;
      if (a.kind == Case::Topic && owned == nullptr) owned = &a;
      if (a.kind == Case::Subject) owners = &a;
    }
    if (owned == nullptr || owners == nullptr) return;
    const Span trigger{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 9)};
    for (const std::uint32_t owner : owners->entities)
      emit(owner, owned->entities.front(), trigger);
  }

  /// "B에는 A가 주주로 참여하고 있다", "A는 B의 지분 20%를 보유하고 있다".
  void shareholders() {
    for (const std::string_view word : {"주주로 참여", "주주로 이름", "지분을 보유", "지분 보유",
                                        "보유하고", "보유한", "소유하고", "소유한"}) {
      const std::size_t at = text_.find(word, view_.sentence.span.begin);
      if (at == std::string_view::npos) continue;
      const Span trigger{static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(at + word.size())};
      const bool shares =
          text_.substr(view_.sentence.span.begin, at - view_.sentence.span.begin).find("지분") !=
              std::string_view::npos ||
          word.starts_with("주주");
      if (!shares) continue;
      const Argument* owners = nullptr;
      const Argument* owned = nullptr;
      for (const Argument& a : args_) {
        if (a.span.end > at || !is_organization(a)) continue;
        if (is_subject(a.kind) && a.head.end <= a.head.begin) owners = &a;
        if (a.kind == Case::Owner || a.kind == Case::Recipient ||
            (a.head.end > a.head.begin &&
             article_.piece(a.head).find("지분") != std::string_view::npos)) {
          owned = &a;
        }
      }
      if (owners == nullptr || owned == nullptr) continue;
      for (const std::uint32_t owner : owners->entities)
        emit(owner, owned->entities.front(), trigger);
      return;
    }
  }

  const SentenceView& view_;
  const Article& article_;
  const Context& context_;
  std::string_view text_;
  const std::vector<Argument>& args_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> korean_ownership(const SentenceView& view, const Context& context) {
  return OwnershipReader(view, context).run();
}

}  // namespace dealgraph::extract
