// SPDX-License-Identifier: MIT
#include "graph/extract/short_names.hpp"

#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/korean.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

constexpr std::size_t kSyllable = 3;  // bytes of a Hangul syllable

}  // namespace

std::string_view korean_short_form(std::string_view name) {
  if (!is_hangul(character_at(name, 0).code)) return {};
  static constexpr auto kForms =
      word_list({"전자", "그룹", "반도체", "테크놀로지", "홀딩스", "코리아", "인도네시아", "재팬",
                 "차이나", "모터스", "중공업", "화학", "시스템즈", "인더스트리", "코퍼레이션"});
  for (const std::string_view form : kForms) {
    if (!name.ends_with(form)) continue;
    const std::string_view brief = name.substr(0, name.size() - form.size());
    const bool country = form == "인도네시아" || form == "코리아";
    const std::size_t least = (country && !is_common_noun(brief) ? 2 : 3) * kSyllable;
    if (brief.size() >= least && !is_common_compound(brief)) return brief;
  }
  return {};
}

std::string_view bracketed_short_form(std::string_view text, Span name) {
  std::size_t open = name.end;
  if (open < text.size() && text[open] == ' ') ++open;
  if (open >= text.size() || text[open] != '(') return {};
  constexpr std::size_t kLongest = 24;
  const std::size_t close = text.substr(0, std::min(text.size(), open + kLongest)).find(')', open);
  if (close == std::string_view::npos) return {};
  const std::string_view inside = text.substr(open + 1, close - open - 1);
  const Character first = character_at(inside, 0);
  const bool one_word = inside.find_first_of(" :,%/") == std::string_view::npos;
  if (inside.size() < 2 || !one_word || korean_title_at(inside, 0) > 0) return {};
  if (english_title_at(inside, 0) > 0 || is_common_noun(inside)) return {};
  static constexpr auto kRemarks = word_list({"가칭", "현지시간", "사진", "이하"});
  if (std::ranges::find(kRemarks, inside) != kRemarks.end()) return {};
  if (is_upper(first.code)) return inside;
  return {};
}

std::string_view last_name(std::string_view person) {
  const std::size_t blank = person.rfind(' ');
  if (blank == std::string_view::npos) return {};
  const std::string_view last = person.substr(blank + 1);
  const bool hangul = is_hangul(character_at(last, 0).code);
  if (last.size() < (hangul ? 2 * kSyllable : 2)) return {};
  // "Lee Jae-yong": the surname comes first.
  if (last.find('-') != std::string_view::npos) return person.substr(0, blank);
  return last;
}

}  // namespace dealgraph::extract
