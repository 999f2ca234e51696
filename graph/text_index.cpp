// SPDX-License-Identifier: MIT
#include "graph/text_index.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "schema/error.hpp"
#include "schema/text.hpp"

namespace dealgraph {
namespace {

constexpr std::size_t kMaxQueryWords = 64;
constexpr std::size_t kSnippetBytesBefore = 120;
constexpr std::size_t kSnippetBytes = 400;

struct Range {
  char32_t first;
  char32_t last;
};
// Scripts written without blanks between words, or with particles glued on.
constexpr std::array kSyllabic{
    Range{0x1100, 0x11FF},    // Hangul jamo
    Range{0x3005, 0x3007},    // iteration mark, closing mark, zero
    Range{0x3041, 0x30FF},    // kana
    Range{0x3130, 0x318F},    // Hangul compatibility jamo
    Range{0x31F0, 0x31FF},    // small kana
    Range{0x3400, 0x9FFF},    // Han
    Range{0xAC00, 0xD7AF},    // Hangul syllables
    Range{0xF900, 0xFAFF},    // Han, compatibility
    Range{0x20000, 0x3FFFF},  // Han, supplementary
};

enum class Class : std::uint8_t { Break, Word, Syllable };

Class class_of(char32_t c) {
  if (c < 0x80) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_word ? Class::Word : Class::Break;
  }
  const bool is_syllabic = std::any_of(kSyllabic.begin(), kSyllabic.end(), [&](const Range& range) {
    return range.first <= c && c <= range.last;
  });
  // Punctuation beyond ASCII goes along as a word; the tokenizer of FTS5 drops it on both sides.
  return is_syllabic ? Class::Syllable : Class::Word;
}

/// Bytes of the character that begins with `lead`; the text is valid UTF-8.
std::size_t character_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

char32_t character_at(std::string_view text, std::size_t offset) {
  const std::size_t length = std::min(character_length(text[offset]), text.size() - offset);
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (length == 1) return lead;
  char32_t character = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    character = (character << 6) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
  }
  return character;
}

/// A maximal stretch of characters of one class.
struct Run {
  Class kind = Class::Break;
  std::string_view text;
};

Run run_at(std::string_view text, std::size_t begin) {
  const Class kind = class_of(character_at(text, begin));
  std::size_t end = begin;
  while (end < text.size() && class_of(character_at(text, end)) == kind) {
    end += character_length(text[end]);
  }
  return {kind, text.substr(begin, end - begin)};
}

void append_term(std::string& terms, std::string_view term) {
  if (!terms.empty()) terms += ' ';
  terms += term;
}

/// Every pair of neighbouring syllables; a single syllable as itself.
void append_pairs(std::string& terms, std::string_view run) {
  std::size_t first = 0;
  std::size_t second = character_length(run[0]);
  if (second >= run.size()) append_term(terms, run);
  while (second < run.size()) {
    const std::size_t end = second + character_length(run[second]);
    append_term(terms, run.substr(first, end - first));
    first = second;
    second = end;
  }
}

struct Terms {
  std::string text;
  bool ends_in_single_syllable = false;
};

Terms terms_of(std::string_view folded) {
  Terms terms;
  for (std::size_t begin = 0; begin < folded.size();) {
    const Run run = run_at(folded, begin);
    begin += run.text.size();
    if (run.kind == Class::Break) continue;
    if (run.kind == Class::Word) {
      append_term(terms.text, run.text);
    } else {
      append_pairs(terms.text, run.text);
    }
    terms.ends_in_single_syllable =
        run.kind == Class::Syllable && character_length(run.text[0]) == run.text.size();
  }
  return terms;
}

std::vector<std::string_view> split_words(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool is_white_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

std::size_t boundary_before(std::string_view text, std::size_t offset) {
  while (offset > 0 && !is_boundary(text, offset)) --offset;
  return offset;
}

bool holds_a_word(std::string_view piece, const std::vector<std::string_view>& words) {
  const std::string folded = fold_text(piece);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

/// Where the shortest beginning of `piece` that holds a word ends. Pieces of scripts without
/// blanks are long, so the place within is searched by halves.
std::size_t end_of_first_word(std::string_view piece, const std::vector<std::string_view>& words) {
  std::size_t without = 0;
  std::size_t with = piece.size();
  while (with - without > 1) {
    const std::size_t middle = without + (with - without) / 2;
    const bool found = holds_a_word(piece.substr(0, boundary_before(piece, middle)), words);
    (found ? with : without) = middle;
  }
  return boundary_before(piece, with);
}

/// Byte near which a word of the query first occurs in the text, or npos. Goes through the text
/// one blank-separated piece at a time, because folding changes lengths.
std::size_t find_first_word(std::string_view text, std::string_view query) {
  const std::string folded_query = fold_text(query);
  const std::vector<std::string_view> words = split_words(folded_query);
  for (std::size_t begin = 0; begin < text.size();) {
    if (is_white_space(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && !is_white_space(text[end])) ++end;
    const std::string_view piece = text.substr(begin, end - begin);
    if (holds_a_word(piece, words)) {
      const bool is_short = piece.size() <= kSnippetBytesBefore;
      return is_short ? begin : begin + end_of_first_word(piece, words);
    }
    begin = end;
  }
  return std::string_view::npos;
}

}  // namespace

std::string index_terms(std::string_view text) { return terms_of(fold_text(text)).text; }

std::string match_expression(std::string_view query) {
  const std::string folded = fold_text(query);
  const std::vector<std::string_view> words = split_words(folded);
  if (words.size() > kMaxQueryWords) {
    throw invalid_input("q", "has more than " + std::to_string(kMaxQueryWords) + " words");
  }
  std::string expression;
  for (const std::string_view word : words) {
    const Terms terms = terms_of(word);
    if (terms.text.empty()) continue;
    if (!expression.empty()) expression += " AND ";
    expression += '"';
    expression += terms.text;  // letters, digits and blanks: never a quote
    expression += '"';
    // One syllable alone is the beginning of a pair wherever another one follows it.
    if (terms.ends_in_single_syllable) expression += " *";
  }
  return expression;
}

std::string snippet(std::string_view text, std::string_view query) {
  const std::size_t hit = find_first_word(text, query);
  std::size_t begin = 0;
  if (hit != std::string_view::npos && hit > kSnippetBytesBefore) {
    begin = boundary_before(text, hit - kSnippetBytesBefore);
  }
  const std::size_t end = boundary_before(text, std::min(text.size(), begin + kSnippetBytes));
  return std::string(text.substr(begin, end - begin));
}

}  // namespace dealgraph
