// SPDX-License-Identifier: MIT
#include "graph/extract/word_classes.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/extract/characters.hpp"
#include "graph/extract/embedded.hpp"

namespace dealgraph::extract {
namespace {

std::string_view text_named(std::string_view name) {
  for (const EmbeddedFile& file : embedded_model_texts()) {
    if (file.name == name) return file.text;
  }
  return {};
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// A word and its regular forms, and some that are none.
std::vector<std::string> forms_of(const std::string& word) {
  std::vector<std::string> forms{word};
  const std::size_t end = word.find('_');
  const std::string first = word.substr(0, end);
  const std::string rest = end == std::string::npos ? "" : word.substr(end);
  if (first.size() < 3) return forms;
  const auto add = [&](std::string form, std::string_view ending) {
    forms.push_back(form.append(ending).append(rest));
  };
  const std::string stem = first.back() == 'e' ? first.substr(0, first.size() - 1) : first;
  for (const std::string_view ending : {"ed", "ing", "es"}) add(stem, ending);
  add(first, "s");
  const bool after_vowel = is_vowel(first[first.size() - 2]);
  if (first.back() == 'y' && !after_vowel) {
    const std::string base = first.substr(0, first.size() - 1);
    add(base, "ies");
    add(base, "ied");
  }
  if (!is_vowel(first.back()) && after_vowel) {
    const std::string doubled = first + first.back();
    add(doubled, "ed");
    add(doubled, "ing");
  }
  return forms;
}

}  // namespace

WordClasses::WordClasses(std::string_view text, bool inflect) {
  std::unordered_map<std::uint64_t, Slot> words;
  std::size_t next = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t colon = line.find(':');
    if (line.empty() || line.front() == '#' || colon == std::string_view::npos) continue;
    const WordClassSet bit = WordClassSet{1} << next++;
    for (std::size_t at = skip_blanks(line, colon + 1); at < line.size();) {
      const std::size_t end = chunk_end(line, at);
      const std::string word(line.substr(at, end - at));
      for (const std::string& form : inflect ? forms_of(word) : std::vector{word}) {
        words[word_hash(form)].classes |= bit;
        const std::size_t joint = form.find('_');
        if (joint != std::string::npos)
          words[word_hash(form.substr(0, joint))].begins_phrase = true;
      }
      at = skip_blanks(line, end);
    }
  }
  constexpr std::size_t kRoom = 4;
  slots_.resize(std::bit_ceil(kRoom * words.size() + 1));
  for (auto& [hash, slot] : words) {
    slot.hash = hash;
    slots_[static_cast<std::size_t>(&slot_of(hash) - slots_.data())] = slot;
  }
}

const WordClasses& WordClasses::english() {
  static const WordClasses kClasses(text_named("classes_en.txt"), true);
  return kClasses;
}

const WordClasses& WordClasses::korean() {
  static const WordClasses kClasses(text_named("classes_ko.txt"), false);
  return kClasses;
}

WordClassSet WordClasses::of_beginnings(std::string_view word) const {
  WordClassSet all = 0;
  std::uint64_t hash = word_hash("");
  std::size_t begin = 0;
  for (int i = 0; i < 5 && begin < word.size(); ++i) {
    const std::size_t size = character_at(word, begin).size;
    hash = word_hash(word.substr(begin, size), hash);
    all |= of(hash);
    begin += size;
  }
  return all;
}

}  // namespace dealgraph::extract
