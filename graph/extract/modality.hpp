// SPDX-License-Identifier: MIT
#pragma once

#include "graph/extract/article.hpp"
#include "graph/extract/triggers.hpp"

namespace dealgraph::extract {

/// How far the deal of a trigger has come, by the words around it; the trigger's own status where
/// they say nothing. O(sentence).
Status korean_status(const Article& article, const Sentence& sentence, const TriggerHit& hit);

}  // namespace dealgraph::extract
