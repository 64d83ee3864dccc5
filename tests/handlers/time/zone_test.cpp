#include "handlers/time/zone.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using handlers::local_day;
using handlers::parse_local_time;
using store::Day;
using store::Instant;

TEST_CASE("zone: the local day begins at local midnight, in winter and in summer") {
  const Day day{2026y / 3 / 25};
  CHECK(local_day(Instant(day) + 22h + 59min + 59s, "Europe/Copenhagen") == day);
  CHECK(local_day(Instant(day) + 23h, "Europe/Copenhagen") == day + std::chrono::days(1));
  const Day summer{2026y / 7 / 1};
  CHECK(local_day(Instant(summer) + 21h + 59min, "Europe/Copenhagen") == summer);
  CHECK(local_day(Instant(summer) + 22h, "Europe/Copenhagen") == summer + std::chrono::days(1));
  CHECK(local_day(Instant(summer) + 2h, "America/Nuuk") == summer);
  CHECK(local_day(Instant(summer) + 30min, "America/Nuuk") == summer - std::chrono::days(1));
}

TEST_CASE("zone: an unknown zone throws") {
  CHECK_THROWS_AS(local_day(Instant{}, "Europe/Sundkoebing"), std::runtime_error);
}

TEST_CASE("zone: a local time is read with its clock changes") {
  const auto parse = [](const char* text) { return parse_local_time(text, "Europe/Copenhagen"); };
  const Instant ten{Day{2026y / 3 / 25} + 9h};
  CHECK(parse("2026-03-25T10:00") == ten);
  CHECK(parse("2026-03-25T10:00:00") == ten);
  CHECK(parse("2026-03-25 10:00") == ten);
  CHECK(parse("2026-03-25T09:00Z") == ten);
  CHECK(parse("2026-03-25") == Instant(Day{2026y / 3 / 24} + 23h));
  CHECK(parse("2026-10-25T02:30") == Instant(Day{2026y / 10 / 25} + 30min));  // the first of two
  CHECK(parse("2026-03-29T02:30") == Instant(Day{2026y / 3 / 29} + 1h));      // does not exist
  for (const char* odd : {"", "i morgen", "2026-03-25T25:00", "2026-02-30", "2026-03-25T10:00 sharp"}) {
    INFO(odd);
    CHECK_FALSE(parse(odd));
  }
}
