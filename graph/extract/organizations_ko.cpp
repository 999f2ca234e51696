// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "graph/extract/characters.hpp"
#include "graph/extract/korean.hpp"
#include "graph/extract/names.hpp"
#include "graph/extract/organization_words_ko.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

template <typename Table>
bool is_any(std::string_view word, const Table& words) {
  return words.contains(word);
}

/// Kinds of evidence that a word names an organization; each counts once.
using Evidence = std::uint32_t;
constexpr Evidence kCue = 1U << 0U;
constexpr Evidence kCountry = 1U << 1U;
constexpr Evidence kStrongEnding = 1U << 2U;
constexpr Evidence kWeakEnding = 1U << 3U;
constexpr Evidence kCoined = 1U << 4U;
constexpr Evidence kRepeated = 1U << 5U;
constexpr Evidence kBelonging = 1U << 6U;
constexpr Evidence kRole = 1U << 7U;
constexpr Evidence kListed = 1U << 8U;
constexpr Evidence kCoordinated = 1U << 9U;
constexpr Evidence kGloss = 1U << 10U;
constexpr Evidence kHeadline = 1U << 11U;
constexpr Evidence kKin = 1U << 12U;
constexpr Evidence kDeal = 1U << 13U;
constexpr Evidence kActor = 1U << 14U;
constexpr Evidence kTaken = 1U << 15U;
constexpr Evidence kHolding = 1U << 16U;
constexpr Evidence kGroup = 1U << 17U;

struct Weight {
  Evidence kind;
  int points;
};
constexpr auto kWeights = std::to_array<Weight>({{kCue, 2},
                                                 {kCountry, 1},
                                                 {kStrongEnding, 3},
                                                 {kWeakEnding, 1},
                                                 {kCoined, 1},
                                                 {kRepeated, 1},
                                                 {kBelonging, 1},
                                                 {kRole, 1},
                                                 {kListed, 3},
                                                 {kCoordinated, 2},
                                                 {kGloss, 3},
                                                 {kHeadline, 1},
                                                 {kKin, 2},
                                                 {kDeal, 2},
                                                 {kActor, 2},
                                                 {kTaken, 2},
                                                 {kHolding, 1},
                                                 {kGroup, 2}});

struct Candidate {
  std::uint32_t evidence = 0;
  std::vector<Span> places;
  std::vector<Span> silent;  ///< Places before a post, which are no evidence.
};

std::size_t syllables(std::string_view word) { return length_of(word); }

bool ends_like_inflected(std::string_view word) {
  static constexpr auto kEndings = word_list(
      {"한", "된", "할", "될", "며", "고", "던", "둔", "간", "적", "등", "및", "큰", "낸",
       "쓴", "게", "지", "히", "친", "낀", "은", "는", "려", "면", "서", "자", "다", "인",
       "듯", "째", "씩", "쯤", "들", "만", "뿐", "까", "요", "해", "여", "돼", "져", "쳐"});
  return ends_with_any(word, kEndings);
}

/// Weighs the words of one article: what stands by any of a word's places counts for the word.
class Collector {
 public:
  Collector(std::string_view text, const std::vector<Sentence>& sentences, const Names& taken)
      : text_(text), sentences_(sentences), taken_(taken) {}

  std::vector<ContextName> run() {
    for (const Sentence& sentence : sentences_) {
      if (!sentence.byline && sentence.language == Language::Korean) scan(sentence);
    }
    judge_kin();
    spread();
    std::vector<ContextName> found;
    for (const auto& [stem, candidate] : candidates_) {
      if (!is_accepted(stem, candidate)) continue;
      for (const Span span : candidate.places) found.push_back({span, EntityType::Organization});
      for (const Span span : candidate.silent) found.push_back({span, EntityType::Organization});
    }
    std::ranges::sort(found, {}, &ContextName::span);
    return found;
  }

 private:
  struct Link {
    std::string_view first;
    std::string_view second;
  };

