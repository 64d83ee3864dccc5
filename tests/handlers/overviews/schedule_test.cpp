#include "handlers/overviews/schedule.hpp"

#include "handlers/time/zone.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace handlers;
using store::Pace;
using store::Subscription;

namespace {

store::Instant at(const std::string& local) {
  return parse_local_time(local, Policy{}.zone).value();
}

std::string next(const Subscription& subscription, const std::string& after, const Policy& policy = {}) {
  return to_string(local_time(next_overview(subscription, at(after), policy), policy.zone));
}

}  // namespace

TEST_CASE("overviews: weekly on Monday, monthly on the first working day, as the setting says") {
  Subscription one;
  CHECK(next(one, "2026-03-25T10:00") == "2026-03-30T08:00");
  CHECK(next(one, "2026-03-30T07:59") == "2026-03-30T08:00");
  CHECK(next(one, "2026-03-30T08:00") == "2026-04-07T08:00");  // 6 April is Easter Monday
  CHECK(next(one, "2026-04-07T08:00") == "2026-04-13T08:00");
  Policy policy;
  policy.overviews = "monthly";
  CHECK(next(one, "2026-03-25T10:00", policy) == "2026-04-01T08:00");
  CHECK(next(one, "2026-04-01T08:00", policy) == "2026-05-01T08:00");
  CHECK(next(one, "2026-07-31T12:00", policy) == "2026-08-03T08:00");
  CHECK(next(one, "2026-08-01T12:00", policy) == "2026-08-03T08:00");
}

TEST_CASE("overviews: the day and hour that were chosen, over clock changes and closing days") {
  Subscription one;
  one.pace = Pace::weekly;
  one.weekday = 5;
  one.minute = 9 * 60;
  CHECK(next(one, "2026-03-25T10:00") == "2026-03-27T09:00");
  CHECK(next(one, "2026-03-27T09:00") == "2026-04-07T09:00");  // Good Friday is put off over Easter
  CHECK(next(one, "2026-04-07T09:00") == "2026-04-10T09:00");
  CHECK(next(one, "2026-10-23T09:00") == "2026-10-30T09:00");
  Policy policy;
  policy.calendar = WorkCalendar::make(std::array<std::string, 2>{"2026-05-15", "05-01"}).value();
  CHECK(next(one, "2026-04-30T09:00", policy) == "2026-05-04T09:00");
  CHECK(next(one, "2026-05-14T09:00", policy) == "2026-05-18T09:00");
}

TEST_CASE("overviews: none before a pause has ended") {
  Subscription one;
  one.paused_until = read_day("2026-08-01").value();
  CHECK(next(one, "2026-03-25T10:00") == "2026-08-03T08:00");
  CHECK(is_paused(one, read_day("2026-08-01").value()));
  CHECK_FALSE(is_paused(one, read_day("2026-08-02").value()));
}

TEST_CASE("overviews: one that waits or is late goes out on a working day, by day") {
  const Subscription one;
  const Policy policy;
  CHECK(is_time_for(one, at("2026-03-30T08:00"), policy));
  CHECK(is_time_for(one, at("2026-03-30T14:00"), policy));
  CHECK_FALSE(is_time_for(one, at("2026-03-30T07:59"), policy));
  CHECK_FALSE(is_time_for(one, at("2026-03-30T22:00"), policy));
  CHECK_FALSE(is_time_for(one, at("2026-04-06T08:00"), policy));
  Subscription late;
  late.minute = 19 * 60;
  CHECK(is_time_for(late, at("2026-03-30T19:05"), policy));
  CHECK_FALSE(is_time_for(late, at("2026-03-30T23:05"), policy));
  CHECK(to_string(local_time(next_chance(one, at("2026-04-02T09:00"), policy), policy.zone)) ==
        "2026-04-07T08:00");
  CHECK(to_string(local_time(next_chance(one, at("2026-03-30T03:00"), policy), policy.zone)) ==
        "2026-03-30T08:00");
}
