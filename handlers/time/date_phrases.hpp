#pragma once
// Days and times as people write them in chat, Danish and English. The forms are listed in README.md.
#include "handlers/language.hpp"
#include "handlers/time/local_time.hpp"
#include "handlers/time/working_days.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace handlers {

/// Bytes [begin, end) of the text that was read.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// Days from and to, both included; at least one of them is there.
struct DayRange {
  std::optional<store::Day> from;
  std::optional<store::Day> to;

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// "hver anden onsdag", "første tirsdag i hver måned". Local rules: the time of day stands in When::start.
struct Recurrence {
  enum class Unit { day, working_day, week, month, quarter, year };
  Unit unit = Unit::week;
  int every = 1;                                ///< each, every second, ... unit
  std::optional<std::chrono::weekday> weekday;  ///< of the week, or with `nth` of the month
  std::optional<int> nth;                       ///< 1 .. 5 the n-th, -1 the last such weekday of the month
  std::optional<int> day_of_month;              ///< 1 .. 31, with unit month and larger
  std::optional<store::Day> until;              ///< the last day on which it may happen
  std::optional<int> count;                     ///< how many times, 1 or more

  friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

/// "3 arbejdsdage før": a time before an event that stands elsewhere. When::start is then the time of that
/// day.
struct Before {
  enum class Unit { minutes, hours, days, working_days, weeks, months };
  int amount = 0;  ///< 1 or more
  Unit unit = Unit::days;

  friend bool operator==(const Before&, const Before&) = default;
};

/// What can be read in two ways. `When` holds the likelier; repeat it in words, or ask.
struct Doubt {
  enum class Kind {
    day_or_month,      ///< English "4/5": 4 May is taken, 5 April may be meant
    half_of_day,       ///< "kl. 3", "halv to": office hours are taken
    part_of_day,       ///< "i formiddag" without a clock time: a usual hour is taken
    weekday_today,     ///< "på fredag" said on a Friday: that of next week is taken
    bare_weekday,      ///< "fredag" alone: the coming one is taken
    next_weekday,      ///< "næste fredag" said on a Wednesday: that of next week is taken
    counted_weeks,     ///< "om tre uger på mandag": counted from the coming Monday
    weekday_conflict,  ///< "torsdag den 17. april 2026", which is a Friday: the date is taken
    impossible_date,   ///< "31. april": no date is taken
    year_guessed,      ///< a day that is long past this year: that of next year is taken
    date_or_time,      ///< "13.10" without "kl." or "d.": the time is taken
    last_day_open,     ///< "inden fredag": Friday is taken in
    maybe_recurring,   ///< "sidste torsdag i måneden": the next one is taken, each month may be meant
    several_dates,     ///< two days or times that don't belong together: the first is taken
    needs_event        ///< "dagen efter" without an event to count from
  };
  Kind kind = Kind::bare_weekday;
  ByteRange where;
  std::optional<store::Day> other_day;             ///< the other reading
  std::optional<std::chrono::minutes> other_time;  ///< the other reading, since midnight
};

/// What is to be pointed out, though it was understood.
struct Problem {
  enum class Kind { past, weekend, holiday, closing_day, end_before_start };
  Kind kind = Kind::past;
  std::optional<Holiday> holiday;

  friend bool operator==(const Problem&, const Problem&) = default;
};

/// The gathering that is spoken of, for "dagen efter", "samme tid", "to timer tidligere".
struct WhenContext {
  std::optional<LocalTime> start;
  std::optional<LocalTime> end;
  bool moves = false;  ///< it is moved: "til onsdag" is Wednesday of its own week, once it is a week ahead
};

/// What a text says about time. Parts that it says nothing about are empty.
struct When {
  std::optional<store::Day> date;  ///< the day; of a recurrence the first one
  /// A whole week or month, "fra mandag til onsdag", "senest 3/8". Together with `date` only after a mere
  /// "til": in "flyt til mandag" the date counts, in "stille til mandag" the last day.
  std::optional<DayRange> days;
  std::optional<std::chrono::minutes> start;     ///< since midnight, 0 .. 1439
  std::optional<std::chrono::minutes> end;       ///< 0 .. 1440; alone in "til kl. 15"
  std::optional<std::chrono::minutes> duration;  ///< 1 minute .. 31 days
  std::optional<Recurrence> recurrence;
  std::optional<Before> before;  ///< with an event in the context `date` (and `start`) are counted, too
  std::optional<store::Day> not_before;  ///< "efter påske": the first working day after
  bool same_time = false;        ///< "samme tid" was said; with an event `start` and `end` are its own
  std::vector<ByteRange> taken;  ///< in order, apart; the rest of the text is about something else
  std::vector<Doubt> doubts;
  std::vector<Problem> problems;

  bool empty() const { return taken.empty(); }
  bool doubts_if(Doubt::Kind) const;
  /// Date and start together; nothing if one is missing.
  std::optional<LocalTime> moment() const;
  /// The end: that which was said, or start and duration together. Nothing without date and start.
  std::optional<LocalTime> moment_end() const;
};

/// How much of a text is looked at.
inline constexpr std::size_t when_characters_max = 400;

/// Reads days and times. `now` is the local time of the one who writes. Dates are day first, weeks those of
/// ISO 8601, clock times of 24 hours. Any bytes may come in; linear in the text. Pure, thread-safe.
When parse_when(std::string_view text, LocalTime now, Language, const WorkCalendar&, const WhenContext& = {});

}  // namespace handlers
