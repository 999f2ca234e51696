// SPDX-License-Identifier: MIT
#include "graph/extract/sentences.hpp"

#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

/// What goes on for longer without an end is cut at a blank: the rules look over a whole sentence
/// for each of its verbs, which must not make an article's time grow with its square.
constexpr std::size_t kLongestSentence = 4000;

/// A quotation longer than this is taken for a missing closing mark.
constexpr std::size_t kLongestQuotation = 1200;

constexpr std::array<std::string_view, 33> kAbbreviations{
    "inc", "corp", "ltd", "co",  "mr",  "mrs", "ms",  "dr",   "prof", "st",  "vs",
    "no",  "jr",   "sr",  "gen", "sen", "rep", "gov", "dept", "est",  "fig", "jan",
    "feb", "mar",  "apr", "jun", "jul", "aug", "sep", "sept", "oct",  "nov", "dec"};

bool is_bullet(char32_t c) {
  return c == 0x25B3 || c == 0x25B2 || c == 0x25A0 || c == 0x25A1 || c == 0x25B6 || c == 0x25B7 ||
         c == 0x25C6 || c == 0x25C7 || c == 0x25CF || c == 0x2022 || c == 0x25AA || c == 0x25B8 ||
         (c >= 0x2460 && c <= 0x2473);
}

bool closes(char32_t c) { return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x300B; }

/// True if the full stop at `dot` belongs to an abbreviation, an initial or a number.
bool is_inner_dot(std::string_view text, std::size_t dot) {
  const Character next = character_at(text, dot + 1);
  const Character before = character_before(text, dot);
  if (is_digit(before.code) && is_digit(next.code)) return true;
  if (is_latin(next.code) || next.code == ',') return true;
  std::size_t begin = dot;
  while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin, dot - begin);
  if (word.empty()) return false;
  if (word.size() == 1 && is_upper(character_at(word, 0).code)) {
    // "U.S." ends a sentence only if a new one visibly begins with a common opening word.
    const std::size_t follows = skip_blanks(text, dot + 1);
    if (follows >= text.size()) return false;
    constexpr std::array<std::string_view, 10> kOpeners{"The ", "It ", "In ",  "But ",  "And ",
                                                        "A ",   "He ", "She ", "This ", "They "};
    return std::ranges::none_of(
        kOpeners, [&](std::string_view o) { return text.substr(follows).starts_with(o); });
  }
  return std::ranges::any_of(kAbbreviations,
                             [&](std::string_view a) { return equal_ignoring_case(a, word); });
}

/// Splits one line. Keeps its place in the whole text.
class LineSplitter {
 public:
  LineSplitter(std::string_view text, std::size_t begin, std::size_t end, bool title,
               std::vector<Sentence>& out)
      : text_(text), begin_(begin), end_(end), title_(title), out_(out) {}

  void run() {
    std::size_t start = skip_byline();
    std::size_t at = start;
    bullet_ = false;
    while (at < end_) {
      const Character c = character_at(text_, at);
      if (is_bullet(c.code)) {
        emit(start, at);
        bullet_ = true;
        start = at;
        at += c.size;
      } else if (c.code == '"') {
        at = after_quotation(at);
        if (quotation_ends_sentence(at)) {
          emit(start, at);
          bullet_ = false;
          start = at;
        }
      } else if (ends_sentence(c.code, at)) {
        at = after_closers(at + c.size);
        if (!goes_on(at)) {
          emit(start, at);
          bullet_ = false;
          start = at;
        }
      } else if (c.code == ' ' && at - start >= kLongestSentence && !title_) {
        emit(start, at);
        start = at;
      } else {
        at += c.size;
      }
    }
    emit(start, end_);
  }

 private:
  /// "경제타임스 김은국 기자 |" or "홍길동 기자 = " at the beginning of a line.
  std::size_t skip_byline() {
    constexpr std::size_t kLongestByline = 120;
    const std::string_view head = text_.substr(begin_, std::min(kLongestByline, end_ - begin_));
    for (const std::string_view mark :
         {"기자 |", "기자|", "기자 =", "기자=", "특파원 =", "특파원 |", "기자 ]", "기자]"}) {
      const std::size_t found = find_word(head, mark);
      if (found == std::string_view::npos) continue;
      const std::size_t end = begin_ + found + mark.size();
      emit(begin_, end);
      out_.back().byline = true;
      return end;
    }
    return begin_;
  }

  bool ends_sentence(char32_t c, std::size_t at) const {
    if (title_) return false;
    if (c == '!' || c == '?' || c == 0x3002) return true;
    return c == '.' && !is_inner_dot(text_, at) && character_at(text_, at + 1).code != '.' &&
           character_before(text_, at).code != '.';
  }

  std::size_t after_closers(std::size_t at) const {
    while (at < end_ && closes(character_at(text_, at).code)) {
      // A quotation mark right before a letter opens the next quotation.
      const Character next = character_at(text_, at + 1);
      if (is_latin(next.code)) break;
      ++at;
    }
    return at;
  }

  /// True if what follows cannot begin a sentence: `다."라고`, a lower-case word.
  bool goes_on(std::size_t at) const {
    const Character next = character_at(text_, at);
    if (at >= end_) return false;
    if (closes(character_before(text_, at).code) && is_hangul(next.code)) return true;
    const std::size_t follows = skip_blanks(text_, at);
    // "… 보도했다. xAI는": a Korean sentence may begin with a name in small letters.
    const bool korean = at >= 2 && is_hangul(character_before(text_, at - 1).code);
    return !korean && is_lower(character_at(text_, follows).code);
  }

  /// Past the closing mark, or past the opening one if no closing mark is near.
  std::size_t after_quotation(std::size_t open) const {
    const std::size_t limit = std::min(end_, open + kLongestQuotation);
    const std::size_t close = text_.substr(0, limit).find('"', open + 1);
    return close == std::string_view::npos ? open + 1 : close + 1;
  }

  /// `… the new oil)." 오픈AI가`: the full stop inside the marks ends the sentence.
  bool quotation_ends_sentence(std::size_t after) const {
    if (title_ || after >= end_ || after < 2) return false;
    const char32_t last = character_before(text_, after - 1).code;
    if (last != '.' && last != '?' && last != '!') return false;
    if (!is_blank(character_at(text_, after).code)) return false;
    const char32_t begins = character_at(text_, skip_blanks(text_, after)).code;
    return is_hangul(begins) || is_upper(begins) || begins == '"';
  }

  void emit(std::size_t begin, std::size_t end) {
    begin = std::min(skip_blanks(text_, begin), end);
    while (end > begin && is_blank(static_cast<unsigned char>(text_[end - 1]))) --end;
    if (begin >= end) return;
    Sentence sentence{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
    sentence.title = title_;
    sentence.bullet = bullet_;
    sentence.language = language_of(text_.substr(begin, end - begin));
    out_.push_back(sentence);
  }

  static Language language_of(std::string_view sentence) {
    for (std::size_t at = 0; at < sentence.size();) {
      const Character c = character_at(sentence, at);
      if (is_hangul(c.code)) return Language::Korean;
      at += c.size;
    }
    return Language::English;
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t end_;
  bool title_;
  bool bullet_ = false;
  std::vector<Sentence>& out_;
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text, std::size_t title_size) {
  std::vector<Sentence> sentences;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    LineSplitter(text, begin, end, begin < title_size, sentences).run();
    begin = end + 1;
  }
  return sentences;
}

}  // namespace dealgraph::extract
