// SPDX-License-Identifier: MIT
#include "schema/text.hpp"

#include <openssl/evp.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>

#include "schema/error.hpp"

namespace dealgraph {
namespace {

constexpr std::size_t kBlockBytes = 64;

/// Calls `visit(code_point, begin, end)` for each sequence; code_point < 0 where it is ill-formed.
template <typename Visit>
void for_each_code_point(std::string_view text, Visit visit) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    UChar32 code_point = 0;
    U8_NEXT(bytes, at, text.size(), code_point);
    visit(code_point, begin, at);
  }
}

void append_code_point(std::string& out, UChar32 code_point) {
  std::array<char, 4> buffer{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer.data(), length, code_point);
  out.append(buffer.data(), length);
}

std::string nfkc_casefold(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string lower(text);
    for (char& c : lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return lower;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Internal, "ICU has no NFKC_Casefold data");
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  normalizer->normalizeUTF8(0,
                            icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                            sink, nullptr, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Internal, "ICU could not normalise a text");
  return out;
}

/// ICU's transliterators are not thread-safe, so each thread has one.
icu::Transliterator& latin_transliterator() {
  thread_local const std::unique_ptr<icu::Transliterator> kTransliterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw Error(ErrorKind::Internal, "ICU has no transliteration data");
    return made;
  }();
  return *kTransliterator;
}

bool is_ascii_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_valid_utf8(std::string_view text) noexcept {
  bool valid = true;
  for_each_code_point(text, [&](UChar32 code_point, std::size_t, std::size_t) {
    if (code_point <= 0) valid = false;
  });
  return valid;
}

std::string to_valid_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for_each_code_point(text, [&](UChar32 code_point, std::size_t, std::size_t) {
    append_code_point(out, code_point <= 0 ? 0xFFFD : code_point);
  });
  return out;
}

std::string fold_text(std::string_view text) {
  const std::string folded = nfkc_casefold(text);
  std::string out;
  out.reserve(folded.size());
  bool pending_blank = false;
  for_each_code_point(folded, [&](UChar32 code_point, std::size_t begin, std::size_t end) {
    if (code_point >= 0 && u_isUWhiteSpace(code_point) != 0) {
      pending_blank = !out.empty();
      return;
    }
    if (pending_blank) out += ' ';
    pending_blank = false;
    out.append(folded, begin, end - begin);
  });
  return out;
}

std::string fold_name(std::string_view name) {
  std::string out = fold_text(name);
  std::erase(out, ' ');
  return out;
}

std::string slug(std::string_view name) {
  const bool ascii =
      std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::string latin(name);
  if (!ascii) {
    icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())));
    latin_transliterator().transliterate(text);
    latin.clear();
    text.toUTF8String(latin);
  }
  std::string out;
  for (const char c : latin) {
    if (is_ascii_alphanumeric(c)) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    } else if (c == '\'') {
      continue;  // an apostrophe joins: O'Brien is obrien
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  if (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

bool is_valid_id(std::string_view id) noexcept {
  constexpr std::size_t kMaxIdBytes = 200;
  if (id.empty() || id.size() > kMaxIdBytes) return false;
  bool valid = true;
  for_each_code_point(id, [&](UChar32 code_point, std::size_t, std::size_t) {
    const bool forbidden = code_point < 0x20 || code_point == 0x7F || code_point == '/' ||
                           code_point == '?' || code_point == '#' || code_point == ',' ||
                           u_isUWhiteSpace(code_point) != 0 || u_iscntrl(code_point) != 0;
    if (forbidden) valid = false;
  });
  return valid;
}

std::size_t count_code_points(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_boundary(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return offset == text.size();
  return (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  counts_.reserve(text.size() / kBlockBytes + 1);
  for (std::size_t begin = 0; begin <= text.size(); begin += kBlockBytes) {
    counts_.push_back(static_cast<std::uint32_t>(total_));
    total_ += count_code_points(text.substr(begin, kBlockBytes));
  }
}

std::size_t CodePointIndex::code_points_before(std::size_t byte_offset) const {
  const std::size_t offset = std::min(byte_offset, text_.size());
  const std::size_t block = offset / kBlockBytes;
  const std::size_t begin = block * kBlockBytes;
  return counts_[block] + count_code_points(text_.substr(begin, offset - begin));
}

std::size_t CodePointIndex::byte_offset(std::size_t code_point) const {
  if (code_point >= total_) return text_.size();
  const auto block = std::upper_bound(counts_.begin(), counts_.end(), code_point) - 1;
  std::size_t at = static_cast<std::size_t>(block - counts_.begin()) * kBlockBytes;
  // A block may begin inside a character that was counted in the block before.
  while (!is_boundary(text_, at)) ++at;
  for (std::size_t passed = *block; passed < code_point; ++passed) {
    ++at;
    while (!is_boundary(text_, at)) ++at;
  }
  return at;
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
    throw Error(ErrorKind::Internal, "SHA-256 is not available");
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(digest.size() * 2);
  for (const unsigned char byte : digest) {
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

}  // namespace dealgraph
