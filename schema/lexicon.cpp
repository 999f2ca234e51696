// SPDX-License-Identifier: MIT
#include "schema/lexicon.hpp"
