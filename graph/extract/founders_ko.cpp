// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/relations.hpp"
#include "graph/extract/words.hpp"

/// Who founded what, told by a verb instead of a post: "리사 강이 2019년 세운 코히어런트랩".
namespace dealgraph::extract {
namespace {

constexpr auto kDescribing =
    std::to_array<std::string_view>({"세운", "창업한", "설립한", "창립한", "차린", "창업했던"});
constexpr auto kTelling = std::to_array<std::string_view>(
    {"세웠", "창업했", "설립했", "창립했", "차렸", "창업하고", "창업해", "세워 ", "세우고",
     "차리고", "창업하며", "설립하고"});

class FounderReader {
 public:
  FounderReader(const SentenceView& view, const Context& context)
      : view_(view),
        article_(view.article),
        context_(context),
        text_(view.article.text.substr(0, view.sentence.span.end)) {}

  std::vector<Relation> run() {
    for (const std::string_view verb : kDescribing) {
      for_each(verb, [&](Span at) { describing(at); });
    }
    for (const std::string_view verb : kTelling) {
      for_each(verb, [&](Span at) { telling(at); });
    }
    return std::move(out_);
  }

 private:
  template <typename Action>
  void for_each(std::string_view verb, Action action) {
    for (std::size_t at = text_.find(verb, view_.sentence.span.begin); at != std::string_view::npos;
         at = text_.find(verb, at + verb.size())) {
      if (is_hangul(character_before(text_, at).code)) continue;  // 내세운
      action(Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + verb.size())});
    }
  }

  EntityType type(const Argument& a) const { return article_.entity(a.entities.front()).type; }

  static bool is_subject(const Argument& a) {
    return a.kind == Case::Subject || a.kind == Case::Topic || a.kind == Case::Also;
  }

  /// "P가 세운 X", "X는 P가 세운 회사다", "X를 세운 P", "P는 X를 세운 인물이다".
  void describing(Span verb) {
    const std::uint32_t founded = object_before(verb.begin);
    if (founded != kNoEntity) {
      std::uint32_t founder = behind(verb.end, EntityType::Person);
      if (founder == kNoEntity && names_kind(verb.end, {"인물", "사람", "주역", "장본인", "이다"}))
        founder = subject_before(verb.begin);
      return emit(founder, founded, verb);
    }
    const std::uint32_t founder = subject_before(verb.begin);
    if (founder == kNoEntity) return;
    std::uint32_t company = behind(verb.end, EntityType::Organization);
    if (company == kNoEntity && names_kind(verb.end, {"회사", "기업", "업체", "스타트업", "곳",
                                                      "법인", "벤처", "팹리스"})) {
      company = company_topic(verb.begin);
    }
    emit(founder, company, verb);
  }

  /// "백 대표는 2017년 이 회사를 세웠다".
  void telling(Span verb) {
    const std::uint32_t founded = object_before(verb.begin);
    if (founded != kNoEntity) emit(subject_before(verb.begin), founded, verb);
  }

  std::uint32_t object_before(std::uint32_t at) const {
    constexpr std::uint32_t kReach = 50;
    for (std::size_t i = view_.arguments.size(); i-- > 0;) {
      const Argument& a = view_.arguments[i];
      if (a.span.end > at) continue;
      if (a.span.end + kReach < at || is_subject(a)) return kNoEntity;
      const bool whole = a.head.end <= a.head.begin;
      if (a.kind == Case::Object && type(a) == EntityType::Organization)
        return whole ? a.entities.front() : kNoEntity;
    }
    return kNoEntity;
  }

  /// The person who is the subject, else whom the sentence before was about.
  std::uint32_t subject_before(std::uint32_t at) const {
    for (std::size_t i = view_.arguments.size(); i-- > 0;) {
      const Argument& a = view_.arguments[i];
      if (a.span.end > at || !is_subject(a)) continue;
      if (type(a) == EntityType::Person) return a.entities.front();
      if (a.kind == Case::Subject) return kNoEntity;
    }
    const bool own = std::ranges::any_of(
        view_.arguments, [&](const Argument& a) { return a.span.end <= at && is_subject(a); });
    const auto& topic = context_.discourse.topic;
    const bool person =
        topic.size() == 1 && article_.entity(topic.front()).type == EntityType::Person;
    return !own && person && !view_.sentence.title ? topic.front() : kNoEntity;
  }

  /// The name that the verb describes, over nouns in apposition: 세운 AI 반도체 기업 X.
  std::uint32_t behind(std::uint32_t at, EntityType kind) const {
    constexpr std::uint32_t kReach = 45;
    for (const Argument& a : view_.arguments) {
      if (a.span.begin < at) continue;
      if (a.span.begin > at + kReach || type(a) != kind) return kNoEntity;
      const std::string_view gap = text_.substr(at, a.span.begin - at);
      return contains_any(gap, {"은 ", "는 ", "을 ", "를 ", "에 ", ", "}) ? kNoEntity
                                                                          : a.entities.front();
    }
    return kNoEntity;
  }

  bool names_kind(std::uint32_t at, Phrases kinds) const {
    constexpr std::size_t kReach = 40;
    const std::string_view rest = text_.substr(at, kReach);
    return contains_any(rest.substr(0, rest.find(',')), kinds);
  }

  std::uint32_t company_topic(std::uint32_t before) const {
    for (const Argument& a : view_.arguments) {
      if (a.span.end > before) break;
      if (a.kind == Case::Topic && type(a) == EntityType::Organization) return a.entities.front();
    }
    const auto& topic = context_.discourse.topic_organizations;
    return topic.size() == 1 ? topic.front() : kNoEntity;
  }

  void emit(std::uint32_t founder, std::uint32_t company, Span verb) {
    if (founder == kNoEntity || company == kNoEntity) return;
    Relation relation;
    relation.type = EdgeType::Role;
    relation.source = founder;
    relation.target = company;
    relation.status = Status::Completed;
    relation.trigger = verb;
    relation.evidence = view_.sentence.span;
    relation.title = "창업자";
    attach_facts(view_, relation);
    out_.push_back(std::move(relation));
  }

  const SentenceView& view_;
  const Article& article_;
  const Context& context_;
  std::string_view text_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> korean_founders(const SentenceView& view, const Context& context) {
  return FounderReader(view, context).run();
}

}  // namespace dealgraph::extract
