// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/relations.hpp"
#include "graph/extract/titles.hpp"

namespace dealgraph::extract {
namespace {

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

bool is_subject(Case kind) {
  return kind == Case::Topic || kind == Case::Subject || kind == Case::Also;
}

class RoleReader {
 public:
  RoleReader(const SentenceView& view, const Context& context)
      : view_(view),
        article_(view.article),
        context_(context),
        text_(view.article.text.substr(0, view.sentence.span.end)) {}

  std::vector<Relation> run() {
    for (const Post& post : view_.posts) add_post(post);
    for (std::size_t i = first_name_from(article_.names, view_.sentence.span.begin);
         i < article_.names.names.size() &&
         article_.names.names[i].span.begin < view_.sentence.span.end;
         ++i) {
      free_post(article_.names.names[i]);
    }
    appointments();
    return std::move(out_);
  }

 private:
  void emit(std::uint32_t person, std::uint32_t organization, Span title, Status status) {
    Relation relation;
    relation.type = EdgeType::Role;
    relation.source = person;
    relation.target = organization;
    relation.status = status;
    relation.trigger = title;
    relation.evidence = view_.sentence.span;
    relation.title = std::string(article_.piece(title));
    for (const std::string_view ending : {" 후보자", "후보자", " 후보", " 내정자"}) {
      if (relation.title.ends_with(ending))
        relation.title.resize(relation.title.size() - ending.size());
    }
    if (relation.title.empty()) return;
    out_.push_back(std::move(relation));
  }

  void add_post(const Post& post) {
    std::uint32_t organization = post.organization;
    if (organization == kNoEntity) organization = implied_organization(post);
    if (organization == kNoEntity) return;
    const std::string_view title = article_.piece(post.title);
    Status status = post.status;
    if (contains_any(title, {"후보", "내정자", "당선인"})) status = Status::Planned;
    emit(post.person, organization, post.title, status);
    if (contains_any(article_.piece({post.title.end, view_.sentence.span.end}).substr(0, 60),
                     {"사임", "물러", "퇴임"})) {
      out_.back().status = Status::Ended;
    }
  }

  /// "회사는 곽노정 대표 체제에서", "서인학 대표가 맡고 있다": the organization spoken of.
  std::uint32_t implied_organization(const Post& post) const {
    if (is_state_title(article_.piece(post.title))) return kNoEntity;
    const std::string_view after = text_.substr(post.title.end, 40);
    const bool leads =
        contains_any(after, {"체제", "맡고", "이끄", "이끌", "물러", "사임", "취임"}) ||
        text_.substr(0, post.extent.begin).ends_with("이끈 ");
    if (!leads) return kNoEntity;
    for (const Argument& a : view_.arguments) {
      if (a.span.end > post.extent.begin) break;
      const bool organization =
          article_.entity(a.entities.front()).type == EntityType::Organization;
      if (is_subject(a.kind) && organization && a.entities.size() == 1) return a.entities.front();
    }
    const auto& topic = context_.discourse.topic_organizations;
    return topic.size() == 1 ? topic.front() : kNoEntity;
  }

  bool in_post(std::uint32_t at) const {
    return std::ranges::any_of(
        view_.posts, [&](const Post& p) { return p.extent.begin <= at && at < p.extent.end; });
  }

  /// An organization and a post without a person beside it: 장관 후보자로 …을 지명, …수석에 임명,
  /// 최고경영자를 지냈다.
  void free_post(const Name& name) {
    if (article_.entity(name.entity).type != EntityType::Organization || in_post(name.span.begin))
      return;
    const Span title = title_after(name.span.end);
    if (title.end == 0) return;
    const Span clause{title.end, view_.sentence.span.end};
    const std::string_view after = article_.piece(clause);
    const std::string_view near = after.substr(0, 60);
    if (contains_any(near, {"지내", "역임", "지낸", "지냈", "물러", "사임", "퇴임", "출신"})) {
      if (near.find("출신") != std::string_view::npos) return;
      const std::uint32_t person = person_before(name.span.begin);
      if (person != kNoEntity) emit(person, name.entity, title, Status::Ended);
    } else if (contains_any(after, {"지명", "임명", "선임", "내정", "발탁", "이름을 올", "취임",
                                    "올랐", "영입", "위촉", "낙점"})) {
      appoint(name, title, after);
    } else if (contains_any(near, {"맡고", "맡았", "맡는다", "맡게"})) {
      const std::uint32_t person = person_before(name.span.begin);
      if (person != kNoEntity) emit(person, name.entity, title, Status::Completed);
    }
  }

