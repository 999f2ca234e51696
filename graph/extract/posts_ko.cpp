// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/posts.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

/// Reads the posts of one Korean sentence from left to right.
class PostReader {
 public:
  PostReader(const Article& article, const Sentence& sentence)
      : article_(article), text_(article.text.substr(0, sentence.span.end)), sentence_(sentence) {}

  std::vector<Post> run() {
    const Names& names = article_.names;
    for (std::size_t i = first_name_from(names, sentence_.span.begin);
         i < names.names.size() && names.names[i].span.begin < sentence_.span.end; ++i) {
      if (type(i) == EntityType::Person) read_person(i);
    }
    return std::move(posts_);
  }

 private:
  EntityType type(std::size_t i) const {
    return article_.entity(article_.names.names[i].entity).type;
  }
  Span span(std::size_t i) const { return article_.names.names[i].span; }

  bool is_organization(std::size_t i) const {
    return i < article_.names.names.size() && span(i).end <= sentence_.span.end &&
           type(i) == EntityType::Organization;
  }

  void read_person(std::size_t i) {
    if (read_title_after(i)) return;
    read_title_before(i);
  }

  void add(std::size_t person, std::uint32_t organization, Span title, Span extent) {
    Post post{article_.names.names[person].entity, organization, title, extent, Status::Completed};
    if (is_former(extent.begin) || is_former(title.begin)) post.status = Status::Ended;
    posts_.push_back(post);
  }

  /// 전 오픈AI 연구원, 前 대표: the post is over.
  bool is_former(std::uint32_t at) const {
    const std::string_view before = text_.substr(0, at);
    return before.ends_with(" 전 ") || before.ends_with("前 ") || before.ends_with("前") ||
           before.ends_with("전직 ") || before.ends_with("(전 ");
  }

  /// 최태원 SK그룹 회장, 하정우 네이버클라우드 AI혁신센터장, 김영섭 대표.
  bool read_title_after(std::size_t i) {
    const Span person = span(i);
    std::size_t at = skip_gloss(text_, person.end);
    if (character_at(text_, at).code != ' ') return false;
    ++at;
    const std::uint32_t direct = korean_title_at(text_, at);
    if (direct > 0 && !is_organization_at(i + 1, at)) {
      const Span title = span_of(at, at + direct);
      constexpr std::string_view kAnd = " 겸 ";
      if (text_.substr(title.end).starts_with(kAnd) &&
          is_organization_at(i + 1, title.end + kAnd.size())) {
        // 배경훈 부총리 겸 과학기술정보통신부 장관
        const Span second = title_within(span(i + 1).end);
        if (second.end > 0) {
          add(i, article_.names.names[i + 1].entity, second, {person.begin, second.end});
          return true;
        }
      }
      const auto [owner, begin] = organization_before(i);
      add(i, state_owner(title) ? kNoEntity : owner, title, {begin, title.end});
      return true;
    }
    std::size_t past = 0;
    for (const std::string_view word : {"전 ", "당시 ", "前 "}) {
      if (starts_with(text_.substr(at), word)) past = word.size();
    }
    const bool former = past > 0;
    if (former) {
      at += past;
      const std::uint32_t post = korean_title_at(text_, at);
      if (post > 0 && !is_organization_at(i + 1, at)) {
        const Span title = span_of(at, at + post);
        const auto [owner, begin] = organization_before(i);
        add(i, owner, title, {begin, title.end});
        posts_.back().status = Status::Ended;
        return true;
      }
    }
    if (is_place_at(i + 1, at)) {  // 에릭 홀콤 인디애나 주지사
      const Span title = title_within(span(i + 1).end);
      if (title.end == 0) return false;
      add(i, kNoEntity, title, {person.begin, title.end});
      return true;
    }
    if (!is_organization_at(i + 1, at)) return unknown_department(i, at);
    const Span organization = span(i + 1);
    const Span title = title_within(skip_gloss(text_, organization.end));
    if (title.end == 0) return false;
    add(i, article_.names.names[i + 1].entity, title, {person.begin, title.end});
    if (former) posts_.back().status = Status::Ended;
    return true;
  }

  /// "○○ 연구개발 총괄 사장" with the organization before the person.
  bool unknown_department(std::size_t i, std::size_t at) {
    const auto [owner, begin] = organization_before(i);
    if (owner == kNoEntity) return false;
    const Span title = title_within(at - 1);
    if (title.end == 0) return false;
    add(i, owner, title, {begin, title.end});
    return true;
  }

