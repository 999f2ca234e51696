// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealgraph {

/// An ISO 4217 currency: three letters and the number of decimals of its minor unit.
class Currency {
 public:
  /// Upper-case three-letter code in use; nullopt for anything else.
  static std::optional<Currency> parse(std::string_view code);

  std::string_view code() const noexcept;
  int minor_digits() const noexcept;              ///< 2 for USD, 0 for KRW and JPY, 3 for KWD.
  std::int64_t minor_per_major() const noexcept;  ///< 10^minor_digits().

  std::uint8_t packed() const noexcept { return index_; }
  static std::optional<Currency> from_packed(std::uint8_t packed);

  friend auto operator<=>(const Currency&, const Currency&) = default;

 private:
  explicit Currency(std::uint8_t index) : index_(index) {}
  std::uint8_t index_;
};

/// A non-negative amount in minor units (cents for USD, whole won for KRW).
struct Money {
  std::int64_t minor = 0;
  Currency currency;

  friend bool operator==(const Money&, const Money&) = default;
};

/// Exact decimal in major units, without exponent or trailing zeros: "38000000000", "12.5".
std::string major_string(const Money& money);

/// The amount in major units; exact up to 2^53.
double major_value(const Money& money) noexcept;

/// Reads a plain non-negative decimal in major units ("38000000000", "12.50", "1.5e9").
/// nullopt if it is not a number, is finer than the minor unit, or does not fit 64 bits.
std::optional<Money> parse_major(std::string_view decimal, Currency currency);

}  // namespace dealgraph
