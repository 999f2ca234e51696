// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>

#include "graph/extract/characters.hpp"
#include "graph/extract/korean.hpp"
#include "graph/extract/names.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

constexpr std::size_t kSyllable = 3;  // bytes of a Hangul syllable

/// Endings of company and institution names.
constexpr auto kOrganizationEndings =
    word_list({"전자",         "반도체",    "그룹",       "바이오",   "테크",       "자산운용",
               "연구원",       "연구소",    "증권",       "화학",     "중공업",     "테크놀로지",
               "테크놀로지스", "홀딩스",    "머티리얼즈", "파트너스", "벤처스",     "인베스트먼트",
               "캐피탈",       "캐피털",    "모빌리티",   "로보틱스", "소프트",     "네트웍스",
               "디스플레이",   "일렉트릭",  "이노베이션", "에이아이", "랩스",       "공사",
               "재단",         "협회",      "대학교",     "진흥원",   "시스템즈",   "세미콘",
               "세미텍",       "하이텍",    "이노텍",     "솔루션즈", "엔지니어링", "케미칼",
               "글로벌",       "은행",      "금융지주",   "전선",     "정밀",       "산업진흥원",
               "과학기술원",   "자동차",    "통신공사",   "클라우드", "시큐리티",   "로봇",
               "엔터테인먼트", "인터내셔널"});

/// What makes a word with such an ending a kind of thing instead of a name.
constexpr auto kGenericBeginnings = word_list(
    {"비메모리", "차량용",   "국책",       "대형",   "중소",     "대",     "소",     "AI",
     "핀",       "에듀",     "푸드",       "빅",     "어그",     "프롭",   "딥",     "시중",
     "부설",     "자율주행", "하이브리드", "퍼블릭", "프라이빗", "멀티",   "소버린", "엣지",
     "협동",     "산업용",   "이동",       "경형",   "화합물",   "맞춤형", "범용",   "공공",
     "토종",     "두",       "세",         "네",     "양",       "각",     "초정밀"});

static constexpr auto kProductCues =
    word_list({"칩",       "모델",     "비서",   "챗봇",     "서비스",      "제품",
               "장비",     "플랫폼",   "가속기", "프로세서", "AI",          "반도체",
               "LLM",      "에이전트", "솔루션", "로봇",     "브랜드",      "소프트웨어",
               "시스템",   "언어모델", "GPU",    "NPU",      "메모리",      "슈퍼컴퓨터",
               "스마트폰", "운영체제", "앱",     "대화형",   "거대언어모델"});

static constexpr auto kProjectCues =
    word_list({"프로젝트", "사업", "이니셔티브", "프로그램", "구상"});

static constexpr auto kEventMarks = word_list(
    {"포럼", "서밋", "콘퍼런스", "컨퍼런스", "엑스포", "박람회", "전시회", "심포지엄", "정상회의",
     "써밋", "총회", "페스티벌", "페스타", "페어", "모터쇼", "컨벤션", "위크", "해커톤"});

static constexpr auto kEventCues = word_list(
    {"행사", "학회", "대회", "모터쇼", "콘퍼런스", "컨퍼런스", "워크숍", "세미나", "박람회"});

/// Departments: a word before such a post is a part of the organization, not its name.
constexpr auto kDepartmentPosts =
    word_list({"본부장",   "팀장",   "센터장", "실장", "부문장", "담당",   "사업부장", "단장",
               "그룹장",   "부장",   "총괄",   "국장", "처장",   "위원장", "수석",     "비서관",
               "연구위원", "연구원", "위원",   "장관", "차관",   "교수"});

template <typename Table>
bool is_any(std::string_view word, const Table& words) {
  return words.contains(word);
}

bool all_hangul(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    if (!is_hangul(c.code)) return false;
    at += c.size;
  }
  return !word.empty();
}

/// Scans one sentence, word by word.
class Scanner {
 public:
  Scanner(std::string_view text, const Sentence& sentence, const Names& taken)
      : text_(text.substr(0, sentence.span.end)), sentence_(sentence), taken_(taken) {}

