// SPDX-License-Identifier: MIT
#include "schema/money.hpp"
