// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
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
  std::optional<PartialDate> date_from{};  ///< The edge's date must overlap [date_from, date_to];
  std::optional<PartialDate> date_to{};    ///< undated edges do not match then.
  std::optional<PartialDate> valid_on{};   ///< True in the world during that span; see holds_on.
  Instant known_on = kForever;             ///< Known to the database at that time.
  std::optional<double> min_amount{};      ///< Major units, of the edge's own currency.
  std::optional<Currency> currency{};
  Confidence min_confidence = 0;
};

/// Days from `first` to `last`, both inclusive; none if `last` is before `first`.
struct DaySpan {
  DayNumber first = 0;
  DayNumber last = 0;

  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// Before and after every date.
inline constexpr DayNumber kNeverBegan = INT32_MIN;
inline constexpr DayNumber kNeverEnds = INT32_MAX;

/// The days on which the edge holds in the world, as far as it may.
///
/// Momentary edges (visits, meetings, acquisitions, investments, participation in events) hold on
/// their date, a partial date being its whole span; without a date from valid_from to valid_to.
/// The others hold from valid_from, else from their date, until valid_to, else until ended_on; an
/// ended edge without any end until it was recorded. An edge without date and valid_from holds
/// always, or until its valid_to.
DaySpan validity(const EdgeView& edge, EntityType target_type);

/// True if `edge` passes all of `filter` but the far end's type.
bool passes(const EdgeView& edge, EntityType target_type, const EdgeFilter& filter);

/// True if the edge holds in the world on a day of `when` (a partial date is its whole span).
bool holds_on(const EdgeView& edge, EntityType target_type, const PartialDate& when);

/// What a query may spend. Over it the answer is cut and says so.
struct Budget {
  std::size_t max_edges = 5'000'000;  ///< Edge versions looked at.
  int max_milliseconds = 5'000;       ///< Wall time.
};

/// Why an answer is not whole: names of limits that were hit ("edges", "time"); empty if whole.
using Truncation = std::vector<std::string>;

}  // namespace dealgraph
