#include "handlers/overviews/schedule.hpp"

#include "handlers/gatherings/reminder_plan.hpp"
#include "handlers/time/zone.hpp"

#include <algorithm>

namespace handlers {
namespace {

using std::chrono::days;
using store::Day;
using store::Instant;
using store::Pace;
using store::Subscription;

/// After its own time quiet hours are none for so long.
constexpr std::chrono::minutes on_time{30};

Instant at(Day day, const Subscription& subscription, const Policy& policy) {
  return to_instant({day, std::chrono::minutes(subscription.minute)}, policy.zone).instant;
}

Day working(Day day, const Policy& policy) {
  return is_working_day(day, policy.calendar) ? day : next_working_day(day, policy.calendar);
}

/// The day of the week or month that has `day`, whether anybody works then or not.
Day day_of_period(Day day, const Subscription& subscription, Pace pace) {
  if (pace == Pace::monthly) {
    const std::chrono::year_month_day date(day);
    return date.year() / date.month() / 1;
  }
  const int weekday = static_cast<int>(std::chrono::weekday(day).iso_encoding());
  return day + days(subscription.weekday - weekday);
}

Day next_period(Day day_of_one, Pace pace) {
  if (pace == Pace::monthly) {
    return Day(std::chrono::year_month_day(day_of_one) + std::chrono::months(1));
  }
  return day_of_one + days(7);
}

}  // namespace

Pace pace_of(const Subscription& subscription, const Policy& policy) {
  if (subscription.pace != Pace::unsaid) {
    return subscription.pace;
  }
  return policy.overviews == "weekly"    ? Pace::weekly
         : policy.overviews == "monthly" ? Pace::monthly
                                         : Pace::off;
}

Instant next_overview(const Subscription& subscription, Instant after, const Policy& policy) {
  const auto pace = pace_of(subscription, policy);
  auto first = local_day(after, policy.zone);
  if (subscription.paused_until && first <= *subscription.paused_until) {
    first = *subscription.paused_until + days(1);
    after = std::max(
        after, to_instant({first, std::chrono::minutes(0)}, policy.zone).instant - std::chrono::seconds(1));
  }
  // The last period's day may have been put off into this one.
  for (auto day = day_of_period(first - days(7), subscription, pace);; day = next_period(day, pace)) {
    if (const auto due = at(working(day, policy), subscription, policy); due > after) {
      return due;
    }
  }
}

Instant next_chance(const Subscription& subscription, Instant after, const Policy& policy) {
  const auto today = local_day(after, policy.zone);
  if (is_working_day(today, policy.calendar) && at(today, subscription, policy) > after) {
    return at(today, subscription, policy);
  }
  return at(next_working_day(today, policy.calendar), subscription, policy);
}

bool is_time_for(const Subscription& subscription, Instant now, const Policy& policy) {
  const auto today = local_day(now, policy.zone);
  const auto its_time = at(today, subscription, policy);
  return is_working_day(today, policy.calendar) && now >= its_time &&
         (now < its_time + on_time || !end_of_quiet(now, policy));
}

bool is_paused(const Subscription& subscription, Day today) {
  return subscription.paused_until && today <= *subscription.paused_until;
}

}  // namespace handlers
