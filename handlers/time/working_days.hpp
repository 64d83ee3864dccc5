#pragma once
// Which days the municipality works: weekends, the Danish public holidays of any year, own closing days; and
// the week numbers by which Danes plan. Everything here is pure, so thread-safe.
#include "handlers/texts/texts.hpp"
#include "store/clock.hpp"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handlers {

/// The public holidays of Denmark, in the order of the year.
enum class Holiday {
  new_years_day,
  maundy_thursday,
  good_friday,
  easter_sunday,
  easter_monday,
  great_prayer_day,  ///< until 2023 (lov nr. 214 af 6. marts 2023)
  ascension_day,
  whit_sunday,
  whit_monday,
  christmas_day,
  second_christmas_day
};

/// Easter Sunday of a year of the Gregorian calendar (1583 and later).
store::Day easter_sunday(int year);

/// The holidays of a year, in order.
std::vector<std::pair<store::Day, Holiday>> public_holidays(int year);

/// Which holiday a day is, if any.
std::optional<Holiday> public_holiday(store::Day);

/// "skærtorsdag", "Maundy Thursday": fits after "det er", "it is".
std::string holiday_name(Holiday, const Texts&);

/// The municipality's own closing days: immutable once made.
class WorkCalendar {
 public:
  /// Without own closing days.
  WorkCalendar() = default;

  /// From the settings: a day ("2026-05-15") or one of every year ("12-24", month first). Nothing if one of
  /// them is neither; `bad` says which.
  static std::optional<WorkCalendar> make(std::span<const std::string> closing_days,
                                          std::string* bad = nullptr);

  /// Whether it is one of the own closing days.
  bool closed(store::Day) const;

 private:
  std::set<store::Day> days_;
  std::set<std::pair<unsigned, unsigned>> every_year_;  ///< month, day
};

/// Why nobody works on a day.
struct DayOff {
  enum class Reason { weekend, holiday, closing_day };
  Reason reason = Reason::weekend;
  std::optional<Holiday> holiday;  ///< which, if that is the reason

  friend bool operator==(const DayOff&, const DayOff&) = default;
};

/// Nothing if it is a working day. A holiday counts before a weekend, a weekend before an own closing day.
std::optional<DayOff> why_not_working(store::Day, const WorkCalendar&);

bool is_working_day(store::Day, const WorkCalendar&);

/// The first working day after this one, and the last before it. The day itself if the calendar leaves none
/// in a whole year.
store::Day next_working_day(store::Day, const WorkCalendar&);
store::Day previous_working_day(store::Day, const WorkCalendar&);

/// So many working days later, or earlier if negative: the day itself is not counted, and with 0 it is the
/// answer whatever it is. At most 2,000 are counted.
store::Day add_working_days(store::Day, int count, const WorkCalendar&);

/// A week of ISO 8601, as Danish calendars count: from Monday, week 1 has the year's first Thursday.
struct IsoWeek {
  int year = 0;  ///< of the week, which near New Year differs from that of the day
  int week = 0;  ///< 1 .. 52 or 53

  friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

IsoWeek iso_week(store::Day);

/// 52 or 53.
int iso_weeks_in_year(int year);

/// The Monday of a week; nothing if the year has no such week.
std::optional<store::Day> monday_of(IsoWeek);

}  // namespace handlers
