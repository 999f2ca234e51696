// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

/// The vocabulary of the deal graph, declared once. SQL foreign keys, validation, OpenAPI,
/// `/v1/schema` and the extractor's coverage test all read these tables.
namespace dealgraph {

enum class EntityType : std::uint8_t { Organization, Person, Place, Project, Product, Event };

enum class EdgeType : std::uint8_t {
  Partnership,
  Investment,
  Acquisition,
  Supply,
  Visit,
  Meeting,
  Role,
  Participation,
  Ownership,
};

/// How far a deal has come, after the text: a talk never counts as money spent.
enum class Status : std::uint8_t { Rumored, Planned, Agreed, Completed, Ended, Denied };

/// A set over one of the small enums above, as a bit mask.
template <typename Enum>
class EnumSet {
 public:
  constexpr EnumSet() = default;
  constexpr EnumSet(std::initializer_list<Enum> members) {
    for (const Enum member : members) insert(member);
  }

  constexpr void insert(Enum member) { bits_ |= bit(member); }
  constexpr void erase(Enum member) { bits_ &= ~bit(member); }
  constexpr bool contains(Enum member) const { return (bits_ & bit(member)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint32_t bits() const { return bits_; }

  friend constexpr bool operator==(EnumSet, EnumSet) = default;

 private:
  static constexpr std::uint32_t bit(Enum member) { return 1U << static_cast<unsigned>(member); }
  std::uint32_t bits_ = 0;
};

using EntityTypes = EnumSet<EntityType>;
using EdgeTypes = EnumSet<EdgeType>;
using Statuses = EnumSet<Status>;

struct Label {
  std::string_view en;
  std::string_view ko;
};

/// What an edge may say besides its ends, type, status, date and confidence.
enum class EdgeProperty : std::uint8_t { Amount, Product, Title };
using EdgeProperties = EnumSet<EdgeProperty>;

enum class ValueKind : std::uint8_t { Text, Date, Money, Confidence, Status };

struct PropertyInfo {
  EdgeProperty property;
  std::string_view name;  ///< As in JSON and SQL.
  ValueKind kind;
  Label label;
  std::string_view doc;
};

struct EntityTypeInfo {
  EntityType type;
  std::string_view name;  ///< As in JSON, SQL and query parameters.
  Label label;
  std::string_view doc;
};

struct EdgeTypeInfo {
  EdgeType type;
  std::string_view name;
  Label label;          ///< Read from source to target: "supplies" / "공급".
  Label inverse_label;  ///< Read from target to source; equal to `label` for symmetric types.
  EntityTypes sources;  ///< Allowed types of the source ...
  EntityTypes targets;  ///< ... and of the target; whatever else is rejected.
  bool symmetric;       ///< A–B is the same edge as B–A.
  EntityTypes momentary_targets;  ///< With these targets it holds on its date only;
                                  ///< with the others from its date until it ends.
  EdgeProperties properties;
  std::string_view doc;
};

struct StatusInfo {
  Status status;
  std::string_view name;
  Label label;
  std::string_view doc;
};

/// The tables, in the order of the enums (checked at compile time).
std::span<const EntityTypeInfo> entity_types();
std::span<const EdgeTypeInfo> edge_types();
std::span<const StatusInfo> statuses();
std::span<const PropertyInfo> edge_properties();

const EntityTypeInfo& info(EntityType type);
const EdgeTypeInfo& info(EdgeType type);
const StatusInfo& info(Status status);
const PropertyInfo& info(EdgeProperty property);

inline std::string_view name(EntityType type) { return info(type).name; }
inline std::string_view name(EdgeType type) { return info(type).name; }
inline std::string_view name(Status status) { return info(status).name; }

/// By name as in JSON; nullopt for an unknown one.
std::optional<EntityType> parse_entity_type(std::string_view name);
std::optional<EdgeType> parse_edge_type(std::string_view name);
std::optional<Status> parse_status(std::string_view name);

/// True if the ontology lets an edge of `type` run from `source` to `target`.
bool allows(EdgeType type, EntityType source, EntityType target);

/// True if an edge of `type` towards a `target` holds on its date only (a visit, an event).
bool is_momentary(EdgeType type, EntityType target);

EntityTypes all_entity_types();
EdgeTypes all_edge_types();
Statuses all_statuses();

/// How sure we are, in ten-thousandths: 0 to 10,000. JSON shows it as 0 to 1.
using Confidence = std::uint16_t;
inline constexpr Confidence kCertain = 10'000;

}  // namespace dealgraph
