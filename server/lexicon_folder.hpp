// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "schema/lexicon.hpp"

namespace dealgraph::server {

/// The lexicon of the binary with the *.json files of a folder on top (see extend_lexicon), in
/// order of their names; without a folder the lexicon of the binary. Throws Error{InvalidInput}
/// that names the file, or what is wrong with the whole.
LexiconData load_lexicon(const std::string& folder);

}  // namespace dealgraph::server
