// SPDX-License-Identifier: MIT
#include "graph/extract/titles.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "graph/extract/characters.hpp"
#include "graph/extract/korean.hpp"
#include "graph/extract/trie.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

/// Posts that end a title, Korean.
constexpr auto kKoreanPosts = word_list({
    "회장",
    "부회장",
    "명예회장",
    "총괄회장",
    "사장",
    "부사장",
    "총괄사장",
    "대표이사",
    "대표",
    "공동대표",
    "각자대표",
    "최고경영자",
    "최고기술책임자",
    "최고재무책임자",
    "최고운영책임자",
    "최고전략책임자",
    "최고제품책임자",
    "최고정보책임자",
    "최고인공지능책임자",
    "최고과학자",
    "CEO",
    "CTO",
    "CFO",
    "COO",
    "CSO",
    "CPO",
    "CIO",
    "CAIO",
    "CMO",
    "CRO",
    "EVP",
    "SVP",
    "의장",
    "부의장",
    "이사장",
    "이사회 의장",
    "총괄",
    "부문장",
    "본부장",
    "센터장",
    "연구소장",
    "원장",
    "소장",
    "사업부장",
    "사업부문장",
    "사업본부장",
    "사업대표",
    "부문대표",
    "전무",
    "상무",
    "이사",
    "사외이사",
    "전무이사",
    "상무이사",
    "팀장",
    "실장",
    "단장",
    "그룹장",
    "담당",
    "부장",
    "수석",
    "수석부회장",
    "수석부사장",
    "고문",
    "자문역",
    "자문위원",
    "장관",
    "차관",
    "차관보",
    "총리",
    "부총리",
    "대통령",
    "부통령",
    "주석",
    "국왕",
    "왕세자",
    "총통",
    "국무장관",
    "지사",
    "도지사",
    "주지사",
    "시장",
    "군수",
    "구청장",
    "위원장",
    "부위원장",
    "위원",
    "청장",
    "처장",
    "국장",
    "대사",
    "특사",
    "보좌관",
    "비서관",
    "비서실장",
    "정책실장",
    "창업자",
    "창업주",
    "공동창업주",
    "수장",
    "리더",
    "공동창업자",
    "공동 창업자",
    "설립자",
    "공동설립자",
    "창립자",
    "연구원",
    "선임연구원",
    "수석연구원",
    "연구위원",
    "애널리스트",
    "교수",
    "석좌교수",
    "총장",
    "부총장",
    "학장",
    "행장",
    "은행장",
    "대변인",
    "지사장",
    "법인장",
    "지점장",
    "사장단",
    "명예의장",
    "감독",
    "매니저",
    "상임고문",
    "후보자",
    "후보",
    "내정자",
    "당선인",
    "의원",
    "원내대표",
    "당대표",
    "파트너",
    "펠로우",
    "연구개발총괄",
    "수석부의장",
    "상근부회장",
    "부행장",
    "사무총장",
    "집행위원장",
    "총재",
    "부총재",
});

const Trie& korean_posts() {
  static const Trie kTrie = [] {
    Trie trie;
    for (const std::string_view post : kKoreanPosts) {
      trie.insert(post, static_cast<std::uint32_t>(post.size()));
    }
    return trie;
  }();
  return kTrie;
}

/// Words that may come before the post proper and belong to the title.
constexpr auto kEnglishModifiers = word_list({
    "chief",       "executive",   "vice",       "senior",   "interim",    "acting",
    "deputy",      "global",      "general",    "managing", "founding",   "associate",
    "assistant",   "lead",        "principal",  "group",    "corporate",  "operating",
    "financial",   "technology",  "technical",  "product",  "strategy",   "marketing",
    "revenue",     "information", "scientific", "research", "co-chief",   "group's",
    "honorary",    "first",       "incoming",   "outgoing", "newly",      "top",
    "prime",       "defense",     "finance",    "commerce", "trade",      "energy",
    "foreign",     "legal",       "commercial", "security", "science",    "data",
    "people",      "design",      "business",   "board",    "purchasing", "sales",
    "procurement", "operations",  "investment", "regional", "national",   "staff",
});

static constexpr auto kEnglishPosts = word_list({
    "CEO",
    "CTO",
    "CFO",
    "COO",
    "CPO",
    "CIO",
    "CSO",
    "CMO",
    "CRO",
    "VP",
    "SVP",
    "EVP",
    "president",
    "chairman",
    "chairwoman",
    "chairperson",
    "chair",
    "officer",
    "executive",
    "director",
    "founder",
    "cofounder",
    "co-founder",
    "head",
    "minister",
    "secretary",
    "chief",
    "boss",
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "researcher",
    "analyst",
    "engineer",
    "scientist",
    "partner",
    "manager",
    "co-ceo",
    "governor",
    "mayor",
    "commissioner",
    "chancellor",
    "premier",
    "professor",
    "economist",
    "strategist",
    "adviser",
    "advisor",
    "representative",
    "ambassador",
    "senator",
    "king",
    "prince",
    "queen",
    "counsel",
    "co-chair",
    "co-president",
    "lawyer",
    "architect",
    "employee",
    "alum",
    "veteran",
    "vice-president",
    "vice-chairman",
    "treasurer",
    "co-founders",
    "founders",
    "member",
    "leader",
    "owner",
    "intern",
    "fellow",
    "banker",
    "editor",
    "directors",
    "co-director",
    "trustee",
    "chemist",
    "physicist",
    "mathematician",
    "lecturer",
    "postdoc",
    "consultant",
    "technologist",
    "executives",
    "engineers",
    "researchers",
    "scientists",
    "employees",
    "attorney",
    "lawyers",
    "envoy",
    "undersecretary",
    "comptroller",
    "cofounders",
});

