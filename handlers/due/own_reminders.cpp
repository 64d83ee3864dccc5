#include "handlers/access.hpp"
#include "handlers/due/due_run.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/reminders/repeating.hpp"
#include "handlers/reply.hpp"
#include "handlers/time/zone.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr std::chrono::months silent_for{6};

/// Half a year later on the calendar, at the same hour in UTC: nobody waits for the minute.
store::Instant half_a_year_after(store::Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  auto date = std::chrono::year_month_day(day) + silent_for;
  if (!date.ok()) {
    date = date.year() / date.month() / std::chrono::last;
  }
  return std::chrono::sys_days(date) + (instant - day);
}

void plan_next(const store::Reminder& reminder, store::Instant due, DueRun& run) {
  auto next = reminder;
  next.due = std::max(due, run.now + std::chrono::days(1));
  next.useful_until = half_a_year_after(next.due);
  store::plan_reminder(run.transaction(), next);
}

}  // namespace

void remind_in_person(const store::Reminder& reminder, DueRun& run) {
  const auto repeating = read_repeating(reminder.rule);
  const auto next = repeating ? next_time(*repeating, run.now, run.services.policy) : std::nullopt;
  if (next) {
    store::postpone_reminder(run.transaction(), reminder.id, *next);  // the same one: its buttons stay good
  } else {
    store::finish_reminder(run.transaction(), reminder.id, false, run.now);
  }
  auto to = store::find_conversation(run.database(), reminder.tenant, reminder.conversation);
  if (!to) {
    return;  // we were taken out there: nobody reads it
  }
  const auto language = language_of_code(reminder.language);
  const auto there = elsewhere(run.context, language, *to, run.outcome.notices.size() + 1);
  TextSection words{{there.texts.say("due.personal", {{"what", reminder.text}})}, {}};
  if (run.now - reminder.due > late_after) {
    words.lines.push_back(there.texts.say("due.late", {{"when", moment_of(reminder.due, there)}}));
  }
  run.outcome.notices.push_back({std::move(*to), make_reply({std::move(words)}, there)});
  run.outcome.changed_data = true;
}

void ask_about_network(const store::Reminder& reminder, DueRun& run) {
  store::finish_reminder(run.transaction(), reminder.id, false, run.now);
  const auto network = store::find_network(run.database(), reminder.network);
  if (!network || network->closed || network->kind != store::NetworkKind::informal) {
    return;
  }
  const auto ahead = store::gatherings_ahead(run.database(), network->id, run.now, 1);
  const auto last = store::last_gathering(run.database(), network->id, run.now);
  const auto active = !ahead.empty() ? ahead.front().ends : last ? last->ends : store::Instant{};
  if (const auto silent_from = half_a_year_after(active); silent_from > run.now) {
    plan_next(reminder, silent_from, run);
    return;
  }
  plan_next(reminder, half_a_year_after(run.now), run);
  tell_person(coordinator_of(*network, run.context), reminder.tenant, run.outcome, run.services, run.context,
              [&](const Context& there) -> std::vector<Section> {
                return {TextSection{{there.texts.say("due.network_silent", {{"network", network->name}})},
                                    {there.texts.say("due.close_network", {{"network", network->name}})}}};
              });
}

}  // namespace handlers