  std::vector<ContextName> run() {
    std::size_t at = sentence_.span.begin;
    const auto& names = taken_.names;
    std::size_t next_name = first_name_from(taken_, at);
    if (next_name > 0) --next_name;
    while (at < sentence_.span.end) {
      const Character c = character_at(text_, at);
      while (next_name < names.size() && names[next_name].span.end <= at) ++next_name;
      if (next_name < names.size() && names[next_name].span.begin <= at) {
        at = names[next_name].span.end;
        continue;
      }
      if (c.code == '\'' || c.code == '"') {
        at = quoted(at);
        continue;
      }
      const bool begins = is_word(c.code) && !is_word(character_before(text_, at).code);
      at = begins ? word(at) : at + c.size;
    }
    std::ranges::sort(found_, {}, &ContextName::span);
    return std::move(found_);
  }

 private:
  bool is_taken(std::size_t begin, std::size_t end) const {
    const std::size_t next = first_name_from(taken_, begin);
    return name_covering(taken_, begin) != nullptr ||
           (next < taken_.names.size() && taken_.names[next].span.begin < end);
  }

  /// True if a known name is all that stands there, or reaches out of it.
  bool is_taken_whole(std::size_t begin, std::size_t end) const {
    for (std::size_t i = first_name_from(taken_, begin);
         i < taken_.names.size() && taken_.names[i].span.begin < end; ++i) {
      const Span name = taken_.names[i].span;
      if (name.end > end || (name.begin == begin && name.end == end)) return true;
      // A quotation about somebody is no title of a thing; 세미콘코리아 2026 is known by its name.
      const EntityType type = taken_.entities[taken_.names[i].entity].type;
      if (type != EntityType::Organization && type != EntityType::Place) return true;
    }
    return false;
  }

