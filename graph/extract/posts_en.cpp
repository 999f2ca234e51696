// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/posts.hpp"
#include "graph/extract/titles.hpp"

namespace dealgraph::extract {
namespace {

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

class PostReader {
 public:
  PostReader(const Article& article, const Sentence& sentence)
      : article_(article), text_(article.text.substr(0, sentence.span.end)), sentence_(sentence) {}

  std::vector<Post> run() {
    const auto& names = article_.names.names;
    for (std::size_t i = first_name_from(article_.names, sentence_.span.begin);
         i < names.size() && names[i].span.begin < sentence_.span.end; ++i) {
      if (article_.entity(names[i].entity).type != EntityType::Person) continue;
      if (!before(names[i])) after(names[i]);
    }
    return std::move(posts_);
  }

 private:
  /// "AMD CEO Lisa Su", "Windsurf's chief executive Varun Mohan", "cofounder Douglas Chen".
  bool before(const Name& person) {
    const Span title = title_ending_at(person.span.begin);
    if (title.end == 0) return false;
    Post post{person.entity, kNoEntity, title, span_of(title.begin, person.span.end),
              Status::Completed};
    std::uint32_t begin = title.begin;
    if (const Name* owner = name_ending_before(title.begin)) {
      if (article_.entity(owner->entity).type != EntityType::Organization) return false;
      post.organization = owner->entity;
      begin = owner->span.begin;
    } else {
      const bool carried = !posts_.empty() && posts_.back().organization != kNoEntity &&
                           is_joint(posts_.back().extent.end, title.begin);
      if (carried) post.organization = posts_.back().organization;
      if (carried) post.status = posts_.back().status;
      if (!carried) organization_after_person(person, post);
    }
    post.extent.begin = begin;
    if (is_former(begin) || is_former(title.begin)) post.status = Status::Ended;
    posts_.push_back(post);
    return true;
  }

  /// "chief executive Jane Roe of Acme".
  void organization_after_person(const Name& person, Post& post) const {
    constexpr std::string_view kOf = " of ";
    if (!text_.substr(person.span.end).starts_with(kOf)) return;
    const Name* name = organization_at(person.span.end + kOf.size());
    if (name == nullptr) return;
    post.organization = name->entity;
    post.extent.end = name->span.end;
  }

  bool is_joint(std::uint32_t from, std::uint32_t to) const {
    if (to < from) return false;
    const std::string_view between = text_.substr(from, to - from);
    return between == ", " || between == " and " || between == ", and ";
  }

  bool is_former(std::uint32_t at) const {
    const std::string_view head = text_.substr(0, at);
    return head.ends_with("former ") || head.ends_with("Former ") || head.ends_with("ex-") ||
           head.ends_with("onetime ");
  }

  /// The longest title that ends with the blank before `end`.
  Span title_ending_at(std::uint32_t end) const {
    if (end <= sentence_.span.begin + 1 || text_[end - 1] != ' ') return {};
    Span best{};
    std::size_t begin = end - 1;
    constexpr int kMostWords = 6;
    for (int i = 0; i < kMostWords && begin > sentence_.span.begin; ++i) {
      while (begin > sentence_.span.begin && is_word_byte(text_[begin - 1])) --begin;
      const bool named = name_covering(article_.names, begin) != nullptr;
      if (!named && english_title_at(text_, begin) == end - 1 - begin)
        best = span_of(begin, end - 1);
      if (begin == sentence_.span.begin || text_[begin - 1] != ' ') break;
      --begin;
    }
    return best;
  }

  static bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_ascii_letter(c) || is_digit(byte) || c == '-' || byte >= 0x80U;
  }

  const Name* name_ending_before(std::uint32_t at) const {
    std::uint32_t end = at - 1;
    if (at >= 3 && text_.substr(0, at).ends_with("'s ")) end = at - 3;
    if (end == 0) return nullptr;
    const Name* name = name_covering(article_.names, end - 1);
    return name != nullptr && name->span.end == end && name->span.begin >= sentence_.span.begin
               ? name
               : nullptr;
  }

  const Name* organization_at(std::size_t at) const {
    for (const std::string_view article : {"the ", "The "}) {
      if (text_.substr(at).starts_with(article)) at += article.size();
    }
    const Name* name = name_covering(article_.names, at);
    if (name == nullptr || name->span.begin != at) return nullptr;
    return article_.entity(name->entity).type == EntityType::Organization ? name : nullptr;
  }

  /// "Avril Wu, a senior vice president at TrendForce", "Jeff Wang, Windsurf's head of business".
  void after(const Name& person) {
    std::size_t at = person.span.end;
    if (!text_.substr(at).starts_with(", ")) return;
    at += 2;
    bool former = false;
    bool own = false;
    for (const std::string_view word :
         {"currently ", "previously ", "formerly ", "until recently ", "most recently ", "a ",
          "an ", "the ", "its ", "former ", "then-"}) {
      if (!text_.substr(at).starts_with(word)) continue;
      at += word.size();
      own = own || word == "its ";
      former = former || word.starts_with("former") || word == "previously " ||
               word.starts_with("until") || word.starts_with("most");
    }
    std::uint32_t organization = own ? last_organization_before(person.span.begin) : kNoEntity;
    if (const Name* owner = organization_at(at)) {
      std::size_t next = owner->span.end;
      if (text_.substr(next).starts_with("'s "))
        next += 3;
      else if (text_.substr(next).starts_with(" "))
        ++next;
      if (english_title_at(text_, next) == 0) return;
      organization = owner->entity;
      at = next;
    }
    const std::uint32_t size = english_title_at(text_, at);
    if (size == 0) return;
    Post post{person.entity, organization, span_of(at, at + size),
              span_of(person.span.begin, at + size), former ? Status::Ended : Status::Completed};
    read_preposition(post);
    if (post.organization == kNoEntity) return;
    posts_.push_back(post);
  }

  /// "… of business" belongs to the title, "… of AMD" names the organization.
  void read_preposition(Post& post) const {
    std::size_t at = post.extent.end;
    for (const std::string_view link :
         {" of ", " at ", " for ", " with ", " in charge of ", " and "}) {
      if (!text_.substr(at).starts_with(link)) continue;
      const Name* name = organization_at(at + link.size());
      if (name != nullptr) {
        post.organization = name->entity;
        post.extent.end = name->span.end;
        return;
      }
      if (link != " of ") continue;
      std::size_t stop = text_.find_first_of(",.;", at);
      if (stop == std::string_view::npos) stop = text_.size();
      const std::size_t owner = text_.substr(0, stop).find(" at ", at);
      if (owner != std::string_view::npos) {
        if (const Name* owner_name = organization_at(owner + 4)) {
          post.organization = owner_name->entity;
          stop = owner_name->span.end;
        }
      }
      constexpr std::size_t kLongest = 60;
      if (stop - at > kLongest) return;
      post.extent.end = static_cast<std::uint32_t>(stop);
      return;
    }
  }

  std::uint32_t last_organization_before(std::uint32_t at) const {
    std::uint32_t last = kNoEntity;
    const auto& names = article_.names.names;
    for (std::size_t i = first_name_from(article_.names, sentence_.span.begin);
         i < names.size() && names[i].span.begin < at; ++i) {
      if (article_.entity(names[i].entity).type == EntityType::Organization) last = names[i].entity;
    }
    return last;
  }

  const Article& article_;
  std::string_view text_;
  const Sentence& sentence_;
  std::vector<Post> posts_;
};

}  // namespace

std::vector<Post> english_posts_of(const Article& article, const Sentence& sentence) {
  return PostReader(article, sentence).run();
}

}  // namespace dealgraph::extract
