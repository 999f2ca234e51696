// SPDX-License-Identifier: MIT
#include "graph/edges.hpp"
