#pragma once
// One day, or a whole week or month, as people say it. Inner part of date_phrases.
#include "handlers/time/when_words.hpp"

#include <optional>
#include <vector>

namespace handlers {

/// What was read at a position.
struct DayFound {
  std::size_t next = 0;           ///< the position after it; 0 if there is no day
  std::optional<store::Day> day;  ///< one day; missing if it was an impossible one
  std::optional<DayRange> range;  ///< or a whole week or month
  std::vector<Doubt> doubts;
  unsigned weekday = 0;  ///< 1 .. 7 if it was said
  bool plain = false;    ///< the weekday stands without a date or week
  bool bare = false;     ///< nor "på", "næste" or the like before it
};

/// `led`: what stands before says that a day comes, so that "3.8" is one.
DayFound read_day(const Sentence&, std::size_t i, LocalTime now, bool led = false);

/// All of a month (1 .. 12), this year or the next.
DayFound read_whole_month(Number month, store::Day today);

/// The n-th (1 .. 5) or last (-1) such weekday of a month; nothing if there are fewer.
std::optional<store::Day> nth_weekday(std::chrono::year_month, int nth, unsigned iso);

/// Monday of the week of a day.
store::Day monday_before(store::Day);

/// So many months later; on the last day of a month that is shorter.
store::Day months_later(store::Day, int months);

/// The first such weekday (1 .. 7) after a day.
store::Day weekday_after(store::Day, unsigned iso);

}  // namespace handlers
