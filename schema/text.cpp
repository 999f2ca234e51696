// SPDX-License-Identifier: MIT
#include "schema/text.hpp"
