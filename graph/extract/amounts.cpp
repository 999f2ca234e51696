// SPDX-License-Identifier: MIT
#include "graph/extract/amounts.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "graph/extract/characters.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

struct Word {
  std::string_view text;
  std::string_view code;
};

constexpr auto kCurrencyWords = std::to_array<Word>({
    {"달러", "USD"},
    {"미국 달러", "USD"},
    {"원", "KRW"},
    {"엔", "JPY"},
    {"유로", "EUR"},
    {"위안", "CNY"},
    {"파운드", "GBP"},
    {"대만달러", "TWD"},
    {"대만 달러", "TWD"},
    {"홍콩달러", "HKD"},
    {"싱가포르달러", "SGD"},
    {"루피", "INR"},
    {"리얄", "SAR"},
    {"디르함", "AED"},
    {"프랑", "CHF"},
    {"캐나다달러", "CAD"},
    {"호주달러", "AUD"},
    {"U.S. dollars", "USD"},
    {"US dollars", "USD"},
    {"dollars", "USD"},
    {"won", "KRW"},
    {"yen", "JPY"},
    {"euros", "EUR"},
    {"euro", "EUR"},
    {"yuan", "CNY"},
    {"pounds", "GBP"},
    {"rupees", "INR"},
    {"Taiwan dollars", "TWD"},
    {"USD", "USD"},
    {"KRW", "KRW"},
    {"EUR", "EUR"},
    {"JPY", "JPY"},
    {"GBP", "GBP"},
    {"CNY", "CNY"},
    {"RMB", "CNY"},
    {"riyals", "SAR"},
    {"dirhams", "AED"},
    {"Swiss francs", "CHF"},
    {"Swiss franc", "CHF"},
    {"kroner", "NOK"},
    {"kronor", "SEK"},
    {"Canadian dollars", "CAD"},
    {"Australian dollars", "AUD"},
    {"Hong Kong dollars", "HKD"},
    {"Singapore dollars", "SGD"},
    {"Danish kroner", "DKK"},
    {"Norwegian kroner", "NOK"},
});

/// Longest first where one ends another.
constexpr auto kSymbols = std::to_array<Word>({
    {"NT$", "TWD"},
    {"HK$", "HKD"},
    {"US$", "USD"},
    {"S$", "SGD"},
    {"C$", "CAD"},
    {"A$", "AUD"},
    {"$", "USD"},
    {"€", "EUR"},
    {"£", "GBP"},
    {"¥", "JPY"},
    {"₩", "KRW"},
    {"₹", "INR"},
    {"USD ", "USD"},
    {"KRW ", "KRW"},
    {"EUR ", "EUR"},
    {"RMB ", "CNY"},
    {"SGD ", "SGD"},
});

struct Scale {
  std::string_view text;
  std::int64_t factor;
};
constexpr std::int64_t kThousand = 1'000;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kBillion = 1'000'000'000;
constexpr std::int64_t kTrillion = 1'000'000'000'000;
constexpr auto kScales = std::to_array<Scale>({
    {"trillion", kTrillion},
    {"tn", kTrillion},
    {"trn", kTrillion},
    {"T", kTrillion},
    {"billion", kBillion},
    {"bn", kBillion},
    {"B", kBillion},
    {"b", kBillion},
    {"million", kMillion},
    {"mn", kMillion},
    {"mln", kMillion},
    {"M", kMillion},
    {"m", kMillion},
    {"thousand", kThousand},
    {"K", kThousand},
    {"k", kThousand},
});
constexpr auto kBigUnits = std::to_array<Scale>(
    {{"경", 10'000 * kTrillion}, {"조", kTrillion}, {"억", 100'000'000}, {"만", 10'000}});
