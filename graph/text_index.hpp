// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// What the full-text index holds of a text. Latin words and numbers stand as they are; Hangul,
/// Han and kana, which glue particles to words, become overlapping pairs of syllables, so that
/// `엔비디아` is found in `엔비디아는`. Pure functions; all text is valid UTF-8.
namespace dealgraph {

/// The terms of a text in their order, separated by blanks. O(length).
std::string index_terms(std::string_view text);

/// An FTS5 expression that matches the texts holding every word of `query`; empty if the query has
/// no word. Whatever the user wrote, only quoted phrases come out, never FTS5 operators.
/// Throws InvalidInput for more than 64 words.
std::string match_expression(std::string_view query);

/// The passage around the first place where a word of `query` begins, at most about 160
/// characters, cut between characters; the beginning of the text if there is none.
std::string snippet(std::string_view text, std::string_view query);

}  // namespace dealgraph
