// SPDX-License-Identifier: MIT
#include "graph/builder.hpp"
