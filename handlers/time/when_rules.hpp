#pragma once
// What repeats, and what is counted from an event. Inner part of date_phrases.
#include "handlers/time/when_words.hpp"

#include <optional>

namespace handlers {

/// The rule at a position; `next` is 0 if there is none.
struct RuleFound {
  std::size_t next = 0;
  Recurrence rule;
  bool doubtful = false;  ///< "hver anden onsdag i måneden": every second one, or the second of the month
};
RuleFound read_recurrence(const Sentence&, std::size_t i);

/// The first day of a rule that is still to come; `none` if the rule does not name one.
std::optional<store::Day> first_of(const Recurrence&, LocalTime now,
                                   std::optional<std::chrono::minutes> start, const WorkCalendar&);

/// "dagen efter", "to timer tidligere", "onsdagen efter", "samme dag"; or with `before` "3 arbejdsdage før".
struct ShiftFound {
  std::size_t next = 0;
  Amount amount;         ///< count < 0: earlier; 0: the same day
  unsigned weekday = 0;  ///< 1 .. 7: the next (count > 0) or previous such day
  bool before = false;
};
ShiftFound read_shift(const Sentence&, std::size_t i);
/// "en uge", "by an hour", "back an hour", somewhere behind "udskyd" or "postpone": so much later.
ShiftFound read_put_off(const Sentence&, std::size_t i);

/// A day that is so far from another.
store::Day shifted(store::Day, const Amount&, const WorkCalendar&);

}  // namespace handlers
