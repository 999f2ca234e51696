// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

/// Words of one meaning, from model/classes_LANG.txt: what lets the learned reader take "snapped
/// up" for "acquired" where its training text knows only the one.
namespace dealgraph::extract {

/// A set of classes, one bit each.
using WordClassSet = std::uint64_t;

class WordClasses {
 public:
  static const WordClasses& english();
  static const WordClasses& korean();

  /// Classes of a word in lower case, or of two or three words joined by '_'.
  WordClassSet of(std::string_view word) const;
  /// Classes of all beginnings of a word, up to its fifth syllable.
  WordClassSet of_beginnings(std::string_view word) const;

 private:
  WordClasses(std::string_view text, bool inflect);

  std::unordered_map<std::string, WordClassSet> words_;
};

}  // namespace dealgraph::extract
