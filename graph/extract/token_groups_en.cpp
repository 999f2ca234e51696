// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/grammar_en.hpp"

/// Words that several tokens make, before their classes are settled.
namespace dealgraph::extract::english {
namespace {

bool names_actor(const Article& article, const std::vector<Token>& tokens, std::size_t i) {
  if (tokens[i].cls != Class::Name) return false;
  const EntityType type = article.entity(tokens[i].entity).type;
  return type == EntityType::Organization || type == EntityType::Person;
}

/// True if the phrase from a place on names an actor of the kind of the one before: "the German
/// fund DTCP".
bool opens_actor(const Article& article, const std::vector<Token>& tokens, std::size_t i,
                 std::size_t left) {
  constexpr std::size_t kReach = 5;
  for (std::size_t n = 0; n < kReach && i < tokens.size(); ++n, ++i) {
    if (names_actor(article, tokens, i))
      return article.entity(tokens[i].entity).type == article.entity(tokens[left].entity).type;
    if (tokens[i].cls != Class::Noun) return false;
  }
  return false;
}

}  // namespace

/// "about 27%", "up to $100 billion", "at least", "as much as": no preposition rules the number.
void drop_bounds(std::vector<Token>& tokens) {
  const auto is = [&](std::size_t i, std::string_view word) { return tokens[i].word == word; };
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    // "is 60% owned by"
    const bool part = tokens[i].cls == Class::Number && tokens[i].word.ends_with('%') &&
                      i + 1 < tokens.size() &&
                      (tokens[i + 1].word == "owned" || tokens[i + 1].word == "held");
    if (part) tokens[i].cls = Class::Adverb;
    if (tokens[i].cls != Class::Number && tokens[i].cls != Class::Money) continue;
    static constexpr std::string_view kBounds[] = {"about", "around", "over",   "roughly",
                                                   "under", "nearly", "almost", "approximately"};
    if (std::ranges::find(kBounds, tokens[i - 1].word) != std::end(kBounds))
      tokens[i - 1].cls = Class::Adverb;
    if (i < 2) continue;
    const bool two = (is(i - 2, "up") && is(i - 1, "to")) ||
                     (is(i - 2, "at") && is(i - 1, "least")) ||
                     ((is(i - 2, "more") || is(i - 2, "less")) && is(i - 1, "than"));
    const bool three = i >= 3 && is(i - 3, "as") && is(i - 1, "as");
    if (two || three) tokens[i - 1].cls = tokens[i - 2].cls = Class::Adverb;
    if (three) tokens[i - 3].cls = Class::Adverb;
  }
}

/// "Foo as well as Bar", "Foo, along with Bar," go on a list; "such as" opens one.
void join_lists(const Article& article, std::vector<Token>& tokens) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const std::string_view word = tokens[i].word;
    const std::string_view next = tokens[i + 1].word;
    if (word == "such" && next == "as") {
      tokens[i].cls = Class::Adverb;
      tokens[i + 1].word = "including";
      continue;
    }
    const bool well =
        word == "as" && next == "well" && i + 2 < tokens.size() && tokens[i + 2].word == "as";
    if (well) {
      tokens[i].cls = tokens[i + 1].cls = Class::Adverb;
      tokens[i + 2].cls = Class::And;
      continue;
    }
    const bool with =
        (word == "along" || word == "together") && next == "with" && tokens[i].cls != Class::Name;
    if (!with) continue;
    const std::size_t left = tokens[i - 1].cls == Class::Comma && i > 1 ? i - 2 : i - 1;
    if (!names_actor(article, tokens, left) || !opens_actor(article, tokens, i + 2, left)) continue;
    tokens[i].cls = Class::Adverb;
    tokens[i + 1].cls = Class::And;
  }
}

}  // namespace dealgraph::extract::english
