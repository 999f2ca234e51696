// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/model.hpp"

namespace dealgraph::extract {

/// A document's text in the one spelling that the rules read, with the way back to the original.
///
/// NFC; full-width forms, typographic quotes, middle dots, bullets and blanks become their plain
/// counterparts; zero-width characters and carriage returns are dropped. So NFC and NFD, CRLF and
/// LF, ＡＩ and AI read the same.
class WorkingText {
 public:
  /// `original` must be valid UTF-8 and below 4 GB; it is not kept. O(length).
  explicit WorkingText(std::string_view original);

  const std::string& text() const noexcept { return text_; }

  /// The range of the original that a non-empty range of the working text was made from: always on
  /// character boundaries, without what was dropped at either end. O(log changes).
  Span to_original(Span span) const;

 private:
  /// A stretch where both texts run in step, or one character sequence that was respelled.
  struct Piece {
    std::uint32_t working;
    std::uint32_t original;
    std::uint32_t original_end;
    bool verbatim;
  };

  void append(std::string_view spelling, std::uint32_t begin, std::uint32_t end, bool verbatim);
  const Piece& piece_at(std::uint32_t working) const;

  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace dealgraph::extract
