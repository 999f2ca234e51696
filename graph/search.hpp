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
  std::string text{};  ///< Any name, alias or identifier; empty for a listing by id.
  EntityTypes types = all_entity_types();
  Instant known_on = kForever;
  std::size_t limit = 50;
  /// Position of the page: rank and id of the last entity before it.
  struct Key {
    std::uint64_t rank = 0;
    std::string id;
  };
  std::optional<Key> after{};
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

/// Entities by any name, alias, identifier or id, whatever its case, spaces and punctuation: exact
/// matches first, then prefixes of a name, then of its words, then small typos in a name or word
/// (one edit from 4 letters on, two from 8; Hangul counted by jamo; fewer edits first), which are
/// looked for only where nothing matches exactly: who asks for 삼성전자 does not mean 삼성전기.
/// Within a kind the better connected come first, then by id. Only names of the version known at
/// `known_on` count. Without text all entities by id; a text without visible characters is none.
///
/// O(log names + matches), for typos besides O(names of similar length), a few nanoseconds each.
/// Thread-safe.
EntityPage find_entities(const Snapshot& graph, const EntityQuery& query);

}  // namespace dealgraph
