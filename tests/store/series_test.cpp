#include "store/series.hpp"

#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

TEST_CASE("series: made, made further, and ended for good") {
  tests::World w;
  const Day first{std::chrono::days{20600}}, second{std::chrono::days{20700}};
  const auto id =
      add_series(*w.transaction, {.network = w.network, .recurrence = "monthly 1 -1TH", .made_until = first});
  w.reopen();
  const auto made = find_series(w.database, id);
  REQUIRE(made);
  CHECK(made->network == w.network);
  CHECK(made->recurrence == "monthly 1 -1TH");
  CHECK(made->made_until == first);
  CHECK_FALSE(made->ended);
  CHECK_FALSE(find_series(w.database, id + 1));

  set_made_until(*w.transaction, id, second);
  CHECK(find_series(w.database, id)->made_until == second);
  end_series(*w.transaction, id, w.now);
  set_made_until(*w.transaction, id, first);
  CHECK(find_series(w.database, id)->ended);
  CHECK(find_series(w.database, id)->made_until == second);
}

TEST_CASE("series: those that run and reach less far than a day") {
  tests::World w;
  const Day day{std::chrono::days{20600}};
  const auto add = [&](int offset) {
    return add_series(
        *w.transaction,
        {.network = w.network, .recurrence = "weekly 2 WE", .made_until = day + std::chrono::days{offset}});
  };
  const auto behind = add(-1);
  add(0);
  end_series(*w.transaction, add(-2), w.now);
  const auto found = series_made_before(w.database, day);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == behind);
  CHECK(found[0].made_until == day - std::chrono::days{1});
}
