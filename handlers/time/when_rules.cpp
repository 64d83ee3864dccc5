#include "handlers/time/when_rules.hpp"

#include "handlers/time/when_days.hpp"

#include <algorithm>

namespace handlers {
namespace {

using std::chrono::days;
using Unit = Recurrence::Unit;

struct UnitFound {
  std::size_t next = 0;
  Unit unit = Unit::week;
  std::optional<unsigned> weekday;
  int times = 1;
};

UnitFound read_unit(const Sentence& s, std::size_t i) {
  if (const auto weekday = read_weekday(s, i); weekday.iso != 0) {
    return {weekday.next, Unit::week, weekday.iso, 1};
  }
  if (const auto next = s.after_any(i, {"hverdag", "hverdage", "arbejdsdag", "arbejdsdage", "weekday",
                                        "weekdays", "working day", "workday", "business day"})) {
    return {next, Unit::working_day, {}, 1};
  }
  if (const auto next = s.after_any(i, {"dag", "dage", "day", "days"})) {
    return {next, Unit::day, {}, 1};
  }
  if (const auto next = s.after_any(i, {"uge", "uger", "week", "weeks"})) {
    return {next, Unit::week, {}, 1};
  }
  if (const auto next = s.after_any(i, {"måned", "måneder", "month", "months"})) {
    return {next, Unit::month, {}, 1};
  }
  if (const auto next = s.after_any(i, {"kvartal", "kvartaler", "quarter", "quarters"})) {
    return {next, Unit::quarter, {}, 1};
  }
  if (const auto next = s.after_any(i, {"halve år", "halvår", "half year", "six months"})) {
    return {next, Unit::month, {}, 6};
  }
  if (const auto next = s.after_any(i, {"år", "year", "years"})) {
    return {next, Unit::year, {}, 1};
  }
  return {};
}

/// "ugentligt", "monthly".
RuleFound read_adverb(const Sentence& s, std::size_t i) {
  const auto rule = [](std::size_t next, Unit unit, int every) {
    RuleFound found{next, {}, false};
    found.rule.unit = unit;
    found.rule.every = every;
    return found;
  };
  if (const auto next = s.after_any(i, {"ugentligt", "ugentlig", "ugentlige", "weekly"}))
    return rule(next, Unit::week, 1);
  if (const auto next = s.after_any(i, {"on weekdays", "på hverdage", "i hverdage"}))
    return rule(next, Unit::working_day, 1);
  if (const auto next = s.after_any(i, {"dagligt", "daglig", "daglige", "daily"}))
    return rule(next, Unit::day, 1);
  if (const auto next = s.after_any(i, {"månedligt", "månedlig", "månedlige", "monthly"}))
    return rule(next, Unit::month, 1);
  if (const auto next = s.after_any(i, {"kvartalsvis", "kvartalsvist", "quarterly"}))
    return rule(next, Unit::quarter, 1);
  if (const auto next = s.after_any(i, {"årligt", "årlig", "årlige", "yearly", "annually", "annual"}))
    return rule(next, Unit::year, 1);
  if (const auto next = s.after_any(i, {"halvårligt", "halvårlig", "half - yearly", "twice a year"}))
    return rule(next, Unit::month, 6);
  if (const auto next = s.after_any(i, {"fortnightly", "biweekly", "bi - weekly"}))
    return rule(next, Unit::week, 2);
  return {};
}

/// "hver anden onsdag", "every 2 weeks", "hvert kvartal".
RuleFound read_every(const Sentence& s, std::size_t i) {
  const auto lead = s.after_any(i, {"hver", "hvert", "alle", "every", "each", "all"});
  if (!lead) {
    return {};
  }
  int every = 1;
  auto at = lead;
  if (const auto other = s.after_any(lead, {"other", "anden", "andet"})) {
    every = 2;
    at = other;
  } else if (const auto ordinal = read_ordinal(s, lead); ordinal.next) {
    every = ordinal.value;
    at = ordinal.next;
  } else if (const auto number = read_cardinal(s, lead);
             number.next && number.value >= 1 && number.value <= 60) {
    every = number.value;
    at = number.next;
  }
  const auto unit = read_unit(s, at);
  if (!unit.next || (s.any(lead, {"dage"}) && s.is(i, "alle"))) {
    return {};
  }
  RuleFound found{unit.next, {}, false};
  found.rule.unit = unit.unit;
  found.rule.every = every * unit.times;
  if (unit.unit == Unit::day && every % 7 == 0) {
    found.rule.unit = Unit::week;  // "hver 14. dag"
    found.rule.every = every / 7;
  }
  if (unit.weekday) {
    found.rule.weekday = std::chrono::weekday(*unit.weekday);
    const auto month = s.after_any(unit.next, {"i måneden", "of the month", "in the month"});
    found.next = month ? month : found.next;
    found.doubtful = month != 0;
  } else if (unit.unit == Unit::week) {
    const auto weekday = read_weekday(s, s.skip(unit.next, {"på", "om", "on"}));
    if (weekday.iso != 0) {
      found.rule.weekday = std::chrono::weekday(weekday.iso);
      found.next = weekday.next;
    }
  }
  return found;
}

constexpr std::initializer_list<std::string_view> each_month{
    "i hver måned", "hver måned", "of every month", "of each month",
    "every month",  "each month", "in every month", "i måneden hver måned"};

/// "første tirsdag i hver måned", "the 1st of each month", "den sidste torsdag i måneden".
RuleFound read_monthly(const Sentence& s, std::size_t i) {
  const bool each = s.any(i, {"hver", "every", "each"});
  const bool led = each || s.after_any(i, {"den", "på den", "om"}) != 0;
  const auto at = s.skip(i, {"på den", "den", "on the", "the", "d", "hver", "every", "each"});
  int nth = -1;
  auto next = s.after_any(at, {"sidste", "last"});
  if (!next) {
    const auto ordinal = read_ordinal(s, at);
    nth = ordinal.value;
    next = ordinal.next;
  }
  if (!next) {
    return {};
  }
  RuleFound found;
  found.rule.unit = Unit::month;
  const auto weekday = read_weekday(s, next);
  if (weekday.iso != 0 && nth <= 5) {
    const auto every = s.after_any(weekday.next, each_month);
    found.next = every ? every : led ? s.after_any(weekday.next, {"i måneden"}) : 0;
    if (!found.next && each) {
      found.next = s.after_any(weekday.next, {"of the month", "in the month"});
    }
    found.rule.weekday = std::chrono::weekday(weekday.iso);
    found.rule.nth = nth;
    found.doubtful = each && !every && nth > 1;
    return found;
  }
  if (nth > 0) {
    found.next = s.after_any(next, each_month);
    found.rule.day_of_month = nth;
  }
  return found;
}

/// "mandage", "om mandagen", "on Mondays".
RuleFound read_plural(const Sentence& s, std::size_t i) {
  const auto at = s.skip(i, {"på", "om", "on"});
  const auto weekday = read_weekday(s, at);
  if (weekday.iso == 0 || !(weekday.plural || (weekday.definite && s.is(i, "om")))) {
    return {};
  }
  RuleFound found{weekday.next, {}, false};
  found.rule.weekday = std::chrono::weekday(weekday.iso);
  return found;
}

store::Day month_day(std::chrono::year_month month, int day) {
  const auto date = month / std::chrono::day(static_cast<unsigned>(day));
  return date.ok() ? store::Day(date) : store::Day(month / std::chrono::last);
}

ShiftFound weekday_shift(std::size_t next, unsigned iso, int direction) {
  ShiftFound found;
  found.next = next;
  found.weekday = iso;
  found.amount.count = direction;
  found.amount.unit = Amount::Unit::days;
  return found;
}

/// "onsdagen efter", "den følgende onsdag", "the Wednesday before".
ShiftFound read_weekday_shift(const Sentence& s, std::size_t i) {
  const auto at = s.skip(i, {"på den efterfølgende", "den efterfølgende", "efterfølgende", "den følgende",
                             "følgende", "the following", "following", "the", "på"});
  const auto weekday = read_weekday(s, at);
  if (weekday.iso == 0 || weekday.plural) {
    return {};
  }
  if (at != i && !s.any(at - 1, {"the", "på"})) {
    return weekday_shift(weekday.next, weekday.iso, 1);
  }
  if (const auto next =
          s.after_any(weekday.next, {"efter", "derefter", "derpå", "after that", "after", "afterwards"});
      next && read_day(s, next, {}).next == 0) {
    return weekday_shift(next, weekday.iso, 1);
  }
  if (const auto next = s.after_any(weekday.next, {"før", "inden", "before", "forinden"});
      next && read_day(s, next, {}).next == 0) {
    return weekday_shift(next, weekday.iso, -1);
  }
  return {};
}

/// "dagen", "ugen", "the week", or an amount.
Amount read_step(const Sentence& s, std::size_t i) {
  using U = Amount::Unit;
  if (const auto next = s.after_any(i, {"dagen", "the day", "aftenen", "the evening"}))
    return {U::days, 1, false, next};
  if (const auto next = s.after_any(i, {"ugen", "the week"})) return {U::weeks, 1, false, next};
  if (const auto next = s.after_any(i, {"måneden", "the month"})) return {U::months, 1, false, next};
  if (const auto next = s.after_any(i, {"året", "the year"})) return {U::years, 1, false, next};
  if (const auto next = s.after_any(i, {"timen", "the hour"})) return {U::minutes, 60, true, next};
  return read_amount(s, i);
}

}  // namespace

RuleFound read_recurrence(const Sentence& s, std::size_t i) {
  for (const auto reader : {read_monthly, read_every, read_adverb, read_plural}) {
    if (const auto found = reader(s, i); found.next) {
      return found;
    }
  }
  return {};
}

std::optional<store::Day> first_of(const Recurrence& rule, LocalTime now,
                                   std::optional<std::chrono::minutes> start, const WorkCalendar& calendar) {
  const auto earliest = start && *start > now.of_day ? now.day : now.day + days(1);
  const std::chrono::year_month_day date(earliest);
  const auto month = date.year() / date.month();
  if (rule.unit == Unit::day) {
    return earliest;
  }
  if (rule.unit == Unit::working_day) {
    return is_working_day(earliest, calendar) ? earliest : next_working_day(earliest, calendar);
  }
  if (rule.weekday && !rule.nth) {
    return weekday_after(earliest - days(1), rule.weekday->iso_encoding());
  }
  for (int later = 0; later < 12; ++later) {
    const auto at = month + std::chrono::months(later);
    const auto day = rule.weekday && rule.nth ? nth_weekday(at, *rule.nth, rule.weekday->iso_encoding())
                     : rule.day_of_month      ? std::optional(month_day(at, *rule.day_of_month))
                                              : std::nullopt;
    if (day && *day >= earliest) {
      return day;
    }
  }
  return std::nullopt;
}

ShiftFound read_shift(const Sentence& s, std::size_t i) {
  if (const auto weekday = read_weekday_shift(s, i); weekday.next) {
    return weekday;
  }
  ShiftFound found;
  if (const auto next = s.after_any(i, {"samme dag", "the same day", "same day", "på dagen", "on the day"})) {
    found.next = next;
    found.amount.unit = Amount::Unit::days;
    return found;
  }
  if (const auto next = s.after_any(i, {"næste dag", "den næste dag", "den følgende dag", "the next day",
                                        "next day", "the following day", "dagen derpå"})) {
    found.next = next;
    found.amount = {Amount::Unit::days, 1, false, next};
    return found;
  }
  if (const auto next = s.after_any(i, {"ugen derpå", "den følgende uge", "the following week"})) {
    found.next = next;
    found.amount = {Amount::Unit::weeks, 1, false, next};
    return found;
  }
  found.amount = read_step(s, i);
  if (!found.amount.next || found.amount.count > 2000) {
    return {};
  }
  if (const auto next = s.after_any(found.amount.next,
                                    {"før tid", "før", "forinden", "forud", "i forvejen", "inden", "before",
                                     "beforehand", "in advance", "ahead", "ahead of", "in advance of"})) {
    found.next = next;
    found.before = true;
    found.amount.count = -found.amount.count;
  } else if (const auto earlier = s.after_any(found.amount.next, {"tidligere", "earlier"})) {
    found.next = earlier;
    found.amount.count = -found.amount.count;
  } else {
    found.next = s.after_any(found.amount.next, {"senere", "later", "efter", "after that", "after",
                                                 "derefter", "afterwards", "frem"});
  }
  return found;
}

ShiftFound read_put_off(const Sentence& s, std::size_t i) {
  bool put_off = false;
  for (std::size_t k = 0; k < i && !put_off; ++k) {
    put_off =
        s.any(k, {"udskyd", "udskyde", "udsæt", "udsætte", "skub", "skubbe", "postpone", "delay", "push"});
  }
  ShiftFound found;
  if (put_off) {
    found.amount = read_amount(s, s.skip(i, {"by", "med", "back by", "back"}));
    found.next = found.amount.next;
  }
  return found;
}

store::Day shifted(store::Day day, const Amount& amount, const WorkCalendar& calendar) {
  switch (amount.unit) {
    case Amount::Unit::minutes:
      return day;
    case Amount::Unit::days:
      return day + days(amount.count);
    case Amount::Unit::working_days:
      return add_working_days(day, amount.count, calendar);
    case Amount::Unit::weeks:
      return day + days(7 * amount.count);
    case Amount::Unit::months:
      return months_later(day, amount.count);
    case Amount::Unit::years:
      return months_later(day, 12 * amount.count);
  }
  return day;
}

}  // namespace handlers
