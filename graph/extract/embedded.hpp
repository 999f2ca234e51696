// SPDX-License-Identifier: MIT
#pragma once

#include "schema/embedded.hpp"

namespace dealgraph {

/// The texts of graph/extract/model.
const std::vector<EmbeddedFile>& embedded_model_texts();

}  // namespace dealgraph
