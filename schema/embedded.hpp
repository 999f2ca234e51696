// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace dealgraph {

/// A file of the source tree as it was when the binary was built.
struct EmbeddedFile {
  std::string_view name;  ///< Without its folder.
  std::string_view text;
};

/// By name. Generated at build time by scripts/embed.cmake.
const std::vector<EmbeddedFile>& embedded_lexicon_texts();
const std::vector<EmbeddedFile>& embedded_migration_texts();

}  // namespace dealgraph
