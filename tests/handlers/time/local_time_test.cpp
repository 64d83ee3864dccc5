#include "handlers/time/local_time.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using handlers::LocalTime;
using handlers::read_day;
using handlers::read_local_time;
using store::Day;

TEST_CASE("local_time: is written and read again") {
  const LocalTime time{Day{2026y / 4 / 16}, 13h + 5min};
  CHECK(to_string(time) == "2026-04-16T13:05");
  CHECK(handlers::to_string(time.day) == "2026-04-16");
  CHECK(read_local_time("2026-04-16T13:05") == time);
  CHECK(read_local_time("2026-04-16 13:05") == time);
  CHECK(read_day("2024-02-29") == Day{2024y / 2 / 29});
  for (const char* odd :
       {"", "2026-04-16", "2026-04-16T24:00", "2026-04-16T13:60", "2026-02-29T10:00", "2026-04-16x13:05",
        "2026-04-16T13.05", "2026-04-16T-3:05", "2026-04-16T13:05:00"}) {
    INFO(odd);
    CHECK_FALSE(read_local_time(odd));
  }
  for (const char* odd :
       {"", "2026-13-01", "2026-02-29", "26-02-01", "2026/02/01", "2026-1-011", "+026-01-01"}) {
    INFO(odd);
    CHECK_FALSE(read_day(odd));
  }
}

TEST_CASE("local_time: later goes over midnight in both directions, and times are ordered") {
  const LocalTime time{Day{2026y / 12 / 31}, 23h};
  CHECK(later(time, 90min) == LocalTime{Day{2027y / 1 / 1}, 30min});
  CHECK(later(time, -24h) == LocalTime{Day{2026y / 12 / 30}, 23h});
  CHECK(later(LocalTime{Day{2027y / 1 / 1}, 0min}, -1min) == LocalTime{Day{2026y / 12 / 31}, 23h + 59min});
  CHECK(time < later(time, 1min));
  CHECK(LocalTime{Day{2026y / 1 / 2}, 0min} > LocalTime{Day{2026y / 1 / 1}, 23h});
}
