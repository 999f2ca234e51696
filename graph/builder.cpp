// SPDX-License-Identifier: MIT
#include "graph/builder.hpp"

#include <utility>

#include "graph/columns.hpp"
#include "graph/rows.hpp"

namespace dealgraph {

struct SnapshotBuilder::Rows {
  EntityRows entities;
  EdgeRows edges;
};

SnapshotBuilder::SnapshotBuilder() : rows_(std::make_unique<Rows>()) {}
SnapshotBuilder::~SnapshotBuilder() = default;

void SnapshotBuilder::add(EntityVersionRow&& row) { rows_->entities.add(std::move(row)); }

// Takes the row for good, like its sibling; all that it has is copied into columns.
// NOLINTNEXTLINE(cppcoreguidelines-rvalue-reference-param-not-moved)
void SnapshotBuilder::add(EdgeVersionRow&& row) { rows_->edges.add(row, rows_->entities); }

RowSink SnapshotBuilder::sink() {
  return {.entity = [this](EntityVersionRow&& row) { add(std::move(row)); },
          .edge = [this](EdgeVersionRow&& row) { add(std::move(row)); }};
}

std::shared_ptr<const Snapshot> SnapshotBuilder::publish(Revision revision) {
  auto columns = std::make_unique<GraphColumns>();
  columns->revision = revision;
  columns->published_at = now();
  columns->entities = rows_->entities.columns();
  columns->names = rows_->entities.names();
  rows_->edges.lay_out(columns->entities->type.size(), *columns);
  return std::make_shared<const Snapshot>(std::move(columns));
}

}  // namespace dealgraph
