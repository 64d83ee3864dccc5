#include "store/subscriptions.hpp"

#include "store/outbox.hpp"
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
  one.message = 4;
  one.told_from = 12;
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
  CHECK(found->message == 4);
  CHECK(found->told_from == 12);
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

TEST_CASE("subscriptions: what the outbox gives up was not told") {
  tests::World w;
  Subscription one;
  one.person = w.people[0];
  one.cursor = 17;
  one.told_from = 12;
  REQUIRE(save_subscription(*w.transaction, one));
  const auto leave = [&] {
    OutboxMessage message;
    message.kind = MessageKind::broadcast;
    message.payload = "overview";
    const auto row = enqueue(*w.transaction, message, w.now);
    overview_leaves(*w.transaction, w.people[0], row);
    return row;
  };
  const auto ends = [&](std::int64_t row, OutboxState state) {
    record(*w.transaction, {.message = row, .state = state, .error = "403"}, w.now);
    return find_subscription(w.database, w.people[0])->cursor;
  };
  for (const auto state : {OutboxState::pending, OutboxState::uncertain, OutboxState::sent}) {
    const auto row = leave();
    CHECK(is_on_its_way(w.database, row));
    CHECK(ends(row, state) == 17);
    CHECK(is_on_its_way(w.database, row) == (state == OutboxState::pending));
  }
  const auto earlier = leave();
  const auto last = leave();
  CHECK(ends(earlier, OutboxState::given_up) == 17);  // another overview has left since
  CHECK(ends(last, OutboxState::given_up) == 12);
  CHECK(find_subscription(w.database, w.people[0])->message == 0);
  CHECK_FALSE(is_on_its_way(w.database, last));
  CHECK_FALSE(is_on_its_way(w.database, 999));
}
