// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "schema/model.hpp"

namespace dealgraph::extract {

enum class Language : std::uint8_t { Korean, English };

struct Sentence {
  Span span;  ///< Without blanks at either end; never empty.
  Language language = Language::English;
  bool title = false;   ///< The document's headline, or a heading line.
  bool bullet = false;  ///< An item of a list: △ ▲ ■ ① - …
  bool byline = false;  ///< "○○일보 홍길동 기자 |": names in it are no entities.
};

/// Splits a working text of which the first `title_size` bytes are the title. Sentences are in
/// order and do not overlap. O(length).
std::vector<Sentence> split_sentences(std::string_view text, std::size_t title_size);

}  // namespace dealgraph::extract
