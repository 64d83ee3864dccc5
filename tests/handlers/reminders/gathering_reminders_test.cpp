#include "handlers/reminders/gathering_reminders.hpp"

#include "handlers/gatherings/reminder_plan.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using namespace std::chrono_literals;

TEST_CASE("gathering reminders: what is said becomes a rule that the planning reads") {
  using enum Before::Unit;
  struct Row {
    Before before;
    std::optional<std::chrono::minutes> at;
    const char* rule;
  };
  const auto row = GENERATE(values<Row>({{{3, working_days}, std::nullopt, "-3w@09:00"},
                                         {{1, days}, 8h + 30min, "-1d@08:30"},
                                         {{2, weeks}, std::nullopt, "-14d@09:00"},
                                         {{2, hours}, std::nullopt, "-2h"},
                                         {{90, minutes}, std::nullopt, "-2h"}}));
  const auto rule = rule_of(row.before, row.at);
  REQUIRE(rule);
  CHECK(*rule == row.rule);
  CHECK(read_rule(*rule));
}

TEST_CASE("gathering reminders: what cannot be counted is asked") {
  using enum Before::Unit;
  CHECK_FALSE(rule_of({1, months}, std::nullopt));
  CHECK_FALSE(rule_of({0, days}, std::nullopt));
  CHECK_FALSE(rule_of({401, days}, std::nullopt));
  CHECK_FALSE(rule_of({60, weeks}, std::nullopt));
}
