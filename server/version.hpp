// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace dealgraph::server {

/// Of the project, from CMakeLists.txt.
inline constexpr std::string_view kVersion = DEALGRAPH_VERSION;

}  // namespace dealgraph::server
