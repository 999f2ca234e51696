// SPDX-License-Identifier: MIT
#include "schema/money.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace dealgraph {
namespace {

struct CurrencyRow {
  std::string_view code;
  int minor_digits;
};

/// ISO 4217 currencies in use, by code. Rows may be added, never moved or removed: columns hold
/// positions only in memory, but the order keeps look-ups a binary search.
constexpr auto kCurrencies = std::to_array<CurrencyRow>({
    {"AED", 2}, {"AFN", 2}, {"ALL", 2}, {"AMD", 2}, {"ANG", 2}, {"AOA", 2}, {"ARS", 2}, {"AUD", 2},
    {"AWG", 2}, {"AZN", 2}, {"BAM", 2}, {"BBD", 2}, {"BDT", 2}, {"BGN", 2}, {"BHD", 3}, {"BIF", 0},
    {"BMD", 2}, {"BND", 2}, {"BOB", 2}, {"BRL", 2}, {"BSD", 2}, {"BTN", 2}, {"BWP", 2}, {"BYN", 2},
    {"BZD", 2}, {"CAD", 2}, {"CDF", 2}, {"CHF", 2}, {"CLP", 0}, {"CNY", 2}, {"COP", 2}, {"CRC", 2},
    {"CUP", 2}, {"CVE", 2}, {"CZK", 2}, {"DJF", 0}, {"DKK", 2}, {"DOP", 2}, {"DZD", 2}, {"EGP", 2},
    {"ERN", 2}, {"ETB", 2}, {"EUR", 2}, {"FJD", 2}, {"FKP", 2}, {"GBP", 2}, {"GEL", 2}, {"GHS", 2},
    {"GIP", 2}, {"GMD", 2}, {"GNF", 0}, {"GTQ", 2}, {"GYD", 2}, {"HKD", 2}, {"HNL", 2}, {"HTG", 2},
    {"HUF", 2}, {"IDR", 2}, {"ILS", 2}, {"INR", 2}, {"IQD", 3}, {"IRR", 2}, {"ISK", 0}, {"JMD", 2},
    {"JOD", 3}, {"JPY", 0}, {"KES", 2}, {"KGS", 2}, {"KHR", 2}, {"KMF", 0}, {"KPW", 2}, {"KRW", 0},
    {"KWD", 3}, {"KYD", 2}, {"KZT", 2}, {"LAK", 2}, {"LBP", 2}, {"LKR", 2}, {"LRD", 2}, {"LSL", 2},
    {"LYD", 3}, {"MAD", 2}, {"MDL", 2}, {"MGA", 2}, {"MKD", 2}, {"MMK", 2}, {"MNT", 2}, {"MOP", 2},
    {"MRU", 2}, {"MUR", 2}, {"MVR", 2}, {"MWK", 2}, {"MXN", 2}, {"MYR", 2}, {"MZN", 2}, {"NAD", 2},
    {"NGN", 2}, {"NIO", 2}, {"NOK", 2}, {"NPR", 2}, {"NZD", 2}, {"OMR", 3}, {"PAB", 2}, {"PEN", 2},
    {"PGK", 2}, {"PHP", 2}, {"PKR", 2}, {"PLN", 2}, {"PYG", 0}, {"QAR", 2}, {"RON", 2}, {"RSD", 2},
    {"RUB", 2}, {"RWF", 0}, {"SAR", 2}, {"SBD", 2}, {"SCR", 2}, {"SDG", 2}, {"SEK", 2}, {"SGD", 2},
    {"SHP", 2}, {"SLE", 2}, {"SOS", 2}, {"SRD", 2}, {"SSP", 2}, {"STN", 2}, {"SVC", 2}, {"SYP", 2},
    {"SZL", 2}, {"THB", 2}, {"TJS", 2}, {"TMT", 2}, {"TND", 3}, {"TOP", 2}, {"TRY", 2}, {"TTD", 2},
    {"TWD", 2}, {"TZS", 2}, {"UAH", 2}, {"UGX", 0}, {"USD", 2}, {"UYU", 2}, {"UZS", 2}, {"VES", 2},
    {"VND", 0}, {"VUV", 0}, {"WST", 2}, {"XAF", 0}, {"XCD", 2}, {"XOF", 0}, {"XPF", 0}, {"YER", 2},
    {"ZAR", 2}, {"ZMW", 2},
});
static_assert(std::ranges::is_sorted(kCurrencies, {}, &CurrencyRow::code));
static_assert(kCurrencies.size() < 255);

constexpr std::array<std::int64_t, 4> kPowersOfTen{1, 10, 100, 1000};

struct Decimal {
  std::string digits;  ///< Without leading zeros; empty for zero.
  int exponent = 0;    ///< Value = digits · 10^exponent.
};

/// Reads digits[.digits][e[+-]digits]; nullopt for anything else.
std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal decimal;
  std::size_t at = 0;
  std::size_t seen = 0;
  const auto read_run = [&](bool fraction) {
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++seen) {
      if (text[at] != '0' || !decimal.digits.empty()) decimal.digits += text[at];
      if (fraction) --decimal.exponent;
    }
  };
  read_run(false);
  if (seen == 0) return std::nullopt;
  if (at < text.size() && text[at] == '.') {
    ++at;
    const std::size_t before = seen;
    read_run(true);
    if (seen == before) return std::nullopt;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    const bool negative = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    int exponent = 0;
    const std::size_t begin = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && exponent < 1000; ++at) {
      exponent = exponent * 10 + (text[at] - '0');
    }
    if (at == begin) return std::nullopt;
    decimal.exponent += negative ? -exponent : exponent;
  }
  if (at != text.size()) return std::nullopt;
  while (!decimal.digits.empty() && decimal.digits.back() == '0') {
    decimal.digits.pop_back();
    ++decimal.exponent;
  }
  return decimal;
}

}  // namespace

