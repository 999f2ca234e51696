// SPDX-License-Identifier: MIT
#include "graph/merge.hpp"
