#include "handlers/time/working_days.hpp"

#include "handlers/time/local_time.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <random>

using namespace std::chrono_literals;
using handlers::Holiday;
using handlers::IsoWeek;
using handlers::Texts;
using handlers::WorkCalendar;
using std::chrono::days;
using store::Day;
using Reason = handlers::DayOff::Reason;

namespace {

Day day(const char* text) {
  return handlers::read_day(text).value();
}

constexpr Day first_day = Day{1990y / 1 / 1};
constexpr Day last_day = Day{2100y / 12 / 31};

WorkCalendar calendar(std::vector<std::string> closing_days) {
  return WorkCalendar::make(closing_days).value();
}

}  // namespace

TEST_CASE("working_days: Easter Sunday falls on the days that almanacs name") {
  const std::array known{
      "1990-04-15", "1991-03-31", "1992-04-19", "1993-04-11", "1994-04-03", "1995-04-16", "1996-04-07",
      "1997-03-30", "1998-04-12", "1999-04-04", "2000-04-23", "2001-04-15", "2002-03-31", "2003-04-20",
      "2004-04-11", "2005-03-27", "2006-04-16", "2007-04-08", "2008-03-23", "2009-04-12", "2010-04-04",
      "2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16",
      "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31",
      "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
      "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05", "2038-04-25",
      "2039-04-10", "2040-04-01", "2049-04-18", "2050-04-10", "2076-04-19", "2100-03-28"};
  for (const char* text : known) {
    const int year = static_cast<int>(std::chrono::year_month_day(day(text)).year());
    CHECK(handlers::to_string(handlers::easter_sunday(year)) == text);
  }
  CHECK(handlers::easter_sunday(1818) == day("1818-03-22"));  // the earliest that there is
  CHECK(handlers::easter_sunday(1943) == day("1943-04-25"));  // the latest
}

TEST_CASE("working_days: the holidays of 2023 and 2026, by name") {
  const auto name = [](const char* text, handlers::Language language) -> std::string {
    const auto holiday = handlers::public_holiday(day(text));
    return holiday ? holiday_name(*holiday, Texts::in(language)) : "";
  };
  const auto danish = [&](const char* text) { return name(text, handlers::Language::danish); };
  const auto english = [&](const char* text) { return name(text, handlers::Language::english); };
  CHECK(danish("2026-01-01") == "nytårsdag");
  CHECK(danish("2026-04-02") == "skærtorsdag");
  CHECK(danish("2026-04-03") == "langfredag");
  CHECK(danish("2026-04-04") == "");
  CHECK(danish("2026-04-05") == "påskedag");
  CHECK(danish("2026-04-06") == "2. påskedag");
  CHECK(danish("2026-05-01") == "");  // would have been Great Prayer Day
  CHECK(danish("2023-05-05") == "store bededag");
  CHECK(danish("2026-05-14") == "Kristi himmelfartsdag");
  CHECK(danish("2026-05-24") == "pinsedag");
  CHECK(danish("2026-05-25") == "2. pinsedag");
  CHECK(danish("2026-06-05") == "");  // Constitution Day is no public holiday
  CHECK(danish("2026-12-24") == "");
  CHECK(danish("2026-12-25") == "juledag");
  CHECK(danish("2026-12-26") == "2. juledag");
  CHECK(english("2026-04-02") == "Maundy Thursday");
  CHECK(english("2026-05-14") == "Ascension Day");
  CHECK(english("2023-05-05") == "Great Prayer Day");
}

TEST_CASE("working_days: on every day from 1990 to 2100 the holidays keep their weekdays and their number") {
  std::map<int, int> in_year;
  for (auto at = first_day; at <= last_day; at += days(1)) {
    const auto holiday = handlers::public_holiday(at);
    if (!holiday) {
      continue;
    }
    const auto weekday = std::chrono::weekday(at);
    const auto year = static_cast<int>(std::chrono::year_month_day(at).year());
    ++in_year[year];
    switch (*holiday) {
      case Holiday::maundy_thursday:
      case Holiday::ascension_day:
        REQUIRE(weekday == std::chrono::Thursday);
        break;
      case Holiday::good_friday:
      case Holiday::great_prayer_day:
        REQUIRE(weekday == std::chrono::Friday);
        break;
      case Holiday::easter_sunday:
      case Holiday::whit_sunday:
        REQUIRE(weekday == std::chrono::Sunday);
        break;
      case Holiday::easter_monday:
      case Holiday::whit_monday:
        REQUIRE(weekday == std::chrono::Monday);
        break;
      case Holiday::new_years_day:
      case Holiday::christmas_day:
      case Holiday::second_christmas_day:
        break;
    }
    REQUIRE((*holiday != Holiday::great_prayer_day || year < 2024));
  }
  REQUIRE(in_year.size() == 111);
  for (const auto& [year, count] : in_year) {
    INFO(year);
    CHECK(count == (year < 2024 ? 11 : 10));
  }
}

