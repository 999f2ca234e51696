// SPDX-License-Identifier: MIT
#pragma once

#include "graph/extract/article.hpp"
#include "graph/extract/working_text.hpp"

namespace dealgraph::extract {

/// Merges the relations of one article that speak of the same deal, checks their ends against the
/// ontology and writes everything in spans of the original text. `edges`, if it is given, receives
/// for each relation the position of the edge that it became part of, SIZE_MAX if of none.
Extraction assemble(const Article& article, const WorkingText& working,
                    const std::vector<Relation>& relations,
                    std::vector<std::size_t>* edges = nullptr);

}  // namespace dealgraph::extract
