// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "graph/extract/korean.hpp"
#include "schema/model.hpp"

namespace dealgraph::extract {

/// The words of a range, in order. A word is letters, digits and inner hyphens.
std::vector<Span> words_of(std::string_view text, Span range);

/// The case that a preposition gives to what follows it; nullopt for any other word.
std::optional<Case> preposition_case(std::string_view word);

/// Words that may stand between a preposition or verb and the name it governs: articles,
/// adjectives, kinds of companies.
bool is_inside_noun_phrase(std::string_view word);

/// True if `text` continues at `offset` with a form of to be, to have or a modal.
bool is_auxiliary(std::string_view word);

/// True if `text` contains one of the words or phrases, on word boundaries, in any case.
bool has_phrase(std::string_view text, std::initializer_list<std::string_view> phrases);

/// True for the usual given names of the languages that English news writes of.
bool is_given_name(std::string_view word);

}  // namespace dealgraph::extract
