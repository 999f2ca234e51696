// SPDX-License-Identifier: MIT
#include "graph/store.hpp"