  /// "A가 류재철 씨를 새 최고경영자로 선임했다": the organization is the subject.
  void appointments() {
    for (const std::string_view verb : {"선임", "임명", "내정", "발탁", "영입", "승진"}) {
      const std::size_t at = text_.find(verb, view_.sentence.span.begin);
      if (at == std::string_view::npos) continue;
      const Span title = title_before(static_cast<std::uint32_t>(at));
      if (title.end == 0) continue;
      std::uint32_t person = kNoEntity;
      std::uint32_t organization = kNoEntity;
      for (const Argument& a : view_.arguments) {
        if (a.span.begin >= title.begin) break;
        const std::uint32_t e = a.entities.front();
        if (article_.entity(e).type == EntityType::Person && a.kind == Case::Object) person = e;
        if (article_.entity(e).type == EntityType::Organization && is_subject(a.kind))
          organization = e;
      }
      if (person == kNoEntity || organization == kNoEntity) continue;
      emit(person, organization, title, verb == "내정" ? Status::Planned : Status::Completed);
      attach_facts(view_, out_.back());
    }
  }

  /// The post with 로/에 right before a verb of appointment.
  Span title_before(std::uint32_t at) const {
    std::size_t end = at;
    while (end > view_.sentence.span.begin && text_[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > view_.sentence.span.begin && text_[begin - 1] != ' ') --begin;
    if (begin >= end || in_post(static_cast<std::uint32_t>(begin))) return {};
    const std::uint32_t size = korean_title_at(text_, begin);
    if (size == 0) return {};
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
  }

  void appoint(const Name& name, Span title, std::string_view after) {
    std::uint32_t person = person_after(title.end);
    if (person == kNoEntity) person = person_before(name.span.begin);
    if (person == kNoEntity) return;
    const bool planned = contains_any(article_.piece(title), {"후보", "내정"}) ||
                         contains_any(after.substr(0, 24), {"후보", "내정자"}) ||
                         contains_any(after, {"예정", "내정했", "내정됐"});
    emit(person, name.entity, title, planned ? Status::Planned : Status::Completed);
    attach_facts(view_, out_.back());
  }

  Span title_after(std::uint32_t end) const {
    std::size_t at = end;
    if (text_.substr(at).starts_with("의 ")) at += std::string_view("의").size();
    constexpr int kMostWords = 3;
    for (int i = 0; i < kMostWords && character_at(text_, at).code == ' '; ++i) {
      ++at;
      if (name_covering(article_.names, at) != nullptr) return {};
      if (const std::uint32_t size = korean_title_at(text_, at)) {
        Span title{static_cast<std::uint32_t>(end + 1), static_cast<std::uint32_t>(at + size)};
        if (article_.piece(title).starts_with("의 ")) title.begin += 4;
        return title;
      }
      const std::size_t stop = word_end(text_, at);
      if (stop == at || trailing_particle(text_.substr(at, stop - at)).size > 0) return {};
      at = stop;
    }
    return {};
  }

  std::uint32_t person_before(std::uint32_t at) const {
    for (std::size_t i = view_.arguments.size(); i-- > 0;) {
      const Argument& a = view_.arguments[i];
      if (a.span.end > at) continue;
      if (!is_subject(a.kind)) continue;
      const std::uint32_t e = a.entities.front();
      return article_.entity(e).type == EntityType::Person ? e : kNoEntity;
    }
    return kNoEntity;
  }

  std::uint32_t person_after(std::uint32_t at) const {
    for (const Argument& a : view_.arguments) {
      if (a.span.begin < at) continue;
      if (article_.entity(a.entities.front()).type != EntityType::Person) continue;
      return a.kind == Case::Object || is_subject(a.kind) ? a.entities.front() : kNoEntity;
    }
    return kNoEntity;
  }

  const SentenceView& view_;
  const Article& article_;
  const Context& context_;
  std::string_view text_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> korean_roles(const SentenceView& view, const Context& context) {
  return RoleReader(view, context).run();
}

}  // namespace dealgraph::extract
