#include "handlers/gatherings/reminder_plan.hpp"

#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/time/zone.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace handlers;

namespace {

store::Instant at(const std::string& local) {
  return parse_local_time(local, "Europe/Copenhagen").value();
}

store::Gathering gathering(const std::string& start, const std::string& rules = "") {
  store::Gathering one;
  const auto begins = read_local_time(start).value();
  set_times(one, begins, later(begins, std::chrono::minutes{90}), "Europe/Copenhagen");
  one.reminders = rules;
  return one;
}

std::string due(const std::string& rule, const std::string& start, const Policy& policy = {}) {
  return to_string(local_time(due_of(read_rule(rule).value(), gathering(start), policy), policy.zone));
}

std::vector<std::string> planned(const std::string& rules, const std::string& start, const std::string& now) {
  std::vector<std::string> times;
  const Policy policy;
  const auto one = gathering(start, rules);
  for (const auto& time : planned_times(one, at(now), policy)) {
    CHECK(time.useful_until >= time.due);
    CHECK(time.useful_until <= one.starts);
    times.push_back(to_string(local_time(time.due, policy.zone)));
  }
  return times;
}

}  // namespace

TEST_CASE("reminder plan: rules are read, other texts are none") {
  const auto rule = read_rule("-10w@09:30");
  REQUIRE(rule);
  CHECK(rule->amount == 10);
  CHECK(rule->unit == 'w');
  CHECK(rule->of_day == std::chrono::minutes{570});
  CHECK(read_rule("-1d")->of_day == std::chrono::hours{9});
  CHECK(read_rule("-2h")->unit == 'h');
  for (const auto* text : {"", "-", "-w", "10w", "-10", "-10x", "-2h@09:00", "-1d@9:00", "-1d@24:00",
                           "-1d@09:60", "-1d@", "--1d", "-401d", "-1.5d", "-999999999999d"}) {
    CHECK_FALSE(read_rule(text));
  }
}

TEST_CASE("reminder plan: working days, and the working day before what lands on a day off") {
  CHECK(due("-10w@09:00", "2026-04-16T13:00") == "2026-03-30T09:00");  // Easter lies between
  CHECK(due("-3w@09:00", "2026-04-16T13:00") == "2026-04-13T09:00");
  CHECK(due("-1d@09:00", "2026-04-03T13:00") == "2026-04-01T09:00");  // Maundy Thursday
  CHECK(due("-1d@09:00", "2026-04-07T13:00") == "2026-04-01T09:00");  // Easter Monday
  CHECK(due("-1d@09:00", "2026-05-15T13:00") == "2026-05-13T09:00");  // Ascension
  CHECK(due("-1d@09:00", "2026-05-26T13:00") == "2026-05-22T09:00");  // Whit Monday
  CHECK(due("-2d@09:00", "2026-12-28T13:00") == "2026-12-24T09:00");
  Policy policy;
  const std::vector<std::string> closing{"12-24", "2026-05-15"};
  policy.calendar = WorkCalendar::make(closing).value();
  CHECK(due("-2d@09:00", "2026-12-28T13:00", policy) == "2026-12-23T09:00");
  CHECK(due("-1d@09:00", "2026-05-16T13:00", policy) == "2026-05-13T09:00");
}

TEST_CASE("reminder plan: the clock on the wall counts, on both sides of a clock change") {
  const Policy policy;
  const auto rule = read_rule("-0d@07:00").value();
  CHECK(due_of(rule, gathering("2026-03-23T09:00"), policy) == at("2026-03-23T06:00Z"));
  CHECK(due_of(rule, gathering("2026-03-30T09:00"), policy) == at("2026-03-30T05:00Z"));
  CHECK(due_of(rule, gathering("2026-10-23T09:00"), policy) == at("2026-10-23T05:00Z"));
  CHECK(due_of(rule, gathering("2026-10-26T09:00"), policy) == at("2026-10-26T06:00Z"));
  CHECK(due("-24h", "2026-03-29T12:00") == "2026-03-28T11:00");  // hours are hours
}

TEST_CASE("reminder plan: only sensible ones") {
  const std::string rules = "-10w@09:00 -1d@09:00 -2h -120h x";
  CHECK(planned(rules, "2026-04-16T13:00", "2026-03-25T10:00") ==
        std::vector<std::string>{"2026-03-30T09:00", "2026-04-11T13:00", "2026-04-15T09:00",
                                 "2026-04-16T11:00"});
  CHECK(planned(rules, "2026-03-25T12:00", "2026-03-25T10:00").empty());
  CHECK(planned("-2h", "2026-03-25T12:30", "2026-03-25T10:00") ==
        std::vector<std::string>{"2026-03-25T10:30"});
  CHECK(planned("-2h", "2026-03-25T12:29", "2026-03-25T10:00").empty());
  CHECK(planned("-0d@14:00", "2026-04-16T13:00", "2026-03-25T10:00").empty());
  CHECK(planned("-1d@09:00 -1w@09:00", "2026-04-16T13:00", "2026-03-25T10:00").size() == 1);
}

TEST_CASE("reminder plan: the answer deadline is told of two working days before") {
  auto one = gathering("2026-04-16T13:00");
  CHECK_FALSE(answers_due(one, at("2026-03-25T10:00"), {}));
  one.answer_by = at("2026-04-08T12:00");
  CHECK(answers_due(one, at("2026-03-25T10:00"), {}) == at("2026-04-01T09:00"));
  CHECK_FALSE(answers_due(one, at("2026-04-01T08:45"), {}));
}

TEST_CASE("reminder plan: quiet hours end in the morning") {
  const Policy policy;
  CHECK(end_of_quiet(at("2026-03-25T18:00"), policy) == at("2026-03-26T07:00"));
  CHECK(end_of_quiet(at("2026-03-25T06:59"), policy) == at("2026-03-25T07:00"));
  CHECK_FALSE(end_of_quiet(at("2026-03-25T07:00"), policy));
  CHECK_FALSE(end_of_quiet(at("2026-03-25T17:59"), policy));
  CHECK(end_of_quiet(at("2026-03-28T23:30"), policy) == at("2026-03-29T05:00Z"));
  Policy never;
  never.quiet_from_hour = never.quiet_to_hour = 0;
  CHECK_FALSE(end_of_quiet(at("2026-03-25T03:00"), never));
  Policy night;
  night.quiet_from_hour = 0;
  night.quiet_to_hour = 6;
  CHECK(end_of_quiet(at("2026-03-25T03:00"), night) == at("2026-03-25T06:00"));
  CHECK_FALSE(end_of_quiet(at("2026-03-25T23:00"), night));
}
