// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/relations.hpp"
#include "graph/extract/titles.hpp"

namespace dealgraph::extract {
namespace {

class RoleReader {
 public:
  RoleReader(const SentenceView& view, const Context& context)
      : view_(view),
        article_(view.article),
        context_(context),
        text_(view.article.text.substr(0, view.sentence.span.end)) {}

  std::vector<Relation> run() {
    for (const Post& post : view_.posts) {
      if (post.organization == kNoEntity) continue;
      emit(post.person, post.organization, post.title,
           is_hired_away(post) ? Status::Ended : post.status);
    }
    changes();
    founders();
    return std::move(out_);
  }

 private:
  void emit(std::uint32_t person, std::uint32_t organization, Span title, Status status,
            bool dated = false) {
    if (person == kNoEntity || organization == kNoEntity) return;
    if (!allows(EdgeType::Role, article_.entity(person).type, article_.entity(organization).type))
      return;
    Relation relation;
    relation.type = EdgeType::Role;
    relation.source = person;
    relation.target = organization;
    relation.status = status;
    relation.trigger = title;
    relation.evidence = view_.sentence.span;
    relation.title = std::string(article_.piece(title));
    if (dated) attach_facts(view_, relation);
    out_.push_back(std::move(relation));
  }

  /// "Google will hire Windsurf CEO Varun Mohan": the post named ends; a founder stays one.
  bool is_hired_away(const Post& post) const {
    const std::string_view head =
        text_.substr(view_.sentence.span.begin, post.extent.begin - view_.sentence.span.begin);
    const std::string_view near = head.substr(head.size() > 20 ? head.size() - 20 : 0);
    return has_phrase(near, {"hire", "hires", "hired", "hiring", "poached", "poaches"}) &&
           !has_phrase(article_.piece(post.title), {"founder", "cofounder", "co-founder"});
  }

  bool is_type(const Argument& a, EntityType type) const {
    return article_.entity(a.entities.front()).type == type;
  }

  std::uint32_t person_before(std::uint32_t at) const {
    for (std::size_t i = view_.arguments.size(); i-- > 0;) {
      const Argument& a = view_.arguments[i];
      if (a.span.end <= at && is_type(a, EntityType::Person) && a.kind == Case::Bare)
        return a.entities.front();
    }
    return kNoEntity;
  }

  std::uint32_t organization_after(std::uint32_t at, std::uint32_t reach) const {
    for (const Argument& a : view_.arguments) {
      if (a.span.begin < at) continue;
      if (a.span.begin > at + reach) return kNoEntity;
      if (is_type(a, EntityType::Organization)) return a.entities.front();
    }
    return kNoEntity;
  }

  std::uint32_t organization_before(std::uint32_t at) const {
    for (std::size_t i = view_.arguments.size(); i-- > 0;) {
      const Argument& a = view_.arguments[i];
      if (a.span.end <= at && is_type(a, EntityType::Organization)) return a.entities.front();
    }
    const auto& topic = context_.discourse.topic_organizations;
    return topic.size() == 1 ? topic.front() : kNoEntity;
  }

  enum class Change : std::uint8_t { Takes, Will, Leaves, Given };

  struct ChangePhrase {
    std::string_view words;
    Change change;
  };

  /// Posts taken, given and left.
  void changes() {
    static constexpr ChangePhrase kPhrases[] = {{"has become ", Change::Takes},
                                                {"became ", Change::Takes},
                                                {"was named ", Change::Takes},
                                                {"was appointed ", Change::Takes},
                                                {"has been named ", Change::Takes},
                                                {"has been appointed ", Change::Takes},
                                                {"named as ", Change::Takes},
                                                {"takes over as ", Change::Takes},
                                                {"took over as ", Change::Takes},
                                                {"joined as ", Change::Takes},
                                                {"serves as ", Change::Takes},
                                                {"is the ", Change::Takes},
                                                {"will be ", Change::Will},
                                                {"will become ", Change::Will},
                                                {"will serve as ", Change::Will},
                                                {"is set to become ", Change::Will},
                                                {"to become ", Change::Will},
                                                {"stepped down as ", Change::Leaves},
                                                {"steps down as ", Change::Leaves},
                                                {"resigned as ", Change::Leaves},
                                                {"resigned from ", Change::Leaves},
                                                {"stepping down as ", Change::Leaves},
                                                {"left the board of ", Change::Leaves},
                                                {"leaves ", Change::Leaves},
                                                {"departed ", Change::Leaves},
                                                {"joined the board of ", Change::Takes},
                                                {"named ", Change::Given},
                                                {"appointed ", Change::Given},
                                                {"hired ", Change::Given},
                                                {"appoints ", Change::Given},
                                                {"hires ", Change::Given},
                                                {"names ", Change::Given},
                                                {"tapped ", Change::Given}};
    for (const ChangePhrase& phrase : kPhrases) {
      for (std::size_t at = text_.find(phrase.words, view_.sentence.span.begin);
           at != std::string_view::npos; at = text_.find(phrase.words, at + phrase.words.size())) {
        if (at > 0 && is_word(character_before(text_, at).code)) continue;
        change(phrase, static_cast<std::uint32_t>(at));
      }
    }
  }

