#include "handlers/gatherings/planning_wish.hpp"

#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/time/zone.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using namespace std::chrono_literals;
using store::Day;

TEST_CASE("planning_wish: what is written is read again, whatever stands in it") {
  Wish wish;
  wish.network = 7;
  wish.gathering = 12;
  wish.version = 3;
  wish.language = Language::english;
  wish.kind = "plenary";
  wish.place = "room=2";
  wish.agenda = "1. Welcome\nplace=nowhere\nversion=99";
  wish.case_number = "24.10.07-G20-4-15";
  wish.recurrence = "monthly 1 1TU";
  wish.capacity = 0;
  wish.day = Day{2026y / 4 / 16};
  wish.start = 13h;
  wish.length = 150min;
  wish.answer_by = Day{2026y / 4 / 9};
  wish.chair = 4;
  wish.minutes = 5;
  wish.people = {8, 9};
  wish.unsure = {"Mette", "Ole=Hansen"};
  const auto written = write_wish("plan", wish);
  CHECK(written.substr(0, 5) == "plan\n");
  const auto read = read_wish(written.substr(5));
  CHECK(read.network == 7);
  CHECK(read.gathering == 12);
  CHECK(read.version == 3);
  CHECK(read.language == Language::english);
  CHECK(read.kind == wish.kind);
  CHECK(read.place == wish.place);
  CHECK(read.agenda == wish.agenda);
  CHECK(read.case_number == wish.case_number);
  CHECK(read.recurrence == wish.recurrence);
  CHECK(read.capacity == 0);
  CHECK(read.day == wish.day);
  CHECK(read.start == wish.start);
  CHECK(read.length == wish.length);
  CHECK(read.answer_by == wish.answer_by);
  CHECK(read.chair == 4);
  CHECK(read.minutes == 5);
  CHECK(read.people == wish.people);
  CHECK(read.unsure == wish.unsure);
  CHECK(write_wish("plan", Wish{}) == "plan\nlanguage=da\n");
}

TEST_CASE("planning_wish: the answer deadline follows the day unless it was said") {
  const tests::SampleCatalogue sample;
  const auto context = sample.context();
  const auto deadline = [&](const store::Gathering& gathering) {
    return gathering.answer_by == store::Instant{}
               ? std::string()
               : to_string(local_time(gathering.answer_by, context.policy.zone));
  };
  Wish wish;
  wish.day = Day{2026y / 4 / 16};
  wish.start = 13h;
  store::Gathering gathering;
  apply_wish(wish, gathering, context, tests::frozen_now);
  CHECK(gathering.local_start == "2026-04-16 13:00");
  CHECK(gathering.local_end == "2026-04-16 14:00");
  CHECK(deadline(gathering) == "2026-04-09T23:59");

  gathering.id = 1;
  auto moved = wish_of(gathering, context);
  moved.day = Day{2026y / 4 / 23};
  apply_wish(moved, gathering, context, tests::frozen_now);
  CHECK(deadline(gathering) == "2026-04-16T23:59");

  auto said = wish_of(gathering, context);
  said.answer_by = Day{2026y / 4 / 8};
  apply_wish(said, gathering, context, tests::frozen_now);
  said = wish_of(gathering, context);
  said.day = Day{2026y / 4 / 30};
  apply_wish(said, gathering, context, tests::frozen_now);
  CHECK(deadline(gathering) == "2026-04-08T23:59");

  // Too soon for one.
  Wish soon;
  soon.day = tests::frozen_today();
  soon.start = 12h;
  store::Gathering today;
  apply_wish(soon, today, context, tests::frozen_now);
  CHECK(deadline(today).empty());
}

TEST_CASE("planning_wish: rules of repetition in the store's form") {
  using Unit = Recurrence::Unit;
  const Day first{2026y / 4 / 7};
  Recurrence rule;
  rule.unit = Unit::week;
  CHECK(canonical_recurrence(rule, first) == "weekly 1 TU");
  rule.every = 2;
  rule.weekday = std::chrono::Wednesday;
  CHECK(canonical_recurrence(rule, first) == "weekly 2 WE");
  rule = {};
  rule.unit = Unit::month;
  CHECK(canonical_recurrence(rule, first) == "monthly 1 7");
  rule.weekday = std::chrono::Tuesday;
  rule.nth = 1;
  CHECK(canonical_recurrence(rule, first) == "monthly 1 1TU");
  rule.unit = Unit::quarter;
  CHECK(canonical_recurrence(rule, first) == "monthly 3 1TU");
  rule.unit = Unit::year;
  CHECK(canonical_recurrence(rule, first) == "monthly 12 1TU");
  rule.unit = Unit::working_day;
  CHECK(canonical_recurrence(rule, first).empty());
}
