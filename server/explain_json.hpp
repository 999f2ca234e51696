// SPDX-License-Identifier: MIT
#pragma once

#include "graph/extract/explain.hpp"
#include "schema/model.hpp"
#include "server/json_writer.hpp"

namespace dealgraph::server {

/// What the extractor saw in a document, as `extract --explain` and
/// /v1/documents/{id}/explain give it; offsets in code points of `title + "\n" + text`.
void write_explanation(JsonWriter& json, const Document& document,
                       const extract::Explanation& explanation);

}  // namespace dealgraph::server
