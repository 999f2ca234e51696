// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Looking for one of several words. The rules do little else, so these are fast: Hangul syllables
/// begin with one of four bytes and differ in the last two, and what differs there ends a
/// comparison before it becomes a call.
namespace dealgraph::extract {

/// a == b for ranges of one size, without a call for the short words of the rules.
inline bool same_bytes(const char* a, const char* b, std::size_t size) noexcept {
  using Word = std::uint64_t;
  using Half = std::uint32_t;
  if (size > 2 * sizeof(Word)) return std::memcmp(a, b, size) == 0;
  const auto same = [&](std::size_t at, auto kind) {
    auto x = kind;
    auto y = kind;
    std::memcpy(&x, a + at, sizeof(kind));
    std::memcpy(&y, b + at, sizeof(kind));
    return x == y;
  };
  if (size >= sizeof(Word)) return same(0, Word{}) && same(size - sizeof(Word), Word{});
  if (size >= sizeof(Half)) return same(0, Half{}) && same(size - sizeof(Half), Half{});
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

inline bool equals(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && same_bytes(a.data(), b.data(), a.size());
}

inline bool ends_with(std::string_view text, std::string_view ending) noexcept {
  if (text.size() < ending.size()) return false;
  return ending.empty() ||
         (text.back() == ending.back() &&
          same_bytes(text.data() + text.size() - ending.size(), ending.data(), ending.size()));
}

inline bool starts_with(std::string_view text, std::string_view beginning) noexcept {
  if (text.size() < beginning.size()) return false;
  constexpr std::size_t kSyllable = 3;
  const std::size_t probe = std::min(beginning.size(), kSyllable);
  return probe == 0 || (text[probe - 1] == beginning[probe - 1] &&
                        same_bytes(text.data(), beginning.data(), beginning.size()));
}

/// text.find(word, from), fast also where all characters begin with the same byte.
inline std::size_t find_word(std::string_view text, std::string_view word,
                             std::size_t from = 0) noexcept {
  if (word.empty() || from > text.size() || word.size() > text.size() - from) {
    return text.find(word, from);
  }
  const std::size_t last = text.size() - word.size();  // where the word may begin at the latest
  std::size_t at = from;
#if defined(__SSE2__)
  // Two bytes that tell words apart, sixteen places at a time.
  constexpr std::size_t kBlock = sizeof(__m128i);
  constexpr std::size_t kTelling = 2;
  const std::size_t first_probe = std::min(kTelling, word.size() - 1);
  const std::size_t second_probe = word.size() - 1;
  const __m128i first = _mm_set1_epi8(word[first_probe]);
  const __m128i second = _mm_set1_epi8(word[second_probe]);
  const auto block_at = [&](std::size_t place) {
    __m128i block;
    std::memcpy(&block, text.data() + place, kBlock);
    return block;
  };
  for (; at + kBlock <= last + 1; at += kBlock) {
    const __m128i both = _mm_and_si128(_mm_cmpeq_epi8(block_at(at + first_probe), first),
                                       _mm_cmpeq_epi8(block_at(at + second_probe), second));
    auto hits = static_cast<unsigned>(_mm_movemask_epi8(both));
    for (; hits != 0; hits &= hits - 1) {
      const std::size_t place = at + static_cast<unsigned>(__builtin_ctz(hits));
      if (same_bytes(text.data() + place, word.data(), word.size())) return place;
    }
  }
#endif
  for (; at <= last; ++at) {
    if (text[at + word.size() - 1] == word.back() &&
        same_bytes(text.data() + at, word.data(), word.size())) {
      return at;
    }
  }
  return std::string_view::npos;
}

/// text.rfind(word).
inline std::size_t find_last_word(std::string_view text, std::string_view word) noexcept {
  std::size_t last = std::string_view::npos;
  for (std::size_t at = find_word(text, word); at != std::string_view::npos;
       at = find_word(text, word, at + 1)) {
    last = at;
  }
  return last;
}

/// text.find(word) != npos.
inline bool contains(std::string_view text, std::string_view word) noexcept {
  return find_word(text, word) != std::string_view::npos;
}

/// Words of a rule in the order in which they were written, with what tells without a pass over
/// them that a text begins or ends with none. Made by word_list() when the program is compiled.
template <std::size_t N>
class WordList {
 public:
  constexpr explicit WordList(const std::array<std::string_view, N>& words) : words_(words) {
    for (const std::string_view word : words_) {
      if (word.empty()) continue;
      const std::size_t size = word.size();
      mark(ends_, size > 1 ? byte(word[size - 2]) : kAnyByte, byte(word[size - 1]));
      mark(begins_, size > 1 ? byte(word[1]) : kAnyByte, size > 2 ? byte(word[2]) : kAnyByte);
    }
  }

  constexpr auto begin() const noexcept { return words_.begin(); }
  constexpr auto end() const noexcept { return words_.end(); }
  constexpr std::size_t size() const noexcept { return N; }
  constexpr std::string_view operator[](std::size_t i) const noexcept { return words_[i]; }

  /// False only if no word of the list ends the text.
  constexpr bool may_end(std::string_view text) const noexcept {
    const std::size_t size = text.size();
    return size < 2 || marked(ends_, byte(text[size - 2]), byte(text[size - 1]));
  }

  /// False only if no word of the list begins the text.
  constexpr bool may_begin(std::string_view text) const noexcept {
    constexpr std::size_t kSyllable = 3;
    return text.size() < kSyllable || marked(begins_, byte(text[1]), byte(text[2]));
  }

  /// True if the word is one of the list.
  bool contains(std::string_view word) const noexcept {
    return may_end(word) && may_begin(word) &&
           std::any_of(begin(), end(), [&](std::string_view w) { return equals(w, word); });
  }

 private:
  static constexpr unsigned kAnyByte = 256;
  static constexpr std::size_t kBits = 64;
  using Marks = std::array<std::uint64_t, 16>;

  static constexpr unsigned byte(char c) { return static_cast<unsigned char>(c); }

  /// The low six bits of two bytes, in which Hangul differs, folded into ten.
  static constexpr unsigned place(unsigned first, unsigned second) {
    return ((first & 63U) << 4U) ^ (second & 63U);
  }
  static constexpr bool marked(const Marks& marks, unsigned first, unsigned second) {
    const unsigned at = place(first, second);
    return ((marks[at / kBits] >> (at % kBits)) & 1U) != 0;
  }
  static constexpr void mark(Marks& marks, unsigned first, unsigned second) {
    const unsigned first_end = first == kAnyByte ? kBits : first + 1;
    const unsigned second_end = second == kAnyByte ? kBits : second + 1;
    for (unsigned f = first == kAnyByte ? 0 : first; f < first_end; ++f) {
      for (unsigned s = second == kAnyByte ? 0 : second; s < second_end; ++s) {
        marks[place(f, s) / kBits] |= std::uint64_t{1} << (place(f, s) % kBits);
      }
    }
  }

  std::array<std::string_view, N> words_;
  Marks begins_{};
  Marks ends_{};
};

template <std::size_t N>
constexpr WordList<N> word_list(const std::string_view (&words)[N]) {
  return WordList<N>(std::to_array(words));
}

template <typename Words>
bool ends_with_any(std::string_view text, const Words& endings) noexcept {
  if constexpr (requires { endings.may_end(text); }) {
    if (!endings.may_end(text)) return false;
  }
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return ends_with(text, ending); });
}

