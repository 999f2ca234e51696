// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

/// Shorter forms of English names of companies.
namespace dealgraph::extract::english {

/// "Helmstone" of "Helmstone Power Systems": the first word of a name, where it is no common
/// word. A name of the lexicon is so shortened only before a word that says what kind of company
/// it is.
/// `common`: even where the word is a common one (Scale AI). Empty if there is none.
std::string_view short_name(std::string_view name, bool known, bool common = false);

/// "Foo Inc." is Foo. The name itself if it has no legal form.
std::string_view without_legal_form(std::string_view name);

/// Rivos of "Rivos Inc", Habana of "Habana Labs": without a legal form or a word that says what
/// kind of company it is. Empty if the name ends in neither.
std::string_view without_company_word(std::string_view name);

}  // namespace dealgraph::extract::english