TEST_CASE("working_days: closing days come from the settings, a day or one of each year") {
  const auto own = calendar({"2026-05-15", "12-24", "06-05"});
  CHECK(own.closed(day("2026-05-15")));
  CHECK_FALSE(own.closed(day("2027-05-15")));
  CHECK(own.closed(day("2031-12-24")));
  CHECK(own.closed(day("2026-06-05")));
  CHECK_FALSE(WorkCalendar().closed(day("2026-12-24")));
  CHECK(calendar({"02-29"}).closed(day("2028-02-29")));
  for (const char* odd : {"", "24-12", "2026-02-30", "12/24", "jul", "1-1"}) {
    std::string bad = "nothing";
    CHECK_FALSE(WorkCalendar::make(std::vector<std::string>{"12-24", odd}, &bad));
    CHECK(bad == odd);
  }
}

TEST_CASE("working_days: why nobody works, and what is near") {
  const auto own = calendar({"2026-05-15", "12-24"});
  CHECK_FALSE(why_not_working(day("2026-03-25"), own));
  CHECK(why_not_working(day("2026-03-28"), own)->reason == Reason::weekend);
  CHECK(why_not_working(day("2026-04-02"), own)->holiday == Holiday::maundy_thursday);
  CHECK(why_not_working(day("2026-04-05"), own)->reason == Reason::holiday);  // a Sunday, too
  CHECK(why_not_working(day("2026-05-15"), own)->reason == Reason::closing_day);
  CHECK(next_working_day(day("2026-04-01"), own) == day("2026-04-07"));
  CHECK(previous_working_day(day("2026-04-07"), own) == day("2026-04-01"));
  CHECK(next_working_day(day("2026-05-13"), own) == day("2026-05-18"));
  CHECK(add_working_days(day("2026-04-16"), -3, own) == day("2026-04-13"));
  CHECK(add_working_days(day("2026-04-16"), -10, own) == day("2026-03-30"));
  CHECK(add_working_days(day("2026-04-16"), 0, own) == day("2026-04-16"));
  CHECK(add_working_days(day("2026-04-04"), 1, own) == day("2026-04-07"));
}

TEST_CASE("working_days: going there and back again, on every day from 1990 to 2100") {
  std::mt19937 random(16);
  const auto own = calendar({"12-24", "06-05", "2026-05-15"});
  for (auto at = first_day; at <= last_day; at += days(1)) {
    const bool works = is_working_day(at, own);
    REQUIRE(previous_working_day(next_working_day(at, own), own) <= at);
    REQUIRE((!works || previous_working_day(next_working_day(at, own), own) == at));
    if (works && random() % 8 == 0) {
      const int count = static_cast<int>(random() % 41) - 20;
      const auto there = add_working_days(at, count, own);
      REQUIRE(is_working_day(there, own));
      REQUIRE(add_working_days(there, -count, own) == at);
    }
  }
}

TEST_CASE("working_days: a calendar without working days ends the search") {
  std::vector<std::string> all;
  for (auto at = Day{2024y / 1 / 1}; at < Day{2025y / 1 / 1}; at += days(1)) {
    all.push_back(handlers::to_string(at).substr(5));
  }
  const auto closed = calendar(all);
  CHECK(next_working_day(day("2026-03-25"), closed) == day("2026-03-25"));
  CHECK(add_working_days(day("2026-03-25"), 3, closed) == day("2026-03-25"));
}

TEST_CASE("working_days: ISO weeks, also around New Year") {
  CHECK(handlers::monday_of({2026, 16}) == day("2026-04-13"));
  CHECK(handlers::iso_week(day("2026-04-13")) == IsoWeek{2026, 16});
  CHECK(handlers::iso_week(day("2026-04-19")) == IsoWeek{2026, 16});
  CHECK(handlers::iso_week(day("2026-04-20")) == IsoWeek{2026, 17});
  CHECK(handlers::iso_week(day("2026-12-31")) == IsoWeek{2026, 53});
  CHECK(handlers::iso_week(day("2027-01-03")) == IsoWeek{2026, 53});
  CHECK(handlers::iso_week(day("2027-01-04")) == IsoWeek{2027, 1});
  CHECK(handlers::iso_week(day("2024-12-30")) == IsoWeek{2025, 1});
  CHECK(handlers::iso_week(day("2025-12-29")) == IsoWeek{2026, 1});
  CHECK(handlers::monday_of({2026, 1}) == day("2025-12-29"));
  CHECK(handlers::monday_of({2026, 53}) == day("2026-12-28"));
  CHECK_FALSE(handlers::monday_of({2025, 53}));
  CHECK_FALSE(handlers::monday_of({2026, 0}));
  for (const int year : {1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037}) {
    CHECK(handlers::iso_weeks_in_year(year) == 53);
    CHECK(handlers::iso_weeks_in_year(year + 1) == 52);
  }
}

TEST_CASE("working_days: from day to week and back, on every day from 1990 to 2100") {
  IsoWeek before = handlers::iso_week(first_day);
  for (auto at = first_day; at <= last_day; at += days(1)) {
    const auto week = handlers::iso_week(at);
    const auto monday = handlers::monday_of(week);
    REQUIRE(monday);
    REQUIRE(std::chrono::weekday(*monday) == std::chrono::Monday);
    REQUIRE((*monday <= at && at < *monday + days(7)));
    if (std::chrono::weekday(at) == std::chrono::Monday && at != first_day) {
      REQUIRE((week.week == before.week + 1 ||
               (week.week == 1 && week.year == before.year + 1 && before.week >= 52)));
    } else {
      REQUIRE(week == before);
    }
    before = week;
  }
}
