// SPDX-License-Identifier: MIT
#include "graph/paths.hpp"
