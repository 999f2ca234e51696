// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/snapshot.hpp"

namespace dealgraph {

enum class MatchKind : std::uint8_t { Exact, Prefix, WordPrefix, Typo };

struct EntityQuery {
  std::string text;  ///< Any name, alias or identifier; empty for a listing by id.
  EntityTypes types = all_entity_types();
  Instant known_on = kForever;
  std::size_t limit = 50;
  /// Position of the page: rank and id of the last entity before it.
  struct Key {
    std::uint64_t rank = 0;
    std::string id;
  };
  std::optional<Key> after;
};

struct EntityHit {
  EntityIndex entity;
  MatchKind kind = MatchKind::Exact;
  std::string matched;  ///< The name that matched, as written; empty in a listing.
};

struct EntityPage {
  std::vector<EntityHit> hits;
  std::optional<EntityQuery::Key> next;
};

/// Entities by name: exact matches first, then prefixes of the name, of its words, then small
/// typos (one edit from 4 letters on, two from 8; Hangul counted by jamo); within a kind the
/// better connected first, then by id. Without text all entities by id.
EntityPage find_entities(const Snapshot& graph, const EntityQuery& query);

}  // namespace dealgraph