  void change(const ChangePhrase& phrase, std::uint32_t at) {
    const auto end = static_cast<std::uint32_t>(at + phrase.words.size());
    if (phrase.change == Change::Given) return given(at, end);
    const std::uint32_t person = person_before(at);
    if (person == kNoEntity) return;
    const Title title = title_at(end);
    if (title.span.end == 0) return;
    const Status status = phrase.change == Change::Takes  ? Status::Completed
                          : phrase.change == Change::Will ? Status::Planned
                                                          : Status::Ended;
    std::uint32_t organization = title.organization;
    if (organization == kNoEntity) organization = organization_of(title.span.end, person, at);
    emit(person, organization, title.span, status, true);
  }

  struct Title {
    Span span{};
    std::uint32_t organization = kNoEntity;
  };

  /// A post at `at`, over articles and an organization's possessive: "interim CEO", "the top
  /// product executive", "Windsurf's new president", "the board of Figma".
  Title title_at(std::uint32_t at) const {
    Title title;
    constexpr int kMostWords = 5;
    for (int i = 0; i < kMostWords && at < text_.size(); ++i) {
      const Name* name = name_covering(article_.names, at);
      if (name != nullptr && article_.entity(name->entity).type == EntityType::Organization) {
        title.organization = name->entity;
        at = name->span.end;
        if (text_.substr(at).starts_with("'s "))
          at += 3;
        else if (text_.substr(at).starts_with(" "))
          ++at;
        else
          return {};
      }
      if (text_.substr(at).starts_with("board of ") || text_.substr(at).starts_with("board")) {
        title.span = {at, at + 5};
        return title;
      }
      if (const std::uint32_t size = english_title_at(text_, at)) {
        title.span = {at, at + size};
        return title;
      }
      const std::size_t stop = word_end(text_, at);
      const std::string_view word = text_.substr(at, stop - at);
      const bool skip = word == "the" || word == "a" || word == "an" || word == "its" ||
                        word == "new" || word == "next" || word == "as" || word == "their";
      if (!skip || stop >= text_.size() || text_[stop] != ' ') return {};
      at = static_cast<std::uint32_t>(stop + 1);
    }
    return {};
  }

  std::uint32_t organization_of(std::uint32_t title_end, std::uint32_t person,
                                std::uint32_t at) const {
    const std::string_view after = text_.substr(title_end, 12);
    if (after.starts_with(" of ") || after.starts_with(" at ") || after.starts_with(" for ")) {
      const std::uint32_t named = organization_after(title_end, 60);
      if (named != kNoEntity) return named;
    }
    const std::uint32_t employer = employer_of(view_.posts, person);
    return employer != kNoEntity ? employer : organization_before(at);
  }

  /// "Acme named Jane Roe chief executive", "hired Jane Roe as CTO".
  void given(std::uint32_t at, std::uint32_t end) {
    for (const Argument& a : view_.arguments) {
      if (a.span.begin < end) continue;
      if (a.span.begin > end + 40 || !is_type(a, EntityType::Person)) return;
      std::uint32_t next = a.span.end;
      if (text_.substr(next).starts_with(" as "))
        next += 4;
      else if (text_.substr(next).starts_with(" "))
        ++next;
      const Title title = title_at(next);
      if (title.span.end != 0)
        emit(a.entities.front(), organization_before(at), title.span, Status::Completed, true);
      return;
    }
  }

  /// "a fund founded by former OpenAI researcher Leopold Aschenbrenner", "co-founded Instagram".
  void founders() {
    for (const std::string_view phrase : {"co-founded by ", "cofounded by ", "founded by "}) {
      const std::size_t at = text_.find(phrase, view_.sentence.span.begin);
      if (at == std::string_view::npos) continue;
      const auto end = static_cast<std::uint32_t>(at + phrase.size());
      const Span title{static_cast<std::uint32_t>(at),
                       static_cast<std::uint32_t>(at + phrase.find(' '))};
      for (const Argument& a : view_.arguments) {
        if (a.span.begin < end) continue;
        if (a.span.begin > end + 48) break;
        for (const std::uint32_t e : a.entities) {
          if (article_.entity(e).type == EntityType::Person)
            emit(e, organization_before(title.begin), title, Status::Completed);
        }
        break;
      }
      return;
    }
    for (const std::string_view phrase : {"co-founded ", "cofounded ", "founded "}) {
      const std::size_t at = text_.find(phrase, view_.sentence.span.begin);
      if (at == std::string_view::npos) continue;
      const auto end = static_cast<std::uint32_t>(at + phrase.size());
      const Span title{static_cast<std::uint32_t>(at), end - 1};
      emit(person_before(title.begin), organization_after(end, 24), title, Status::Completed);
      return;
    }
  }

  const SentenceView& view_;
  const Article& article_;
  const Context& context_;
  std::string_view text_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> english_roles(const SentenceView& view, const Context& context) {
  return RoleReader(view, context).run();
}

}  // namespace dealgraph::extract
