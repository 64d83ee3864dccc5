#pragma once
// When people are asked whether their tasks are still right.
#include "handlers/policy.hpp"
#include "handlers/sections.hpp"
#include "store/clock.hpp"
#include "store/confirmation_rounds.hpp"
#include "store/database.hpp"

#include <map>
#include <optional>
#include <vector>

namespace handlers {

/// The working days after which a silent colleague is reminded, reminded again, and the leader asked.
inline constexpr int days_per_step = 5;

/// A working day, not in July and not in the first seven days of the year. Only such days count.
bool is_asking_day(store::Day, const WorkCalendar&);
/// The first one after this day. The day itself if the calendar leaves none in a whole year.
store::Day next_asking_day(store::Day, const WorkCalendar&);

/// So many months later on the calendar; of a day that the month has not, its last.
store::Day months_after(store::Day, int months);

/// Nine o'clock on that day, or the end of the quiet hours if these last longer.
store::Instant morning_of(store::Day, const Policy&);

/// Nothing if people may be asked at this instant; else when next.
std::optional<store::Instant> when_to_ask(store::Instant now, const Policy&);

/// At most so many people are asked on one day: a twentieth, so that it takes a month of working days when
/// all of them are due at once; but not fewer than 20.
int people_per_day(std::size_t people);

/// The first asking day from `day` on that has room; counted into `taken`.
store::Day day_with_room(store::Day day, std::map<store::Day, int>& taken, int per_day, const WorkCalendar&);

/// What a person has today in any role, each task once, in the order of the catalogue.
std::vector<store::TaskIndex> tasks_today(store::PersonIndex, const Context&);

/// When the oldest entry of a person was confirmed; nothing if none ever was.
std::optional<store::Day> oldest_confirmation(store::PersonIndex, const Context&);

/// When a person is due who is not to be asked before `earliest`.
store::Day due_day(store::PersonIndex, store::Day earliest, const Context&);

/// The person's next round, months after today; and the duty that begins it.
void plan_next_round(store::PersonIndex, store::Transaction&, const Context&, store::Instant now);

}  // namespace handlers
