// SPDX-License-Identifier: MIT
#include "graph/snapshot.hpp"
