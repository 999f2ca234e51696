// SPDX-License-Identifier: MIT
#include "graph/extract/working_text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "graph/extract/characters.hpp"
#include "schema/error.hpp"

namespace dealgraph::extract {
namespace {

constexpr char32_t kDropped = 0;

/// The plain counterpart of a character; itself where it has none.
char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;  // full-width ASCII
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x2032:
    case 0x0060:
    case 0x00B4:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201F:
    case 0x2033:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return '"';
    case 0x3000:
    case 0x00A0:
    case 0x2002:
    case 0x2003:
    case 0x2007:
    case 0x2008:
    case 0x2009:
    case 0x200A:
    case 0x202F:
    case 0x2028:
    case 0x2029:
      return ' ';
    case 0x318D:
    case 0x30FB:
    case 0x2027:
    case 0x2219:
    case 0x22C5:
    case 0x2024:
    case 0xFF65:
      return 0xB7;  // middle dots
    case 0x2010:
    case 0x2011:
    case 0x2012:
      return '-';
    case 0x2015:
    case 0x2500:
      return 0x2014;
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0xFEFF:
    case 0x00AD:
    case '\r':
      return kDropped;
    default:
      return c;
  }
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Internal, "ICU has no normalisation data");
  return *found;
}

/// Composed Hangul, ASCII and the letters of Latin-1 never change and never join what follows,
/// unless a combining character comes next.
bool starts_sequence(char32_t c, const icu::Normalizer2& normalizer) {
  return c < 0x300 || is_hangul(c) || normalizer.hasBoundaryBefore(static_cast<UChar32>(c)) != 0;
}

/// A starter alone may still be respelled by NFC itself (the Angstrom sign, compatibility Hanja).
std::string composed(std::string_view sequence, const icu::Normalizer2& normalizer) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString result =
      normalizer.normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(
                               sequence.data(), static_cast<int>(sequence.size()))),
                           status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Internal, "ICU could not normalise a text");
  std::string decoded;
  result.toUTF8String(decoded);
  std::string out;
  for (std::size_t at = 0; at < decoded.size();) {
    const Character c = character_at(decoded, at);
    const char32_t counterpart = plain(c.code);
    if (counterpart != kDropped) append_utf8(out, counterpart);
    at += c.size;
  }
  return out;
}

/// True if NFC leaves the character as it is, whatever stands beside it.
bool is_inert(char32_t c, const icu::Normalizer2& normalizer) {
  return normalizer.isInert(static_cast<UChar32>(c)) != 0;
}

std::string plain_spelling(char32_t c) {
  std::string out;
  if (const char32_t counterpart = plain(c); counterpart != kDropped) append_utf8(out, counterpart);
  return out;
}

}  // namespace

WorkingText::WorkingText(std::string_view original) {
  const icu::Normalizer2& normalizer = nfc();
  text_.reserve(original.size());
  std::size_t at = 0;
  while (at < original.size()) {
    const Character first = character_at(original, at);
    std::size_t end = at + first.size;
    while (end < original.size()) {
      const Character next = character_at(original, end);
      if (starts_sequence(next.code, normalizer)) break;
      end += next.size;
    }
    const std::string_view sequence = original.substr(at, end - at);
    const bool simple = sequence.size() == first.size && plain(first.code) == first.code &&
                        (first.code < 0x300 || is_hangul(first.code));
    if (simple) {
      append(sequence, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), true);
    } else {
      const std::string spelling = sequence.size() == first.size && is_inert(first.code, normalizer)
                                       ? plain_spelling(first.code)
                                       : composed(sequence, normalizer);
      append(spelling, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
             spelling == sequence);
    }
    at = end;
  }
}

void WorkingText::append(std::string_view spelling, std::uint32_t begin, std::uint32_t end,
                         bool verbatim) {
  if (spelling.empty()) return;
  const bool continues = verbatim && !pieces_.empty() && pieces_.back().verbatim &&
                         pieces_.back().original_end == begin;
  if (continues) {
    pieces_.back().original_end = end;
  } else {
    pieces_.push_back({static_cast<std::uint32_t>(text_.size()), begin, end, verbatim});
  }
  text_ += spelling;
}

const WorkingText::Piece& WorkingText::piece_at(std::uint32_t working) const {
  const auto after = std::ranges::upper_bound(pieces_, working, {}, &Piece::working);
  return *(after - 1);
}

Span WorkingText::to_original(Span span) const {
  const Piece& first = piece_at(span.begin);
  const Piece& last = piece_at(span.end - 1);
  return {first.verbatim ? first.original + (span.begin - first.working) : first.original,
          last.verbatim ? last.original + (span.end - last.working) : last.original_end};
}

}  // namespace dealgraph::extract
