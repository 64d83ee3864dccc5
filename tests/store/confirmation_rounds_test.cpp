#include "store/confirmation_rounds.hpp"

#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;
using tests::World;

namespace {

using namespace std::chrono_literals;

constexpr Day first{2026y / 3 / 25};
constexpr RoundState states[] = {RoundState::waiting,        RoundState::asked,       RoundState::reminded,
                                 RoundState::reminded_again, RoundState::with_leader, RoundState::confirmed,
                                 RoundState::corrected,      RoundState::ended};

bool is_final(RoundState state) {
  return state == RoundState::confirmed || state == RoundState::corrected || state == RoundState::ended;
}

/// The arrows of store/README.md.
bool is_step(RoundState from, RoundState to) {
  return (from == RoundState::waiting && (to == RoundState::asked || to == RoundState::with_leader)) ||
         (from == RoundState::asked && to == RoundState::reminded) ||
         (from == RoundState::reminded && to == RoundState::reminded_again) ||
         (from == RoundState::reminded_again && to == RoundState::with_leader);
}

/// A round of the person that has gone so far.
std::int64_t round_in(RoundState state, std::int64_t person, World& world) {
  const auto id = begin_round(*world.transaction, person, first);
  REQUIRE(id != 0);
  for (const auto step :
       {RoundState::asked, RoundState::reminded, RoundState::reminded_again, RoundState::with_leader}) {
    if (state == RoundState::waiting || is_final(state)) break;
    REQUIRE(step_round(*world.transaction, id, step, first));
    if (step == state) break;
  }
  if (is_final(state)) REQUIRE(end_round(*world.transaction, id, state, World::now));
  return id;
}

}  // namespace

TEST_CASE("confirmation rounds: only the arrows of the table are taken") {
  World world;
  for (const auto from : states) {
    for (const auto to : states) {
      const auto id = round_in(from, world.people[0], world);
      INFO(static_cast<int>(from) << " -> " << static_cast<int>(to));
      CHECK(step_round(*world.transaction, id, to, first + std::chrono::days(3)) == is_step(from, to));
      const auto now = find_round(world.database, id).value();
      CHECK(now.state == (is_step(from, to) ? to : from));
      CHECK(now.day ==
            (is_step(from, to) && from == RoundState::waiting ? first + std::chrono::days(3) : first));
      CHECK(end_round(*world.transaction, id, RoundState::ended, World::now) == !is_final(from));
      CHECK_FALSE(end_round(*world.transaction, id, RoundState::confirmed, World::now));
    }
  }
}

TEST_CASE("confirmation rounds: one at a time for each person") {
  World world;
  const auto id = begin_round(*world.transaction, world.people[0], first);
  REQUIRE(id != 0);
  CHECK(begin_round(*world.transaction, world.people[0], first) == 0);
  CHECK(begin_round(*world.transaction, world.people[1], first) != 0);
  CHECK(begin_round(*world.transaction, 9999, first) == 0);
  CHECK(open_rounds(world.database).size() == 2);
  CHECK(open_round(world.database, world.people[0])->id == id);
  CHECK(end_round(*world.transaction, id, RoundState::confirmed, World::now));
  CHECK(find_round(world.database, id)->ended == World::now);
  CHECK_FALSE(open_round(world.database, world.people[0]));
  CHECK(begin_round(*world.transaction, world.people[0], first) != id);
}

TEST_CASE("confirmation rounds: days move while it waits, and are counted") {
  World world;
  const auto id = begin_round(*world.transaction, world.people[0], first);
  begin_round(*world.transaction, world.people[1], first);
  CHECK(days_taken(world.database, first) == std::map<Day, int>{{first, 2}});
  CHECK(move_round(*world.transaction, id, first + std::chrono::days(1)));
  CHECK(days_taken(world.database, first) ==
        std::map<Day, int>{{first, 1}, {first + std::chrono::days(1), 1}});
  CHECK(days_taken(world.database, first + std::chrono::days(1)).size() == 1);
  CHECK(step_round(*world.transaction, id, RoundState::asked, first + std::chrono::days(2)));
  CHECK_FALSE(move_round(*world.transaction, id, first));
  count_round(*world.transaction, id, 4, first + std::chrono::days(9));
  CHECK(find_round(world.database, id)->counted == 4);
  CHECK(find_round(world.database, id)->counted_on == OptionalDay(first + std::chrono::days(9)));
}

TEST_CASE("confirmation rounds: who was asked lately, and who is in a leader's message") {
  World world;
  const auto id = begin_round(*world.transaction, world.people[0], first);
  CHECK_FALSE(asked_lately(world.database, world.people[0], first));
  step_round(*world.transaction, id, RoundState::with_leader, first, id);
  const auto other = begin_round(*world.transaction, world.people[1], first);
  step_round(*world.transaction, other, RoundState::with_leader, first, id);
  CHECK(rounds_together(world.database, id).size() == 2);
  CHECK(rounds_together(world.database, other).empty());
  CHECK(asked_lately(world.database, world.people[0], first + std::chrono::days(90)));  // still open
  end_round(*world.transaction, id, RoundState::confirmed, World::now);
  CHECK_FALSE(asked_lately(world.database, world.people[0], first + std::chrono::days(1)));
  CHECK(asked_lately(world.database, world.people[0], first));
  CHECK(people_of_file(world.database).size() == world.people.size());
}