  void scan(const Sentence& sentence) {
    sentence_ = &sentence;
    std::string_view previous;  // the stem of the word before, if it is coordinated with this one
    const auto& names = taken_.names;
    std::size_t next_name = first_name_from(taken_, sentence.span.begin);
    if (next_name > 0) --next_name;
    for (std::size_t at = sentence.span.begin; at < sentence.span.end;) {
      const Character c = character_at(text_, at);
      while (next_name < names.size() && names[next_name].span.end <= at) ++next_name;
      if (next_name < names.size() && names[next_name].span.begin <= at) {
        at = names[next_name].span.end;
        previous = {};
        continue;
      }
      if (!is_word(c.code)) {
        at += c.size;
        continue;
      }
      const std::size_t end = std::min<std::size_t>(word_end(text_, at), sentence.span.end);
      if (end <= at) {
        at += c.size;
        continue;
      }
      previous = word(at, end, previous);
      at = end;
    }
  }

  /// Weighs the word; returns its stem if the next word may be coordinated with it.
  std::string_view word(std::size_t begin, std::size_t end, std::string_view previous) {
    const std::string_view whole = text_.substr(begin, end - begin);
    const Particle particle = trailing_particle(whole);
    const std::string_view stem = whole.substr(0, whole.size() - particle.size);
    if (!is_possible(stem, particle)) return {};
    std::size_t after = end;
    while (after < text_.size() && (text_[after] == '\'' || text_[after] == '"')) ++after;
    const bool led = particle.size == 0 && followed_by_post(after) &&
                     (by_form(stem) & (kStrongEnding | kGroup)) == 0;
    if (led || (particle.size == 0 && followed_by_cue(after))) {
      // A person or a kind of business as likely as a name: it tells nothing, but may be told.
      Candidate& silent = candidates_[stem];
      if (led && silent.silent.size() < kMostPlaces) silent.silent.push_back(span_of(begin, stem));
      return {};
    }
    Candidate& candidate = candidates_[stem];
    if (candidate.places.size() >= kMostPlaces) return {};
    if (!candidate.places.empty()) candidate.evidence |= kRepeated;
    candidate.places.push_back(span_of(begin, stem));
    candidate.evidence |=
        by_form(stem) | before(begin, stem, particle.size > 0) | behind(after, particle);
    const bool cased = particle.size > 0 || is_list_mark(end);
    if (!previous.empty() && cased) links_.push_back({previous, stem});
    const bool joins = particle.kind == Case::With || is_list_mark(end);
    return joins ? stem : std::string_view();
  }

  static constexpr std::size_t kMostPlaces = 64;

