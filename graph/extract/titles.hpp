// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace dealgraph::extract {

/// Bytes of the post that `text` names at `offset`, with a bracketed short form and a second post
/// joined by 겸 or "and"; 0 if there is none, or no text at `offset`.
///
/// Korean: departments glued to the post belong to it (AI혁신센터장), particles do not.
std::uint32_t korean_title_at(std::string_view text, std::size_t offset);

/// The same within a word: how many bytes at the end of `word`, which carries no particle, are a
/// post (연구원장 → 원장). 0 if none.
std::uint32_t korean_title_suffix(std::string_view word);

/// English posts: "CEO", "chief executive officer", "VP of global sales", "co-founder".
std::uint32_t english_title_at(std::string_view text, std::size_t offset);

/// True if the post is one of a head of state or government, which names no organization.
bool is_state_title(std::string_view title);

}  // namespace dealgraph::extract
