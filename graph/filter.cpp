// SPDX-License-Identifier: MIT
#include "graph/filter.hpp"
