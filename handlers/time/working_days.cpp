#include "handlers/time/working_days.hpp"

#include "handlers/time/local_time.hpp"

#include <algorithm>
#include <cstdlib>

namespace handlers {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int count_max = 2000;

store::Day step_to_working_day(store::Day day, days step, const WorkCalendar& calendar) {
  auto at = day;
  for (int tried = 0; tried < 366; ++tried) {
    at += step;
    if (is_working_day(at, calendar)) {
      return at;
    }
  }
  return day;
}

store::Day day_of(int year, unsigned month, unsigned day) {
  return year_month_day{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

}  // namespace

store::Day easter_sunday(int year) {
  // The Gregorian computus in the form of Meeus, Astronomical Algorithms, chapter 8.
  const int golden = year % 19;
  const int century = year / 100;
  const int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  const int full = moon - (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
  const int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
  const int after = full - weekday;
  const int month = 3 + (after + 40) / 44;
  const int day = after + 28 - 31 * (month / 4);
  return day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::vector<std::pair<store::Day, Holiday>> public_holidays(int year) {
  const auto easter = easter_sunday(year);
  std::vector<std::pair<store::Day, Holiday>> holidays{{day_of(year, 1, 1), Holiday::new_years_day},
                                                       {easter - days(3), Holiday::maundy_thursday},
                                                       {easter - days(2), Holiday::good_friday},
                                                       {easter, Holiday::easter_sunday},
                                                       {easter + days(1), Holiday::easter_monday}};
  if (year < 2024) {
    holidays.emplace_back(easter + days(26), Holiday::great_prayer_day);
  }
  holidays.emplace_back(easter + days(39), Holiday::ascension_day);
  holidays.emplace_back(easter + days(49), Holiday::whit_sunday);
  holidays.emplace_back(easter + days(50), Holiday::whit_monday);
  holidays.emplace_back(day_of(year, 12, 25), Holiday::christmas_day);
  holidays.emplace_back(day_of(year, 12, 26), Holiday::second_christmas_day);
  return holidays;
}

std::optional<Holiday> public_holiday(store::Day day) {
  for (const auto& [at, holiday] : public_holidays(static_cast<int>(year_month_day(day).year()))) {
    if (at == day) {
      return holiday;
    }
  }
  return std::nullopt;
}

std::string holiday_name(Holiday holiday, const Texts& texts) {
  return texts.list("time.holidays").at(static_cast<std::size_t>(holiday));
}

std::optional<WorkCalendar> WorkCalendar::make(std::span<const std::string> closing_days, std::string* bad) {
  WorkCalendar calendar;
  for (const auto& text : closing_days) {
    // A leap year, so that 02-29 is a day.
    const auto every_year = text.size() == 5 ? read_day("2024-" + text) : std::nullopt;
    if (every_year) {
      const year_month_day date(*every_year);
      calendar.every_year_.emplace(static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    } else if (const auto day = read_day(text)) {
      calendar.days_.insert(*day);
    } else {
      if (bad) {
        *bad = text;
      }
      return std::nullopt;
    }
  }
  return calendar;
}

bool WorkCalendar::closed(store::Day day) const {
  const year_month_day date(day);
  return days_.contains(day) ||
         every_year_.contains({static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())});
}

std::optional<DayOff> why_not_working(store::Day day, const WorkCalendar& calendar) {
  if (const auto holiday = public_holiday(day)) {
    return DayOff{DayOff::Reason::holiday, holiday};
  }
  if (std::chrono::weekday(day).iso_encoding() >= 6) {
    return DayOff{DayOff::Reason::weekend, std::nullopt};
  }
  if (calendar.closed(day)) {
    return DayOff{DayOff::Reason::closing_day, std::nullopt};
  }
  return std::nullopt;
}

bool is_working_day(store::Day day, const WorkCalendar& calendar) {
  return !why_not_working(day, calendar);
}

store::Day next_working_day(store::Day day, const WorkCalendar& calendar) {
  return step_to_working_day(day, days(1), calendar);
}

store::Day previous_working_day(store::Day day, const WorkCalendar& calendar) {
  return step_to_working_day(day, days(-1), calendar);
}

store::Day add_working_days(store::Day day, int count, const WorkCalendar& calendar) {
  const auto step = days(count < 0 ? -1 : 1);
  const int left = std::abs(std::clamp(count, -count_max, count_max));
  for (int counted = 0; counted < left; ++counted) {
    day = step_to_working_day(day, step, calendar);
  }
  return day;
}

IsoWeek iso_week(store::Day day) {
  const auto thursday = day + days(4 - static_cast<int>(std::chrono::weekday(day).iso_encoding()));
  const int year = static_cast<int>(year_month_day(thursday).year());
  return {year, static_cast<int>((thursday - day_of(year, 1, 1)).count() / 7) + 1};
}

int iso_weeks_in_year(int year) {
  return iso_week(day_of(year, 12, 28)).week;  // always in the year's last week
}

std::optional<store::Day> monday_of(IsoWeek week) {
  if (week.week < 1 || week.week > iso_weeks_in_year(week.year)) {
    return std::nullopt;
  }
  const auto fourth = day_of(week.year, 1, 4);  // always in week 1
  return fourth - days(std::chrono::weekday(fourth).iso_encoding() - 1) + days(7 * (week.week - 1));
}

}  // namespace handlers
