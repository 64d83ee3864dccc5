#include "handlers/reminders/repeating.hpp"

#include "handlers/gatherings/series.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"

#include <algorithm>
#include <charconv>

namespace handlers {
namespace {

constexpr std::string_view daily = "daily ";
constexpr std::string_view working = "working ";
/// What is looked at for the next time: every twelfth month is the rarest.
constexpr std::chrono::days far{800};
constexpr int count_max = 1000;

std::string recurrence_of(const Recurrence& said, store::Day first) {
  switch (said.unit) {
    case Recurrence::Unit::day:
      return std::string(daily) + std::to_string(said.every);
    case Recurrence::Unit::working_day:
      return std::string(working) + std::to_string(said.every);
    case Recurrence::Unit::week:
    case Recurrence::Unit::month:
    case Recurrence::Unit::quarter:
    case Recurrence::Unit::year:
      break;
  }
  return canonical_recurrence(said, first);
}

int every_of(std::string_view recurrence) {
  int every = 1;
  const auto digits = recurrence.substr(recurrence.find(' ') + 1);
  std::from_chars(digits.data(), digits.data() + digits.size(), every);
  return std::max(every, 1);
}

/// The days after `after`, the earliest first; some, not all.
std::vector<store::Day> days_after(const Repeating& repeating, store::Day after,
                                   const WorkCalendar& calendar) {
  const auto begin = repeating.first.day;
  const auto every = std::chrono::days(every_of(repeating.recurrence));
  if (repeating.recurrence.starts_with(daily)) {
    const auto steps = after < begin ? 0 : (after - begin) / every + 1;
    return {begin + steps * every, begin + (steps + 1) * every};
  }
  if (repeating.recurrence.starts_with(working)) {
    const auto from = std::max(after, begin - std::chrono::days(1));
    const auto next = add_working_days(from, 1, calendar);
    return {next, add_working_days(next, 1, calendar)};
  }
  return series_days(repeating.recurrence, begin, after, std::max(after, begin) + far);
}

}  // namespace

std::optional<Repeating> repeating_of(const When& when, LocalTime first) {
  if (!when.recurrence) {
    return std::nullopt;
  }
  Repeating repeating{recurrence_of(*when.recurrence, first.day), first, when.recurrence->until};
  if (repeating.recurrence.empty()) {
    return std::nullopt;
  }
  if (const auto count = when.recurrence->count) {
    auto last = first.day - std::chrono::days(1);
    for (int n = 0; n < std::min(*count, count_max); ++n) {
      const auto days = days_after(repeating, last, {});
      if (days.empty()) {
        break;
      }
      last = days.front();
    }
    repeating.until = last;
  }
  return repeating;
}

std::string to_rule(const Repeating& repeating) {
  return repeating.recurrence + ";" + to_string(repeating.first) + ";" +
         (repeating.until ? to_string(*repeating.until) : "");
}

std::optional<Repeating> read_repeating(std::string_view rule) {
  const auto one = rule.find(';');
  const auto two = one == std::string_view::npos ? one : rule.find(';', one + 1);
  if (two == std::string_view::npos) {
    return std::nullopt;
  }
  const auto first = read_local_time(rule.substr(one + 1, two - one - 1));
  if (!first) {
    return std::nullopt;
  }
  return Repeating{std::string(rule.substr(0, one)), *first, read_day(rule.substr(two + 1))};
}

std::optional<store::Instant> next_time(const Repeating& repeating, store::Instant after,
                                        const Policy& policy) {
  const auto day_before = local_day(after, policy.zone) - std::chrono::days(1);
  for (const auto day : days_after(repeating, day_before, policy.calendar)) {
    const auto at = to_instant({day, repeating.first.of_day}, policy.zone).instant;
    if (repeating.until && day > *repeating.until) {
      return std::nullopt;
    }
    if (at > after) {
      return at;
    }
  }
  return std::nullopt;
}

std::string in_words(const Repeating& repeating, const Context& context) {
  const auto& texts = context.texts;
  const auto every = every_of(repeating.recurrence);
  const bool of_days = repeating.recurrence.starts_with(daily);
  const auto days = of_days && every == 1 ? texts.say("repeat.daily")
                    : of_days ? texts.say("repeat.days", {{"nth", ordinal_in_words(every, texts)}})
                    : repeating.recurrence.starts_with(working)
                        ? texts.say("repeat.working")
                        : recurrence_in_words(repeating.recurrence, context);
  return texts.say("repeat.at",
                   {{"days", days}, {"time", time_in_words(repeating.first.of_day, std::nullopt, texts)}});
}

}  // namespace handlers