template <typename Words>
bool starts_with_any(std::string_view text, const Words& beginnings) noexcept {
  if constexpr (requires { beginnings.may_begin(text); }) {
    if (!beginnings.may_begin(text)) return false;
  }
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return starts_with(text, beginning); });
}

template <typename Words>
bool contains_any(std::string_view text, const Words& words) noexcept {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return contains(text, word); });
}

using Phrases = std::initializer_list<std::string_view>;
inline bool ends_with_any(std::string_view text, Phrases endings) noexcept {
  return ends_with_any<Phrases>(text, endings);
}
inline bool starts_with_any(std::string_view text, Phrases beginnings) noexcept {
  return starts_with_any<Phrases>(text, beginnings);
}
inline bool contains_any(std::string_view text, Phrases words) noexcept {
  return contains_any<Phrases>(text, words);
}

/// Hangul syllables, asked one at a time whether they are among them.
class SyllableSet {
 public:
  constexpr explicit SyllableSet(std::string_view syllables) {
    constexpr std::size_t kSyllable = 3;  // bytes
    for (std::size_t at = 0; at + kSyllable <= syllables.size(); at += kSyllable) {
      const auto low = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(syllables[at + i]) & 63U);
      };
      const std::size_t place = (((low(0) & 15U) << 12U) | (low(1) << 6U) | low(2)) - kFirst;
      marks_[place / kBits] |= std::uint64_t{1} << (place % kBits);
    }
  }

  constexpr bool contains(char32_t syllable) const noexcept {
    if (syllable < kFirst || syllable > kLast) return false;
    const std::size_t place = syllable - kFirst;
    return ((marks_[place / kBits] >> (place % kBits)) & 1U) != 0;
  }

 private:
  static constexpr char32_t kFirst = 0xAC00;
  static constexpr char32_t kLast = 0xD7A3;
  static constexpr std::size_t kBits = 64;
  std::array<std::uint64_t, (kLast - kFirst) / kBits + 1> marks_{};
};

