// SPDX-License-Identifier: MIT
#include "graph/extract/pipeline.hpp"
