#include "handlers/time/when_days.hpp"

#include "handlers/time/when_dates.hpp"

namespace handlers {
namespace {

using std::chrono::days;
using std::chrono::year_month;
using std::chrono::year_month_day;

using Kind = Doubt::Kind;

Doubt doubt(Kind kind, std::optional<store::Day> other = std::nullopt) {
  return {kind, {}, other, std::nullopt};
}

DayFound one(std::size_t next, store::Day day) {
  return {next, day, std::nullopt, {}, 0, false};
}

DayFound whole(std::size_t next, store::Day from, store::Day to) {
  return {next, std::nullopt, DayRange{from, to}, {}, 0, false};
}

year_month month_of(store::Day day) {
  const year_month_day date(day);
  return date.year() / date.month();
}

DayFound whole_month(std::size_t next, year_month month) {
  return whole(next, month / 1, month / std::chrono::last);
}

/// "i dag", "tomorrow".
DayFound read_near(const Sentence& s, std::size_t i, store::Day today) {
  if (const auto next = s.after_any(
          i, {"i overmorgen", "iovermorgen", "overmorgen", "the day after tomorrow", "day after tomorrow"})) {
    return one(next, today + days(2));
  }
  if (const auto next = s.after_any(i, {"i morgen", "imorgen", "i morn", "tomorrow", "tmrw"})) {
    return one(next, today + days(1));
  }
  if (const auto next = s.after_any(i, {"i dag", "idag", "d d", "today"})) {
    return one(next, today);
  }
  if (const auto next = s.after_any(i, {"i går", "igår", "yesterday"})) {
    return one(next, today - days(1));
  }
  return {};
}

store::Day counted(store::Day from, const Amount& amount) {
  const bool months = amount.unit == Amount::Unit::months || amount.unit == Amount::Unit::years;
  return months ? months_later(from, amount.count * (amount.unit == Amount::Unit::years ? 12 : 1))
                : from + days(amount.count * (amount.unit == Amount::Unit::weeks ? 7 : 1));
}

bool in_days(const Amount& amount) {
  return amount.next && amount.unit != Amount::Unit::minutes && amount.unit != Amount::Unit::working_days &&
         amount.count <= 520;
}

/// "om 14 dage", "in two weeks", "om tre uger på torsdag".
DayFound read_ahead(const Sentence& s, std::size_t i, store::Day today) {
  const auto lead = s.after_any(i, {"om", "in"});
  const auto amount = read_amount(s, lead ? lead : i);
  const auto from_now =
      amount.next ? s.after_any(amount.next, {"fra nu", "fra nu af", "fra i dag", "from now", "from today"})
                  : 0;
  if (!in_days(amount) || (!lead && !from_now)) {
    return {};
  }
  auto found = one(from_now ? from_now : amount.next, counted(today, amount));
  const auto weekday = read_weekday(s, s.skip(found.next, {"på", "on"}));
  if (amount.unit == Amount::Unit::weeks && weekday.iso != 0 && !weekday.plural) {
    const auto coming = weekday_after(today, weekday.iso) + days(7 * amount.count);
    const auto of_week = monday_before(*found.day) + days(weekday.iso - 1);
    found = one(weekday.next, coming);
    found.weekday = weekday.iso;
    if (coming != of_week) {
      found.doubts.push_back(doubt(Kind::counted_weeks, of_week));
    }
  }
  return found;
}

/// "uge 16", "uge 29-31", "week 16 of 2027": the first of those weeks that is not long past.
DayFound read_week(const Sentence& s, std::size_t i, store::Day today) {
  auto at = s.after_any(i, {"i uge", "uge", "i ugerne", "ugerne", "in week", "week", "in weeks", "weeks",
                            "uge nr", "i uge nr"});
  if (!at || !s.number(s.skip(at, {".", "nr"})) || s.at(s.skip(at, {"."})).value > 53) {
    return {};
  }
  at = s.skip(at, {"."});
  const int first = s.at(at).value;
  int last = first;
  std::size_t next = at + 1;
  while (s.any(next, {"-", "til", "to", "og", "and", ","}) && s.number(next + 1) &&
         s.at(next + 1).value <= 53 &&
         (s.any(next, {"-", "til", "to"}) ? s.at(next + 1).value > last : s.at(next + 1).value == last + 1) &&
         !s.any(next + 2, {":", "/"})) {
    last = s.at(next + 1).value;
    next += 2;
  }
  int year = iso_week(today).year;
  const auto said = s.skip(next, {"i", "in", "of", "-", ","});
  const bool year_said = s.number(said) && s.at(said).value >= 2000 && s.at(said).value <= 2199;
  if (year_said) {
    year = s.at(said).value;
    next = said + 1;
  }
  auto from = monday_of({year, first});
  const bool long_past = from && *from + days(7) + days(31) < today;
  if (!year_said && long_past) {
    from = monday_of({year + 1, first});
    year += 1;
  }
  const auto to = monday_of({year, last});
  if (!from || !to) {
    return {next, std::nullopt, std::nullopt, {doubt(Kind::impossible_date)}, 0, false};
  }
  auto found = whole(next, *from, *to + days(6));
  if (!year_said && long_past) {
    found.doubts.push_back(doubt(Kind::year_guessed, monday_of({year - 1, first})));
  }
  return found;
}

/// "næste uge", "i denne måned", "next year", "i weekenden".
DayFound read_period(const Sentence& s, std::size_t i, store::Day today) {
  const auto monday = monday_before(today);
  if (const auto next = s.after_any(i, {"i denne uge", "denne uge", "i indeværende uge", "this week"})) {
    return whole(next, monday, monday + days(6));
  }
  if (const auto next =
          s.after_any(i, {"i næste uge", "næste uge", "i den kommende uge", "next week", "the next week"})) {
    return whole(next, monday + days(7), monday + days(13));
  }
  if (const auto next = s.after_any(i, {"i sidste uge", "sidste uge", "last week"})) {
    return whole(next, monday - days(7), monday - days(1));
  }
  if (const auto next = s.after_any(i, {"i denne måned", "denne måned", "this month"})) {
    return whole_month(next, month_of(today));
  }
  if (const auto next = s.after_any(i, {"i næste måned", "næste måned", "next month"})) {
    return whole_month(next, month_of(today) + std::chrono::months(1));
  }
  const auto year = year_month_day(today).year();
  if (const auto next = s.after_any(i, {"i år", "this year"})) {
    return whole(next, year / 1 / 1, year / 12 / 31);
  }
  if (const auto next = s.after_any(i, {"i næste år", "til næste år", "næste år", "next year"})) {
    return whole(next, (year + std::chrono::years(1)) / 1 / 1, (year + std::chrono::years(1)) / 12 / 31);
  }
  if (const auto next = s.after_any(i, {"i næste weekend", "næste weekend", "next weekend"})) {
    return whole(next, monday + days(12), monday + days(13));
  }
  if (const auto next = s.after_any(i, {"i weekenden", "weekenden", "at the weekend", "on the weekend",
                                        "this weekend", "the weekend"})) {
    return whole(next, monday + days(5), monday + days(6));
  }
  if (const auto in = s.after_any(i, {"i", "in", "hele"})) {
    if (const auto month = read_month(s, in, true); month.next) {
      const auto this_year = year / std::chrono::month(static_cast<unsigned>(month.value));
      const bool year_said =
          s.number(month.next) && s.at(month.next).value >= 2000 && s.at(month.next).value <= 2199;
      if (year_said) {
        return whole_month(month.next + 1, std::chrono::year(s.at(month.next).value) / this_year.month());
      }
      return read_whole_month(month, today);
    }
  }
  return {};
}

/// "den sidste april", "sidste dag i april", "the last of April": the coming one. "Sidste april" alone is the
/// one that was.
DayFound read_last_of_month(const Sentence& s, std::size_t i, store::Day today) {
  const auto at = s.after_any(i, {"den sidste dag i", "sidste dag i", "på den sidste i", "den sidste i",
                                  "den sidste", "the last day of", "last day of", "the last of"});
  const auto month = at ? read_month(s, at) : Number{};
  if (!month.next) {
    return {};
  }
  const auto of_year = [&](std::chrono::year year) {
    return store::Day(year / std::chrono::month(static_cast<unsigned>(month.value)) / std::chrono::last);
  };
  const auto year = year_month_day(today).year();
  const bool said = s.number(month.next) && s.at(month.next).value >= 2000 && s.at(month.next).value <= 2199;
  DayFound found;
  if (said) {
    found.next = month.next + 1;
    found.day = of_year(std::chrono::year(s.at(month.next).value));
  } else {
    found.next = month.next;
    found.day = of_year(of_year(year) < today ? year + std::chrono::years(1) : year);
  }
  return found;
}

/// "sidste fredag i maj", "første tirsdag i næste måned", "the last Thursday of the month".
DayFound read_nth(const Sentence& s, std::size_t i, store::Day today) {
  auto at = s.skip(i, {"på den", "på", "den", "on the", "the"});
  int nth = -1;
  if (const auto last = s.after_any(at, {"sidste", "last"})) {
    at = last;
  } else {
    const auto ordinal = read_ordinal(s, at);
    if (!ordinal.next || ordinal.value > 5) {
      return {};
    }
    nth = ordinal.value;
    at = ordinal.next;
  }
  const auto weekday = read_weekday(s, at);
  if (weekday.iso == 0) {
    return nth < 0 ? read_last_of_month(s, i, today) : DayFound{};
  }
  const auto in = s.after_any(weekday.next, {"i", "in", "of"});
  const auto month = in ? read_month(s, in) : Number{};
  const auto this_month = s.after_any(weekday.next, {"i måneden", "i denne måned", "of the month",
                                                     "in the month", "this month", "of this month"});
  const auto next_month = s.after_any(weekday.next, {"i næste måned", "next month", "of next month"});
  if (!month.next && !this_month && !next_month) {
    return {};
  }
  auto when = month_of(today);
  if (month.next) {
    when = when.year() / std::chrono::month(static_cast<unsigned>(month.value));
    const auto day = nth_weekday(when, nth, weekday.iso);
    when += std::chrono::years(!day || *day < today ? 1 : 0);
  } else if (next_month) {
    when += std::chrono::months(1);
  } else if (const auto day = nth_weekday(when, nth, weekday.iso); !day || *day < today) {
    when += std::chrono::months(1);
  }
  DayFound found{month.next   ? month.next
                 : this_month ? this_month
                              : next_month,
                 nth_weekday(when, nth, weekday.iso),
                 {},
                 {},
                 weekday.iso};
  if (!found.day) {
    found.doubts.push_back(doubt(Kind::impossible_date));
  } else if (this_month && s.after_any(weekday.next, {"i måneden", "of the month", "in the month"})) {
    found.doubts.push_back(doubt(Kind::maybe_recurring));
  }
  return found;
}

enum class Said { bare, on, next, last, this_week };

/// Which one of a weekday is meant that stands without a date or week.
DayFound plain_weekday(const WeekdayWord& weekday, Said said, store::Day today) {
  const auto coming = weekday_after(today, weekday.iso);
  const auto of_next_week = monday_before(today) + days(7 + weekday.iso - 1);
  auto found = one(weekday.next, coming);
  found.plain = said == Said::bare || said == Said::on;
  found.bare = said == Said::bare;
  const bool is_today = std::chrono::weekday(today).iso_encoding() == weekday.iso;
  if (said == Said::next) {
    found.day = of_next_week;
    if (coming != of_next_week) {
      found.doubts.push_back(doubt(Kind::next_weekday, coming));
    }
  } else if (said == Said::last) {
    found.day = coming - days(is_today ? 14 : 7);
  } else if (said == Said::this_week) {
    found.day = monday_before(today) + days(weekday.iso - 1);
  } else if (is_today) {
    found.doubts.push_back(doubt(Kind::weekday_today, today));
  } else if (said == Said::bare && !weekday.definite) {
    found.doubts.push_back(doubt(Kind::bare_weekday, coming + days(7)));
  }
  return found;
}

/// What stands after a weekday: a week, a date, or a number of weeks. Nothing if none of them.
std::optional<DayFound> weekday_with_more(const Sentence& s, const WeekdayWord& weekday, store::Day today) {
  const auto after = s.skip(weekday.next, {", den", ", d", ", the", ",", "den", "d", "the"});
  const bool with_den = after != weekday.next && !s.is(after - 1, ",");
  auto date = read_date(s, s.skip(after, {"."}), today, with_den ? Lead::den : Lead::day);
  if (date.next) {
    const bool conflict = date.day && std::chrono::weekday(*date.day).iso_encoding() != weekday.iso;
    if (conflict && !with_den && s.is(date.next - 2, ".")) {
      return std::nullopt;  // "fredag 13.10" is a time, then
    }
    if (conflict) {
      date.doubts.push_back(doubt(Kind::weekday_conflict, monday_before(*date.day) + days(weekday.iso - 1)));
    }
    return date;
  }
  const auto at = s.skip(weekday.next, {",", "i", "in", "of"});
  for (const auto from : {weekday.next, at}) {
    auto week = read_week(s, from, today);
    if (!week.next) {
      week = s.after_any(s.skip(from, {"i"}), {"weekenden", "næste måned", "denne måned"})
                 ? DayFound{}
                 : read_period(s, from, today);
    }
    if (week.next && week.range && *week.range->to - *week.range->from == days(6)) {
      week.day = *week.range->from + days(weekday.iso - 1);
      week.range.reset();
      return week;
    }
  }
  const auto lead = s.after_any(weekday.next, {"om", "in"});
  auto amount = lead ? read_amount(s, lead) : Amount{};
  if (amount.unit == Amount::Unit::days && amount.count % 7 == 0) {
    amount.unit = Amount::Unit::weeks;  // "fredag om 14 dage"
    amount.count /= 7;
  }
  if (in_days(amount) && amount.unit == Amount::Unit::weeks) {
    const auto coming = weekday_after(today, weekday.iso) + days(7 * amount.count);
    const auto of_week = monday_before(counted(today, amount)) + days(weekday.iso - 1);
    auto found = one(amount.next, coming);
    if (coming != of_week) {
      found.doubts.push_back(doubt(Kind::counted_weeks, of_week));
    }
    return found;
  }
  return std::nullopt;
}

DayFound read_weekday_day(const Sentence& s, std::size_t i, store::Day today) {
  auto said = Said::bare;
  auto at = i;
  if (const auto next = s.after_any(i, {"på næste", "næste", "next", "on next"})) {
    at = next, said = Said::next;
  } else if (const auto last = s.after_any(i, {"sidste", "i sidste", "forrige", "last"})) {
    at = last, said = Said::last;
  } else if (const auto near = s.after_any(
                 i, {"på denne", "denne", "this", "nu på", "nu", "førstkommende", "på førstkommende",
                     "kommende", "this coming", "coming", "på", "pa", "on", "til på"})) {
    at = near, said = Said::on;
  }
  const auto weekday = read_weekday(s, at);
  if (weekday.iso == 0 || weekday.plural) {
    return {};
  }
  auto found = weekday_with_more(s, weekday, today).value_or(plain_weekday(weekday, said, today));
  found.weekday = weekday.iso;
  return found;
}

}  // namespace

DayFound read_whole_month(Number month, store::Day today) {
  const auto this_year =
      year_month_day(today).year() / std::chrono::month(static_cast<unsigned>(month.value));
  return whole_month(month.next, this_year < month_of(today) ? this_year + std::chrono::years(1) : this_year);
}

std::optional<store::Day> nth_weekday(year_month month, int nth, unsigned iso) {
  const std::chrono::weekday weekday(iso);
  if (nth < 0) {
    return store::Day(month / weekday[std::chrono::last]);
  }
  const std::chrono::year_month_weekday day = month / weekday[static_cast<unsigned>(nth)];
  return day.ok() ? std::optional(store::Day(day)) : std::nullopt;
}

store::Day monday_before(store::Day day) {
  return day - days(std::chrono::weekday(day).iso_encoding() - 1);
}

store::Day months_later(store::Day day, int months) {
  const auto date = year_month_day(day) + std::chrono::months(months);
  return date.ok() ? store::Day(date) : store::Day(date.year() / date.month() / std::chrono::last);
}

store::Day weekday_after(store::Day day, unsigned iso) {
  const auto ahead = (iso + 7 - std::chrono::weekday(day).iso_encoding()) % 7;
  return day + days(ahead == 0 ? 7 : ahead);
}

DayFound read_day(const Sentence& s, std::size_t i, LocalTime now, bool led_before) {
  const auto today = now.day;
  const auto from = s.skip(i, {"hele"});
  for (const auto reader : {read_near, read_ahead, read_nth, read_week, read_period, read_weekday_day}) {
    if (auto found = reader(s, from, today); found.next) {
      return found;
    }
  }
  if (auto named = read_named_day(s, i, today); named.next) {
    return named;
  }
  auto at = s.skip(i, {"på den", "på", "on the", "on", "den", "d", "the"});
  const bool led = at != i && !s.any(i, {"på", "on"});
  const bool on_led = at != i && (s.is(i + 1, "den") || s.is(i + 1, "the"));
  at = s.any(at, {"."}) && at != i ? at + 1 : at;
  return read_date(s, at, today, led || on_led ? Lead::den : led_before || at != i ? Lead::day : Lead::none);
}

}  // namespace handlers
