#include "handlers/time/zone.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using handlers::later;
using handlers::local_day;
using handlers::local_time;
using handlers::LocalTime;
using handlers::parse_local_time;
using handlers::to_instant;
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

TEST_CASE("zone: a local time that is skipped goes to the change, a repeated one to its first pass") {
  using Kind = handlers::ZonedInstant::Kind;
  const std::string zone = "Europe/Copenhagen";
  const auto skipped = to_instant({Day{2026y / 3 / 29}, 2h + 30min}, zone);
  CHECK(skipped.kind == Kind::skipped);
  CHECK(local_time(skipped.instant, zone) == LocalTime{Day{2026y / 3 / 29}, 3h});
  const auto repeated = to_instant({Day{2026y / 10 / 25}, 2h + 30min}, zone);
  CHECK(repeated.kind == Kind::repeated);
  CHECK(repeated.instant == Instant(Day{2026y / 10 / 25} + 30min));
  CHECK(local_time(repeated.instant + 1h, zone) == LocalTime{Day{2026y / 10 / 25}, 2h + 30min});
  const auto exact = to_instant({Day{2026y / 4 / 16}, 13h}, zone);
  CHECK(exact.kind == Kind::exact);
  CHECK(exact.instant == Instant(Day{2026y / 4 / 16} + 11h));
  CHECK(local_time(exact.instant + 59s, zone) == LocalTime{Day{2026y / 4 / 16}, 13h});
  CHECK_THROWS_AS(to_instant({Day{2026y / 4 / 16}, 13h}, "Europe/Sundkoebing"), std::runtime_error);
  CHECK_THROWS_AS(local_time(Instant{}, "Europe/Sundkoebing"), std::runtime_error);
}

TEST_CASE("zone: there and back around every clock change from 2000 to 2060") {
  using Kind = handlers::ZonedInstant::Kind;
  const auto zone =
      GENERATE(std::string("Europe/Copenhagen"), std::string("America/Nuuk"), std::string("UTC"));
  int skipped = 0;
  int repeated = 0;
  for (int year = 2000; year <= 2060; ++year) {
    for (const auto month : {std::chrono::March, std::chrono::October}) {
      const Day change{std::chrono::year(year) / month / std::chrono::Sunday[std::chrono::last]};
      for (auto minute = -36h / 15min; minute <= 36h / 15min; ++minute) {
        const Instant at{change + minute * 15min};
        const auto local = local_time(at, zone);
        const auto back = to_instant(local, zone);
        REQUIRE(back.kind != Kind::skipped);
        REQUIRE((back.instant == at || (back.kind == Kind::repeated && back.instant == at - 1h)));
        const LocalTime wall = later({change, {}}, minute * 15min);
        const auto there = to_instant(wall, zone);
        skipped += there.kind == Kind::skipped;
        repeated += there.kind == Kind::repeated;
        REQUIRE((there.kind == Kind::skipped) == (local_time(there.instant, zone) != wall));
        REQUIRE(local_time(there.instant, zone) >= wall);
      }
    }
  }
  if (zone == "Europe/Copenhagen") {
    CHECK(skipped == 61 * 4);
    CHECK(repeated == 61 * 4);
  }
  CHECK((zone != "UTC" || skipped + repeated == 0));
}