  void add(std::size_t begin, std::size_t end, EntityType type) {
    found_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, type});
  }

  std::string_view piece(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  /// The word before `begin`, over blanks.
  std::string_view word_before(std::size_t begin) const {
    std::size_t end = begin;
    while (end > sentence_.span.begin && text_[end - 1] == ' ') --end;
    if (end > sentence_.span.begin && text_[end - 1] == ')') {  // 신경망처리장치(NPU) '에리스'
      constexpr std::size_t kLongestGloss = 80;
      const std::size_t from = end - std::min(kLongestGloss, end - sentence_.span.begin);
      const std::size_t open = text_.substr(from, end - from).rfind('(');
      if (open != std::string_view::npos && from + open > sentence_.span.begin) end = from + open;
    }
    std::size_t from = end;
    while (from > sentence_.span.begin) {
      const Character c = character_before(text_, from);
      if (!is_word(c.code)) break;
      from -= c.size;
    }
    return piece(from, end);
  }

  std::string_view word_after(std::size_t end) const {
    const std::size_t begin = skip_blanks(text_, end);
    return piece(begin, word_end(text_, begin));
  }

  /// A quotation: a product, project or event if a word beside it says so.
  std::size_t quoted(std::size_t open) {
    constexpr std::size_t kLongest = 60;
    const char mark = text_[open];
    const std::size_t begin = open + 1;
    const std::size_t close =
        text_.substr(0, std::min(text_.size(), begin + kLongest)).find(mark, begin);
    if (close == std::string_view::npos || close == begin || is_taken_whole(begin, close))
      return begin;
    const std::string_view inside = piece(begin, close);
    constexpr std::size_t kMostWords = 4;
    if (static_cast<std::size_t>(std::ranges::count(inside, ' ')) >= kMostWords) return begin;
    const std::string_view before = word_before(open);
    const std::string_view after = word_after(close + 1);
    const auto noun = [](std::string_view word) {
      return word.substr(0, word.size() - trailing_particle(word).size);
    };
    if (std::ranges::any_of(
            kEventMarks,
            [&](std::string_view m) { return contains(inside, m) && inside.size() > m.size(); }) ||
        is_any(before, kEventMarks) || is_any(before, kEventCues)) {
      add(begin, close, EntityType::Event);
    } else if (is_any(noun(after), kProjectCues) || is_any(before, kProjectCues)) {
      add(begin, close, EntityType::Project);
    } else if (ends_with_any(before, kProductCues) || is_any(noun(after), kProductCues)) {
      if (inside.find(' ') != std::string_view::npos && trailing_particle(inside).size > 0)
        return begin;
      add(begin, close, EntityType::Product);
    } else if (is_named_thing(inside, before, open) || is_traded(inside, close)) {
      add(begin, close, EntityType::Product);
    } else if (inside.ends_with("센터") && all_hangul(inside) && inside.size() > 4 * kSyllable) {
      add(begin, close, EntityType::Place);
    } else {
      return begin;
    }
    return close + 1;
  }

  /// 코팅재 '세라가드': a coined word in quotes right after the noun that says what it is.
  bool is_named_thing(std::string_view inside, std::string_view before, std::size_t open) const {
    static constexpr auto kThings = word_list(
        {"장치", "재",   "기",   "칩",   "폰",   "차",     "약",     "제",     "카드",  "게임",
         "센서", "엔진", "기술", "공정", "도구", "배터리", "드론",   "노트북", "툴",    "어",
         "품",   "기기", "망",   "위성", "백신", "신약",   "태블릿", "안경",   "이어폰"});
    if (open == 0 || text_[open - 1] != ' ' || !ends_with_any(before, kThings)) return false;
    if (length_of(before) < 2 || is_common_compound(inside)) return false;
    const bool latin = is_upper(character_at(inside, 0).code);
    return latin || (all_hangul(inside) && length_of(inside) >= 2 &&
                     (looks_foreign(inside) || trailing_particle(inside).size == 0));
  }

  /// '엑시노스 오토 V920'을 현대차에 공급, '듀얼 TC본더 타이거'를 226억원에 판매: a name in quotes
  /// that is made, sold or shown.
  bool is_traded(std::string_view inside, std::size_t close) const {
    std::string_view rest = text_.substr(close + 1, 90);
    rest = rest.substr(0, rest.find('.'));
    if (!starts_with_any(rest, {"를 ", "을 "}) || is_common_compound(inside)) return false;
    bool latin = false;
    for (const char c : inside) latin = latin || is_upper(static_cast<unsigned char>(c));
    const bool name =
        latin || (looks_foreign(inside) && inside.find(' ') != std::string_view::npos);
    return name &&
           contains_any(rest, {"출시", "공급", "판매", "납품", "탑재", "양산", "선보", "공개",
                               "개발", "내놨", "내놓", "적용", "생산", "얹", "발표", "채택"});
  }

  std::size_t word(std::size_t begin) {
    const std::size_t end = word_end(text_, begin);
    if (const std::size_t after = person(begin, end)) return after;
    if (const std::size_t after = foreign_person(begin, end)) return after;
    if (const std::size_t after = foreign_name_of_one_word(begin, end)) return after;
    if (const std::size_t after = event(begin, end)) return after;
    if (const std::size_t after = glossed_head(begin, end)) return after;
    if (const std::size_t after = place(begin)) return after;
    if (const std::size_t after = business(begin, end)) return after;
    if (const std::size_t after = organization(begin, end)) return after;
    return end;
  }

  /// End of the post that follows at `at`, over an organization if there is one; 0 if none does.
  std::size_t post_after(std::size_t at) const {
    if (at >= text_.size() || text_[at] != ' ') return 0;
    ++at;
    for (const std::string_view former : {"전 ", "前 ", "현 ", "신임 "}) {
      if (text_.substr(at).starts_with(former)) at += former.size();
    }
    if (const std::uint32_t size = korean_title_at(text_, at)) return at + size;
    const Name* organization = name_covering(taken_, at);
    if (organization == nullptr || organization->span.begin != at) return 0;
    const EntityType type = taken_.entities[organization->entity].type;
    if (type != EntityType::Organization && type != EntityType::Place) return 0;
    std::size_t next = organization->span.end;
    if (is_hangul(character_at(text_, next).code)) {
      const std::uint32_t glued = korean_title_at(text_, next);
      return glued > 0 ? next + glued : 0;
    }
    constexpr int kMostWords = 3;
    for (int i = 0; i < kMostWords && next < text_.size() && text_[next] == ' '; ++i) {
      ++next;
      if (name_covering(taken_, next) != nullptr) return 0;
      if (const std::uint32_t size = korean_title_at(text_, next)) return next + size;
      const std::size_t stop = word_end(text_, next);
      if (trailing_particle(piece(next, stop)).size > 0) return 0;
      next = stop;
    }
    return 0;
  }

  /// 김영섭 KT 대표, 서인학 대표, 김철수 새회사 대표.
  std::size_t person(std::size_t begin, std::size_t end) {
    const std::string_view word = piece(begin, end);
    if (!all_hangul(word) || word.size() < 2 * kSyllable || word.size() > 4 * kSyllable) return 0;
    if (!is_surname(word.substr(0, kSyllable)) || is_common_noun(word)) return 0;
    if (is_common_noun(word.substr(0, word.size() - trailing_particle(word).size))) return 0;
    if (looks_inflected(word) || ends_with_any(word, {"던", "하며", "되며", "하고", "되고"}))
      return 0;
    if (word.size() != 3 * kSyllable && korean_title_suffix(word) > 0) return 0;
    if (korean_title_suffix(word) == word.size()) return 0;
    if (word.size() == 3 * kSyllable || word.size() == 2 * kSyllable) {
      if (post_after(end) > 0 &&
          (word.size() == 3 * kSyllable || is_two_syllable_name(word, end))) {
        add(begin, end, EntityType::Person);
        return end;
      }
    }
    return word.size() == 3 * kSyllable ? person_of_unknown(begin, end) : 0;
  }

  /// 장녀인, 인사를: a noun with a particle, as no name ends.
  static bool looks_inflected(std::string_view word) {
    static constexpr auto kParticles =
        word_list({"인", "를", "을", "은", "는", "의", "에", "와", "과", "해", "한", "할", "된",
                   "될", "서", "고", "도", "가", "이"});
    if (ends_with_any(word, kParticles)) {
      if (word.ends_with("를") || is_common_compound(word.substr(0, word.size() - kSyllable)))
        return true;
    }
    return is_common_compound(word);
  }

  /// Two syllables are a name only right before an organization and a post (허은 KT 상무).
  bool is_two_syllable_name(std::string_view word, std::size_t end) const {
    return trailing_particle(word).size == 0 && name_covering(taken_, end + 1) != nullptr;
  }

  /// 김철수 퓨리오사 대표: the word between a name and a leading post is a company.
  std::size_t person_of_unknown(std::size_t begin, std::size_t end) {
    if (end >= text_.size() || text_[end] != ' ' || trailing_particle(piece(begin, end)).size > 0) {
      return 0;
    }
    const std::size_t middle = end + 1;
    const std::size_t stop = word_end(text_, middle);
    const std::string_view company = piece(middle, stop);
    if (company.size() < 2 * kSyllable && !is_latin(character_at(company, 0).code)) return 0;
    if (company.size() < 2 || is_taken(middle, stop) || is_common_compound(company)) return 0;
    if (trailing_particle(company).size > 0 || stop >= text_.size() || text_[stop] != ' ') return 0;
    // 사이먼 시거스 CEO: the family name of a foreigner, no company.
    if (looks_foreign(piece(begin, end)) && all_hangul(company) &&
        company.size() <= 4 * kSyllable && !ends_with_any(company, kOrganizationEndings)) {
      return 0;
    }
    const std::uint32_t size = korean_title_at(text_, stop + 1);
    if (size == 0 || ends_with_any(piece(stop + 1, stop + 1 + size), kDepartmentPosts)) return 0;
    if (is_state_title(piece(stop + 1, stop + 1 + size))) return 0;  // 오르반 빅토르 총리
    if (korean_title_suffix(company) > 0) return 0;
    add(begin, end, EntityType::Person);
    add(middle, stop, EntityType::Organization);
    return stop;
  }

  static bool could_be_transliterated(std::string_view word) {
    static constexpr auto kInflected =
        word_list({"한",   "된", "할", "될", "인", "며", "고", "해", "던", "온", "둔", "면서",
                   "앉아", "간", "적", "등", "및", "중", "큰", "운", "진", "낸", "긴", "쓴"});
    return word.size() <= 6 * kSyllable && !ends_with_any(word, kInflected) && all_hangul(word) &&
           !is_common_noun(word) && trailing_particle(word).size == 0 &&
           korean_title_suffix(word) == 0;
  }

  /// 팀 아처 램리서치 최고경영자: two transliterated words before an organization and its post.
  std::size_t foreign_person(std::size_t begin, std::size_t end) {
    if (end >= text_.size() || text_[end] != ' ') return 0;
    const std::size_t second = end + 1;
    std::size_t stop = word_end(text_, second);
    if (stop == second || is_taken(begin, stop)) return 0;
    const std::string_view given = piece(begin, end);
    if (!all_hangul(given) || given.size() > 5 * kSyllable) return 0;
    if (is_common_noun(given) && given != "팀") return 0;
    const Case inflected = trailing_particle(given).kind;
    if (inflected == Case::Owner || inflected == Case::Object || inflected == Case::Topic ||
        inflected == Case::Recipient || inflected == Case::With) {
      return 0;
    }
    if (given != "팀" && looks_inflected(given)) return 0;
    if (ends_with_any(given, {"고", "며", "겨", "던", "면서", "하는", "해서"})) return 0;
    const bool brief = stop - second < 2 * kSyllable;  // 데릭 손
    if (brief && !(is_surname(piece(second, stop)) && looks_foreign(given))) return 0;
    if (!could_be_transliterated(piece(second, stop))) return 0;
    if (!opens_name(begin) || post_after(stop) == 0) return 0;
    // A post right after the second word needs more to go by: 회사 이름 대표.
    if (!brief && stop - begin < 4 * kSyllable) return 0;
    if (korean_title_at(text_, stop + 1) > 0 && !looks_foreign(piece(begin, stop))) return 0;
    add(begin, stop, EntityType::Person);
    return stop;
  }

  /// 천자웨이 위안펑전자 회장: four or five syllables before an organization and its post.
  std::size_t foreign_name_of_one_word(std::size_t begin, std::size_t end) {
    const std::string_view word = piece(begin, end);
    if (!all_hangul(word) || word.size() < 3 * kSyllable || word.size() > 6 * kSyllable) return 0;
    if (!could_be_transliterated(word) || is_common_compound(word) || !opens_name(begin)) return 0;
    if (end >= text_.size() || text_[end] != ' ' || name_covering(taken_, end + 1) == nullptr)
      return 0;
    if (post_after(end) == 0) return 0;
    add(begin, end, EntityType::Person);
    return end;
  }

  /// 국제공급망촉진박람회: a long word that ends as events do.
  std::size_t event(std::size_t begin, std::size_t end) {
    const std::string_view word = piece(begin, end);
    const std::string_view stem = word.substr(0, word.size() - trailing_particle(word).size);
    if (!ends_with_any(stem, kEventMarks)) return 0;
    for (const std::string_view mark : kEventMarks) {
      if (!ends_with(stem, mark)) continue;
      const std::string_view first = stem.substr(0, stem.size() - mark.size());
      constexpr std::size_t kLeast = 4;
      if (length_of(first) < kLeast || mark == "총회" || mark == "정상회의") return 0;
      add(begin, begin + stem.size(), EntityType::Event);
      return begin + stem.size();
    }
    return 0;
  }

  /// 비욘드퀀타(대표 문가온)는: who leads it, in brackets behind the name.
  std::size_t glossed_head(std::size_t begin, std::size_t end) {
    if (begin == 0 || end >= text_.size() || text_[end] != ' ') return 0;
    if (text_[begin - 1] != '(' || korean_title_at(text_, begin) != end - begin) return 0;
    const std::size_t name = end + 1;
    std::size_t stop = word_end(text_, name);
    if (stop < text_.size() && text_[stop] == ' ') {  // 마크 델라니
      const std::size_t more = word_end(text_, stop + 1);
      if (more < text_.size() && text_[more] == ')') stop = more;
    }
    if (stop >= text_.size() || (text_[stop] != ')' && text_[stop] != ',')) return 0;
    if (is_taken(name, stop) || stop - name < 2 * kSyllable) return 0;
    if (!is_hangul(character_at(text_, name).code)) return 0;
    add(name, stop, EntityType::Person);
    return stop;
  }

  /// Syllables that Korean uses for foreign names and hardly for its own words.
  static bool looks_foreign(std::string_view words) {
    static constexpr auto kSyllables =
        word_list({"존", "르", "프", "트", "크", "브", "드", "츠",   "즈",   "쉬",   "머",
                   "퍼", "터", "커", "처", "더", "버", "먼", "먼",   "슨",   "런",   "턴",
                   "런", "롬", "콜", "톰", "팀", "짐", "잭", "벤",   "빌",   "젠",   "델",
                   "켈", "넬", "멜", "엘", "캇", "콧", "맷", "릿",   "럿",   "샤",   "슈",
                   "셰", "웬", "웰", "윌", "욘", "얀", "헨", "렉",   "폴",   "케빈", "피터",
                   "릭", "닉", "믹", "데", "레", "메", "베", "세르", "티아", "라이", "데이"});
    return contains_any(words, kSyllables);
  }

  /// True if a name may begin here: nothing before that it could be glued to.
  bool opens_name(std::size_t begin) const {
    if (begin == sentence_.span.begin) return true;
    const Character before = character_before(text_, begin);
    if (before.code != ' ') return true;
    const std::string_view previous = word_before(begin);
    if (previous.empty()) return true;
    const bool inflected = trailing_particle(previous).size > 0;
    static constexpr auto kLinks =
        word_list({"한", "된", "인", "면", "며", "고", "서", "해", "여", "만"});
    return inflected || name_covering(taken_, begin - 2) != nullptr || is_common_noun(previous) ||
           ends_with_any(previous, kLinks);
  }

  /// 경북 구미시: a district after a known place.
  std::size_t place(std::size_t begin) {
    if (begin < 2 || text_[begin - 1] != ' ') return 0;
    const Name* before = name_covering(taken_, begin - 2);
    if (before == nullptr || taken_.entities[before->entity].type != EntityType::Place) return 0;
    const std::size_t end = word_end(text_, begin);
    for (std::size_t size = kSyllable; size < 4 * kSyllable && begin + size <= end;
         size += kSyllable) {
      const std::string_view name = piece(begin, begin + size);
      const bool district = name.ends_with("시") || name.ends_with("군") || name.ends_with("현");
      if (size < 2 * kSyllable || !district || !all_hangul(name)) continue;
      static constexpr auto kAdverbs = word_list({"다시", "동시", "당시", "즉시", "수시"});
      if (is_any(name, kAdverbs)) continue;
      if (is_common_noun(name) || !read_particle(piece(begin + size, end))) continue;
      add(begin, begin + size, EntityType::Place);
      return end;
    }
    return 0;
  }

  /// 낸드 사업 인수, 파운드리 사업부를 매각: a part of a company that changes hands.
  std::size_t business(std::size_t begin, std::size_t end) {
    if (end >= text_.size() || text_[end] != ' ' || trailing_particle(piece(begin, end)).size > 0)
      return 0;
    const std::size_t unit_end = word_end(text_, end + 1);
    const std::string_view unit = piece(end + 1, unit_end);
    for (const std::string_view noun : {"사업부문", "사업부", "사업"}) {
      if (!unit.starts_with(noun)) continue;
      const std::string_view rest = unit.substr(noun.size());
      if (!rest.empty() && rest != "을" && rest != "를") continue;
      constexpr std::size_t kReach = 60;
      const std::string_view next = text_.substr(unit_end, rest.empty() ? 12 : kReach);
      const bool sold =
          contains_any(next, {"인수", "매각", "매입", "넘기", "넘긴", "팔기", "양도", "사들"});
      if (!sold || is_taken(begin, unit_end)) continue;
      add(begin, end + 1 + noun.size(), EntityType::Organization);
      return unit_end;
    }
    return 0;
  }

  /// 새한반도체가, 장비업체 넥스트를, (주)새한.
  std::size_t organization(std::size_t begin, std::size_t end) {
    const std::string_view word = piece(begin, end);
    const Particle particle = trailing_particle(word);
    for (const std::uint32_t cut : {0U, particle.size}) {
      const std::string_view stem = word.substr(0, word.size() - cut);
      if (is_named_by_ending(stem)) {
        add(begin, begin + stem.size(), EntityType::Organization);
        return end;
      }
    }
    const std::string_view stem = word.substr(0, word.size() - particle.size);
    if (piece(begin - std::min<std::size_t>(begin, 5), begin).ends_with("(주)")) {
      add(begin, begin + stem.size(), EntityType::Organization);
      return end;
    }
    return 0;
  }

  static bool is_named_by_ending(std::string_view stem) {
    if (!ends_with_any(stem, kOrganizationEndings)) return false;
    for (const std::string_view ending : kOrganizationEndings) {
      if (!ends_with(stem, ending) || stem.size() < ending.size() + 2 * kSyllable) continue;
      const std::string_view beginning = stem.substr(0, stem.size() - ending.size());
      if (is_any(beginning, kGenericBeginnings) || is_common_noun(beginning) ||
          is_common_noun(stem) || trailing_particle(beginning).size > kSyllable) {
        continue;
      }
      return true;
    }
    return false;
  }

  std::string_view text_;
  const Sentence& sentence_;
  const Names& taken_;
  std::vector<ContextName> found_;
};

}  // namespace

std::vector<ContextName> korean_context_names(std::string_view text, const Sentence& sentence,
                                              const Names& taken) {
  return Scanner(text, sentence, taken).run();
}

}  // namespace dealgraph::extract
