// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/lexicon_en.hpp"
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
      if (!before(names[i]) && !listed(names[i])) after(names[i]);
    }
    return std::move(posts_);
  }

 private:
  /// "AMD CEO Lisa Su", "Windsurf's chief executive Varun Mohan", "cofounder Douglas Chen".
  bool before(const Name& person) {
    const Span title = title_ending_at(name_begin(person));
    if (title.end == 0) return false;
    Post post{person.entity, kNoEntity, title, span_of(title.begin, person.span.end),
              Status::Completed};
    std::uint32_t begin = title.begin;
    bool former = false;
    if (const Name* owner = owner_before(title.begin, former)) {
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
    if (former || is_former(begin) || is_former(title.begin)) post.status = Status::Ended;
    posts_.push_back(post);
    return true;
  }

  /// Where a name begins together with the form of address before it.
  std::uint32_t name_begin(const Name& person) const {
    const std::string_view head = text_.substr(0, person.span.begin);
    for (const std::string_view address :
         {"Dr. ", "Dr ", "Prof. ", "Prof ", "Mr. ", "Mr ", "Ms. ", "Ms ", "Mrs. ", "Mrs ", "Sir ",
          "Dame ", "Lord ", "Baroness "}) {
      if (head.ends_with(address))
        return person.span.begin - static_cast<std::uint32_t>(address.size());
    }
    return person.span.begin;
  }

  /// "founders Jane Roe and John Doe": one title in the plural for several.
  bool listed(const Name& person) {
    if (posts_.empty()) return false;
    const Post& last = posts_.back();
    const std::string_view title = article_.piece(last.title);
    if (!title.ends_with('s') || !is_joint(last.extent.end, name_begin(person))) return false;
    Post post = last;
    post.person = person.entity;
    post.extent = span_of(person.span.begin, person.span.end);
    posts_.push_back(post);
    return true;
  }

  /// The name that owns the post before which it stands, words of description between them:
  /// "Marvell's former optics boss".
  const Name* owner_before(std::uint32_t at, bool& former) const {
    constexpr int kMostWords = 3;
    for (int i = 0; i <= kMostWords; ++i) {
      if (const Name* owner = name_ending_before(at)) return owner;
      if (at <= sentence_.span.begin + 1 || text_[at - 1] != ' ') return nullptr;
      std::size_t begin = at - 1;
      while (begin > sentence_.span.begin && is_word_byte(text_[begin - 1])) --begin;
      const std::string word(text_.substr(begin, at - 1 - begin));
      if (!is_description(word)) return nullptr;
      former = former || is_former_word(word);
      at = static_cast<std::uint32_t>(begin);
    }
    return nullptr;
  }

  static bool is_former_word(std::string_view word) {
    return word == "former" || word == "onetime" || word == "one-time" || word == "ex" ||
           word == "erstwhile" || word == "then";
  }

  /// A word that may describe a post or a company: an adjective, a noun, no joint of the grammar.
  static bool is_description(const std::string& word) {
    if (word.empty() || is_upper(character_at(word, 0).code)) return false;
    if (english::is_preposition(word) || english::is_determiner(word) ||
        english::is_subordinator(word) || word == "and" || word == "or" || word == "but" ||
        word == "that" || word == "who" || word == "which" || word == "is" || word == "was" ||
        word == "has" || word == "will")
      return false;
    if (english::is_modifier(word)) return true;
    if (english::is_adverb(word) && word != "then") return false;
    const auto form = english::verb_form(word);
    return !form || form->also_noun || form->form == english::Form::Gerund;
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

  /// The organization named at `at`, after an article and words that describe it: "the exchange
  /// FTX", "the Amsterdam brokerage Haarlem Vecht".
  const Name* organization_at(std::size_t at) const {
    constexpr int kMostWords = 6;
    bool described = false;
    for (int i = 0; i < kMostWords && at < text_.size(); ++i) {
      const Name* name = name_covering(article_.names, at);
      if (name != nullptr && name->span.begin != at) return nullptr;
      const EntityType type =
          name == nullptr ? EntityType::Person : article_.entity(name->entity).type;
      if (type == EntityType::Organization) return name;
      const std::size_t end = name != nullptr ? name->span.end : word_end(text_, at);
      if (end == at || end >= text_.size() || text_[end] != ' ') return nullptr;
      if (name != nullptr && type != EntityType::Place) return nullptr;
      if (name == nullptr) {
        const std::string word(text_.substr(at, end - at));
        const bool article = i == 0 && (word == "the" || word == "The" || word == "its" ||
                                        word == "a" || word == "an" || word == "rival");
        const bool adjective = described || i > 0;
        if (!article && !is_description(word) &&
            !(adjective && english::is_modifier(ascii_lower(word))))
          return nullptr;
        described = true;
      }
      at = end + 1;
    }
    return nullptr;
  }

  // ---- posts after a name

  /// What stands between a name and its post: "once a", "now the", "one of its".
  struct Opening {
    std::size_t at = 0;
    bool former = false;
    bool own = false;  ///< its
  };

  Opening read_opening(std::size_t at) const {
    Opening opening{at};
    constexpr int kMostWords = 5;
    for (int i = 0; i < kMostWords; ++i) {
      bool found = false;
      for (const std::string_view word : {"currently ",
                                          "previously ",
                                          "formerly ",
                                          "until recently ",
                                          "most recently ",
                                          "more recently ",
                                          "until now ",
                                          "once ",
                                          "now ",
                                          "today ",
                                          "then ",
                                          "latterly ",
                                          "lately ",
                                          "still ",
                                          "also ",
                                          "one of ",
                                          "a ",
                                          "an ",
                                          "the ",
                                          "its ",
                                          "their ",
                                          "former ",
                                          "then-",
                                          "onetime ",
                                          "one-time ",
                                          "ex-",
                                          "late ",
                                          "new "}) {
        if (!text_.substr(opening.at).starts_with(word)) continue;
        opening.at += word.size();
        opening.own = opening.own || word == "its " || word == "their ";
        opening.former = opening.former || word.starts_with("former") || word == "previously " ||
                         word.starts_with("until") || word.starts_with("most") ||
                         word.starts_with("then") || word.starts_with("onet") ||
                         word.starts_with("one-") || word == "once " || word == "ex-" ||
                         word == "late ";
        found = true;
        break;
      }
      if (!found) break;
    }
    return opening;
  }

  /// Where a title begins at or soon after `at`, past words of description; npos if none does.
  std::size_t title_from(std::size_t at) const {
    constexpr int kMostWords = 4;
    for (int i = 0; i < kMostWords && at < text_.size(); ++i) {
      if (english_title_at(text_, at) > 0) return at;
      const std::size_t end = word_end(text_, at);
      const std::string word = ascii_lower(text_.substr(at, end - at));
      const bool acronym = end > at + 1 && is_upper(character_at(text_, at + 1).code);
      if (name_covering(article_.names, at) != nullptr) break;
      if (end == at || end >= text_.size() || text_[end] != ' ') break;
      if (!acronym && !is_description(word)) break;
      at = end + 1;
    }
    return std::string_view::npos;
  }

  /// "Avril Wu, a senior vice president at TrendForce and a former analyst of Foo"
  void after(const Name& person) {
    std::size_t at = person.span.end;
    if (!text_.substr(at).starts_with(", ")) return;
    at += 2;
    constexpr int kMostPosts = 3;
    for (int i = 0; i < kMostPosts; ++i) {
      const std::size_t end = post_after(person, at);
      if (end == 0) return;
      at = end;
      for (const std::string_view joint : {", and ", " and ", ", "}) {
        if (!text_.substr(at).starts_with(joint)) continue;
        at += joint.size();
        break;
      }
      if (at == end) return;
    }
  }

  /// Reads one post that explains a person; where it ends, 0 if there is none.
  std::size_t post_after(const Name& person, std::size_t from) {
    const Opening opening = read_opening(from);
    std::size_t at = opening.at;
    std::uint32_t organization =
        opening.own ? last_organization_before(person.span.begin) : kNoEntity;
    const Name* owner = name_covering(article_.names, at);
    if (owner != nullptr && owner->span.begin == at &&
        article_.entity(owner->entity).type == EntityType::Organization) {
      std::size_t next = owner->span.end;
      if (text_.substr(next).starts_with("'s "))
        next += 3;
      else if (text_.substr(next).starts_with("' "))
        next += 2;
      else if (text_.substr(next).starts_with(" "))
        ++next;
      organization = owner->entity;
      at = next;
    }
    at = title_from(at);
    if (at == std::string_view::npos) return 0;
    const std::uint32_t size = english_title_at(text_, at);
    const bool former = opening.former || has_phrase(text_.substr(opening.at, at - opening.at),
                                                     {"former", "ex", "onetime"});
    Post post{person.entity, organization, span_of(at, at + size),
              span_of(person.span.begin, at + size), former ? Status::Ended : Status::Completed};
    read_preposition(post);
    if (post.organization == kNoEntity) return 0;
    if (text_.substr(post.extent.end).starts_with(" until ")) post.status = Status::Ended;
    posts_.push_back(post);
    return post.extent.end;
  }

  /// "… of business" belongs to the title, "… of AMD" names the organization.
  void read_preposition(Post& post) const {
    std::size_t at = post.extent.end;
    for (const std::string_view link :
         {" of ", " at ", " for ", " with ", " in charge of ", " and "}) {
      if (!text_.substr(at).starts_with(link)) continue;
      if (post.organization != kNoEntity && link != " of ") continue;
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
