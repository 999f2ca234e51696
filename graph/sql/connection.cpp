// SPDX-License-Identifier: MIT
#include "graph/sql/connection.hpp"
