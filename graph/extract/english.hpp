// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string_view>

namespace dealgraph::extract {

/// True if `text` contains one of the words or phrases, on word boundaries, in any case.
bool has_phrase(std::string_view text, std::initializer_list<std::string_view> phrases);

/// True for the usual given names of the languages that English news writes of.
bool is_given_name(std::string_view word);

}  // namespace dealgraph::extract
