// SPDX-License-Identifier: MIT
#include "schema/date.hpp"
