// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace dealgraph {

/// Position of an entity in one Snapshot. Valid for that snapshot only; the id that users see
/// (`openai`, `sk-hynix`) is a string and is stable for ever.
enum class EntityIndex : std::uint32_t {};

/// Position of one version of an edge in one Snapshot. Valid for that snapshot only.
enum class EdgeIndex : std::uint32_t {};

/// Number of the last change a reader has seen; grows by one with every write.
using Revision = std::uint64_t;

constexpr std::size_t position(EntityIndex index) noexcept {
  return static_cast<std::size_t>(index);
}
constexpr std::size_t position(EdgeIndex index) noexcept { return static_cast<std::size_t>(index); }

}  // namespace dealgraph
