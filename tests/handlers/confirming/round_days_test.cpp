#include "handlers/confirming/round_days.hpp"

#include "handlers/time/zone.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using namespace std::chrono_literals;

namespace {

store::Instant local(const char* text) {
  return parse_local_time(text, "Europe/Copenhagen").value();
}

std::string next(const char* text, const Policy& policy = {}) {
  const auto when = when_to_ask(local(text), policy);
  return when ? to_string(local_time(*when, policy.zone)) : "now";
}

}  // namespace

TEST_CASE("round days: weekends, holidays, July and the first week of January are none") {
  const WorkCalendar calendar;
  CHECK(is_asking_day(2026y / 6 / 30, calendar));
  CHECK_FALSE(is_asking_day(2026y / 7 / 1, calendar));
  CHECK_FALSE(is_asking_day(2026y / 7 / 31, calendar));
  CHECK(is_asking_day(2026y / 8 / 3, calendar));
  CHECK_FALSE(is_asking_day(2026y / 8 / 1, calendar));
  CHECK_FALSE(is_asking_day(2027y / 1 / 7, calendar));
  CHECK(is_asking_day(2027y / 1 / 8, calendar));
  CHECK_FALSE(is_asking_day(2026y / 4 / 6, calendar));
  CHECK(next_asking_day(2026y / 4 / 1, calendar) == store::Day(2026y / 4 / 7));
  CHECK(next_asking_day(2026y / 6 / 30, calendar) == store::Day(2026y / 8 / 3));
  const std::vector<std::string> closing{"12-31"};
  CHECK(next_asking_day(2026y / 12 / 30, *WorkCalendar::make(closing)) == store::Day(2027y / 1 / 8));
}

TEST_CASE("round days: months end on a day that the month has") {
  CHECK(months_after(2026y / 3 / 25, 6) == store::Day(2026y / 9 / 25));
  CHECK(months_after(2026y / 8 / 31, 6) == store::Day(2027y / 2 / 28));
  CHECK(months_after(2026y / 12 / 31, 12) == store::Day(2027y / 12 / 31));
}

TEST_CASE("round days: from nine until the quiet hours, on the wall clock of the zone") {
  CHECK(next("2026-03-25T09:00") == "now");
  CHECK(next("2026-03-25T17:59") == "now");
  CHECK(next("2026-03-25T08:59") == "2026-03-25T09:00");
  CHECK(next("2026-03-25T18:00") == "2026-03-26T09:00");
  CHECK(next("2026-03-27T20:00") == "2026-03-30T09:00");  // over the change to summer time
  CHECK(next("2026-07-15T12:00") == "2026-08-03T09:00");
  Policy late;
  late.quiet_to_hour = 10;
  CHECK(next("2026-03-25T09:30", late) == "2026-03-25T10:00");
  CHECK(next("2026-03-25T10:00", late) == "now");
}

TEST_CASE("round days: everybody due at once takes a month of days, with few people less") {
  CHECK(people_per_day(10) == 20);
  CHECK(people_per_day(3000) == 150);
  std::map<store::Day, int> taken;
  const WorkCalendar calendar;
  for (int i = 0; i < 45; ++i) {
    day_with_room(2026y / 3 / 27, taken, 20, calendar);
  }
  CHECK(taken == std::map<store::Day, int>{{2026y / 3 / 27, 20}, {2026y / 3 / 30, 20}, {2026y / 3 / 31, 5}});
}
