// SPDX-License-Identifier: MIT
#include "graph/neighbors.hpp"
