// SPDX-License-Identifier: MIT
#include "graph/extract/dates.hpp"

#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

constexpr int kDaysInWeek = 7;

struct Reading {
  std::size_t end;
  std::optional<PartialDate> date;
};

/// Reads the dates of one text from left to right.
class DateReader {
 public:
  DateReader(std::string_view text, std::optional<PartialDate> published)
      : text_(text), published_(published) {}

  std::vector<DateMention> run() {
    char32_t before = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const Character c = character_at(text_, at);
      std::optional<Reading> reading;
      if (is_digit(c.code) ? !is_digit(before) && before != '.' && before != ',' && before != '$'
                           : is_word(c.code) && !is_word(before)) {
        reading = is_hangul(c.code)  ? korean_word(at)
                  : is_digit(c.code) ? number(at)
                                     : english_word(at);
      }
      if (!reading || reading->end <= at) {
        at += c.size;
        before = c.code;
        continue;
      }
      if (reading->date) add(at, reading->end, *reading->date);
      at = reading->end;
      before = character_before(text_, at).code;
    }
    return std::move(dates_);
  }

 private:
  void add(std::size_t begin, std::size_t end, PartialDate date) {
    const DateUse use = use_of(begin, end, date);
    dates_.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, date, use});
    if (date.precision() != PartialDate::Precision::Day) return;
    if (use == DateUse::Event || (use == DateUse::Announced && !event_day_)) event_day_ = date;
    if (use == DateUse::Announced) announced_day_ = date;
  }

  DateUse use_of(std::size_t begin, std::size_t end, PartialDate date) const {
    constexpr std::size_t kWindow = 48;
    std::string_view after = text_.substr(end, kWindow);
    after = after.substr(0, after.find_first_of(".\n"));
    if (after.starts_with("(현지시간)")) after.remove_prefix(std::string_view("(현지시간)").size());
    if (after.starts_with("(현지 시간)"))
      after.remove_prefix(std::string_view("(현지 시간)").size());
    const std::size_t first_end = chunk_end(after, skip_blanks(after, 0));
    const std::string_view next = after.substr(0, first_end);
    if (contains_any(next,
                     {"밝혔", "공시", "발표", "알렸", "전했다", "말했", "공개했", "설명했"})) {
      return DateUse::Announced;
    }
    if (contains_any(next, {"보도", "파악", "알려졌", "전해졌", "집계"}) ||
        contains_any(after.substr(0, 40), {"보도에 따르면", "보도했"})) {
      return DateUse::Reported;
    }
    if (starts_with_any(after, {"부터", "까지", "께", " 목표", " 이후", "을 목표"})) {
      return published_ && date.first_day() > published_->last_day() ? DateUse::Term
                                                                     : DateUse::Event;
    }
    const std::size_t from = begin > 24 ? begin - 24 : 0;
    const std::string_view before = text_.substr(from, begin - from);
    if (contains_any(before, {" by ", "until ", "through ", "starting ", "from "}) && published_ &&
        date.first_day() > published_->last_day()) {
      return DateUse::Term;
    }
    if (contains_any(before.substr(before.size() > 15 ? before.size() - 15 : 0),
                     {"납기", "만기", "목표는", "기한", "완공"})) {
      return DateUse::Term;
    }
    if (before.ends_with("later ") || before.ends_with(" due in ")) return DateUse::Term;
    if (before.ends_with("announced ") || before.ends_with("said ") ||
        before.ends_with("announced on ") || before.ends_with("said on ")) {
      return DateUse::Announced;
    }
    return DateUse::Event;
  }

  std::optional<int> digits(std::size_t& at, std::size_t most) const {
    int value = 0;
    std::size_t count = 0;
    while (at < text_.size() && is_digit(static_cast<unsigned char>(text_[at]))) {
      if (++count > most) return std::nullopt;
      value = value * 10 + (text_[at++] - '0');
    }
    if (count == 0) return std::nullopt;
    return value;
  }

  bool take(std::size_t& at, std::string_view word) const {
    if (!starts_with(text_.substr(at), word)) return false;
    at += word.size();
    return true;
  }

  /// "3년간", "5개월 만에", "10일 동안": a length of time, not a date.
  bool is_duration(std::size_t at) const {
    std::string_view rest = text_.substr(at, 24);
    return starts_with_any(
        rest, {"간",    "째",    " 만 ", " 만에", " 만의", "만에", " 동안", " 전 ", " 뒤", " 후",
               " 넘게", " 이상", "치",   "여",    " 내 ",  "짜리", " 연속", "씩",   " 앞", "차"});
  }

  /// A date that begins with digits.
  std::optional<Reading> number(std::size_t begin) {
    std::size_t at = begin;
    const auto first = digits(at, 4);
    if (!first) return std::nullopt;
    const std::size_t size = at - begin;
    if (character_before(text_, begin).code == U'박') return std::nullopt;  // 1박2일
    if (const auto reading = years_ago(*first, at)) return reading;
    if (size == 4 && (take(at, "년") || take(at, " 년"))) return korean_year(*first, at);
    if (size == 4 && character_at(text_, at).code == '-') return iso(begin);
    if (size == 4 && character_at(text_, at).code == '.') {
      // 2025.10.28
      std::size_t dotted = at;
      if (take(dotted, ".")) {
        const auto month = digits(dotted, 2);
        if (month && take(dotted, ".")) {
          const auto day = digits(dotted, 2);
          if (const auto date = day ? PartialDate::of(*first, *month, *day) : std::nullopt) {
            return Reading{dotted, date};
          }
        }
      }
    }
    if (size <= 2 && take(at, "월")) return korean_month(*first, at, std::nullopt);
    if (size <= 2 && take(at, "일")) return korean_day(*first, at);
    if (size == 4 && english_year(begin, at, *first)) return Reading{at, PartialDate::of(*first)};
    if (size <= 2 && character_at(text_, at).code == ' ') {
      // "28 October 2025"
      std::size_t word = at + 1;
      if (const auto month = month_name(word)) return english_date(*month, *first, word);
    }
    return std::nullopt;
  }

  /// 7년 전, 3개월 전.
  std::optional<Reading> years_ago(int count, std::size_t at) const {
    constexpr int kMost = 40;
    const bool years = starts_with(text_.substr(at), "년 전");
    const bool months = starts_with(text_.substr(at), "개월 전");
    if ((!years && !months) || count > kMost || !published_) return std::nullopt;
    at += years ? std::string_view("년 전").size() : std::string_view("개월 전").size();
    if (is_comparison(at) || is_hangul(character_at(text_, at).code))
      return Reading{at, std::nullopt};
    if (years) return Reading{at, PartialDate::of(published_->year() - count)};
    return Reading{at, published_month(-count)};
  }

  bool english_year(std::size_t begin, std::size_t end, int year) const {
    constexpr int kFirst = 1990;
    constexpr int kLast = 2049;
    if (year < kFirst || year > kLast || is_word(character_at(text_, end).code)) return false;
    const std::string_view before =
        text_.substr(begin > 8 ? begin - 8 : 0, std::min<std::size_t>(begin, 8));
    return before.ends_with("in ") || before.ends_with("since ") || before.ends_with(" from ") ||
           before.ends_with("In ") || before.ends_with("Since ") || before.ends_with("during ") ||
           before.ends_with("by ") || before.ends_with("of ") || before.ends_with("early ") ||
           before.ends_with("late ");
  }

  std::optional<Reading> iso(std::size_t begin) const {
    constexpr std::size_t kDayForm = 10;
    const std::string_view digits = text_.substr(begin, kDayForm);
    const auto date = digits.size() == kDayForm ? PartialDate::parse(digits) : std::nullopt;
    if (!date || is_word(character_at(text_, begin + kDayForm).code)) return std::nullopt;
    return Reading{begin + kDayForm, date};
  }

  std::optional<Reading> korean_year(int year, std::size_t at) {
    constexpr int kEarliest = 1900;
    constexpr int kLatest = 2100;
    if (year < kEarliest || year > kLatest || is_duration(at)) return std::nullopt;
    return korean_year_rest(year, at);
  }

  /// What may follow a year: a month, a day.
  std::optional<Reading> korean_year_rest(int year, std::size_t at) {
    std::size_t next = skip_one_blank(at);
    const auto month = digits(next, 2);
    if (month && take(next, "월")) return korean_month(*month, next, year);
    return Reading{at, PartialDate::of(year)};
  }

  std::size_t skip_one_blank(std::size_t at) const {
    return at < text_.size() && text_[at] == ' ' ? at + 1 : at;
  }

  std::optional<Reading> korean_month(int month, std::size_t at, std::optional<int> year) {
    if (!year && is_duration(at)) return std::nullopt;
    std::size_t next = skip_one_blank(at);
    const auto day = digits(next, 2);
    const bool with_day = day && take(next, "일") && !is_duration(next);
    if (!year) year = year_for(month, with_day ? *day : 0, false);
    if (!year) return Reading{with_day ? next : at, std::nullopt};
    if (with_day) return Reading{next, PartialDate::of(*year, month, *day)};
    return Reading{at, PartialDate::of(*year, month)};
  }

  /// The year that brings month and day next to the publication: the past, unless `future`.
  std::optional<int> year_for(int month, int day, bool future) const {
    if (!published_) return std::nullopt;
    const int year = published_->year();
    if (published_->month() == 0) return year;
    const auto same = PartialDate::of(year, month, day);
    if (!same) return std::nullopt;
    if (future) return same->last_day() < published_->first_day() ? year + 1 : year;
    // A month or two ahead is more likely ahead than ten months ago.
    constexpr int kAhead = 2;
    return month > published_->month() + kAhead ? year - 1 : year;
  }

  /// "31일": the last such day up to the publication, give or take a time zone.
  std::optional<Reading> korean_day(int day, std::size_t at) {
    // "내달 3일 방한한다. … 5일에는": goes on in the month spoken of.
    if (published_ && event_day_ && event_day_->first_day() > published_->last_day() &&
        event_day_->month() != published_->month() && day >= event_day_->day() &&
        text_.substr(at).starts_with("에")) {
      return Reading{at, PartialDate::of(event_day_->year(), event_day_->month(), day)};
    }
    const bool ahead = published_ && day > published_->day() + 1;
    return korean_day_of_month(day, at, ahead ? -1 : 0);
  }

  /// That day of the month of the publication, `shift` months on.
  std::optional<Reading> korean_day_of_month(int day, std::size_t at, int shift) {
    if (is_duration(at)) return std::nullopt;
    if (!published_ || published_->day() == 0) return Reading{at, std::nullopt};
    int months = published_->year() * 12 + published_->month() - 1 + shift;
    return Reading{at, PartialDate::of(months / 12, months % 12 + 1, day)};
  }

  std::optional<PartialDate> day_offset(const std::optional<PartialDate>& base, int days) const {
    if (!base || base->precision() != PartialDate::Precision::Day) return std::nullopt;
    return PartialDate::of_day(base->first_day() + days);
  }

  std::optional<PartialDate> published_month(int shift) const {
    if (!published_ || published_->month() == 0) return std::nullopt;
    const int months = published_->year() * 12 + published_->month() - 1 + shift;
    return PartialDate::of(months / 12, months % 12 + 1);
  }

  std::optional<PartialDate> anchor() const { return event_day_ ? event_day_ : published_; }

  std::optional<Reading> korean_word(std::size_t begin) {
    // Every word that is taken below, so that one look is enough for all others.
    static constexpr auto kWords = word_list(
        {"이날",       "같은 날",    "같은날",   "당일",     "전날",     "하루 전",  "이튿날",
         "다음날",     "다음 날",    "오늘",     "어제",     "지난달",   "지난 달",  "이달",
         "이번 달",    "이번달",     "다음 달",  "다음달",   "내달",     "지난해",   "작년",
         "재작년",     "올해",       "금년",     "내년",     "지난 ",    "앞선 ",    "오는 ",
         "다가오는 ",  "한 달 전",   "두 달 전", "석 달 전", "세 달 전", "넉 달 전", "네 달 전",
         "다섯 달 전", "여섯 달 전", "이틀 전",  "사흘 전",  "나흘 전",  "닷새 전",  "열흘 전",
         "보름 전",    "일주일 전",  "올봄",     "올여름",   "올가을",   "올 초",    "올초",
         "지난봄",     "지난여름",   "지난가을"});
    if (!starts_with_any(text_.substr(begin), kWords)) return std::nullopt;
    std::size_t at = begin;
    if (take(at, "이날") || take(at, "같은 날") || take(at, "같은날") || take(at, "당일")) {
      return Reading{at, this_day(at)};
    }
    if (take(at, "전날") || take(at, "하루 전")) return Reading{at, day_offset(anchor(), -1)};
    if (take(at, "이튿날") || take(at, "다음날") || take(at, "다음 날")) {
      return Reading{at, day_offset(anchor(), 1)};
    }
    if (take(at, "오늘")) return Reading{at, published_};
    if (take(at, "어제")) return Reading{at, day_offset(published_, -1)};
    if (take(at, "지난달") || take(at, "지난 달")) return month_then_day(at, -1);
    if (take(at, "이달") || take(at, "이번 달") || take(at, "이번달")) return month_then_day(at, 0);
    if (take(at, "다음 달") || take(at, "다음달") || take(at, "내달")) return month_then_day(at, 1);
    if (take(at, "지난해") || take(at, "작년")) return relative_year(at, -1);
    if (take(at, "재작년")) return relative_year(at, -2);
    if (take(at, "올해") || take(at, "금년")) return relative_year(at, 0);
    if (take(at, "내년")) return relative_year(at, 1);
    if (const auto reading = time_ago(at)) return reading;
    for (const std::string_view season :
         {"올봄", "올여름", "올가을", "올 초", "올초", "지난봄", "지난여름", "지난가을"}) {
      if (!take(at, season)) continue;
      if (!published_) return Reading{at, std::nullopt};
      // 지난가을 in spring is that of the year before.
      constexpr int kJuly = 7;
      const bool before = starts_with(season, "지난") && published_->month() < kJuly;
      return Reading{at, PartialDate::of(published_->year() - (before ? 1 : 0))};
    }
    if (take(at, "지난 ") || take(at, "앞선 ")) return past_or_future(at, false);
    if (take(at, "오는 ") || take(at, "다가오는 ")) return past_or_future(at, true);
    return std::nullopt;
  }

  /// 1년 전보다, 10년 전만 해도: a time that something is compared with.
  bool is_comparison(std::size_t at) const {
    return starts_with_any(text_.substr(at),
                           {"보다", "만 해도", "만해도", "의", "과 ", "에 비해", " 대비", " 수준",
                            "까지", "쯤", " 가격", "에는 상상"});
  }

  /// 석 달 전, 일주일 전, 이틀 전: as precise as one counts.
  std::optional<Reading> time_ago(std::size_t at) const {
    struct Ago {
      std::string_view words;
      int months;
      int days;
    };
    static constexpr auto kAgo = std::to_array<Ago>({{"한 달 전", 1, 0},
                                                     {"두 달 전", 2, 0},
                                                     {"석 달 전", 3, 0},
                                                     {"세 달 전", 3, 0},
                                                     {"넉 달 전", 4, 0},
                                                     {"네 달 전", 4, 0},
                                                     {"다섯 달 전", 5, 0},
                                                     {"여섯 달 전", 6, 0},
                                                     {"이틀 전", 0, 2},
                                                     {"사흘 전", 0, 3},
                                                     {"나흘 전", 0, 4},
                                                     {"닷새 전", 0, 5},
                                                     {"열흘 전", 0, 10},
                                                     {"보름 전", 0, 15},
                                                     {"일주일 전", 0, 7}});
    for (const Ago& ago : kAgo) {
      if (!starts_with(text_.substr(at), ago.words)) continue;
      const std::size_t end = at + ago.words.size();
      if (is_comparison(end)) return Reading{end, std::nullopt};
      if (ago.months > 0) return Reading{end, published_month(-ago.months)};
      const auto day = day_offset(published_, -ago.days);
      constexpr int kExact = 5;  // a fortnight ago is no day
      if (day && ago.days > kExact) return Reading{end, PartialDate::of(day->year(), day->month())};
      return Reading{end, day};
    }
    return std::nullopt;
  }

  std::optional<PartialDate> this_day(std::size_t at) const {
    std::string_view after = text_.substr(at, 40);
    if (announced_day_ || published_) {
      const std::string_view next = after.substr(0, chunk_end(after, skip_blanks(after, 0)));
      if (contains_any(next, {"밝혔", "공시", "발표", "알렸"})) {
        return announced_day_ ? announced_day_ : published_;
      }
    }
    if (const auto told = told_day(at)) return told;
    const auto day = anchor();
    if (day && day->precision() != PartialDate::Precision::Day) return std::nullopt;
    return day;
  }

  /// "이날 발주서를 받았다고 27일 설명했다": the day on which it was told, later in the sentence.
  std::optional<PartialDate> told_day(std::size_t at) const {
    if (!published_ || published_->day() == 0) return std::nullopt;
    constexpr std::size_t kReach = 120;
    std::string_view rest = text_.substr(at, kReach);
    rest = rest.substr(0, rest.find('.'));
    for (const std::string_view verb :
         {"일 밝혔", "일 설명했", "일 공시했", "일 발표했", "일 말했"}) {
      const std::size_t found = find_word(rest, verb);
      if (found == std::string_view::npos) continue;
      std::size_t begin = found;
      while (begin > 0 && is_digit(static_cast<unsigned char>(rest[begin - 1]))) --begin;
      if (begin == found || found - begin > 2) continue;
      int value = 0;
      for (std::size_t i = begin; i < found; ++i) value = value * 10 + (rest[i] - '0');
      const bool ahead = value > published_->day() + 1;
      const int months = published_->year() * 12 + published_->month() - 1 - (ahead ? 1 : 0);
      return PartialDate::of(months / 12, months % 12 + 1, value);
    }
    return std::nullopt;
  }

  std::optional<Reading> month_then_day(std::size_t at, int shift) {
    std::size_t next = skip_one_blank(at);
    const auto day = digits(next, 2);
    if (day && take(next, "일") && !is_duration(next)) {
      const auto month = published_month(shift);
      if (!month) return Reading{next, std::nullopt};
      return Reading{next, PartialDate::of(month->year(), month->month(), *day)};
    }
    return Reading{at, published_month(shift)};
  }

  std::optional<Reading> relative_year(std::size_t at, int shift) {
    if (starts_with_any(text_.substr(at), {" 들어", " 들어서"})) return Reading{at, std::nullopt};
    if (!published_) {
      std::size_t next = skip_one_blank(at);
      if (digits(next, 2) && take(next, "월")) return Reading{next, std::nullopt};
      return Reading{at, std::nullopt};
    }
    return korean_year_rest(published_->year() + shift, at);
  }

  std::optional<Reading> past_or_future(std::size_t at, bool future) {
    std::size_t next = at;
    const auto value = digits(next, 4);
    if (!value) return std::nullopt;
    if (next - at == 4 && take(next, "년")) return korean_year(*value, next);
    if (take(next, "월")) {
      const auto year = year_for(*value, 0, future);
      if (!year) return Reading{next, std::nullopt};
      // "지난 12월" in May is that of the year before.
      const bool ahead = !future && *value > published_->month() && published_->month() > 0;
      return korean_month(*value, next, ahead ? published_->year() - 1 : *year);
    }
    if (!take(next, "일") || is_duration(next)) return std::nullopt;
    if (!future) return korean_day(*value, next);
    if (!published_ || published_->day() == 0) return Reading{next, std::nullopt};
    return korean_day_of_month(*value, next, *value < published_->day() ? 1 : 0);
  }

  static constexpr std::array<std::string_view, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  static constexpr std::array<std::string_view, 7> kWeekdays{
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

  /// A month's name or its abbreviation at `at`, which moves past it.
  std::optional<int> month_name(std::size_t& at) const {
    const std::size_t end = word_end(text_, at);
    const std::string_view word = text_.substr(at, end - at);
    constexpr std::size_t kShortest = 3;
    if (word.size() < kShortest) return std::nullopt;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
      if (word.front() != kMonths[i].front()) continue;
      const bool full = word == kMonths[i];
      const bool brief = (word.size() == kShortest || word == "Sept") &&
                         kMonths[i].starts_with(word) && kMonths[i].size() > kShortest;
      if (!full && !brief) continue;
      at = end;
      if (brief && character_at(text_, at).code == '.') ++at;
      return static_cast<int>(i) + 1;
    }
    return std::nullopt;
  }

  /// After a month's name: an optional day and year.
  std::optional<Reading> english_date(int month, int day, std::size_t at) {
    std::size_t next = at;
    if (day == 0 && take(next, " ")) {
      std::size_t number_end = next;
      const auto value = digits(number_end, 2);
      if (value && *value >= 1 && *value <= 31) {
        day = *value;
        for (const std::string_view ending : {"st", "nd", "rd", "th"}) take(number_end, ending);
        at = number_end;
      }
    }
    next = at;
    take(next, ",");
    if (take(next, " ")) {
      std::size_t year_end = next;
      const auto year = digits(year_end, 4);
      if (year && year_end - next == 4)
        return Reading{year_end, PartialDate::of(*year, month, day)};
    }
    auto year = english_year_for(month);
    if (year && lies_ahead(at)) {
      // "plans to visit in March", said in December: the next March.
      const bool gone = *year == published_->year() && month < published_->month();
      if (*year < published_->year() || gone) ++*year;
    }
    if (!year) return Reading{at, std::nullopt};
    return Reading{at, PartialDate::of(*year, month, day)};
  }

  /// "plans to visit in December": the clause before speaks of the future.
  bool lies_ahead(std::size_t at) const {
    constexpr std::size_t kWindow = 70;
    std::string_view before = text_.substr(at > kWindow ? at - kWindow : 0, std::min(at, kWindow));
    const std::size_t stop = before.find_last_of(".;\n");
    if (stop != std::string_view::npos) before.remove_prefix(stop);
    return contains_any(before,
                        {" will ", " plans to ", " plan to ", " expected ", " scheduled ", " due ",
                         " set to ", " to succeed ", " aims to ", " slated ", " would "});
  }

  /// A month named without a year is the last one of that name, if it is not this month.
  std::optional<int> english_year_for(int month) const {
    if (!published_) return std::nullopt;
    return month > published_->month() && published_->month() > 0 ? published_->year() - 1
                                                                  : published_->year();
  }

  bool word_here(std::size_t& at, std::string_view phrase) const {
    if (ascii_lower(text_[at]) != ascii_lower(phrase.front())) return false;
    if (!equal_ignoring_case(text_.substr(at, phrase.size()), phrase)) return false;
    if (is_word(character_at(text_, at + phrase.size()).code)) return false;
    at += phrase.size();
    return true;
  }

  std::optional<Reading> english_word(std::size_t begin) {
    std::size_t at = begin;
    if (const auto month = month_name(at)) {
      // May and March are words too.
      if ((*month == 5 || *month == 3) && !may_is_month(begin, at)) return std::nullopt;
      return english_date(*month, 0, at);
    }
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
      if (word_here(at, kWeekdays[i])) return Reading{at, weekday(static_cast<int>(i), begin)};
    }
    if (word_here(at, "today") || word_here(at, "this morning") || word_here(at, "tonight")) {
      return Reading{
          at, is_digest(text_.substr(0, text_.find('\n'))) ? published_month(0) : published_};
    }
    if (word_here(at, "yesterday")) return Reading{at, day_offset(published_, -1)};
    if (word_here(at, "over the weekend") || word_here(at, "last week") ||
        word_here(at, "this week")) {
      return Reading{at, published_month(0)};
    }
    if (word_here(at, "last month")) return Reading{at, published_month(-1)};
    if (word_here(at, "this month")) return Reading{at, published_month(0)};
    if (word_here(at, "next month")) return Reading{at, published_month(1)};
    if (word_here(at, "last year")) return Reading{at, published_year(-1)};
    if (word_here(at, "this year")) return Reading{at, published_year(0)};
    if (word_here(at, "next year")) return Reading{at, published_year(1)};
    return std::nullopt;
  }

  bool may_is_month(std::size_t begin, std::size_t end) const {
    const std::string_view before =
        text_.substr(begin > 6 ? begin - 6 : 0, std::min<std::size_t>(begin, 6));
    if (before.ends_with("in ") || before.ends_with("In ") || before.ends_with("last ") ||
        before.ends_with("early ") || before.ends_with("late ") || before.ends_with("since ") ||
        before.ends_with("on ") || before.ends_with("On ")) {
      return true;
    }
    return text_.substr(end).starts_with(" ") && is_digit(character_at(text_, end + 1).code);
  }

  std::optional<PartialDate> published_year(int shift) const {
    if (!published_) return std::nullopt;
    return PartialDate::of(published_->year() + shift);
  }

  /// The last such day up to the publication; the one before it after "last", the next one after
  /// "next" or "this coming".
  std::optional<PartialDate> weekday(int index, std::size_t begin) const {
    if (!published_ || published_->day() == 0) return std::nullopt;
    constexpr int kThursday = 3;  // 1970-01-01
    const int today =
        ((published_->first_day() + kThursday) % kDaysInWeek + kDaysInWeek) % kDaysInWeek;
    int back = (today - index + kDaysInWeek) % kDaysInWeek;
    const std::string_view before =
        text_.substr(begin > 6 ? begin - 6 : 0, std::min<std::size_t>(begin, 6));
    if (before.ends_with("next ")) back -= kDaysInWeek;
    if (before.ends_with("last ") && back == 0) back = kDaysInWeek;
    return day_offset(published_, -back);
  }

  std::string_view text_;
  std::optional<PartialDate> published_;
  std::optional<PartialDate> event_day_;
  std::optional<PartialDate> announced_day_;
  std::vector<DateMention> dates_;
};

}  // namespace

bool is_digest(std::string_view title) {
  return contains_any(
      title, {"Last Week", "This Week in", "Weekly", "weekly", "Roundup", "roundup", "Digest",
              "digest", "Newsletter", "Briefs", "the week in", "The week in"});
}

std::vector<DateMention> find_dates(std::string_view text, std::optional<PartialDate> published) {
  return DateReader(text, published).run();
}

}  // namespace dealgraph::extract
