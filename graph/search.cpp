// SPDX-License-Identifier: MIT
#include "graph/search.hpp"
