#include "handlers/confirming/round_days.hpp"

#include "handlers/confirming/rounds.hpp"
#include "handlers/gatherings/reminder_plan.hpp"
#include "handlers/time/zone.hpp"
#include "store/reminders.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr std::chrono::hours asking_hour{9};
constexpr unsigned quiet_days_of_january = 7;
constexpr int days_searched = 366;
constexpr int fewest_per_day = 20;
constexpr int days_for_everybody = 20;

/// Valid on the day: what begins later or has ended is nobody's to confirm.
bool holds(const store::Responsibility& entry, store::Day today) {
  return (!entry.from || *entry.from <= today) && (!entry.to || *entry.to >= today);
}

}  // namespace

bool is_asking_day(store::Day day, const WorkCalendar& calendar) {
  const std::chrono::year_month_day date(day);
  const bool july = date.month() == std::chrono::July;
  const bool new_year =
      date.month() == std::chrono::January && date.day() <= std::chrono::day(quiet_days_of_january);
  return !july && !new_year && is_working_day(day, calendar);
}

store::Day next_asking_day(store::Day day, const WorkCalendar& calendar) {
  for (int i = 1; i <= days_searched; ++i) {
    if (is_asking_day(day + std::chrono::days(i), calendar)) {
      return day + std::chrono::days(i);
    }
  }
  return day;
}

store::Day months_after(store::Day day, int months) {
  const auto date = std::chrono::year_month_day(day) + std::chrono::months(months);
  return date.ok() ? store::Day(date) : store::Day(date.year() / date.month() / std::chrono::last);
}

store::Instant morning_of(store::Day day, const Policy& policy) {
  const auto nine = to_instant({day, asking_hour}, policy.zone).instant;
  return end_of_quiet(nine, policy).value_or(nine);
}

std::optional<store::Instant> when_to_ask(store::Instant now, const Policy& policy) {
  const auto today = local_day(now, policy.zone);
  if (!is_asking_day(today, policy.calendar)) {
    return morning_of(next_asking_day(today, policy.calendar), policy);
  }
  const auto morning = morning_of(today, policy);
  if (now < morning) {
    return morning;
  }
  return end_of_quiet(now, policy)
             ? std::optional(morning_of(next_asking_day(today, policy.calendar), policy))
             : std::nullopt;
}

int people_per_day(std::size_t people) {
  return std::max(fewest_per_day, static_cast<int>(people) / days_for_everybody);
}

store::Day day_with_room(store::Day day, std::map<store::Day, int>& taken, int per_day,
                         const WorkCalendar& calendar) {
  if (!is_asking_day(day, calendar)) {
    day = next_asking_day(day, calendar);
  }
  while (taken[day] >= per_day) {
    const auto next = next_asking_day(day, calendar);
    if (next == day) {
      break;
    }
    day = next;
  }
  ++taken[day];
  return day;
}

std::vector<store::TaskIndex> tasks_today(store::PersonIndex person, const Context& context) {
  std::vector<store::TaskIndex> tasks;
  for (const auto& entry : context.catalogue().responsibilities_of_person(person)) {
    if (holds(entry, context.today) && (tasks.empty() || tasks.back() != entry.task)) {
      tasks.push_back(entry.task);
    }
  }
  return tasks;
}

std::optional<store::Day> oldest_confirmation(store::PersonIndex person, const Context& context) {
  std::optional<store::Day> oldest;
  for (const auto& entry : context.catalogue().responsibilities_of_person(person)) {
    if (entry.confirmed && holds(entry, context.today) && (!oldest || *entry.confirmed < *oldest)) {
      oldest = *entry.confirmed;
    }
  }
  return oldest;
}

store::Day due_day(store::PersonIndex person, store::Day earliest, const Context& context) {
  const auto oldest = oldest_confirmation(person, context);
  return oldest ? std::max(earliest, months_after(*oldest, context.policy.confirm_every_months)) : earliest;
}

void plan_next_round(store::PersonIndex person, store::Transaction& transaction, const Context& context,
                     store::Instant now) {
  if (context.policy.confirm_every_months == 0) {
    return;
  }
  const auto id = context.catalogue().person(person).id;
  const auto from = months_after(context.today, context.policy.confirm_every_months);
  auto taken = store::days_taken(transaction.database(), from);
  const auto day = day_with_room(from, taken, people_per_day(context.catalogue().people().size()),
                                 context.policy.calendar);
  if (store::begin_round(transaction, id, day) != 0) {
    store::plan_duty(transaction, confirm_duty, id, morning_of(day, context.policy), now);
  }
}

}  // namespace handlers
