// SPDX-License-Identifier: MIT
#pragma once

#include "graph/sql/connection.hpp"

namespace dealgraph {

/// Writes the ontology's types, ends, statuses and the currencies into their tables, in one
/// transaction, so that foreign keys enforce them. Changes nothing where they are there already.
/// Private to the store.
void write_vocabulary(sql::Connection& db);

}  // namespace dealgraph
