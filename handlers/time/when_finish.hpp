#pragma once
// What was taken of a text, put together: with the event that is spoken of, the usual halves of the day, the
// first day of a rule, and what is to be pointed out. Inner part of date_phrases.
#include "handlers/time/when_clock.hpp"
#include "handlers/time/when_rules.hpp"

#include <optional>

namespace handlers {

/// What the reader has taken so far.
struct TakenParts {
  When when;
  unsigned weekday = 0;  ///< 1 .. 7 if the day was said with one
  bool plain = false;    ///< the weekday stood without a date or week
  bool bare = false;     ///< nor "på", "næste" or the like before it
  ClockFound clock;      ///< which times were guessed
  ByteRange clock_bytes;
  std::optional<DayPart> part;
  ByteRange part_bytes;
  std::optional<ShiftFound> shift;
  std::optional<bool> even_weeks;  ///< of a rule: only in weeks of even numbers, or of odd ones
};

void finish_when(TakenParts&, LocalTime now, const WorkCalendar&, const WhenContext&);

}  // namespace handlers
