// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

/// Words of one meaning, from model/classes_LANG.txt: what lets the learned reader take "snapped
/// up" for "acquired" where its training text knows only the one.
namespace dealgraph::extract {

/// A set of classes, one bit each.
using WordClassSet = std::uint64_t;

/// Calls `use` with the number of each class of the set.
template <typename Use>
void each_class(WordClassSet classes, Use use) {
  for (; classes != 0; classes &= classes - 1) use(std::countr_zero(classes));
}

/// FNV-1a, which goes on where it stopped: of(b, of(a)) is the hash of a followed by b.
constexpr std::uint64_t word_hash(std::string_view text,
                                  std::uint64_t hash = 0xcbf29ce484222325ULL) noexcept {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

class WordClasses {
 public:
  static const WordClasses& english();
  static const WordClasses& korean();

  /// Classes of the word with this hash: one in lower case, or two or three joined by '_'.
  WordClassSet of(std::uint64_t hash) const {
    const Slot& slot = slot_of(hash);
    return slot.hash == hash ? slot.classes : 0;
  }
  WordClassSet of(std::string_view word) const { return of(word_hash(word)); }
  /// True if a class has words of several parts that begin with the one of this hash.
  bool begins_phrase(std::uint64_t hash) const {
    const Slot& slot = slot_of(hash);
    return slot.hash == hash && slot.begins_phrase;
  }
  /// Classes of all beginnings of a word, up to its fifth syllable.
  WordClassSet of_beginnings(std::string_view word) const;

 private:
  WordClasses(std::string_view text, bool inflect);

  struct Slot {
    std::uint64_t hash = 0;  ///< 0: empty.
    WordClassSet classes = 0;
    bool begins_phrase = false;
  };

  /// The slot of this hash, or the empty one where it would be.
  const Slot& slot_of(std::uint64_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].hash != hash && slots_[at].hash != 0) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  std::vector<Slot> slots_;  ///< Open addressing, mostly empty.
};

}  // namespace dealgraph::extract