/// Many words, asked one at a time whether they are among them. The words are not copied.
class WordSet {
 public:
  WordSet() = default;
  WordSet(Phrases words) { insert_all(words); }
  template <typename Iterator>
  WordSet(Iterator begin, Iterator end) {
    for (; begin != end; ++begin) insert(*begin);
  }

  void insert(std::string_view word) {
    if (contains(word)) return;
    if (2 * (size_ + 1) > slots_.size()) grow();
    place(word);
    ++size_;
  }

  bool contains(std::string_view word) const noexcept {
    if (slots_.empty()) return false;
    for (std::size_t at = hash(word) >> shift_;; at = (at + 1) & (slots_.size() - 1)) {
      const std::string_view slot = slots_[at];
      if (slot.data() == nullptr) return false;
      if (equals(slot, word)) return true;
    }
  }

  std::size_t size() const noexcept { return size_; }

 private:
  static std::uint64_t hash(std::string_view word) noexcept {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
    constexpr std::uint64_t kOther = 0xC2B2AE3D27D4EB4FU;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    const std::size_t size = word.size();
    if (size >= sizeof(first)) {
      std::memcpy(&first, word.data(), sizeof(first));
      std::memcpy(&last, word.data() + size - sizeof(last), sizeof(last));
    } else if (size >= 4) {
      std::uint32_t half = 0;
      std::memcpy(&half, word.data(), sizeof(half));
      first = half;
      std::memcpy(&half, word.data() + size - sizeof(half), sizeof(half));
      last = half;
    } else if (size > 0) {
      for (const char c : word) first = (first << 8U) | static_cast<unsigned char>(c);
    }
    first = (first ^ size) * kOdd;
    return ((first ^ (first >> 29U)) + last) * kOther;
  }

  void insert_all(Phrases words) {
    for (const std::string_view word : words) insert(word);
  }

  void place(std::string_view word) {
    std::size_t at = hash(word) >> shift_;
    while (slots_[at].data() != nullptr) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = word.data() != nullptr ? word : std::string_view("");
  }

  void grow() {
    constexpr std::size_t kFewest = 16;
    const std::vector<std::string_view> old =
        std::exchange(slots_, std::vector<std::string_view>(std::max(kFewest, 2 * slots_.size())));
    shift_ = 64U - static_cast<unsigned>(__builtin_ctzll(slots_.size()));
    for (const std::string_view word : old) {
      if (word.data() != nullptr) place(word);
    }
  }

  std::vector<std::string_view> slots_;
  unsigned shift_ = 0;
  std::size_t size_ = 0;
};

/// The words of a list, which blanks separate.
inline WordSet words_of_list(std::string_view list) {
  WordSet words;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) words.insert(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace dealgraph::extract
