// SPDX-License-Identifier: MIT
#include "graph/traversal.hpp"

namespace dealgraph {

EdgeTypes symmetric_of(EdgeTypes types) {
  EdgeTypes symmetric;
  for (const EdgeTypeInfo& row : edge_types()) {
    if (row.symmetric && types.contains(row.type)) symmetric.insert(row.type);
  }
  return symmetric;
}

}  // namespace dealgraph
