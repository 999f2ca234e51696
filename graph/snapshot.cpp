// SPDX-License-Identifier: MIT
#include "graph/snapshot.hpp"

#include "graph/columns.hpp"

namespace dealgraph {

Snapshot::Snapshot(std::unique_ptr<const GraphColumns> columns) noexcept
    : columns_(std::move(columns)) {}

Snapshot::~Snapshot() = default;

Revision Snapshot::revision() const noexcept { return columns_->revision; }
Instant Snapshot::published_at() const noexcept { return columns_->published_at; }

std::size_t Snapshot::entity_count() const noexcept { return columns_->entities->type.size(); }
std::size_t Snapshot::edge_count() const noexcept { return columns_->edges.type.size(); }
std::size_t Snapshot::live_entity_count() const noexcept { return columns_->entities->live_count; }
std::size_t Snapshot::live_edge_count() const noexcept { return columns_->edges.live_count; }

std::optional<EntityIndex> Snapshot::find_entity(std::string_view id) const {
  const auto number = columns_->entities->ids.find(id);
  return number ? std::optional(EntityIndex{*number}) : std::nullopt;
}

std::span<const EdgeIndex> Snapshot::find_edge(std::string_view id) const {
  const EdgeColumns& edges = columns_->edges;
  const auto number = edges.ids.find(id);
  if (!number) return {};
  const std::uint32_t begin = edges.version_begin[*number];
  return std::span(edges.version_order)
      .subspan(begin, edges.version_begin[*number + std::size_t{1}] - begin);
}

std::string_view Snapshot::entity_id(EntityIndex index) const {
  return columns_->entities->ids[position(index)];
}

EntityType Snapshot::entity_type(EntityIndex index) const {
  return columns_->entities->type[position(index)];
}

const Entity* Snapshot::entity(EntityIndex index, Instant known_on) const {
  const EntityColumns& entities = *columns_->entities;
  for (const std::uint32_t number : entities.versions_of(index)) {
    const EntityVersion& version = entities.versions[number];
    if (version.known.holds_at(known_on)) return version.value.get();
  }
  return nullptr;
}

EdgeView Snapshot::edge(EdgeIndex index) const {
  const EdgeColumns& edges = columns_->edges;
  const std::size_t i = position(index);
  const EdgeExtras& extras = edges.extras_table[edges.extras[i]];
  return {.id = edges.id(index),
          .type = edges.type[i],
          .source = edges.source[i],
          .target = edges.target[i],
          .status = edges.status[i],
          .date = PartialDate::from_packed(edges.date[i]),
          .valid_from = PartialDate::from_packed(extras.valid_from),
          .valid_to = PartialDate::from_packed(extras.valid_to),
          .ended_on = PartialDate::from_packed(extras.ended_on),
          .amount = edges.money(i),
          .product = edges.texts[extras.product],
          .title = edges.texts[extras.title],
          .confidence = edges.confidence[i],
          .evidence_count = edges.evidence_count[i],
          .known = edges.known_table[edges.known[i]]};
}

std::span<const Step> Snapshot::out(EntityIndex index) const { return columns_->out.all(index); }
std::span<const Step> Snapshot::in(EntityIndex index) const { return columns_->in.all(index); }

std::span<const Step> Snapshot::live_out(EntityIndex index) const {
  return columns_->out.live(index);
}

std::span<const Step> Snapshot::live_in(EntityIndex index) const {
  return columns_->in.live(index);
}

std::span<const EntityIndex> Snapshot::entities_by_id() const noexcept {
  return columns_->entities->by_id;
}

}  // namespace dealgraph
