// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/store.hpp"

/// What an operation must look like before the store takes it, as far as the operation alone
/// tells. Private to the store. Each function appends what is wrong; `where` is the place of the
/// value inside the operation ("" for the operation itself, "/entities/3" …).
namespace dealgraph {

using Violations = std::vector<Violation>;

void check_entity(const Entity& entity, const std::string& where, Violations& violations);
void check_document(const Document& document, Violations& violations);
void check_facts(const EdgeFacts& facts, const std::string& where, Violations& violations);
void check_id(std::string_view id, const std::string& where, Violations& violations);
/// The ontology must allow an edge of this type between these types.
void check_ends(EdgeType type, EntityType source, EntityType target, const std::string& where,
                Violations& violations);
/// An interval must not be empty, nor begin or end more than a day after `now`.
void check_known(const Known& known, Instant now, const std::string& where, Violations& violations);
/// A span must lie inside the text, not be empty, and begin and end between characters.
void check_span(const Span& span, std::string_view text, const std::string& where,
                Violations& violations);

/// "/edges/3" from "/edges" and 3.
std::string at_index(const std::string& where, std::size_t index);

}  // namespace dealgraph
