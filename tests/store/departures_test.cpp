#include "store/departures.hpp"

#include "store/catalogue_edits.hpp"
#include "store/detail/connection.hpp"
#include "store/networks.hpp"
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

constexpr Day day(int number) {
  return Day{std::chrono::days{number}};
}

struct Fixture : tests::World {
  std::int64_t leaver = people[0];
  std::int64_t other = people[1];

  Fixture() {
    database.connection().database.exec(
        "INSERT INTO tasks (id, title, title_folded) VALUES (7, 'A', 'a'), (8, 'B', 'b'), (9, 'C', 'c')");
    assign(*transaction, {7, leaver, Role::responsible, {}, day(900)}, day(90), {"anna"});
    assign(*transaction, {8, leaver, Role::stand_in, day(100), {}}, day(90), {"anna"});
    assign(*transaction, {9, leaver, Role::responsible, {}, day(150)}, day(90), {"anna"});  // over before
  }

  std::int64_t open() { return open_departure(*transaction, leaver, day(200), "anna", now).value_or(0); }
};

}  // namespace

TEST_CASE("departures: what somebody has on that day and later is written down, once") {
  Fixture f;
  Network network;
  network.name = "Netværk";
  network.coordinator = f.leaver;
  const auto id_of_network = create_network(*f.transaction, network, f.now).value();
  const auto id = f.open();
  REQUIRE(id != 0);
  CHECK(f.open() == 0);
  CHECK_FALSE(open_departure(*f.transaction, 987654, day(200), "anna", f.now));
  f.reopen();
  const auto found = departure_of(f.database, f.leaver);
  REQUIRE(found);
  CHECK(found->id == id);
  CHECK(found->first_day_without == day(200));
  CHECK(found->said_by == "anna");
  const auto all = handovers(f.database, id);
  REQUIRE(all.size() >= 3);
  CHECK(all[0].task == 7);
  CHECK(*all[0].to == day(900));
  CHECK(all[1].task == 8);
  CHECK(all[1].role == Role::stand_in);
  CHECK(*all[1].from == day(100));
  CHECK(all.back().network == id_of_network);
}

TEST_CASE("departures: given is given, vacant can still be given, and a withdrawn departure makes room") {
  Fixture f;
  const auto id = f.open();
  const auto item = handovers(f.database, id).front().id;
  CHECK(settle_handover(*f.transaction, item, 0));
  CHECK(find_handover(f.database, item)->state == HandoverState::vacant);
  CHECK(settle_handover(*f.transaction, item, f.other));
  CHECK_FALSE(settle_handover(*f.transaction, item, 0));
  CHECK(find_handover(f.database, item)->receiver == f.other);
  reopen_handover(*f.transaction, item);
  CHECK(find_handover(f.database, item)->state == HandoverState::open);
  CHECK(end_departure(*f.transaction, id, DepartureState::done, f.now));
  CHECK_FALSE(end_departure(*f.transaction, id, DepartureState::done, f.now));
  move_departure(*f.transaction, id, day(300));
  CHECK(departures(f.database).front().first_day_without == day(300));
  CHECK(end_departure(*f.transaction, id, DepartureState::withdrawn, f.now));
  CHECK_FALSE(end_departure(*f.transaction, id, DepartureState::withdrawn, f.now));
  CHECK_FALSE(departure_of(f.database, f.leaver));
  CHECK(departures(f.database).empty());
  CHECK(f.open() != 0);
}
