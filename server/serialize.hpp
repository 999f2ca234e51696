// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/edges.hpp"
#include "graph/filter.hpp"
#include "graph/neighbors.hpp"
#include "graph/paths.hpp"
#include "graph/search.hpp"
#include "graph/snapshot.hpp"
#include "graph/store.hpp"
#include "schema/text.hpp"
#include "server/json_writer.hpp"

/// Values of the model and results of queries as JSON, one function each. Absent values are left
/// out. Functions named write_…_members write into an object that the caller opened.
namespace dealgraph::server {

/// 0 to 1 with up to four decimals.
std::string confidence_digits(Confidence confidence);

/// {"start", "end", "text"} in code points of the indexed `text`.
void write_span(JsonWriter& json, std::string_view text, const CodePointIndex& code_points,
                Span span);

/// The same into an object that is open already.
void write_span_members(JsonWriter& json, std::string_view text, const CodePointIndex& code_points,
                        Span span);

/// amount: {"value", "currency"}; nothing if there is none.
void write_amount(JsonWriter& json, const std::optional<Money>& amount);

/// status, date, valid, amount, product, title, confidence.
void write_facts(JsonWriter& json, const EdgeFacts& facts);

/// identifiers: {"ticker": […], "wikidata": "Q…"}; nothing if there are none.
void write_identifiers(JsonWriter& json, const std::vector<Identifier>& identifiers);

/// What a version of an entity is called: id, type, name, name_ko.
void write_short_entity_members(JsonWriter& json, const Entity& entity);

/// Short entities, once each, as known at that time: the list `included`.
void write_included(JsonWriter& json, const Snapshot& graph, std::span<const EntityIndex> entities,
                    Instant known_on);

void write_edge_members(JsonWriter& json, const Snapshot& graph, const EdgeView& edge);

/// Degree by edge type over the edges that pass, types without edges left out.
void write_degree(JsonWriter& json, const Snapshot& graph, EntityIndex entity,
                  const EdgeFilter& filter);

/// truncated, limits (where truncated), next (cursor or null) and revision: the end of a list.
struct ListEnd {
  Truncation truncation;
  std::string next;  ///< Empty: this was the last page.
  Revision revision = 0;
};
void write_list_end(JsonWriter& json, const ListEnd& end);
void write_truncation(JsonWriter& json, const Truncation& truncation);

void write_document_summary(JsonWriter& json, const DocumentSummary& summary);

/// {"en", "ko"}
void write_label(JsonWriter& json, const Label& label);

/// The whole ontology, for /v1/schema.
std::string schema_json();

}  // namespace dealgraph::server