  static Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  bool is_place_at(std::size_t i, std::size_t at) const {
    return i < article_.names.names.size() && span(i).end <= sentence_.span.end &&
           span(i).begin == at && type(i) == EntityType::Place;
  }

  bool is_organization_at(std::size_t i, std::size_t at) const {
    return is_organization(i) && span(i).begin == at;
  }

  /// The post from `at` on, over words of a department that carry no particle.
  Span title_within(std::size_t at) const {
    if (is_hangul(character_at(text_, at).code)) {
      constexpr std::string_view kHead = "장";
      if (text_.substr(at).starts_with(kHead)) {  // 연구원 + 장: the post is 원장
        return span_of(at - character_before(text_, at).size, at + kHead.size());
      }
      const std::uint32_t glued = korean_title_at(text_, at);
      return glued > 0 ? span_of(at, at + glued) : Span{};
    }
    constexpr int kMostWords = 4;
    std::size_t first = at;
    for (int i = 0; i < kMostWords && character_at(text_, at).code == ' '; ++i) {
      ++at;
      if (i == 0) first = at;
      if (name_covering(article_.names, at) != nullptr) return {};
      if (const std::uint32_t size = korean_title_at(text_, at)) {
        return span_of(first, at + size);
      }
      const std::size_t stop = word_end(text_, at);
      if (stop == at || trailing_particle(text_.substr(at, stop - at)).size > 0) return {};
      at = stop;
    }
    return {};
  }

  /// 오픈AI 샘 올트먼 CEO: the organization directly before; with 의 or a post of its own between.
  std::pair<std::uint32_t, std::uint32_t> organization_before(std::size_t i) const {
    const std::pair<std::uint32_t, std::uint32_t> none{kNoEntity, span(i).begin};
    if (i == 0 || !is_organization(i - 1) || span(i - 1).begin < sentence_.span.begin) return none;
    const std::size_t end = skip_gloss(text_, span(i - 1).end);
    if (end > span(i).begin) return none;
    const std::string_view between = text_.substr(end, span(i).begin - end);
    const std::string_view space = " ";
    if (between == space || between == "의 ")
      return {article_.names.names[i - 1].entity, span(i - 1).begin};
    // 샤오미 창업자 레이쥔 회장, 세원로보 창업자인 권혁수 전 대표: a post of its own in between.
    const std::string_view post = between.starts_with("의 ") ? between.substr(4)
                                  : between.starts_with(" ") ? between.substr(1)
                                                             : std::string_view();
    const std::uint32_t size = post.empty() ? 0 : korean_title_at(post, 0);
    if (size > 0 &&
        (post.substr(size) == " " || post.substr(size) == "인 " || post.substr(size) == "였던 ")) {
      return {article_.names.names[i - 1].entity, span(i - 1).begin};
    }
    // 회사는 곽노정 대표 체제에서: the organization stays a topic of its own.
    if (between == "는 " || between == "은 ")
      return {article_.names.names[i - 1].entity, span(i).begin};
    return none;
  }

  /// 이재명 대통령: a head of state is named without an organization.
  bool state_owner(Span title) const { return is_state_title(article_.piece(title)); }

  /// 오픈AI의 CEO 샘 올트먼, 네이버 대표 최수연.
  void read_title_before(std::size_t i) {
    if (i == 0 || !is_organization(i - 1) || span(i - 1).begin < sentence_.span.begin) return;
    if (text_.substr(span(i - 1).end).starts_with("(")) {  // 비욘드퀀타(대표 문가온)
      const std::size_t open = span(i - 1).end + 1;
      const std::uint32_t size = korean_title_at(text_, open);
      if (size > 0 && open + size + 1 == span(i).begin) {
        add(i, article_.names.names[i - 1].entity, span_of(open, open + size),
            {static_cast<std::uint32_t>(open), span(i).end});
        return;
      }
    }
    std::size_t at = skip_gloss(text_, span(i - 1).end);
    if (text_.substr(at).starts_with("의 ")) at += std::string_view("의").size();
    const Span title = title_within(at);
    if (title.end == 0) return;
    const std::size_t after = skip_blanks(text_, title.end);
    const bool reaches =
        after == span(i).begin || text_.substr(title.end, span(i).begin - title.end) == "인 ";
    if (!reaches) return;
    add(i, article_.names.names[i - 1].entity, title, {span(i - 1).begin, span(i).end});
  }

  const Article& article_;
  std::string_view text_;
  const Sentence& sentence_;
  std::vector<Post> posts_;
};

}  // namespace

std::vector<Post> korean_posts_of(const Article& article, const Sentence& sentence) {
  return PostReader(article, sentence).run();
}

}  // namespace dealgraph::extract
