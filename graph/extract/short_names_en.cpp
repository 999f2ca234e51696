// SPDX-License-Identifier: MIT
#include "graph/extract/short_names_en.hpp"

#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/lexicon_en.hpp"
#include "graph/extract/name_words_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

constexpr auto kLegalForms =
    word_list({" Inc.", " Inc", " Corp.", " Corp", " Ltd.", " Ltd", " LLC", " Co.", " Co", " plc",
               " PLC", " Plc", " AG", " SE", " GmbH", " NV", " SA", " Corporation"});

/// The one of the endings that the name has; empty if none.
template <typename Words>
std::string_view ending_of(std::string_view name, const Words& endings) {
  const auto found =
      std::ranges::find_if(endings, [&](std::string_view e) { return ends_with(name, e); });
  return found == endings.end() ? std::string_view() : *found;
}

}  // namespace

std::string_view short_name(std::string_view name, bool known, bool common) {
  const std::size_t blank = name.find(' ');
  constexpr std::size_t kShortest = 5;
  if (blank == std::string_view::npos || blank < kShortest) return {};
  const std::string_view first = name.substr(0, blank);
  if (!is_upper(character_at(first, 0).code) || !is_latin(character_at(first, 1).code)) return {};
  if (weak_first_words().contains(first) || plain_words().contains(first) ||
      world_places().contains(first) || is_given_name(first))
    return {};
  const std::size_t last = name.rfind(' ');
  std::string_view ending = name.substr(last + 1);
  if (ending.ends_with('.')) ending.remove_suffix(1);
  if (known && !organization_endings().contains(ending)) return {};
  // Scale, Target: taken for the company only where context has shown one.
  if (!common && (verb_form(ascii_lower(first)) || is_goods_noun(ascii_lower(first)))) return {};
  return first;
}

std::string_view without_legal_form(std::string_view name) {
  const std::string_view form = ending_of(name, kLegalForms);
  return name.substr(0, name.size() - form.size());
}

std::string_view without_company_word(std::string_view name) {
  static constexpr auto kCompanyWords =
      word_list({" Labs", " Technologies", " Systems", " Group", " Holdings", " Robotics",
                 " Semiconductor", " Energy", " Therapeutics"});
  std::string_view ending = ending_of(name, kLegalForms);
  if (ending.empty()) ending = ending_of(name, kCompanyWords);
  return ending.empty() ? ending : name.substr(0, name.size() - ending.size());
}

}  // namespace dealgraph::extract::english
