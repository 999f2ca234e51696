// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/snapshot.hpp"

namespace dealgraph {

/// Which edges a query sees. The default sees every edge that is not retracted.
struct EdgeFilter {
  EdgeTypes edge_types = all_edge_types();
  EntityTypes entity_types = all_entity_types();  ///< Of the far end.
  Statuses statuses = all_statuses();
  std::optional<PartialDate> date_from;  ///< The edge's date must overlap [date_from, date_to];
  std::optional<PartialDate> date_to;    ///< undated edges do not match then.
  std::optional<PartialDate> valid_on;   ///< True in the world during that span; see holds_on.
  Instant known_on = kForever;           ///< Known to the database at that time.
  std::optional<double> min_amount;      ///< Major units, of the edge's own currency.
  std::optional<Currency> currency;
  Confidence min_confidence = 0;
};

/// True if `edge` passes all of `filter` but the far end's type.
bool passes(const EdgeView& edge, EntityType target_type, const EdgeFilter& filter);

/// True if the edge holds in the world during `when` (a partial date is its whole span).
/// Momentary edges (visits, meetings, acquisitions, investments, participation in events) hold on
/// their date; the others from their date until they end, an ended edge without an end date until
/// its article's publication (where it has none, until it was recorded). Undated edges hold.
bool holds_on(const EdgeView& edge, EntityType target_type, const PartialDate& when);

/// What a query may spend. Over it the answer is cut and says so.
struct Budget {
  std::size_t max_edges = 5'000'000;  ///< Edge versions looked at.
  int max_milliseconds = 5'000;       ///< Wall time.
};

/// Why an answer is not whole: names of limits that were hit ("edges", "time"); empty if whole.
using Truncation = std::vector<std::string>;

}  // namespace dealgraph