  static Span span_of(std::size_t begin, std::string_view stem) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + stem.size())};
  }

  bool is_list_mark(std::size_t at) const {
    const std::string_view rest = text_.substr(at, 2);
    return rest.starts_with("·") || rest == ", ";
  }

  static bool is_possible(std::string_view stem, Particle particle) {
    if (stem.empty()) return false;
    const char32_t first = character_at(stem, 0).code;
    const std::size_t size = syllables(stem);
    constexpr std::size_t kLongest = 14;
    if (is_digit(first) || size < 2 || size > kLongest) return false;
    if (is_latin(first)) {
      if (!is_upper(first) || is_any(stem, kAcronyms)) return false;
      return !stem.ends_with("들");
    }
    if (particle.kind == Case::Copula || particle.kind == Case::Other) return false;
    if (stem.starts_with("시리즈") || stem.ends_with("들")) return false;
    if (korean_title_suffix(stem) > 0 || is_common_compound(stem)) return false;
    return particle.size > 0 || !ends_like_inflected(stem) ||
           (by_form(stem) & (kStrongEnding | kWeakEnding)) != 0;
  }

  bool followed_by_post(std::size_t at) const {
    return at < text_.size() && text_[at] == ' ' && korean_title_at(text_, at + 1) > 0;
  }

  /// 전기 상용차 업체: what qualifies the kind of business is no name.
  bool followed_by_cue(std::size_t at) const {
    if (at >= text_.size() || text_[at] != ' ') return false;
    const std::string_view next = text_.substr(at + 1, word_end(text_, at + 1) - at - 1);
    return is_any(next, kCues) ||
           is_any(next.substr(0, next.size() - trailing_particle(next).size), kCues);
  }

  // ---- evidence

  static bool ends_with(std::string_view stem, std::string_view ending) {
    return stem.size() > ending.size() && extract::ends_with(stem, ending) &&
           !is_common_compound(stem.substr(0, stem.size() - ending.size())) &&
           syllables(stem) >= syllables(ending) + 2;
  }

  template <typename Table>
  static bool has_ending(std::string_view stem, const Table& endings) {
    return endings.may_end(stem) &&
           std::ranges::any_of(endings, [&](std::string_view e) { return ends_with(stem, e); });
  }

  static std::uint32_t by_form(std::string_view stem) {
    std::uint32_t evidence = 0;
    if (has_ending(stem, kStrongEndings)) evidence |= kStrongEnding;
    if (has_ending(stem, kWeakEndings)) evidence |= kWeakEnding;
    if (is_coined(stem)) evidence |= kCoined;
    // SK쉴더스, KG모빌리티: the letters of a group before a name in Hangul.
    for (const std::string_view group : kGroups) {
      if (starts_with(stem, group) && is_hangul(character_at(stem, group.size()).code) &&
          syllables(stem) >= group.size() + 2 && !is_common_compound(stem.substr(group.size()))) {
        evidence |= kGroup;
      }
    }
    return evidence;
  }

  /// Sounds foreign: three syllables and more of which two occur in loan words and one hardly
  /// elsewhere.
  static bool is_coined(std::string_view stem) {
    if (is_latin(character_at(stem, 0).code)) return true;
    // 보령LNG터미널: letters within a word in Hangul.
    if (std::ranges::any_of(stem.substr(3 <= stem.size() ? 3 : 0),
                            [](char c) { return c >= 'A' && c <= 'Z'; }))
      return true;
    std::size_t loans = 0;
    std::size_t foreign = 0;
    for (std::size_t at = 0; at < stem.size();) {
      const Character c = character_at(stem, at);
      if (kLoanSyllables.contains(c.code)) ++loans;
      if (kForeignSyllables.contains(c.code)) ++foreign;
      at += c.size;
    }
    return syllables(stem) >= 3 && loans + foreign >= 2 && foreign >= 1;
  }

  std::string_view word_before(std::size_t& at) const {
    const std::size_t end = at;
    while (at > sentence_->span.begin && is_word(character_before(text_, at).code)) {
      at -= character_before(text_, at).size;
    }
    return text_.substr(at, end - at);
  }

  std::uint32_t before(std::size_t begin, std::string_view stem, bool cased) const {
    std::uint32_t evidence = 0;
    std::size_t at = begin;
    if (at > sentence_->span.begin && (text_[at - 1] == '\'' || text_[at - 1] == '"')) --at;
    if (at <= sentence_->span.begin + 6 && sentence_->bullet) evidence |= listed(begin, stem);
    if (at == sentence_->span.begin) {
      if (sentence_->title && text_.substr(begin + stem.size()).starts_with(", "))
        evidence |= kHeadline;
      return evidence;
    }
    if (text_[at - 1] != ' ') {
      if (text_.substr(0, at).ends_with("·") && is_organization_before(at - 2)) {
        evidence |= kCoordinated;
      }
      return evidence;
    }
    --at;
    if (at > 0 && text_[at - 1] == ',') {
      const std::string_view rest = text_.substr(begin + stem.size(), 4);
      const bool listed =
          cased || rest.starts_with(",") || rest.starts_with("·") || rest.starts_with(" 등");
      if (listed && is_organization_before(at - 1)) evidence |= kCoordinated;
      return evidence;
    }
    if (const Name* name = name_covering(taken_, at - 1)) {
      const EntityType type = taken_.entities[name->entity].type;
      const bool bare = name->span.end == at;
      if (type == EntityType::Place && bare) evidence |= kCountry;
      return evidence;
    }
    // "레오나르도와 안테나 공급": a noun without a case is no partner.
    if (cased && is_organization_before(at)) evidence |= kCoordinated;
    std::size_t from = at;
    std::string_view cue = word_before(from);
    if (cue.ends_with("인")) cue.remove_suffix(std::string_view("인").size());
    if (is_cue(cue)) evidence |= kCue;
    return evidence;
  }

  static bool is_cue(std::string_view word) {
    // 가전사, 통신사: a kind of company in one word.
    constexpr std::string_view kCompany = "사";
    if (word.ends_with(kCompany) && syllables(word) >= 3 &&
        is_common_noun(word.substr(0, word.size() - kCompany.size()))) {
      return true;
    }
    return ends_with_any(word, kCues);
  }

  /// "SK하이닉스와 |", "SK하이닉스, |": a known organization ends before `at`, with a particle that
  /// joins it to what follows.
  bool is_organization_before(std::size_t at) const {
    for (const std::string_view joint : {"", "와", "과"}) {
      if (!text_.substr(0, at).ends_with(joint) || at <= joint.size()) continue;
      const std::size_t end = at - joint.size();
      if (joint.empty() &&
          !(text_.substr(at).starts_with(",") || text_.substr(at).starts_with("·")))
        continue;
      const Name* name = name_covering(taken_, end - 1);
      if (name != nullptr && name->span.end == end &&
          taken_.entities[name->entity].type == EntityType::Organization) {
        return true;
      }
    }
    return false;
  }

  bool is_organization_at(std::size_t at) const {
    const Name* name = name_covering(taken_, at);
    return name != nullptr && name->span.begin == at &&
           taken_.entities[name->entity].type == EntityType::Organization;
  }

  /// ▲X=…, △X: …
  std::uint32_t listed(std::size_t begin, std::string_view stem) const {
    const std::string_view rest = text_.substr(begin + stem.size(), 2);
    return rest.starts_with("=") || rest.starts_with(":") || rest == " :" ? kListed : 0U;
  }

  std::uint32_t behind(std::size_t at, Particle particle) const {
    std::uint32_t evidence = 0;
    const std::string_view after =
        text_.substr(0, sentence_->span.end).substr(std::min<std::size_t>(at, sentence_->span.end));
    if (after.starts_with("(대표") || after.starts_with("(회장") || after.starts_with("(CEO")) {
      evidence |= kGloss;
    }
    const std::size_t next = skip_blanks(text_, at);
    const std::size_t next_end = std::min<std::size_t>(word_end(text_, next), sentence_->span.end);
    const std::string_view following =
        next < next_end ? text_.substr(next, next_end - next) : std::string_view();
    if ((particle.size == 0 || particle.kind == Case::Owner) && after.starts_with(" ")) {
      if (starts_with_any(following, kBelongings)) evidence |= kBelonging;
      if (starts_with_any(following, {"최대주주", "경영권", "지분", "이사회"}))
        evidence |= kHolding;
      if (particle.size == 0 && starts_with_any(following, {"인수", "흡수합병", "합병"}))
        evidence |= kTaken;
    }
    constexpr std::size_t kNear = 70;
    const std::string_view near = after.substr(0, kNear);
    constexpr std::size_t kVeryNear = 36;
    const std::string_view very_near = near.substr(0, kVeryNear);
    switch (particle.kind) {
      case Case::Object:
        if (contains_any(very_near, {"인수", "합병", "품었", "품은", "사들"})) evidence |= kTaken;
        if (contains_any(near, {"인수", "매입", "합병", "흡수", "품", "사들", "설립", "세운",
                                "세워", "매각", "거느", "상대로", "자회사로"}))
          evidence |= kRole;
        break;
      case Case::Recipient:
        if (contains_any(near, {"양도", "매각", "넘기", "넘긴", "납품", "출자", "투자", "대는",
                                "공급", "팔기"}))
          evidence |= kRole;
        if (contains_any(near, {"양도", "매각", "넘기", "넘긴"}) && near.find("원에") < kNear)
          evidence |= kDeal;
        break;
      case Case::With:
        if (is_organization_at(next)) evidence |= kCoordinated;
        if (following.starts_with("합병")) evidence |= kTaken;
        if (contains_any(near, {"맺", "체결", "손", "협약", "계약", "제휴", "합작", "공동"}))
          evidence |= kRole;
        break;
      case Case::Topic:
      case Case::Subject:
      case Case::Also:
        if (contains_any(after, {"밝혔", "공시", "설립", "창업", "인수", "개발", "투자", "출시",
                                 "공급", "체결", "납품", "맺었", "보유", "거느", "수주", "양산",
                                 "상장", "공개", "선보", "꾸렸", "참가", "내놨"}))
          evidence |= kRole;
        if (contains_any(after, {"공시했", "인수한다고", "인수했", "인수하기로", "출자하기로",
                                 "체결했", "매각하기로", "사들였", "맺었다고", "수주했",
                                 "합병하기로", "취득했", "인수한 "}))
          evidence |= kActor;
        break;
      default:
        break;
    }
    return evidence;
  }

  // ---- judgement

  static int points(std::uint32_t evidence) {
    int sum = 0;
    for (const Weight& w : kWeights) {
      if ((evidence & w.kind) != 0) sum += w.points;
    }
    return sum;
  }

  static bool is_accepted(std::string_view stem, const Candidate& candidate) {
    const std::uint32_t e = candidate.evidence;
    constexpr std::uint32_t kOutside = kCue | kBelonging | kRole | kListed | kCoordinated | kGloss |
                                       kHeadline | kKin | kDeal | kActor | kTaken | kGroup;
    if ((e & (kOutside | kStrongEnding)) == 0) return false;
    // A word that neither looks like a name nor is used like one twice needs a clear sign.
    constexpr std::uint32_t kNameLike = kStrongEnding | kWeakEnding | kCoined | kRepeated |
                                        kListed | kGloss | kKin | kDeal | kTaken | kGroup;
    const bool used = (e & kCue) != 0 && (e & (kRole | kBelonging | kActor)) != 0;
    if ((e & kNameLike) == 0 && !used) return false;
    constexpr int kEnough = 3;
    // Two syllables are so often a noun that they need one point more, or a cue and a use.
    const bool brief =
        syllables(stem) == 2 && !((e & kCue) != 0 && (e & (kRole | kBelonging)) != 0);
    return points(e) >= (brief ? kEnough + 1 : kEnough);
  }

  /// 테라홀딩스, 테라이엔지: words that begin like an organization of the article.
  void judge_kin() {
    std::vector<std::string_view> stems;
    const auto learn = [&](std::string_view name) {
      for (const std::string_view e : kStrongEndings) {
        if (!extract::ends_with(name, e)) continue;
        const std::string_view stem = name.substr(0, name.size() - e.size());
        if (syllables(stem) >= 2 && !is_common_compound(stem)) stems.push_back(stem);
      }
    };
    for (const Name& name : taken_.names) {
      const NamedEntity& entity = taken_.entities[name.entity];
      if (entity.type == EntityType::Organization && entity.entry == nullptr)
        learn(text_.substr(name.span.begin, name.span.end - name.span.begin));
    }
    for (const auto& [stem, candidate] : candidates_) {
      if (is_accepted(stem, candidate)) learn(stem);
    }
    if (stems.empty()) return;
    std::ranges::sort(stems);
    for (auto& [stem, candidate] : candidates_) {
      // The longest stem that is a beginning stands right before the word in the sorted list, or
      // before one that it begins.
      auto at = std::ranges::upper_bound(stems, stem);
      while (at != stems.begin()) {
        --at;
        if (stem.starts_with(*at) && syllables(stem) >= syllables(*at) + 2) {
          candidate.evidence |= kKin;
          break;
        }
        if (at->substr(0, 3) != stem.substr(0, 3)) break;
      }
    }
  }

  /// A word coordinated with an accepted one is of its kind.
  void spread() {
    constexpr int kRounds = 2;
    for (int round = 0; round < kRounds; ++round) {
      for (const Link& link : links_) {
        Candidate& a = candidates_[link.first];
        Candidate& b = candidates_[link.second];
        const bool first = is_accepted(link.first, a);
        const bool second = is_accepted(link.second, b);
        if (first && !second) b.evidence |= kCoordinated;
        if (second && !first) a.evidence |= kCoordinated;
      }
    }
  }

  std::string_view text_;
  const std::vector<Sentence>& sentences_;
  const Names& taken_;
  const Sentence* sentence_ = nullptr;
  std::unordered_map<std::string_view, Candidate> candidates_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<ContextName> korean_organizations(std::string_view text,
                                              const std::vector<Sentence>& sentences,
                                              const Names& taken) {
  return Collector(text, sentences, taken).run();
}

}  // namespace dealgraph::extract
