// SPDX-License-Identifier: MIT
#include "graph/engine.hpp"
