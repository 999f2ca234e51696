// SPDX-License-Identifier: MIT
#include "schema/ontology.hpp"

#include <algorithm>

namespace dealgraph {
namespace {

using enum EntityType;

constexpr std::array kEntityTypes{
    EntityTypeInfo{
        Organization,
        "organization",
        {"Organization", "조직"},
        "Company, group, government, ministry, agency, university, fund or association."},
    EntityTypeInfo{Person, "person", {"Person", "인물"}, "A named human."},
    EntityTypeInfo{Place, "place", {"Place", "장소"}, "Country, region, city or named site."},
    EntityTypeInfo{Project,
                   "project",
                   {"Project", "프로젝트"},
                   "A named initiative, programme, alliance or joint undertaking."},
    EntityTypeInfo{Product,
                   "product",
                   {"Product", "제품"},
                   "A named product, product line, chip, model, service or technology generation."},
    EntityTypeInfo{Event, "event", {"Event", "행사"}, "A named conference, summit or exhibition."},
};

constexpr EntityTypes kNone{};
constexpr EntityTypes kActors{Organization, Person};
constexpr EdgeProperties kDeal{EdgeProperty::Amount, EdgeProperty::Product};

constexpr std::array kEdgeTypes{
    EdgeTypeInfo{EdgeType::Partnership,
                 "partnership",
                 {"partners with", "협력"},
                 {"partners with", "협력"},
                 {Organization},
                 {Organization},
                 true,
                 kNone,
                 kDeal,
                 "Memorandum, alliance, joint development, joint venture, strategic cooperation."},
    EdgeTypeInfo{EdgeType::Investment,
                 "investment",
                 {"invests in", "투자"},
                 {"receives investment from", "투자 유치"},
                 kActors,
                 {Organization, Project, Place},
                 false,
                 {Organization, Project, Place},
                 kDeal,
                 "Equity, funding round, capital commitment, financing."},
    EdgeTypeInfo{EdgeType::Acquisition,
                 "acquisition",
                 {"acquires", "인수"},
                 {"is acquired by", "피인수"},
                 kActors,
                 {Organization, Product},
                 false,
                 {Organization, Product},
                 kDeal,
                 "Takeover, merger, purchase of a business or of a controlling stake."},
    EdgeTypeInfo{EdgeType::Supply,
                 "supply",
                 {"supplies", "공급"},
                 {"is supplied by", "조달"},
                 {Organization},
                 {Organization, Project, Place},
                 false,
                 kNone,
                 kDeal,
                 "A product or service flows from source to target."},
    EdgeTypeInfo{EdgeType::Visit,
                 "visit",
                 {"visits", "방문"},
                 {"is visited by", "방문 받음"},
                 kActors,
                 {Place, Organization},
                 false,
                 {Place, Organization},
                 {},
                 "Travels to a country or city, or tours a site."},
    EdgeTypeInfo{EdgeType::Meeting,
                 "meeting",
                 {"meets", "회동"},
                 {"meets", "회동"},
                 kActors,
                 kActors,
                 true,
                 kActors,
                 {},
                 "Met or held talks, in person or online."},
    EdgeTypeInfo{EdgeType::Role,
                 "role",
                 {"holds a post at", "직책"},
                 {"has as officer", "임직원"},
                 {Person},
                 {Organization},
                 false,
                 kNone,
                 {EdgeProperty::Title},
                 "Holds, held or is named to a post."},
    EdgeTypeInfo{EdgeType::Participation,
                 "participation",
                 {"takes part in", "참여"},
                 {"has as participant", "참여자"},
                 kActors,
                 {Project, Event},
                 false,
                 {Event},
                 kDeal,
                 "Joins, attends, hosts or speaks at."},
    EdgeTypeInfo{EdgeType::Ownership,
                 "ownership",
                 {"owns", "보유"},
                 {"is owned by", "피보유"},
                 kActors,
                 {Organization, Product},
                 false,
                 kNone,
                 kDeal,
                 "Subsidiary, affiliate or shareholding as a standing fact."},
};

constexpr std::array kStatuses{
    StatusInfo{Status::Rumored,
               "rumored",
               {"Rumored", "관측"},
               "Talks, reviews, speculation, unnamed sources."},
    StatusInfo{Status::Planned, "planned", {"Planned", "계획"}, "Stated intention or future."},
    StatusInfo{
        Status::Agreed, "agreed", {"Agreed", "합의"}, "Signed, announced, confirmed, in force."},
    StatusInfo{Status::Completed,
               "completed",
               {"Completed", "완료"},
               "Done: a visit that took place, a closed acquisition, a post held."},
    StatusInfo{Status::Ended, "ended", {"Ended", "종료"}, "Expired, terminated, left the post."},
    StatusInfo{Status::Denied, "denied", {"Denied", "부인"}, "The text says that it is not so."},
};

constexpr std::array kEdgeProperties{
    PropertyInfo{EdgeProperty::Amount,
                 "amount",
                 ValueKind::Money,
                 {"Amount", "금액"},
                 "What the deal is worth, in major units of an ISO 4217 currency."},
    PropertyInfo{EdgeProperty::Product,
                 "product",
                 ValueKind::Text,
                 {"Product", "품목"},
                 "What is supplied, built or bought, in the words of the text."},
    PropertyInfo{EdgeProperty::Title,
                 "title",
                 ValueKind::Text,
                 {"Title", "직함"},
                 "The post held, in the words of the text."},
};

template <typename Row, std::size_t N, typename Member>
consteval bool in_enum_order(const std::array<Row, N>& table, Member member) {
  for (std::size_t i = 0; i < N; ++i) {
    if (static_cast<std::size_t>(table[i].*member) != i) return false;
  }
  return true;
}
static_assert(in_enum_order(kEntityTypes, &EntityTypeInfo::type));
static_assert(in_enum_order(kEdgeTypes, &EdgeTypeInfo::type));
static_assert(in_enum_order(kStatuses, &StatusInfo::status));
static_assert(in_enum_order(kEdgeProperties, &PropertyInfo::property));

template <typename Table>
auto find_by_name(const Table& table, std::string_view name) {
  return std::find_if(table.begin(), table.end(),
                      [&](const auto& row) { return row.name == name; });
}

template <typename Set, typename Table, typename Member>
Set all_of_table(const Table& table, Member member) {
  Set set;
  for (const auto& row : table) set.insert(row.*member);
  return set;
}

}  // namespace

std::span<const EntityTypeInfo> entity_types() { return kEntityTypes; }
std::span<const EdgeTypeInfo> edge_types() { return kEdgeTypes; }
std::span<const StatusInfo> statuses() { return kStatuses; }
std::span<const PropertyInfo> edge_properties() { return kEdgeProperties; }

const EntityTypeInfo& info(EntityType type) { return kEntityTypes[static_cast<std::size_t>(type)]; }
const EdgeTypeInfo& info(EdgeType type) { return kEdgeTypes[static_cast<std::size_t>(type)]; }
const StatusInfo& info(Status status) { return kStatuses[static_cast<std::size_t>(status)]; }
const PropertyInfo& info(EdgeProperty property) {
  return kEdgeProperties[static_cast<std::size_t>(property)];
}

std::optional<EntityType> parse_entity_type(std::string_view name) {
  const auto* const row = find_by_name(kEntityTypes, name);
  return row == kEntityTypes.end() ? std::nullopt : std::optional(row->type);
}

std::optional<EdgeType> parse_edge_type(std::string_view name) {
  const auto* const row = find_by_name(kEdgeTypes, name);
  return row == kEdgeTypes.end() ? std::nullopt : std::optional(row->type);
}

std::optional<Status> parse_status(std::string_view name) {
  const auto* const row = find_by_name(kStatuses, name);
  return row == kStatuses.end() ? std::nullopt : std::optional(row->status);
}

bool allows(EdgeType type, EntityType source, EntityType target) {
  const EdgeTypeInfo& row = info(type);
  return row.sources.contains(source) && row.targets.contains(target);
}

bool is_momentary(EdgeType type, EntityType target) {
  return info(type).momentary_targets.contains(target);
}

EntityTypes all_entity_types() {
  return all_of_table<EntityTypes>(kEntityTypes, &EntityTypeInfo::type);
}
EdgeTypes all_edge_types() { return all_of_table<EdgeTypes>(kEdgeTypes, &EdgeTypeInfo::type); }
Statuses all_statuses() { return all_of_table<Statuses>(kStatuses, &StatusInfo::status); }

}  // namespace dealgraph
