// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "schema/model.hpp"

/// Shorter forms under which an article may speak of a name again. All are pieces of the text;
/// empty where there is none.
namespace dealgraph::extract {

/// 위안펑 of 위안펑전자, 텔콤 of 텔콤인도네시아: three syllables at least, or two that are no word
/// of their own and end before a country.
std::string_view korean_short_form(std::string_view name);

/// AWS of 아마존웹서비스(AWS): what stands in brackets directly after the name.
std::string_view bracketed_short_form(std::string_view text, Span name);

/// The part of a person's name that stands for it: Mohan, 올트먼. Empty for a Korean name of one
/// word, whose surname is a syllable.
std::string_view last_name(std::string_view person);

}  // namespace dealgraph::extract
