// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Unicode at the level of names: which spellings are one name, and where code points begin.
/// All functions are pure and thread-safe. Text is UTF-8; ICU does the Unicode work.
namespace dealgraph {

/// True if `text` is well-formed UTF-8 (no surrogates, no overlong forms, no NUL inside).
bool is_valid_utf8(std::string_view text) noexcept;

/// Well-formed copy: every ill-formed sequence becomes U+FFFD, one for each maximal subpart.
std::string to_valid_utf8(std::string_view text);

/// The key under which two spellings are one name: NFKC, caseless, without white space.
/// `ＳＫ하이닉스` and `SK 하이닉스` give `sk하이닉스`. O(length). Input must be valid UTF-8.
std::string fold_name(std::string_view name);

/// NFKC and caseless with white space kept as single blanks: for search by words.
std::string fold_text(std::string_view text);

/// Lower-case Latin slug of a name for use in an id: `Habana Labs` -> `habana-labs`; Hangul and
/// other scripts are romanised by ICU. Empty if nothing remains.
std::string slug(std::string_view name);

/// True for ids as we accept them: 1 to 200 bytes of valid UTF-8 without control characters or
/// white space, and neither '/' , '?', '#' nor ','.
bool is_valid_id(std::string_view id) noexcept;

/// Number of code points. O(length).
std::size_t count_code_points(std::string_view text) noexcept;

/// True if `offset` does not point into the middle of a character.
bool is_boundary(std::string_view text, std::size_t offset) noexcept;

/// Converts byte offsets of one text to code point offsets and back.
/// Construction O(length); look-ups O(64). Memory: length / 16 bytes.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);  ///< `text` must outlive the index.

  std::size_t code_points_before(std::size_t byte_offset) const;
  std::size_t byte_offset(std::size_t code_point) const;  ///< Clamped to the text's length.
  std::size_t size() const noexcept { return total_; }    ///< Code points in the whole text.

 private:
  std::string_view text_;
  std::vector<std::uint32_t> counts_;  // code points before each 64-byte block
  std::size_t total_ = 0;
};

/// Lower-case hexadecimal SHA-256 of `bytes`, 64 characters.
std::string sha256_hex(std::string_view bytes);

}  // namespace dealgraph
