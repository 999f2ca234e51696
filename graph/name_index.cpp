// SPDX-License-Identifier: MIT
#include "graph/name_index.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <utility>

#include "schema/text.hpp"

namespace dealgraph {
namespace {

constexpr std::size_t kMaxKeyBytes = 500;
constexpr std::size_t kMaxLetters = 64;  // longer names and queries forgive no typos

// How Unicode composes Hangul syllables of jamo.
constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kLastSyllable = 0xD7A3;
constexpr char32_t kVowels = 21;
constexpr char32_t kFinals = 28;  // one of them is none

enum class Glyph : std::uint8_t { Separator, Latin, Other };

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;
};

CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || at + size > text.size()) return {lead, 1};
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) value = (value << 6U) | (byte(at + i) & 0x3FU);
  return {value, size};
}

Glyph glyph(char32_t c) {
  const bool digit = c >= U'0' && c <= U'9';
  const bool letter = c >= U'a' && c <= U'z';
  if (digit || letter) return Glyph::Latin;
  if (c < 0x80) return Glyph::Separator;
  const bool dot_or_dash = c == 0xB7 || c == 0x30FB || (c >= 0x2010 && c <= 0x2027);
  if (dot_or_dash) return Glyph::Separator;
  return c < 0x250 ? Glyph::Latin : Glyph::Other;  // Latin letters with marks end at U+024F
}

std::uint64_t signature(std::u32string_view letters) {
  std::uint64_t bits = 0;
  for (const char32_t letter : letters) {
    // Spreads neighbouring code points (jamo as well as a-z) over the 64 bits.
    bits |= std::uint64_t{1} << (letter * 0x9E3779B1U >> 26U);
  }
  return bits;
}

}  // namespace

SearchKey search_key(std::string_view text) {
  const std::string folded = fold_text(text);
  SearchKey key;
  Glyph before = Glyph::Separator;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode(folded, at);
    const Glyph now = glyph(c.value);
    if (key.text.size() + c.size > kMaxKeyBytes) break;
    if (now != Glyph::Separator) {
      if (now != before && !key.text.empty()) {
        key.word_starts.push_back(static_cast<std::uint16_t>(key.text.size()));
      }
      key.text.append(folded, at, c.size);
    }
    before = now;
    at += c.size;
  }
  if (key.text.empty()) {  // nothing but punctuation: then that is the name
    key.text = folded.substr(0, kMaxKeyBytes);
    std::erase(key.text, ' ');
  }
  return key;
}

