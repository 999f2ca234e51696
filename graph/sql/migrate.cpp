// SPDX-License-Identifier: MIT
#include "graph/sql/migrate.hpp"