std::optional<Currency> Currency::parse(std::string_view code) {
  const auto* const row = std::ranges::lower_bound(kCurrencies, code, {}, &CurrencyRow::code);
  if (row == kCurrencies.end() || row->code != code) return std::nullopt;
  return Currency(static_cast<std::uint8_t>(row - kCurrencies.begin()));
}

std::optional<Currency> Currency::from_packed(std::uint8_t packed) {
  return packed < kCurrencies.size() ? std::optional(Currency(packed)) : std::nullopt;
}

std::string_view Currency::code() const noexcept { return kCurrencies[index_].code; }
int Currency::minor_digits() const noexcept { return kCurrencies[index_].minor_digits; }
std::int64_t Currency::minor_per_major() const noexcept {
  return kPowersOfTen[static_cast<std::size_t>(minor_digits())];
}

std::string major_string(const Money& money) {
  const std::int64_t unit = money.currency.minor_per_major();
  std::string text = std::to_string(money.minor / unit);
  std::int64_t rest = money.minor % unit;
  if (rest == 0) return text;
  std::string fraction(static_cast<std::size_t>(money.currency.minor_digits()), '0');
  for (auto digit = fraction.rbegin(); digit != fraction.rend(); ++digit, rest /= 10) {
    *digit = static_cast<char>('0' + rest % 10);
  }
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return text + "." + fraction;
}

double major_value(const Money& money) noexcept {
  return static_cast<double>(money.minor) / static_cast<double>(money.currency.minor_per_major());
}

std::optional<Money> parse_major(std::string_view decimal, Currency currency) {
  const auto number = read_decimal(decimal);
  if (!number) return std::nullopt;
  if (number->digits.empty()) return Money{0, currency};

  const int shift = number->exponent + currency.minor_digits();
  if (shift < 0 || number->digits.size() + static_cast<std::size_t>(shift) > 19)
    return std::nullopt;
  std::int64_t minor = 0;
  const auto append = [&minor](int digit) {
    if (minor > (std::numeric_limits<std::int64_t>::max() - digit) / 10) return false;
    minor = minor * 10 + digit;
    return true;
  };
  for (const char c : number->digits) {
    if (!append(c - '0')) return std::nullopt;
  }
  for (int i = 0; i < shift; ++i) {
    if (!append(0)) return std::nullopt;
  }
  return Money{minor, currency};
}

}  // namespace dealgraph