std::u32string letters_of(std::string_view key) {
  std::u32string letters;
  for (std::size_t at = 0; at < key.size();) {
    const CodePoint c = decode(key, at);
    at += c.size;
    if (c.value < kFirstSyllable || c.value > kLastSyllable) {
      letters.push_back(c.value);
      continue;
    }
    const char32_t index = c.value - kFirstSyllable;
    letters.push_back(0x1100 + index / (kVowels * kFinals));
    letters.push_back(0x1161 + index / kFinals % kVowels);
    if (index % kFinals != 0) letters.push_back(0x11A7 + index % kFinals);
  }
  return letters;
}

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
  if (a.size() > b.size()) std::swap(a, b);
  const int over = limit + 1;
  if (b.size() - a.size() > static_cast<std::size_t>(limit)) return over;
  // Rows of the usual table, of which only the band that can stay within the limit is filled.
  std::vector<int> before_last(a.size() + 1, over);
  std::vector<int> last(a.size() + 1, over);
  std::vector<int> row(a.size() + 1, over);
  for (std::size_t i = 0; i <= a.size(); ++i) last[i] = std::min(static_cast<int>(i), over);
  const auto reach = static_cast<std::size_t>(limit);
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::fill(row.begin(), row.end(), over);
    row[0] = std::min(static_cast<int>(j), over);
    const std::size_t from = j > reach ? j - reach : 1;
    const std::size_t to = std::min(a.size(), j + reach);
    for (std::size_t i = std::max<std::size_t>(from, 1); i <= to; ++i) {
      const bool same = a[i - 1] == b[j - 1];
      int best = std::min({last[i] + 1, row[i - 1] + 1, last[i - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        best = std::min(best, before_last[i - 2] + 1);
      }
      row[i] = std::min(best, over);
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[a.size()];
}

int forgiven_edits(std::size_t letters) {
  if (letters < 4 || letters > kMaxLetters) return 0;
  return letters < 8 ? 1 : 2;
}

std::vector<std::string_view> names_of(const Entity& entity) {
  std::vector<std::string_view> names{entity.name, entity.name_ko};
  names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
  for (const Identifier& identifier : entity.identifiers) names.emplace_back(identifier.value);
  names.emplace_back(entity.id);
  return names;
}

// --- NameSegment --------------------------------------------------------------------------------

NameSegment::NameSegment(std::span<const NamedVersion> versions) {
  for (const NamedVersion& version : versions) add(version);
  sort_suffixes();
}

void NameSegment::add(const NamedVersion& version) {
  const std::vector<std::string_view> names = names_of(*version.value);
  std::vector<std::string> seen;
  const auto add_text = [&](std::string_view text, std::size_t ordinal) {
    const SearchKey key = search_key(text);
    if (key.text.empty() || std::find(seen.begin(), seen.end(), key.text) != seen.end()) return;
    seen.push_back(key.text);
    add_name(key, version, static_cast<std::uint16_t>(ordinal));
  };
  const std::size_t first_identifier = 2 + version.value->aliases.size();
  for (std::size_t i = 0; i < names.size() && i <= UINT16_MAX; ++i) {
    add_text(names[i], i);
    // A ticker is known without its exchange as well: KRX:000660 is 000660.
    const bool is_identifier = i >= first_identifier && i + 1 < names.size();
    const std::size_t colon = is_identifier ? names[i].find(':') : std::string_view::npos;
    if (colon != std::string_view::npos) add_text(names[i].substr(colon + 1), i);
  }
}

void NameSegment::add_name(const SearchKey& key, const NamedVersion& version,
                           std::uint16_t ordinal) {
  const auto number = static_cast<std::uint32_t>(names_.size());
  names_.push_back({version.entity, version.version, static_cast<std::uint32_t>(bytes_.size()),
                    static_cast<std::uint16_t>(key.text.size()), ordinal});
  bytes_ += key.text;
  suffixes_.push_back({number, 0});
  add_word(number, 0, key.text.size());
  if (key.word_starts.empty()) return;
  std::size_t begin = 0;
  for (const std::uint16_t start : key.word_starts) {
    suffixes_.push_back({number, start});
    add_word(number, begin, start - begin);
    begin = start;
  }
  add_word(number, begin, key.text.size() - begin);
}

void NameSegment::add_word(std::uint32_t name, std::size_t offset, std::size_t size) {
  const std::u32string letters = letters_of(key(names_[name]).substr(offset, size));
  // Shorter than the shortest query that forgives, less one edit: never within reach.
  if (letters.size() < 3 || letters.size() > kMaxLetters + 2) return;
  if (words_by_length_.size() <= letters.size()) words_by_length_.resize(letters.size() + 1);
  Words& bucket = words_by_length_[letters.size()];
  bucket.signatures.push_back(signature(letters));
  bucket.words.push_back(
      {name, static_cast<std::uint16_t>(offset), static_cast<std::uint16_t>(size)});
}

void NameSegment::sort_suffixes() {
  std::sort(suffixes_.begin(), suffixes_.end(), [this](const Suffix& a, const Suffix& b) {
    const int order = text(a).compare(text(b));
    return order != 0 ? order < 0 : std::pair(a.name, a.offset) < std::pair(b.name, b.offset);
  });
}

NameSegment::NameSegment(const NameSegment& a, const NameSegment& b)
    : bytes_(a.bytes_ + b.bytes_), names_(a.names_), words_by_length_(a.words_by_length_) {
  const auto first_name = static_cast<std::uint32_t>(a.names_.size());
  const auto first_byte = static_cast<std::uint32_t>(a.bytes_.size());
  for (Name name : b.names_) {
    name.begin += first_byte;
    names_.push_back(name);
  }
  std::vector<Suffix> moved = b.suffixes_;
  for (Suffix& suffix : moved) suffix.name += first_name;
  suffixes_.reserve(a.suffixes_.size() + moved.size());
  std::merge(a.suffixes_.begin(), a.suffixes_.end(), moved.begin(), moved.end(),
             std::back_inserter(suffixes_),
             [this](const Suffix& x, const Suffix& y) { return text(x) < text(y); });
  words_by_length_.resize(std::max(a.words_by_length_.size(), b.words_by_length_.size()));
  for (std::size_t length = 0; length < b.words_by_length_.size(); ++length) {
    const Words& from = b.words_by_length_[length];
    Words& to = words_by_length_[length];
    to.signatures.insert(to.signatures.end(), from.signatures.begin(), from.signatures.end());
    for (Word word : from.words) {
      word.name += first_name;
      to.words.push_back(word);
    }
  }
}

std::span<const NameSegment::Name> NameSegment::names_of_version(std::uint32_t number) const {
  std::size_t begin = number;
  std::size_t end = number + std::size_t{1};
  const std::uint32_t version = names_[number].version;
  while (begin > 0 && names_[begin - 1].version == version) --begin;
  while (end < names_.size() && names_[end].version == version) ++end;
  return std::span(names_).subspan(begin, end - begin);
}

std::span<const NameSegment::Suffix> NameSegment::with_prefix(std::string_view prefix) const {
  const auto begin =
      std::partition_point(suffixes_.begin(), suffixes_.end(),
                           [&](const Suffix& suffix) { return text(suffix) < prefix; });
  const auto end = std::partition_point(begin, suffixes_.end(), [&](const Suffix& suffix) {
    return text(suffix).substr(0, prefix.size()) == prefix;
  });
  return {begin, end};
}

void NameSegment::find_typos(std::u32string_view letters, int limit,
                             std::vector<Typo>& found) const {
  const std::uint64_t wanted = signature(letters);
  const auto reach = static_cast<std::size_t>(limit);
  const std::size_t longest = std::min(letters.size() + reach + 1, words_by_length_.size());
  for (std::size_t length = letters.size() - reach; length < longest; ++length) {
    const Words& bucket = words_by_length_[length];
    for (std::size_t i = 0; i < bucket.words.size(); ++i) {
      // One edit takes at most one letter out of the set and brings one in.
      if (std::popcount(bucket.signatures[i] ^ wanted) > 2 * limit) continue;
      const Word& word = bucket.words[i];
      const std::string_view spelt = key(names_[word.name]).substr(word.offset, word.size);
      const int distance = edit_distance(letters, letters_of(spelt), limit);
      if (distance <= limit) found.push_back({word.name, distance});
    }
  }
}

// --- NameIndex ----------------------------------------------------------------------------------

NameIndex NameIndex::with(std::span<const NamedVersion> added) const {
  NameIndex index(*this);
  if (added.empty()) return index;
  auto& segments = index.segments_;
  segments.push_back(std::make_shared<const NameSegment>(added));
  // Each segment at least twice as large as the next: a query sees few, a name moves seldom.
  while (segments.size() > 1 &&
         segments[segments.size() - 2]->size() < 2 * segments.back()->size()) {
    const auto last = segments.back();
    segments.pop_back();
    segments.back() = std::make_shared<const NameSegment>(*segments.back(), *last);
  }
  return index;
}

}  // namespace dealgraph
