#include "tests/support/handlers/year_overviews.hpp"

#include "handlers/time/working_days.hpp"
#include "handlers/time/zone.hpp"

namespace tests {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr hours its_hour{8};
constexpr hours quiet_from{18};
constexpr hours look_hour{6};

bool works_on(store::Day day, const Year& year) {
  return handlers::is_working_day(day, year.policy().calendar);
}

store::Day working_day_from(store::Day day, const Year& year) {
  while (!works_on(day, year)) {
    day += days(1);
  }
  return day;
}

store::Instant at(store::Day day, hours hour, const Year& year) {
  return handlers::to_instant({day, hour}, year.policy().zone).instant;
}

/// The first Monday, or working day after one, whose eight o'clock is to come.
store::Instant next_monday(const Year& year) {
  auto monday = year.today() - days(14);
  while (std::chrono::weekday(monday) != std::chrono::Monday) {
    monday += days(1);
  }
  for (;; monday += days(7)) {
    if (const auto due = at(working_day_from(monday, year), its_hour, year); due > year.now()) {
      return due;
    }
  }
}

}  // namespace

void OverviewsCheck::message(const Year&, int to, const handlers::Reply& reply) {
  if (reply.text.rfind("Overblik", 0) == 0) {
    ++came_[to];
  }
}

void OverviewsCheck::see_new_leaders(const Year& year) {
  if (looked_for_at_ && year.now() < *looked_for_at_) {
    return;
  }
  const auto this_morning = at(year.today(), look_hour, year);
  looked_for_at_ = works_on(year.today(), year) && this_morning > year.now()
                       ? this_morning
                       : at(working_day_from(year.today() + days(1), year), look_hour, year);
  for (const auto& person : year.people()) {
    if (person.leader >= 0 && person.joined <= year.today() && year.works(person.leader)) {
      due_.insert({person.leader, next_monday(year)});
    }
  }
}

void OverviewsCheck::done(Year& year) {
  const auto local = handlers::local_time(year.now(), year.policy().zone);
  const bool its_time = works_on(local.day, year) && local.of_day >= its_hour && local.of_day < quiet_from;
  see_new_leaders(year);  // theirs is yet to come
  for (auto leader = due_.begin(); leader != due_.end();) {
    auto& [person, due] = *leader;
    const bool busy = year.away(person, local.day) || year.muted(person);
    const bool expected = due <= year.now() && its_time && !busy && year.works(person);
    const int number = came_.contains(person) ? came_.at(person) : 0;
    if (number != (expected ? 1 : 0)) {
      year.complain(person, std::to_string(number) + " overviews, " + (expected ? "not one" : "not none"));
    }
    came_.erase(person);
    if (expected) {
      ++sent;
      late += year.now() > due ? 1 : 0;
      due = next_monday(year);
    }
    leader = year.works(person) ? std::next(leader) : due_.erase(leader);
  }
  for (const auto& [person, number] : came_) {
    year.complain(person, std::to_string(number) + " overviews to somebody who leads nobody");
  }
  came_.clear();
}

}  // namespace tests
