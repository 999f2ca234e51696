// SPDX-License-Identifier: MIT
#pragma once

#include "graph/extract/article.hpp"
#include "graph/extract/explain.hpp"
#include "graph/extract/gazetteer.hpp"
#include "graph/extract/relations.hpp"
#include "graph/extract/working_text.hpp"

namespace dealgraph::extract {

/// A document after the stages that look at it sentence by sentence; `article` views `working`.
struct Stages {
  Stages(const Document& document, const Gazetteer& gazetteer);
  Stages(const Stages&) = delete;
  Stages& operator=(const Stages&) = delete;

  WorkingText working;
  Article article;
};

/// The rest of the way, with everything told. Time linear in the document, but for triggers ×
/// candidates.
Explanation explain(const Stages& stages, const Gazetteer& gazetteer);

}  // namespace dealgraph::extract
