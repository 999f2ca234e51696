// SPDX-License-Identifier: MIT
#include "schema/migrations.hpp"
