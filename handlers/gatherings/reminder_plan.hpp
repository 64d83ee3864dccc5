#pragma once
// When the rules of a gathering fall due.
#include "handlers/policy.hpp"
#include "store/gatherings.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace handlers {

/// "-10w@09:00": so many working days, days ('d') or hours ('h') before it begins. Hours have no time of day.
struct ReminderRule {
  int amount = 0;
  char unit = 'w';
  std::chrono::minutes of_day{9 * 60};
};

/// Nothing if the text is no rule.
std::optional<ReminderRule> read_rule(std::string_view);

/// Days and working days are counted on the calendar and end on a working day; the time of day is that of the
/// clock on the wall. Hours are hours.
store::Instant due_of(const ReminderRule&, const store::Gathering&, const Policy&);

/// A reminder that somebody is to get at `due`, and until when it is of use.
struct PlannedTime {
  std::string_view rule;
  store::Instant due;
  store::Instant useful_until;
};

/// The sensible ones of the gathering's rules, in the order of time, no two at once: not within half an hour
/// of `now`, and before it begins.
std::vector<PlannedTime> planned_times(const store::Gathering&, store::Instant now, const Policy&);

/// When those who are silent are reminded of the answer deadline; nothing if it is too late for that, or
/// there is none.
std::optional<store::Instant> answers_due(const store::Gathering&, store::Instant now, const Policy&);

/// Hours in which nobody is written to unasked: when they end, if `now` lies in them.
std::optional<store::Instant> end_of_quiet(store::Instant now, const Policy&);

}  // namespace handlers
