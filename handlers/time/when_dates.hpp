#pragma once
// Dates in figures and in words, and days that have a name. Inner part of date_phrases.
#include "handlers/time/when_days.hpp"

namespace handlers {

/// What stands before a date and so tells what may be one.
enum class Lead {
  none,  ///< "4.5" is no date
  day,   ///< a weekday or "senest": "4.5" is one
  den    ///< "den": "fjerde" or "4" alone is one, too
};

/// "4/5", "4.5.2026", "2026-05-04", "4. maj", "May 4th".
DayFound read_date(const Sentence&, std::size_t i, store::Day today, Lead);

/// "grundlovsdag", "2. påskedag", "Easter Monday": the next one.
DayFound read_named_day(const Sentence&, std::size_t i, store::Day today);

/// The days of a feast that people plan around: "påske", "pinse", "jul", "nytår", the next one.
struct Feast {
  std::size_t next = 0;  ///< 0 if there is none
  store::Day first;
  store::Day last;
};
Feast read_feast(const Sentence&, std::size_t i, store::Day today);

}  // namespace handlers
