// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace dealgraph::server {

/// The API as an OpenAPI 3.1 document, made from the route table, the problem table and the
/// ontology. The same text for the life of the program.
std::string openapi_json();

}  // namespace dealgraph::server