static constexpr auto kStateTitles =
    word_list({"대통령", "부통령", "국왕", "왕세자", "주석", "총통", "총리", "부총리", "king",
               "prince", "queen"});

/// Words of English titles, upper and lower case alike.
class TitleWords {
 public:
  template <typename Words>
  explicit TitleWords(const Words& words) {
    for (const std::string_view word : words) trie_.insert(word, 0);
  }
  bool contains(std::string_view word) const { return trie_.find(word) != Trie::kNone; }

 private:
  Trie trie_;
};

bool is_english_post(std::string_view word) {
  static const TitleWords kWords(kEnglishPosts);
  return kWords.contains(word);
}

bool is_english_modifier(std::string_view word) {
  static const TitleWords kWords(kEnglishModifiers);
  return kWords.contains(word);
}

/// End of a bracket like (CEO) directly at `at`; `at` itself if there is none.
std::size_t skip_short_form(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return at;
  constexpr std::size_t kLongest = 12;
  const std::size_t close = text.substr(0, std::min(text.size(), at + kLongest)).find(')', at);
  if (close == std::string_view::npos) return at;
  const std::string_view inside = text.substr(at + 1, close - at - 1);
  const bool latin = !inside.empty() && std::ranges::all_of(inside, is_ascii_letter);
  return latin ? close + 1 : at;
}

/// Longest post that begins at `at`, complete with its brackets; 0 if none.
std::size_t post_at(std::string_view text, std::size_t at) {
  std::vector<Trie::Match> matches;
  korean_posts().match(text, at, matches);
  std::size_t best = 0;
  for (const Trie::Match& match : matches) {
    const std::size_t end = skip_short_form(text, at + match.length);
    const std::size_t rest_end = word_end(text, end);
    if (read_particle(text.substr(end, rest_end - end)) || end != at + match.length) {
      best = end - at;
    }
  }
  return best;
}

/// A word whose end is a post: AI혁신센터장, 연구원장. Returns its bytes without the particle.
std::size_t compound_post_at(std::string_view text, std::size_t at) {
  const std::size_t end = word_end(text, at);
  const std::string_view word = text.substr(at, end - at);
  for (std::size_t cut = word.size(); cut > 0; --cut) {
    if (cut < word.size() && (static_cast<unsigned char>(word[cut]) & 0xC0U) == 0x80U) continue;
    if (!read_particle(word.substr(cut))) continue;
    if (korean_title_suffix(word.substr(0, cut)) > 0) return cut;
  }
  return 0;
}

}  // namespace

std::uint32_t korean_title_suffix(std::string_view word) {
  if (!kKoreanPosts.may_end(word)) return 0;
  std::uint32_t longest = 0;
  for (const std::string_view post : kKoreanPosts) {
    if (ends_with(word, post)) longest = std::max(longest, static_cast<std::uint32_t>(post.size()));
  }
  return longest;
}

std::uint32_t korean_title_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  std::size_t size = post_at(text, offset);
  if (size == 0) size = compound_post_at(text, offset);
  if (size == 0) return 0;
  std::size_t end = skip_short_form(text, offset + size);
  constexpr std::string_view kAnd = " 겸 ";
  while (text.substr(end).starts_with(kAnd)) {
    const std::size_t next = end + kAnd.size();
    std::size_t more = post_at(text, next);
    if (more == 0) more = compound_post_at(text, next);
    if (more == 0) break;
    end = skip_short_form(text, next + more);
  }
  return static_cast<std::uint32_t>(end - offset);
}

std::uint32_t english_title_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  std::size_t at = offset;
  std::size_t end = 0;
  constexpr int kMostWords = 6;
  for (int i = 0; i < kMostWords; ++i) {
    const std::size_t stop = word_end(text, at);
    const std::string_view word = text.substr(at, stop - at);
    if (word.empty()) break;
    if (is_english_post(word)) {
      end = stop;
    } else if (!is_english_modifier(word)) {
      break;
    }
    if (stop >= text.size() || text[stop] != ' ') break;
    at = stop + 1;
  }
  if (end == 0) return 0;
  // "and chairman", "and CEO"
  constexpr std::string_view kAnd = " and ";
  if (text.substr(end).starts_with(kAnd)) {
    const std::uint32_t more = english_title_at(text, end + kAnd.size());
    if (more > 0) end += kAnd.size() + more;
  }
  return static_cast<std::uint32_t>(end - offset);
}

bool is_state_title(std::string_view title) {
  static const TitleWords kWords(kStateTitles);
  return kWords.contains(title) || equal_ignoring_case(title, "president") ||
         equal_ignoring_case(title, "prime minister");
}

}  // namespace dealgraph::extract
