// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "graph/extract/article.hpp"

namespace dealgraph::extract {

/// The posts that a sentence gives to persons, by the side of their names. Sorted by extent;
/// extents do not overlap. O(names of the sentence).
std::vector<Post> korean_posts_of(const Article& article, const Sentence& sentence);
std::vector<Post> english_posts_of(const Article& article, const Sentence& sentence);

}  // namespace dealgraph::extract
