// SPDX-License-Identifier: MIT
#include "schema/date.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace dealgraph {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 9999;
constexpr std::int64_t kMillisecondsPerDay = 86'400'000;

/// Reads exactly `width` decimal digits at `begin`; nullopt if there are others.
std::optional<int> read_digits(std::string_view text, std::size_t begin, std::size_t width) {
  if (begin + width > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(begin, width)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

DayNumber to_day(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return static_cast<DayNumber>(std::chrono::sys_days(date).time_since_epoch().count());
}

int last_day_of_month(int year, int month) {
  const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                    std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

/// The part of an RFC 3339 timestamp after the "T".
struct TimeOfDay {
  std::int64_t milliseconds;  ///< Since midnight.
  std::int64_t offset_minutes;
};

std::optional<TimeOfDay> read_time(std::string_view text) {
  const auto hour = read_digits(text, 0, 2);
  const auto minute = read_digits(text, 3, 2);
  const auto second = read_digits(text, 6, 2);
  if (!hour || !minute || !second || text[2] != ':' || text[5] != ':') return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  TimeOfDay time{((*hour * 60LL + *minute) * 60 + *second) * 1000, 0};

  std::size_t at = 8;
  if (at < text.size() && text[at] == '.') {
    std::int64_t unit = 100;
    std::size_t digits = 0;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits) {
      time.milliseconds += (text[at] - '0') * unit;  // digits beyond milliseconds are cut off
      unit /= 10;
    }
    if (digits == 0 || digits > 9) return std::nullopt;
  }
  const std::string_view zone = text.substr(at);
  if (zone == "Z" || zone == "z") return time;
  const auto hours = read_digits(zone, 1, 2);
  const auto minutes = read_digits(zone, 4, 2);
  if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || !hours ||
      !minutes || *hours > 23 || *minutes > 59) {
    return std::nullopt;
  }
  time.offset_minutes = (*hours * 60LL + *minutes) * (zone[0] == '-' ? -1 : 1);
  return time;
}

}  // namespace

std::optional<PartialDate> PartialDate::of(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  if (month < 0 || month > 12 || day < 0) return std::nullopt;
  if (month == 0 && day != 0) return std::nullopt;
  if (day > 0 && day > last_day_of_month(year, month)) return std::nullopt;
  return PartialDate(year, month, day);
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = read_digits(text, 0, 4);
  if (!year) return std::nullopt;
  if (text.size() == 4) return of(*year);

  const auto month = read_digits(text, 5, 2);
  if (!month || *month == 0 || text[4] != '-') return std::nullopt;
  if (text.size() == 7) return of(*year, *month);

  const auto day = read_digits(text, 8, 2);
  if (!day || *day == 0 || text[7] != '-') return std::nullopt;
  return of(*year, *month, *day);
}

PartialDate PartialDate::of_day(DayNumber day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  const int year = static_cast<int>(date.year());
  if (year < kFirstYear) return {kFirstYear, 1, 1};
  if (year > kLastYear) return {kLastYear, 12, 31};
  return {year, static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

PartialDate::Precision PartialDate::precision() const noexcept {
  if (day_ != 0) return Precision::Day;
  return month_ != 0 ? Precision::Month : Precision::Year;
}

DayNumber PartialDate::first_day() const noexcept {
  return to_day(year_, month_ == 0 ? 1 : month_, day_ == 0 ? 1 : day_);
}

DayNumber PartialDate::last_day() const noexcept {
  const int month = month_ == 0 ? 12 : month_;
  return to_day(year_, month, day_ == 0 ? last_day_of_month(year_, month) : day_);
}

bool PartialDate::overlaps(const PartialDate& other) const noexcept {
  return first_day() <= other.last_day() && other.first_day() <= last_day();
}

bool PartialDate::compatible_with(const PartialDate& other) const noexcept {
  // Spans of years, months and days nest or are disjoint, so sharing a day is containment.
  return overlaps(other);
}

std::string PartialDate::to_string() const {
  std::array<char, 16> buffer{};
  int length = 0;
  switch (precision()) {
    case Precision::Year:
      length = std::snprintf(buffer.data(), buffer.size(), "%04d", year_);
      break;
    case Precision::Month:
      length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year_, month_);
      break;
    case Precision::Day:
      length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year_, month_, day_);
      break;
  }
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::uint32_t PartialDate::packed() const noexcept {
  return static_cast<std::uint32_t>(year_) << 9U | static_cast<std::uint32_t>(month_) << 5U | day_;
}

std::optional<PartialDate> PartialDate::from_packed(std::uint32_t packed) {
  return of(static_cast<int>(packed >> 9U), static_cast<int>(packed >> 5U & 15U),
            static_cast<int>(packed & 31U));
}

std::string to_string(Instant instant) {
  const auto milliseconds = static_cast<std::int64_t>(instant);
  const DayNumber day = day_of(instant);
  const std::int64_t rest = milliseconds - day * kMillisecondsPerDay;
  std::array<char, 32> buffer{};
  const int length =
      std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d.%03dZ",
                    static_cast<int>(rest / 3'600'000), static_cast<int>(rest / 60'000 % 60),
                    static_cast<int>(rest / 1000 % 60), static_cast<int>(rest % 1000));
  return PartialDate::of_day(day).to_string() +
         std::string(buffer.data(), static_cast<std::size_t>(length));
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (const auto date = PartialDate::parse(text)) {
    return Instant{(static_cast<std::int64_t>(date->last_day()) + 1) * kMillisecondsPerDay - 1};
  }
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
  const auto date = PartialDate::parse(text.substr(0, 10));
  const auto time = read_time(text.substr(11));
  if (!date || !time) return std::nullopt;
  return Instant{date->first_day() * kMillisecondsPerDay + time->milliseconds -
                 time->offset_minutes * 60'000};
}

DayNumber day_of(Instant instant) noexcept {
  const auto milliseconds = static_cast<std::int64_t>(instant);
  std::int64_t day = milliseconds / kMillisecondsPerDay;
  if (milliseconds % kMillisecondsPerDay < 0) --day;  // round towards the past
  return static_cast<DayNumber>(day);
}

Instant now() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count()};
}

}  // namespace dealgraph
