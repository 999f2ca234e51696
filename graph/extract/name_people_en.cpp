// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/lexicon_en.hpp"
#include "graph/extract/name_scanner_en.hpp"
#include "graph/extract/name_words_en.hpp"
#include "graph/extract/titles.hpp"

/// Which runs of words with a capital are persons.
namespace dealgraph::extract::english {

bool NameScanner::is_person(std::size_t first, std::size_t last) const {
  const std::size_t words = last - first;
  constexpr std::size_t kMostWords = 4;
  if (words > kMostWords) return false;
  for (std::size_t i = first; i < last; ++i) {
    if (is_digit(character_at(word(i), word(i).size() - 1).code)) return false;
  }
  if (words < 2) return false;
  if (is_given_name(word(first)) || title_ends_before(first)) return true;
  // "Han Ye-rin", "Lip-Bu Tan"
  if (words == 2 && (is_hyphenated_name(word(last - 1)) || is_hyphenated_name(word(first))))
    return true;
  const std::string_view after = text_.substr(tokens_[last - 1].end);
  if (words <= 3 && (is_founder(first) || is_somebody(first) || is_given_post(first, last)))
    return true;
  if (words <= 3 && (after.starts_with(", who ") || is_appointed(first, last))) return true;
  if (!after.starts_with(", ")) return false;
  if (post_until_comma(tokens_[last - 1].end + 2)) return true;
  return post_in_apposition(tokens_[last - 1].end + 2);
}

bool NameScanner::is_somebody(std::size_t first) const {
  if (first == 0) return false;
  static const Words kAddress{"Dr", "Mr", "Ms", "Mrs", "Prof", "Sir", "Dame", "Lord", "Sheikh"};
  const std::string_view between = gap_before(first);
  if (kAddress.contains(word(first - 1)) && (between == " " || between == ". ")) return true;
  static const Words kNouns{
      "wife",     "husband",   "heir",         "predecessor", "successor",  "brother",
      "sister",   "daughter",  "son",          "colleague",   "deputy",     "comedian",
      "actor",    "singer",    "entrepreneur", "billionaire", "financier",  "activist",
      "tycoon",   "magnate",   "economist",    "novelist",    "journalist", "academic",
      "inventor", "spokesman", "spokeswoman",  "lawyer",      "protégé",    "namesake"};
  return (between == " " || between == ", ") && kNouns.contains(word(first - 1));
}

bool NameScanner::is_given_post(std::size_t first, std::size_t last) const {
  if (first == 0 || gap_before(first) != " " || last + 1 >= tokens_.size()) return false;
  if (!is_lower(character_at(word(first - 1), 0).code) || word(last) != "as") return false;
  std::size_t at = tokens_[last].end + 1;
  for (const std::string_view article : {"the ", "an ", "a ", "its ", "his ", "her ", "new "}) {
    if (text_.substr(at).starts_with(article)) at += article.size();
  }
  return names_post(at);
}

/// True if a post of a person stands at `at`; what may be a company's ("partner") is none.
bool NameScanner::names_post(std::size_t at) const {
  const std::uint32_t size = english_title_at(text_, at);
  if (size == 0) return false;
  const std::string_view title = text_.substr(at, size);
  static const Words kCompanies{"partner", "member",    "leader", "owner",          "employee",
                                "veteran", "principal", "lead",   "representative", "executives"};
  return !kCompanies.contains(title);
}

bool NameScanner::is_hyphenated_name(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen + 2 >= word.size() || hyphen < 1) return false;
  constexpr std::size_t kLongest = 10;
  const bool letters =
      std::ranges::all_of(word, [](char c) { return is_ascii_letter(c) || c == '-'; });
  const std::string_view rest = word.substr(hyphen + 1);
  const bool lower =
      std::ranges::all_of(rest.substr(1), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && lower && word.size() <= kLongest && hyphen <= 5 && rest.size() <= 5;
}

bool NameScanner::is_founder(std::size_t first) const {
  if (first < 2 || word(first - 1) != "by" || gap_before(first) != " ") return false;
  static const Words kVerbs{"founded", "co-founded", "cofounded",
                            "chaired", "headed",     "established"};
  constexpr std::size_t kReach = 8;
  for (std::size_t i = first - 1, n = 0; i-- > 0 && n < kReach; ++n) {
    if (kVerbs.contains(word(i))) return true;
    if (gap(i).find_first_of(",;") != std::string_view::npos) return false;
  }
  return false;
}

bool NameScanner::is_appointed(std::size_t first, std::size_t last) const {
  static const Words kVerbs{"hire",       "hires",     "hired",      "hiring",    "appoint",
                            "appoints",   "appointed", "appointing", "named",     "names",
                            "nominate",   "nominated", "nominates",  "promoted",  "promotes",
                            "elected",    "poached",   "succeed",    "succeeds",  "succeeded",
                            "succeeding", "replaces",  "replaced",   "replacing", "replace",
                            "ousted",     "dismissed", "fired",      "recruited"};
  const std::string_view after = text_.substr(tokens_[last - 1].end);
  if (first > 0 && gap_before(first) == " " && kVerbs.contains(word(first - 1))) {
    const bool post =
        after.starts_with(" as ") || after.starts_with(" to succeed") ||
        after.starts_with(" to lead") ||
        (after.starts_with(" ") && english_title_at(text_, tokens_[last - 1].end + 1) > 0);
    if (post) return true;
  }
  for (const std::string_view verb :
       {" was named ", " was appointed ", " has been named ", " becomes ", " became ",
        " stepped down", " steps down", " resigned", " was not hired", " will succeed ",
        " succeeds ", " replaces ", " joined as ", " joins as ", " was promoted", " will become ",
        " will replace", " takes over as"}) {
    if (!after.starts_with(verb)) continue;
    if (verb != " becomes " && verb != " became " && verb != " will become ") return true;
    std::size_t at = tokens_[last - 1].end + verb.size();
    for (const std::string_view article : {"the ", "an ", "a ", "its ", "executive "}) {
      if (text_.substr(at).starts_with(article)) at += article.size();
    }
    if (english_title_at(text_, at) > 0) return true;
  }
  // "Foo's chief operating officer is Jane Roe"
  return first > 1 && gap_before(first) == " " && word(first - 1) == "is" &&
         english_title_at(text_, tokens_[first - 2].begin) ==
             tokens_[first - 2].end - tokens_[first - 2].begin;
}

bool NameScanner::post_until_comma(std::size_t at) const {
  const std::string_view rest = text_.substr(at, 64);
  const std::size_t stop = rest.find_first_of(",.;");
  if (stop == std::string_view::npos) return false;
  const std::string_view remark = rest.substr(0, stop);
  const bool opens = remark.starts_with("until ") || remark.starts_with("who ") ||
                     remark.starts_with("currently ") || remark.starts_with("formerly ") ||
                     remark.starts_with("most recently ") || remark.starts_with("previously ") ||
                     remark.find("'s ") != std::string_view::npos || remark.starts_with("its ");
  if (!opens) return false;
  for (std::size_t i = 0; i < remark.size(); ++i) {
    const bool begins = i == 0 || remark[i - 1] == ' ';
    if (begins && english_title_at(text_, at + i) > 0) return true;
  }
  return false;
}

bool NameScanner::title_ends_before(std::size_t first) const {
  // "its chief legal officer, Martin Oakes"
  if (first == 0 || (gap_before(first) != " " && gap_before(first) != ", ")) return false;
  const std::size_t begin = tokens_[first - 1].begin;
  static const Words kNot{"manager", "partner", "leader", "owner", "veteran"};
  if (kNot.contains(word(first - 1)) || word(first - 1) == "member") {
    return word(first - 1) == "member" && first > 1 &&
           (word(first - 2) == "board" || word(first - 2) == "Board");
  }
  return english_title_at(text_, begin) == tokens_[first - 1].end - begin;
}

bool NameScanner::post_in_apposition(std::size_t at) const {
  bool article = false;
  for (const std::string_view word :
       {"one of its ", "one of the ", "a ", "an ", "the ", "its ", "his ", "her ", "once ", "then ",
        "now ", "former ", "late "}) {
    if (!text_.substr(at).starts_with(word)) continue;
    at += word.size();
    article = true;
  }
  if (english_title_at(text_, at) > 0) return true;
  if (article && described_post(at)) return true;
  const Name* owner = name_covering(taken_, at);
  if (owner == nullptr || owner->span.begin != at) return false;
  std::size_t next = owner->span.end;
  if (text_.substr(next).starts_with("'s "))
    next += 3;
  else if (text_.substr(next).starts_with(" "))
    ++next;
  return english_title_at(text_, next) > 0;
}

/// "industry minister", "EUV manager", "two chief executives": a post after what describes it.
bool NameScanner::described_post(std::size_t at) const {
  constexpr int kMostWords = 3;
  for (int i = 0; i < kMostWords && at < text_.size(); ++i) {
    if (names_post(at)) return true;
    const std::size_t end = word_end(text_, at);
    if (end == at || end >= text_.size() || text_[end] != ' ') return false;
    const std::string lower = ascii_lower(text_.substr(at, end - at));
    if (is_preposition(lower) || is_company_noun(singular(lower)) || lower == "whose" ||
        lower == "and" || lower == "that" || lower == "who" || lower == "which")
      return false;
    at = end + 1;
  }
  return names_post(at);
}

}  // namespace dealgraph::extract::english
