// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "schema/model.hpp"

namespace dealgraph::extract {

/// What a date in a text dates.
enum class DateUse : std::uint8_t {
  Event,      ///< What the clause is about.
  Announced,  ///< When somebody concerned said it: 28일 밝혔다, announced Friday.
  Reported,   ///< When a paper wrote it: 6일 보도했다.
  Term,       ///< A future term or the beginning of a run: 2027년부터, by 2030.
};

struct DateMention {
  Span span;
  PartialDate date;
  DateUse use = DateUse::Event;
};

/// True if the headline announces a digest, whose "today" and publication date other articles'
/// news do not share.
bool is_digest(std::string_view title);

/// Dates in a working text, in order, relative ones resolved from `published` and from the dates
/// before them (이날, 전날). What cannot be resolved is left out. O(length).
std::vector<DateMention> find_dates(std::string_view text, std::optional<PartialDate> published);

}  // namespace dealgraph::extract