constexpr auto kSmallUnits = std::to_array<Scale>({{"천", 1'000}, {"백", 100}, {"십", 10}});

/// A sum in thousandths, wide enough for what news can say; larger values are refused.
using Milli = __int128;
constexpr Milli kMilliPerUnit = 1'000;
constexpr Milli kLargest = static_cast<Milli>(INT64_MAX) * kMilliPerUnit;

struct Number {
  Milli milli = 0;
  std::size_t end = 0;
};

/// "1,234.56" at `at`; nullopt if there is no digit or it is too long for a sum.
std::optional<Number> read_number(std::string_view text, std::size_t at) {
  constexpr int kMostDigits = 18;
  Number number{0, at};
  int digits = 0;
  int decimals = -1;
  for (; number.end < text.size(); ++number.end) {
    const char c = text[number.end];
    if (is_digit(static_cast<unsigned char>(c))) {
      if (++digits > kMostDigits) return std::nullopt;
      if (decimals >= 3) continue;  // finer than any currency
      number.milli = number.milli * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
      continue;
    }
    const bool digit_follows = is_digit(character_at(text, number.end + 1).code);
    if (c == ',' && digit_follows && decimals < 0) continue;
    if (c == '.' && digit_follows && decimals < 0) {
      decimals = 0;
      continue;
    }
    break;
  }
  if (digits == 0) return std::nullopt;
  for (int i = std::max(decimals, 0); i < 3; ++i) number.milli *= 10;
  return number;
}

template <typename Table>
const typename Table::value_type* starting(const Table& table, std::string_view text,
                                           std::size_t at) {
  const typename Table::value_type* best = nullptr;
  const std::string_view rest = text.substr(at);
  for (const auto& entry : table) {
    if (!starts_with(rest, entry.text)) continue;
    if (best == nullptr || entry.text.size() > best->text.size()) best = &entry;
  }
  return best;
}

/// 3조8천억, 1천200억, 22억4000만, 380억: what stands between the digits and the currency.
std::optional<Number> read_korean_number(std::string_view text, std::size_t at) {
  Milli total = 0;
  Milli section = 0;  // below the next of 조, 억, 만
  bool any = false;
  for (;;) {
    const auto number = read_number(text, at);
    if (!number) break;
    any = true;
    at = number->end;
    Milli value = number->milli;
    if (const auto* small = starting(kSmallUnits, text, at)) {
      value *= small->factor;
      at += small->text.size();
    }
    section += value;
    if (const auto* big = starting(kBigUnits, text, at)) {
      total += section * big->factor;
      section = 0;
      at += big->text.size();
      // "3조 8천억": a blank may separate the sections.
      if (character_at(text, at).code == ' ' && is_digit(character_at(text, at + 1).code)) ++at;
    }
    if (total > kLargest || section > kLargest) return std::nullopt;
  }
  if (!any) return std::nullopt;
  if (text[at - 1] == ' ') --at;
  return Number{total + section, at};
}

std::optional<Money> money_of(Milli milli, std::string_view code) {
  const auto currency = Currency::parse(code);
  if (!currency || milli < 0 || milli > kLargest) return std::nullopt;
  const Milli minor = milli * currency->minor_per_major() / kMilliPerUnit;
  if (minor > INT64_MAX) return std::nullopt;
  return Money{static_cast<std::int64_t>(minor), *currency};
}

std::size_t scaled(std::string_view text, std::size_t at, Milli& milli) {
  std::size_t word = at;
  if (word < text.size() && (text[word] == ' ' || text[word] == '-')) ++word;
  const auto* scale = starting(kScales, text, word);
  if (scale == nullptr) return at;
  const std::size_t end = word + scale->text.size();
  if (is_word(character_at(text, end).code)) return at;
  if (scale->text.size() == 1 && word != at) return at;  // "5 m" is a length
  milli *= scale->factor;
  return end;
}

/// A symbol before the number, at `at`.
std::optional<Amount> read_symbol_amount(std::string_view text, std::size_t at) {
  const auto* symbol = starting(kSymbols, text, at);
  if (symbol == nullptr) return std::nullopt;
  const auto number = read_number(text, at + symbol->text.size());
  if (!number) return std::nullopt;
  Milli milli = number->milli;
  std::size_t end = scaled(text, number->end, milli);
  if (end == number->end) {
    if (const auto* big = starting(kBigUnits, text, end)) {
      milli *= big->factor;
      end += big->text.size();
    }
  }
  const auto money = money_of(milli, symbol->code);
  if (!money) return std::nullopt;
  return Amount{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, *money};
}

/// A number with its currency behind it, at `at`.
std::optional<Amount> read_word_amount(std::string_view text, std::size_t at) {
  auto number = read_korean_number(text, at);
  if (!number) return std::nullopt;
  std::size_t end = scaled(text, number->end, number->milli);
  if (character_at(text, end).code == ' ') ++end;
  const auto* currency = starting(kCurrencyWords, text, end);
  if (currency == nullptr) return std::nullopt;
  end += currency->text.size();
  if (is_latin(character_before(text, end).code) && is_word(character_at(text, end).code)) {
    return std::nullopt;
  }
  const auto money = money_of(number->milli, currency->code);
  if (!money) return std::nullopt;
  return Amount{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, *money};
}

bool is_background(std::string_view text, Span span) {
  constexpr std::size_t kWindow = 40;
  const std::size_t from = span.begin > kWindow ? span.begin - kWindow : 0;
  std::string_view before = text.substr(from, span.begin - from);
  const std::size_t comma = before.find_last_of(",.;\n");
  if (comma != std::string_view::npos) before.remove_prefix(comma);
  std::string_view after = text.substr(span.end, kWindow);
  after = after.substr(0, after.find_first_of(",.;\n"));
  if (contains_any(
          before,
          {"매출",           "시가총액", "시총",     "기업가치",     "영업이익",  "순이익",
           "몸값",           "잔금",     "1차 대금", "위약금",       "주당",      "누적",
           "손실",           "적자",     "과징금",   "valuation of", "valued at", "valuation to",
           "worth of goods", "market",   "revenue",  "valuing",      "haul"})) {
    return !contains_any(before, {"deal, valued", "deal valued", "contract valued"});
  }
  return after.starts_with(" valuation") || after.starts_with(" post-money") ||
         after.starts_with(" pre-money") || after.starts_with(" company") ||
         after.starts_with(" market") ||
         contains_any(after, {"기업가치", "시가총액", "몸값", "매출"});
}

/// True if the amount stands in brackets that opened after the amount before it.
bool is_conversion(std::string_view text, const Amount& before, const Amount& amount) {
  constexpr std::uint32_t kNear = 60;
  if (amount.span.begin - before.span.end > kNear) return false;
  const std::string_view between =
      text.substr(before.span.end, amount.span.begin - before.span.end);
  const std::size_t open = between.rfind('(');
  return open != std::string_view::npos && between.find(')', open) == std::string_view::npos;
}

}  // namespace

std::vector<Amount> find_amounts(std::string_view text) {
  std::vector<Amount> amounts;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (is_hangul(c.code) || is_lower(c.code) || is_blank(c.code)) {
      at += c.size;
      continue;
    }
    std::optional<Amount> amount;
    const char32_t before = character_before(text, at).code;
    if (!is_digit(c.code) && !is_latin(before)) {
      amount = read_symbol_amount(text, at);
    } else if (is_digit(c.code) && !is_digit(before) && before != '.' && before != ',' &&
               !is_latin(before)) {
      amount = read_word_amount(text, at);
    }
    if (!amount) {
      at += c.size;
      continue;
    }
    amount->conversion = !amounts.empty() && is_conversion(text, amounts.back(), *amount);
    amount->background = is_background(text, amount->span);
    at = amount->span.end;
    amounts.push_back(*amount);
  }
  return amounts;
}

}  // namespace dealgraph::extract
