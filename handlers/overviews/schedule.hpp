#pragma once
// When an overview goes out. Pure.
#include "handlers/policy.hpp"
#include "store/clock.hpp"
#include "store/subscriptions.hpp"

namespace handlers {

/// weekly, monthly or off: what the person chose, else what the setting says.
store::Pace pace_of(const store::Subscription&, const Policy&);

/// The next time after `after`: the weekday of each week, or the first day of each month; the first working
/// day after it where nobody works then. Not before a pause has ended. `pace_of` is not off.
store::Instant next_overview(const store::Subscription&, store::Instant after, const Policy&);

/// The same time of day on the first working day that has it after `after`: for one that must wait.
store::Instant next_chance(const store::Subscription&, store::Instant after, const Policy&);

/// Whether it may go out now: on a working day, not before its time of day, not in quiet hours (unless that
/// is its time).
bool is_time_for(const store::Subscription&, store::Instant now, const Policy&);

/// Paused today, or for good.
bool is_paused(const store::Subscription&, store::Day today);

}  // namespace handlers
