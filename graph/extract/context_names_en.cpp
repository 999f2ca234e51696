// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/lexicon_en.hpp"
#include "graph/extract/name_scanner_en.hpp"
#include "graph/extract/name_words_en.hpp"
#include "graph/extract/titles.hpp"

namespace dealgraph::extract {
namespace english {

std::vector<ContextName> NameScanner::run() {
  read_tokens();
  if (is_title_case()) return {};
  for (std::size_t i = 0; i < tokens_.size();) {
    const std::size_t length = sequence(i);
    if (length > 0) consider(i, i + length);
    i += std::max<std::size_t>(length, 1);
  }
  spread_types();
  std::vector<ContextName> out;
  for (const Candidate& c : candidates_) {
    if (c.type) out.push_back({span_of(c), *c.type});
  }
  return out;
}

Span NameScanner::span_of(const Candidate& c) const {
  std::size_t end = tokens_[c.last - 1].end;
  // "Foo Inc." keeps its full stop, but for the end of the sentence.
  static const Words kDotted{"Inc", "Co", "Corp", "Ltd"};
  const bool dotted = kDotted.contains(word(c.last - 1)) && text_.substr(end).starts_with(".");
  if (dotted && c.last - c.first >= 2) ++end;
  return {static_cast<std::uint32_t>(tokens_[c.first].begin), static_cast<std::uint32_t>(end)};
}

void NameScanner::read_tokens() {
  std::size_t at = sentence_.span.begin;
  while (at < sentence_.span.end) {
    const Character c = character_at(text_, at);
    if (!is_word(c.code)) {
      at += c.size;
      continue;
    }
    std::size_t end = word_end(text_, at);
    // 4.7, 3.5: a version number is one token.
    while (end + 1 < sentence_.span.end && text_[end] == '.' &&
           is_digit(character_before(text_, end).code) &&
           is_digit(static_cast<unsigned char>(text_[end + 1]))) {
      end = word_end(text_, end + 1);
    }
    tokens_.push_back({at, end});
    at = end;
  }
}

std::string_view NameScanner::word(std::size_t i) const {
  if (i >= tokens_.size()) return {};
  return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
}

bool NameScanner::is_capitalised(std::size_t i) const {
  const std::string_view w = word(i);
  if (is_upper(character_at(w, 0).code)) return true;
  // aiXscale, eBay
  constexpr std::size_t kReach = 4;
  return w.size() >= kReach && is_lower(character_at(w, 0).code) &&
         std::ranges::any_of(w.substr(0, kReach), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool NameScanner::is_taken(std::size_t i) const {
  return name_covering(taken_, tokens_[i].begin) != nullptr;
}

std::string_view NameScanner::gap(std::size_t i) const {
  if (i + 1 >= tokens_.size()) return text_.substr(tokens_[i].end);
  return text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
}

std::string_view NameScanner::gap_before(std::size_t i) const {
  return i == 0 ? text_.substr(sentence_.span.begin, tokens_[0].begin - sentence_.span.begin)
                : gap(i - 1);
}

bool NameScanner::opens_sentence(std::size_t i) const {
  return i == 0 || gap_before(i).find_first_of("\".:") != std::string_view::npos;
}

bool NameScanner::is_title_case() const {
  std::size_t capitalised = 0;
  std::size_t lower = 0;
  static const Words kSmallVerbs{"is",   "are", "was",  "were", "has", "had",
                                 "will", "led", "said", "says", "it",  "that"};
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (kSmallVerbs.contains(word(i))) return false;
    constexpr std::size_t kShortWord = 3;
    if (word(i).size() <= kShortWord || is_taken(i)) continue;
    // A list of persons is no headline.
    const bool person = is_given_name(word(i)) || (i > 0 && is_given_name(word(i - 1)));
    if (person && !sentence_.title) continue;
    if (is_capitalised(i)) ++capitalised;
    if (is_lower(character_at(word(i), 0).code)) ++lower;
  }
  return capitalised > 2 && capitalised > 2 * lower;
}

std::size_t NameScanner::sequence(std::size_t i) const {
  if (!is_capitalised(i) || is_taken(i)) return 0;
  // "Jun Seki" is no month.
  const bool month_name =
      word(i).size() == 3 || word(i) == "April" || word(i) == "May" || word(i) == "August";
  const bool person = month_name && plain_words().contains(word(i)) && i + 1 < tokens_.size() &&
                      gap(i) == " " && is_capitalised(i + 1) && !is_taken(i + 1) &&
                      (word(i) == "Jun" || word(i) == "Jan" || word(i) == "April" ||
                       word(i) == "May" || word(i) == "August") &&
                      !plain_words().contains(word(i + 1)) && !opens_sentence(i);
  if (plain_words().contains(word(i)) && !person && !opens_company(i))
    return starts_ministry(i) ? ministry(i) : 0;
  std::size_t end = i + 1;
  while (end < tokens_.size() && !is_taken(end)) {
    const std::string_view between = gap(end - 1);
    const std::string_view next = word(end);
    if (between != " " && between != " & ") break;
    if (is_name_particle(end)) {
      end += 2;
      continue;
    }
    if (next == "plc" && between == " ") {
      ++end;
      break;
    }
    const bool number = is_digit(character_at(next, 0).code) && next.size() <= 4;
    if (!is_capitalised(end) && !number) break;
    // "Type One Ventures"
    const bool inner = end + 1 < tokens_.size() && gap(end) == " " &&
                       organization_endings().contains(word(end + 1));
    if (plain_words().contains(next) && !organization_endings().contains(next) && !inner) break;
    if (english_title_at(text_, tokens_[end].begin) > 0 && end > i) break;
    if (number && is_year(next)) break;
    ++end;
  }
  if (starts_ministry(i)) return std::max(end - i, ministry(i));
  return end - i;
}

/// "Two Seas Capital": a common word before one or two others and the kind of company.
bool NameScanner::opens_company(std::size_t i) const {
  static const Words kOpeners{"Two",   "Three", "Four", "Five",  "Six",    "Seven",
                              "Eight", "Nine",  "Ten",  "First", "Second", "Third",
                              "Big",   "New",   "Next", "Early", "Best"};
  if (!kOpeners.contains(word(i))) return false;
  constexpr std::size_t kReach = 3;
  for (std::size_t k = i + 1; k < tokens_.size() && k <= i + kReach; ++k) {
    if (gap(k - 1) != " " || !is_capitalised(k) || is_taken(k)) return false;
    if (organization_endings().contains(word(k))) return k > i + 1;
    if (plain_words().contains(word(k))) return false;
  }
  return false;
}

bool NameScanner::is_name_particle(std::size_t i) const {
  static const Words kParticles{"van", "von", "der", "den", "de",  "bin",
                                "al",  "la",  "di",  "du",  "dos", "da"};
  if (!kParticles.contains(word(i)) || i + 1 >= tokens_.size() || gap(i) != " ") return false;
  return (is_capitalised(i + 1) || word(i) == "den") && !is_taken(i + 1);
}

bool NameScanner::is_year(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

bool NameScanner::starts_ministry(std::size_t i) const {
  static const Words kHeads{"Ministry", "University", "Bank",   "Department", "Institute",
                            "Office",   "Secretary",  "Bureau", "Council",    "House"};
  return kHeads.contains(word(i)) && word(i + 1) == "of" && i + 2 < tokens_.size() &&
         is_capitalised(i + 2);
}

std::size_t NameScanner::ministry(std::size_t i) const {
  std::size_t end = i + 3;
  while (end < tokens_.size()) {
    const std::string_view between = gap(end - 1);
    if (between == ", " && end + 2 < tokens_.size() && is_capitalised(end) &&
        word(end + 1) == "and" && is_capitalised(end + 2)) {
      end += 3;
    } else if (between == " " && is_capitalised(end) && !is_taken(end)) {
      ++end;
    } else if (between == " " && word(end) == "and" && end + 1 < tokens_.size() &&
               is_capitalised(end + 1) && !is_taken(end + 1) && gap(end) == " ") {
      end += 2;
    } else {
      break;
    }
  }
  return end - i;
}

void NameScanner::consider(std::size_t first, std::size_t last) {
  const std::size_t name = after_titles(first, last);
  if (name > first && name < last && last - name >= 2 && last - name <= 4) {
    candidates_.push_back({name, last, EntityType::Person});
    return;
  }
  if (name == last) return;
  if (last - first == 1 && is_bare_acronym(first)) return;
  if (last - first == 1 && organization_endings().contains(word(first))) return;
  Candidate candidate{first, last, type_of(first, last)};
  const bool listed = gap(last - 1) == " and " || (last < tokens_.size() && word(last) == "and");
  const bool lone = last - first == 1 && opens_sentence(first);
  if (!candidate.type && lone && !(listed && looks_like_name(first))) return;
  candidates_.push_back(candidate);
}

bool NameScanner::is_bare_acronym(std::size_t i) const {
  const std::string_view w = word(i);
  return w.size() == 1 || english_title_at(text_, tokens_[i].begin) == w.size();
}

void NameScanner::spread_types() {
  for (int pass = 0; pass < 2; ++pass) {
    for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
      Candidate& a = candidates_[i];
      Candidate& b = candidates_[i + 1];
      if (!coordinated(a, b)) continue;
      // A person has two names; "Jane Roe, Foo's chief" is no list.
      const bool person = (a.type == EntityType::Person && b.last - b.first < 2) ||
                          (b.type == EntityType::Person && a.last - a.first < 2);
      if (person || text_.substr(span_of(b).end).starts_with('\'')) continue;
      if (a.type && !b.type) b.type = a.type;
      if (b.type && !a.type) a.type = b.type;
    }
  }
  for (Candidate& c : candidates_) {
    if (!c.type) c.type = type_of_neighbours(c);
  }
}

bool NameScanner::coordinated(const Candidate& a, const Candidate& b) const {
  const std::size_t from = tokens_[a.last - 1].end;
  const std::string_view between = text_.substr(from, tokens_[b.first].begin - from);
  return between == ", " || between == " and " || between == ", and " || between == " or ";
}

std::optional<EntityType> NameScanner::type_of_neighbours(const Candidate& c) const {
  const Span span = span_of(c);
  for (const std::string_view joint : {", and ", " and ", ", "}) {
    if (text_.substr(span.end).starts_with(joint)) {
      const Name* next = name_covering(taken_, span.end + joint.size());
      if (next != nullptr) return taken_.entities[next->entity].type;
    }
    if (span.begin >= joint.size() && text_.substr(0, span.begin).ends_with(joint)) {
      const Name* before = name_covering(taken_, span.begin - joint.size() - 1);
      if (before != nullptr && joint != ", ") return taken_.entities[before->entity].type;
    }
  }
  return std::nullopt;
}

}  // namespace english

std::vector<ContextName> english_context_names(std::string_view text, const Sentence& sentence,
                                               const Names& taken) {
  return english::NameScanner(text, sentence, taken).run();
}

}  // namespace dealgraph::extract
