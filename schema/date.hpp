// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealgraph {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using DayNumber = std::int32_t;

/// A calendar date known to the year, the month or the day: `2025`, `2025-10`, `2025-10-28`.
///
/// Always valid: the factories refuse what is not in the calendar. Ordered by first day, then by
/// precision (coarser first). Years 1000 to 9999.
class PartialDate {
 public:
  enum class Precision : std::uint8_t { Year, Month, Day };

  /// Reads exactly one of the three ISO 8601 forms; nullopt for anything else.
  static std::optional<PartialDate> parse(std::string_view text);

  /// `month` and `day` are 0 where unknown (a day needs a month). nullopt if not in the calendar.
  static std::optional<PartialDate> of(int year, int month = 0, int day = 0);

  /// The day itself, with Precision::Day. Days outside years 1000-9999 are clamped.
  static PartialDate of_day(DayNumber day);

  int year() const noexcept { return year_; }
  int month() const noexcept { return month_; }  ///< 0 where unknown.
  int day() const noexcept { return day_; }      ///< 0 where unknown.
  Precision precision() const noexcept;

  DayNumber first_day() const noexcept;  ///< First day of the span that the date covers.
  DayNumber last_day() const noexcept;   ///< Last day of the span, inclusive.

  /// True if the two spans share a day.
  bool overlaps(const PartialDate& other) const noexcept;

  /// True if one date is the beginning of the other (`2025` and `2025-10-28`).
  bool compatible_with(const PartialDate& other) const noexcept;

  std::string to_string() const;

  /// All parts in one integer that sorts like the date; 0 is never a date. For columns.
  std::uint32_t packed() const noexcept;
  static std::optional<PartialDate> from_packed(std::uint32_t packed);

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
  friend std::strong_ordering operator<=>(const PartialDate& a, const PartialDate& b) {
    return a.packed() <=> b.packed();
  }

 private:
  PartialDate(int year, int month, int day)
      : year_(static_cast<std::int16_t>(year)),
        month_(static_cast<std::uint8_t>(month)),
        day_(static_cast<std::uint8_t>(day)) {}

  std::int16_t year_;
  std::uint8_t month_;
  std::uint8_t day_;
};

/// A point in transaction time: milliseconds since 1970-01-01T00:00:00Z.
enum class Instant : std::int64_t {};

/// Later than everything: `known_to` of what is still believed, and "now" for a query.
inline constexpr Instant kForever{INT64_MAX};

/// RFC 3339 in UTC with milliseconds: `2025-11-03T09:30:00.000Z`.
std::string to_string(Instant instant);

/// Reads an RFC 3339 timestamp (with offset or Z), or a date, which means the last millisecond of
/// its last day in UTC: "known on that day" includes what was learnt during it.
std::optional<Instant> parse_instant(std::string_view text);

/// The UTC calendar day that holds the instant.
DayNumber day_of(Instant instant) noexcept;

/// The system clock. The store, not this, guarantees that commits are strictly ordered.
Instant now();

}  // namespace dealgraph
