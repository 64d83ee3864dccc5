#include "handlers/gatherings/series.hpp"

#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/planning_draft.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/reminders.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace handlers {
namespace {

using namespace std::chrono_literals;
using std::chrono::months;
using std::chrono::year_month_day;
using store::Day;

constexpr int invite_working_days = 10;
constexpr std::chrono::hours invite_at = 9h;
constexpr std::size_t skipped_named_max = 6;

/// A recurrence, taken apart.
struct Rule {
  bool weekly = false;
  int every = 1;
  std::optional<std::chrono::weekday> weekday;
  int number = 0;  ///< the n-th weekday, or the day of the month
};

std::optional<std::chrono::weekday> weekday_of(std::string_view code) {
  constexpr std::string_view codes[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  const auto* found = std::find(std::begin(codes), std::end(codes), code);
  return found == std::end(codes)
             ? std::nullopt
             : std::optional(std::chrono::weekday(static_cast<unsigned>(found - std::begin(codes))));
}

std::optional<Rule> rule_of(std::string_view recurrence) {
  Rule rule;
  rule.weekly = recurrence.starts_with("weekly ");
  if (!rule.weekly && !recurrence.starts_with("monthly ")) {
    return std::nullopt;
  }
  recurrence.remove_prefix(rule.weekly ? 7 : 8);
  const auto* end = recurrence.data() + recurrence.size();
  const auto every = std::from_chars(recurrence.data(), end, rule.every);
  if (every.ec != std::errc() || rule.every < 1 || every.ptr == end) {
    return std::nullopt;
  }
  auto rest = std::string_view(every.ptr + 1, static_cast<std::size_t>(end - every.ptr - 1));
  if (!rule.weekly) {
    const auto number = std::from_chars(rest.data(), end, rule.number);
    if (number.ec != std::errc() || rule.number == 0) {
      return std::nullopt;
    }
    rest = {number.ptr, static_cast<std::size_t>(end - number.ptr)};
  }
  rule.weekday = weekday_of(rest);
  const bool complete = rule.weekly ? rule.weekday.has_value() : rule.weekday.has_value() || rest.empty();
  return complete ? std::optional(rule) : std::nullopt;
}

std::optional<Day> day_in_month(const Rule& rule, std::chrono::year_month month) {
  if (!rule.weekday) {
    const year_month_day date = month / std::chrono::day(static_cast<unsigned>(rule.number));
    return date.ok() ? std::optional(Day(date)) : std::nullopt;
  }
  if (rule.number < 0) {
    return Day(month / (*rule.weekday)[std::chrono::last]);
  }
  const auto date = month / (*rule.weekday)[static_cast<unsigned>(rule.number)];
  return date.ok() ? std::optional(Day(date)) : std::nullopt;
}

store::Reminder invite_reminder(const store::Gathering& gathering, const Context& context,
                                store::Instant now) {
  const auto day = add_working_days(start_of(gathering).day, -invite_working_days, context.policy.calendar);
  store::Reminder reminder;
  reminder.kind = store::ReminderKind::invite;
  reminder.due = std::max(to_instant({day, invite_at}, context.policy.zone).instant, now);
  reminder.useful_until = gathering.starts;
  reminder.gathering = gathering.id;
  reminder.network = gathering.network;
  reminder.tenant = gathering.tenant;
  reminder.language = gathering.language;
  return reminder;
}

/// The first instance that there is, from which every second week is counted.
Day first_day(const store::Gathering& pattern, store::Database& database) {
  const auto all = store::gatherings_of_series(database, pattern.series, store::Instant{});
  auto first = start_of(pattern).day;
  for (const auto& one : all) {
    first = std::min(first, start_of(one).day);
  }
  return first;
}

}  // namespace

std::vector<Day> series_days(std::string_view recurrence, Day first, Day after, Day until) {
  std::vector<Day> days;
  const auto rule = rule_of(recurrence);
  if (!rule) {
    return days;
  }
  if (rule->weekly) {
    const auto step = std::chrono::weeks(rule->every);
    // Counted by calendar weeks: one that was moved to the next day does not shift the rest.
    const auto monday = first - (std::chrono::weekday(first) - std::chrono::Monday);
    for (auto day = monday + (*rule->weekday - std::chrono::Monday); day <= until; day += step) {
      if (day > after && day >= first) {
        days.push_back(day);
      }
    }
    return days;
  }
  const year_month_day begin(first);
  for (auto month = begin.year() / begin.month(); Day(month / 1) <= until; month += months(rule->every)) {
    const auto day = day_in_month(*rule, month);
    if (day && *day > after && *day >= first && *day <= until) {
      days.push_back(*day);
    }
  }
  return days;
}

std::string ordinal_in_words(int number, const Texts& texts) {
  const auto& ordinals = texts.list("series.ordinals");
  const auto place = static_cast<std::size_t>(number);
  return place < ordinals.size() ? ordinals[place]
                                 : texts.say("series.nth", {{"number", std::to_string(number)}});
}

std::string recurrence_in_words(std::string_view recurrence, const Context& context) {
  const auto rule = rule_of(recurrence);
  if (!rule) {
    return "";
  }
  const auto& texts = context.texts;
  const auto weekday =
      rule->weekday ? texts.list("time.weekdays").at(rule->weekday->iso_encoding() - 1) : std::string();
  const auto every = ordinal_in_words(rule->every, texts);
  if (rule->weekly) {
    return rule->every == 1 ? texts.say("series.weekly", {{"weekday", weekday}})
                            : texts.say("series.weeks", {{"nth", every}, {"weekday", weekday}});
  }
  const auto which =
      rule->weekday
          ? texts.say("series.nth_weekday",
                      {{"nth", ordinal_in_words(std::max(rule->number, 0), texts)}, {"weekday", weekday}})
          : texts.say("series.day_of_month", {{"day", std::to_string(rule->number)}});
  return rule->every == 1 ? texts.say("series.monthly", {{"which", which}})
                          : texts.say("series.months", {{"which", which}, {"nth", every}});
}

std::vector<std::string> series_in_words(const store::Gathering& gathering, store::Database& database,
                                         const Context& context) {
  const auto series = gathering.series == 0 ? std::nullopt : store::find_series(database, gathering.series);
  if (!series) {
    return {};
  }
  const auto& texts = context.texts;
  const auto first = start_of(gathering).day;
  const auto until = context.today + std::chrono::days(series_days_ahead);
  const auto days = series_days(series->recurrence, first, first, until);
  std::vector<std::string> skipped;
  std::size_t left = 0;
  for (const auto day : days) {
    const auto why = day_off_in_words(day, context);
    if (why.empty()) {
      ++left;
    } else if (skipped.size() < skipped_named_max) {
      skipped.push_back(texts.say("series.skipped_day",
                                  {{"day", weekday_in_words(day, context.today, texts)}, {"why", why}}));
    }
  }
  std::vector<std::string> lines{
      texts.say("series.preview", {{"rule", sentence_case(recurrence_in_words(series->recurrence, context))},
                                   {"count", std::to_string(left + 1)},
                                   {"until", day_in_words(until, store::Day{}, texts)}})};
  if (!skipped.empty()) {
    lines.push_back(texts.say("series.skipped", {{"days", joined(skipped, texts)}}));
  }
  return lines;
}

int make_instances(const store::Gathering& pattern, const store::Network& network,
                   store::Transaction& transaction, const Context& context, store::Instant now) {
  const auto series = store::find_series(transaction.database(), pattern.series);
  if (!series || series->ended) {
    return 0;
  }
  const auto start = start_of(pattern);
  const auto length = (end_of(pattern).day + end_of(pattern).of_day) - (start.day + start.of_day);
  const auto answer_days = pattern.answer_by == store::Instant{}
                               ? std::nullopt
                               : std::optional(start.day - local_day(pattern.answer_by, context.policy.zone));
  const auto until = context.today + std::chrono::days(series_days_ahead);
  int made = 0;
  for (const auto day : series_days(series->recurrence, first_day(pattern, transaction.database()),
                                    std::max(start.day, series->made_until), until)) {
    if (!is_working_day(day, context.policy.calendar)) {
      continue;
    }
    auto instance = pattern;
    instance.id = 0;
    instance.network = network.id;
    instance.state = store::GatheringState::planned;
    instance.version = 1;
    instance.sequence = 0;
    instance.uid.clear();
    instance.agenda.clear();  // that of one gathering is not that of the next
    set_times(instance, {day, start.of_day},
              later({day, start.of_day}, std::chrono::duration_cast<std::chrono::minutes>(length)),
              context.policy.zone);
    instance.answer_by = {};
    if (answer_days) {
      instance.answer_by =
          to_instant({day - *answer_days + std::chrono::days(1), 0min}, context.policy.zone).instant - 1min;
    }
    instance = store::add_gathering(transaction, instance, now);
    plan_invitation_time(instance, transaction, context, now);
    ++made;
  }
  store::set_made_until(transaction, series->id, until);
  return made;
}

void plan_invitation_time(const store::Gathering& gathering, store::Transaction& transaction,
                          const Context& context, store::Instant now) {
  store::withdraw_reminders_of_gathering(transaction, gathering.id, now);
  store::plan_reminder(transaction, invite_reminder(gathering, context, now));
}

int extend_series(std::int64_t series, store::Transaction& transaction, const Context& context,
                  store::Instant now) {
  const auto known = store::find_series(transaction.database(), series);
  const auto network = known ? store::find_network(transaction.database(), known->network) : std::nullopt;
  if (!network || network->closed || known->ended) {
    return 0;
  }
  const auto all = store::gatherings_of_series(transaction.database(), series, store::Instant{});
  const auto latest = std::find_if(all.rbegin(), all.rend(), [](const store::Gathering& one) {
    return one.state == store::GatheringState::planned || one.state == store::GatheringState::invited;
  });
  return latest == all.rend() ? 0 : make_instances(*latest, *network, transaction, context, now);
}

}  // namespace handlers
