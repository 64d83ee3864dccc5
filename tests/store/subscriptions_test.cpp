#include "store/subscriptions.hpp"

#include "store/detail/connection.hpp"
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

TEST_CASE("subscriptions: what is saved comes back, and goes with its person") {
  tests::World w;
  Subscription one;
  one.person = w.people[0];
  one.pace = Pace::monthly;
  one.weekday = 5;
  one.minute = 9 * 60 + 30;
  one.even_if_none = true;
  one.paused_until = paused_for_good;
  one.stand_in = w.people[1];
  one.cursor = 17;
  REQUIRE(save_subscription(*w.transaction, one));
  const auto found = find_subscription(w.database, w.people[0]);
  REQUIRE(found);
  CHECK(found->pace == Pace::monthly);
  CHECK(found->weekday == 5);
  CHECK(found->minute == 570);
  CHECK(found->even_if_none);
  CHECK(found->paused_until == OptionalDay(paused_for_good));
  CHECK(found->stand_in == w.people[1]);
  CHECK(found->cursor == 17);
  CHECK(stands_in_for(w.database, w.people[1]) == std::vector<std::int64_t>{w.people[0]});
  one.pace = Pace::off;
  one.stand_in = 999;
  REQUIRE(save_subscription(*w.transaction, one));
  CHECK(subscriptions(w.database).size() == 1);
  CHECK(find_subscription(w.database, w.people[0])->stand_in == 0);
  one.person = 999;
  CHECK_FALSE(save_subscription(*w.transaction, one));
  forget_subscription(*w.transaction, w.people[0]);
  CHECK_FALSE(find_subscription(w.database, w.people[0]));
}
