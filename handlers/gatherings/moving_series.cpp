#include "handlers/gatherings/moving_series.hpp"

#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitations.hpp"
#include "handlers/gatherings/series.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/working_days.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::Day;
using store::Gathering;
using store::GatheringState;

std::chrono::minutes length_of(const Gathering& gathering) {
  const auto start = start_of(gathering);
  const auto end = end_of(gathering);
  return std::chrono::duration_cast<std::chrono::minutes>((end.day + end.of_day) -
                                                          (start.day + start.of_day));
}

/// Where a following gathering goes: so many days further in a weekly series, to the rule's day of its month
/// else.
Day moved_day(const Gathering& one, const std::string& recurrence, std::chrono::days step) {
  const auto day = start_of(one).day;
  if (recurrence.starts_with("weekly ")) {
    return day + step;
  }
  const std::chrono::year_month_day date(day);
  const auto first = Day(date.year() / date.month() / 1);
  const auto last = Day(date.year() / date.month() / std::chrono::last);
  auto rule = recurrence;
  const auto days =
      series_days(rule.replace(8, rule.find(' ', 8) - 8, "1"), first, first - std::chrono::days(1), last);
  return days.empty() ? day + step : days.front();
}

void change_state_off(const Gathering& one, const Acting& acting) {
  store::change_state(acting.transaction(), one.id, GatheringState::cancelled, acting.turn.now);
}

}  // namespace

std::string moved_recurrence(std::string_view recurrence, Day day) {
  constexpr std::string_view codes[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  const std::chrono::year_month_day date(day);
  const auto number = static_cast<unsigned>(date.day());
  const auto weekday = codes[std::chrono::weekday(day).c_encoding()];
  const auto second = recurrence.find(' ', recurrence.find(' ') + 1);
  const std::string begin(recurrence.substr(0, second + 1));
  const auto rest = recurrence.substr(second + 1);
  if (begin.starts_with("weekly ")) {
    return begin + std::string(weekday);
  }
  if (rest.find_first_not_of("0123456789") == std::string_view::npos) {
    return begin + std::to_string(number);
  }
  const bool last_one = std::chrono::year_month_day(day + std::chrono::days(7)).month() != date.month();
  const bool from_end = rest.starts_with("-") && last_one;
  return begin + (from_end ? "-1" : std::to_string((number - 1) / 7 + 1)) + std::string(weekday);
}

bool change_one(const Gathering& before, Gathering& after, const store::Network& network,
                const Acting& acting) {
  if (!store::update_gathering(acting.transaction(), after, acting.turn.now)) {
    return false;
  }
  after = store::find_gathering(acting.database(), after.id).value();
  const bool moved = before.starts != after.starts || before.ends != after.ends;
  if (after.state != GatheringState::invited) {
    if (moved && after.series != 0) {
      plan_invitation_time(after, acting.transaction(), acting.context, acting.turn.now);
    }
    return true;
  }
  if (moved) {
    store::ask_again(acting.transaction(), after.id);
    count_host_in(after, network, acting.transaction(), acting.turn.now);
  }
  tell_changed(before, after, network, acting.outcome, acting.services, acting.context, acting.turn.now);
  return true;
}

std::vector<std::string> change_following(const Gathering& before, const Gathering& after,
                                          const store::Network& network, const Acting& acting) {
  const auto& context = acting.context;
  const auto series = store::find_series(acting.database(), before.series);
  if (!series) {
    return {};
  }
  const auto step = start_of(after).day - start_of(before).day;
  const auto recurrence =
      step.count() == 0 ? series->recurrence : moved_recurrence(series->recurrence, start_of(after).day);
  auto goes_on = before.series;
  if (recurrence != series->recurrence) {
    store::end_series(acting.transaction(), series->id, acting.turn.now);
    goes_on = store::add_series(acting.transaction(), {0, network.id, recurrence, series->made_until, false});
    auto first = store::find_gathering(acting.database(), after.id).value();
    first.series = goes_on;
    store::update_gathering(acting.transaction(), first, acting.turn.now);
  }
  std::vector<std::string> off;
  std::size_t count = 0;
  for (const auto& one : store::gatherings_of_series(acting.database(), series->id, before.starts)) {
    if (one.id == before.id || one.starts <= before.starts) {
      continue;
    }
    auto moved = one;
    const LocalTime start{step.count() == 0 ? start_of(one).day : moved_day(one, recurrence, step),
                          start_of(after).of_day};
    set_times(moved, start, later(start, length_of(after)), context.policy.zone);
    moved.place = after.place;
    moved.capacity = after.capacity;
    moved.series = goes_on;
    if (one.state == GatheringState::planned && !is_working_day(start.day, context.policy.calendar)) {
      off.push_back(weekday_in_words(start.day, context.today, context.texts));
      change_state_off(one, acting);
    } else if (change_one(one, moved, network, acting)) {
      ++count;
    }
  }
  std::vector<std::string> lines;
  if (count > 0) {
    lines.push_back(counted(count, "series.moved_one", "series.moved", context.texts));
  }
  if (!off.empty()) {
    lines.push_back(context.texts.say("series.skipped", {{"days", joined(off, context.texts)}}));
  }
  return lines;
}

std::size_t promote_into_places(const Gathering& gathering, const store::Network& network,
                                const Acting& acting) {
  const auto promoted = store::promote_waiting(acting.transaction(), gathering.id, acting.turn.now);
  if (!promoted.empty()) {
    tell_promoted(gathering, network, promoted, acting.outcome, acting.services, acting.context,
                  acting.turn.now);
  }
  return promoted.size();
}

}  // namespace handlers
