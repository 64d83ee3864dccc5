#include "handlers/gatherings/reminder_plan.hpp"

#include "handlers/gatherings/invitations.hpp"
#include "handlers/time/working_days.hpp"
#include "handlers/time/zone.hpp"
#include "store/reminders.hpp"

#include <algorithm>
#include <charconv>

namespace handlers {
namespace {

using namespace std::chrono_literals;

/// Whoever plans a gathering now knows of it: a reminder right after would be a nuisance.
constexpr auto rest_after_planning = 30min;
/// A reminder by days that is later than this would be taken for a new one.
constexpr auto useful_for = 48h;
constexpr int answers_working_days = 2;
constexpr auto answers_at = 9h;
constexpr int amount_max = 400;

store::Day working_day_at_or_before(store::Day day, const WorkCalendar& calendar) {
  return is_working_day(day, calendar) ? day : previous_working_day(day, calendar);
}

std::optional<std::chrono::minutes> read_time(std::string_view text) {
  unsigned hour = 0, minute = 0;
  if (text.size() != 5 || text[2] != ':') {
    return std::nullopt;
  }
  const auto read = [](std::string_view digits, unsigned& value) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  if (!read(text.substr(0, 2), hour) || !read(text.substr(3), minute) || hour > 23 || minute > 59) {
    return std::nullopt;
  }
  return std::chrono::hours(hour) + std::chrono::minutes(minute);
}

store::Instant at(store::Day day, std::chrono::minutes of_day, const Policy& policy) {
  return to_instant({day, of_day}, policy.zone).instant;
}

void plan(store::ReminderKind kind, const store::Gathering& gathering, const PlannedTime& time,
          store::Transaction& transaction) {
  store::Reminder reminder;
  reminder.kind = kind;
  reminder.due = time.due;
  reminder.useful_until = time.useful_until;
  reminder.gathering = gathering.id;
  reminder.network = gathering.network;
  reminder.rule = time.rule;
  reminder.tenant = gathering.tenant;
  reminder.language = gathering.language;
  store::plan_reminder(transaction, reminder);
}

}  // namespace

std::optional<ReminderRule> read_rule(std::string_view text) {
  ReminderRule rule;
  const auto at_sign = text.find('@');
  const auto offset = text.substr(0, at_sign);
  if (offset.size() < 3 || offset.front() != '-') {
    return std::nullopt;
  }
  rule.unit = offset.back();
  const auto digits = offset.substr(1, offset.size() - 2);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), rule.amount);
  const bool known = rule.unit == 'w' || rule.unit == 'd' || rule.unit == 'h';
  if (error != std::errc() || end != digits.data() + digits.size() || !known || rule.amount < 0 ||
      rule.amount > amount_max) {
    return std::nullopt;
  }
  if (at_sign != std::string_view::npos) {
    const auto of_day = read_time(text.substr(at_sign + 1));
    if (!of_day || rule.unit == 'h') {
      return std::nullopt;
    }
    rule.of_day = *of_day;
  }
  return rule;
}

store::Instant due_of(const ReminderRule& rule, const store::Gathering& gathering, const Policy& policy) {
  if (rule.unit == 'h') {
    return gathering.starts - std::chrono::hours(rule.amount);
  }
  const auto begins = local_day(gathering.starts, policy.zone);
  const auto day = rule.unit == 'w' ? add_working_days(begins, -rule.amount, policy.calendar)
                                    : begins - std::chrono::days(rule.amount);
  return at(working_day_at_or_before(day, policy.calendar), rule.of_day, policy);
}

std::vector<PlannedTime> planned_times(const store::Gathering& gathering, store::Instant now,
                                       const Policy& policy) {
  std::vector<PlannedTime> times;
  std::string_view rules = gathering.reminders;
  while (!rules.empty()) {
    const auto blank = rules.find(' ');
    const auto text = rules.substr(0, blank);
    rules.remove_prefix(blank == std::string_view::npos ? rules.size() : blank + 1);
    const auto rule = read_rule(text);
    const auto due = rule ? due_of(*rule, gathering, policy) : store::Instant{};
    if (!rule || due < now + rest_after_planning || due >= gathering.starts) {
      continue;
    }
    const auto useful = rule->unit == 'h' ? gathering.starts : std::min(gathering.starts, due + useful_for);
    times.push_back({text, due, useful});
  }
  const auto earlier = [](const PlannedTime& one, const PlannedTime& other) { return one.due < other.due; };
  const auto same = [](const PlannedTime& one, const PlannedTime& other) { return one.due == other.due; };
  std::stable_sort(times.begin(), times.end(), earlier);
  times.erase(std::unique(times.begin(), times.end(), same), times.end());
  return times;
}

std::optional<store::Instant> answers_due(const store::Gathering& gathering, store::Instant now,
                                          const Policy& policy) {
  if (gathering.answer_by == store::Instant{}) {
    return std::nullopt;
  }
  const auto day =
      add_working_days(local_day(gathering.answer_by, policy.zone), -answers_working_days, policy.calendar);
  const auto due = at(day, answers_at, policy);
  if (due < now + rest_after_planning) {
    return std::nullopt;
  }
  return due;
}

std::optional<store::Instant> end_of_quiet(store::Instant now, const Policy& policy) {
  const auto local = local_time(now, policy.zone);
  const auto hour = static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(local.of_day).count());
  const int from = policy.quiet_from_hour;
  const int to = policy.quiet_to_hour;
  const bool evening = from > to && hour >= from;
  const bool night = from > to ? hour < to : hour >= from && hour < to;
  if (!evening && !night) {
    return std::nullopt;
  }
  return at(local.day + std::chrono::days(evening ? 1 : 0), std::chrono::hours(to), policy);
}

void plan_reminders(const store::Gathering& gathering, const store::Network& network,
                    store::Transaction& transaction, const Context& context, store::Instant now) {
  if (gathering.state == store::GatheringState::draft || gathering.state == store::GatheringState::planned) {
    return;  // what waits there is not a reminder yet: the leaders' deadline, the invitations of a series
  }
  store::withdraw_reminders_of_gathering(transaction, gathering.id, now);
  if (gathering.state != store::GatheringState::invited) {
    return;
  }
  const auto times = planned_times(gathering, now, context.policy);
  for (const auto& time : times) {
    plan(store::ReminderKind::gathering, gathering, time, transaction);
  }
  if (!network.channel.empty() && !times.empty()) {
    plan(store::ReminderKind::channel, gathering, times.back(), transaction);  // one is enough for many
  }
  if (const auto due = answers_due(gathering, now, context.policy)) {
    plan(store::ReminderKind::answers, gathering, {"", *due, gathering.answer_by}, transaction);
  }
}

}  // namespace handlers
