#include "store/networks.hpp"

#include "store/reminders.hpp"
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

using Ids = std::vector<std::int64_t>;

Network sample(const tests::World& world) {
  Network network;
  network.name = "Ladestandere";
  network.kind = NetworkKind::informal;
  network.purpose = "Strøm på tværs";
  network.coordinator = world.people[1];
  network.successor = world.people[2];
  network.reference = world.people[3];
  network.open = false;
  network.rule = "el";
  network.tenant = "t";
  network.channel = "19:abc@thread.tacv2";
  network.place = "Kantinen";
  return network;
}

void check_same(const Network& a, const Network& b) {
  CHECK(a.name == b.name);
  CHECK(a.kind == b.kind);
  CHECK(a.purpose == b.purpose);
  CHECK(a.coordinator == b.coordinator);
  CHECK(a.successor == b.successor);
  CHECK(a.reference == b.reference);
  CHECK(a.open == b.open);
  CHECK(a.rule == b.rule);
  CHECK(a.tenant == b.tenant);
  CHECK(a.channel == b.channel);
  CHECK(a.place == b.place);
  CHECK(a.from_file == b.from_file);
  CHECK(a.closed == b.closed);
}

}  // namespace

TEST_CASE("networks: what is created comes back whole, by id, by name and by channel") {
  tests::World w;
  const Network made = sample(w);
  const auto id = create_network(*w.transaction, made, w.now);
  REQUIRE(id);
  w.reopen();
  const auto found = find_network(w.database, *id);
  REQUIRE(found);
  check_same(*found, made);
  CHECK(find_network(w.database, "LADESTANDERE")->id == *id);
  CHECK_FALSE(find_network(w.database, "Ladestander"));
  CHECK_FALSE(find_network(w.database, *id + 1));
  CHECK(network_of_channel(w.database, "t", "19:abc@thread.tacv2")->id == *id);
  CHECK(network_of_channel(w.database, "t", "19:abc@thread.tacv2;messageid=17")->id == *id);
  CHECK_FALSE(network_of_channel(w.database, "other", "19:abc@thread.tacv2"));
  CHECK_FALSE(network_of_channel(w.database, "", ""));  // most networks have no channel
}

TEST_CASE("networks: a name is given once, whatever its case, also that of a closed network") {
  tests::World w;
  CHECK_FALSE(create_network(*w.transaction, {.name = "JURA"}, w.now));
  close_network(*w.transaction, w.network, w.now);
  CHECK_FALSE(create_network(*w.transaction, {.name = "jura"}, w.now));
  CHECK(networks(w.database, true).size() == 1);
}

TEST_CASE("networks: the list is by name and without closed ones, unless asked for") {
  tests::World w;
  const auto later = w.create("Økonomi"), first = w.create("Byg");
  close_network(*w.transaction, w.network, w.now);
  const auto ids = [](const std::vector<Network>& networks) {
    Ids ids;
    for (const auto& network : networks) ids.push_back(network.id);
    return ids;
  };
  CHECK(ids(networks(w.database)) == Ids{first, later});
  CHECK(ids(networks(w.database, true)) == Ids{first, w.network, later});
}

TEST_CASE("networks: one made for one gathering is found by its id alone, and goes with the draft") {
  tests::World w;
  Network circle{.name = "Møde om lokalplan", .coordinator = w.people[0], .open = false, .for_one = true};
  const auto id = create_network(*w.transaction, circle, w.now).value();
  const auto again = create_network(*w.transaction, circle, w.now).value();  // such names are no names
  add_member(*w.transaction, id, w.people[1]);
  CHECK(find_network(w.database, id)->for_one);
  CHECK(members_of(w.database, id) == Ids{w.people[0], w.people[1]});
  CHECK_FALSE(find_network(w.database, "Møde om lokalplan"));
  CHECK(networks(w.database, true).size() == 1);
  CHECK(networks(w.database).size() == 1);
  CHECK(networks_of(w.database, w.people[1]).empty());
  CHECK(create_network(*w.transaction, {.name = "Møde om lokalplan"}, w.now));

  auto gathering = w.sample();
  gathering.network = id;
  gathering = add_gathering(*w.transaction, gathering, w.now);
  const auto later = w.now + std::chrono::hours{1};
  CHECK(forget_drafts(*w.transaction, w.now) == 0);
  CHECK(find_network(w.database, again));
  change_state(*w.transaction, gathering.id, GatheringState::invited, w.now);
  forget_drafts(*w.transaction, later);
  CHECK(find_network(w.database, id));
  CHECK_FALSE(find_network(w.database, again));
}

TEST_CASE("networks: the coordinator is a member; members come and go once") {
  tests::World w;
  const auto id = create_network(*w.transaction, sample(w), w.now).value();
  CHECK(members_of(w.database, id) == Ids{w.people[1]});
  CHECK(add_member(*w.transaction, id, w.people[0]));
  CHECK_FALSE(add_member(*w.transaction, id, w.people[0]));
  CHECK_FALSE(add_member(*w.transaction, id, 999));
  CHECK_FALSE(add_member(*w.transaction, 999, w.people[0]));
  CHECK(members_of(w.database, id) == Ids{w.people[0], w.people[1]});
  CHECK(remove_member(*w.transaction, id, w.people[0]));
  CHECK_FALSE(remove_member(*w.transaction, id, w.people[0]));
  CHECK(members_of(w.database, id) == Ids{w.people[1]});
}

TEST_CASE("networks: somebody's networks are those with the name in them, and those they coordinate") {
  tests::World w;
  const auto coordinated = create_network(*w.transaction, sample(w), w.now).value();
  remove_member(*w.transaction, coordinated, w.people[1]);
  add_member(*w.transaction, w.network, w.people[1]);
  const auto other = w.create("Anden");
  CHECK(networks_of(w.database, w.people[1]) == Ids{w.network, coordinated});
  CHECK(networks_of(w.database, w.people[2]).empty());  // a successor is not a member
  add_member(*w.transaction, other, w.people[1]);
  close_network(*w.transaction, other, w.now);
  CHECK(networks_of(w.database, w.people[1]) == Ids{w.network, coordinated});
}

TEST_CASE("networks: an update changes everything but name and source") {
  tests::World w;
  Network changed = sample(w);
  changed.id = w.network;
  changed.name = "Andet navn";
  changed.from_file = true;
  update_network(*w.transaction, changed);
  changed.name = "Jura";
  changed.from_file = false;
  check_same(*find_network(w.database, w.network), changed);
  changed.id = 999;
  update_network(*w.transaction, changed);  // gone meanwhile: nothing happens
  CHECK(networks(w.database).size() == 1);
}

TEST_CASE("networks: who is gone is nobody") {
  tests::World w;
  Network network = sample(w);
  network.coordinator = 999;
  const auto id = create_network(*w.transaction, network, w.now);
  REQUIRE(id);
  CHECK(find_network(w.database, *id)->coordinator == 0);
  CHECK(members_of(w.database, *id).empty());
}

TEST_CASE("networks: closing stops what was planned, and opening again keeps the members") {
  tests::World w;
  add_member(*w.transaction, w.network, w.people[2]);
  const auto series = add_series(*w.transaction, {.network = w.network, .recurrence = "weekly 1 MO"});
  const auto gathering = w.add(GatheringState::cancelled);
  plan_reminder(*w.transaction, {.kind = ReminderKind::network, .due = w.now, .network = w.network});
  plan_reminder(*w.transaction, {.due = w.now, .gathering = gathering.id});
  const auto other = w.create("Anden");
  plan_reminder(*w.transaction, {.kind = ReminderKind::network, .due = w.now, .network = other});
  close_network(*w.transaction, w.network, w.now);
  close_network(*w.transaction, w.network, w.now + std::chrono::hours{1});
  CHECK(find_network(w.database, w.network)->closed == w.now);
  CHECK(find_series(w.database, series)->ended);
  CHECK(due_reminders(w.database, w.now, 10).size() == 1);
  CHECK(find_gathering(w.database, gathering.id));
  reopen_network(*w.transaction, w.network);
  CHECK_FALSE(find_network(w.database, w.network)->closed);
  CHECK(members_of(w.database, w.network) == Ids{w.people[2]});
}

TEST_CASE("networks: the kinds in both languages, and everything else is formal") {
  for (const auto kind : {NetworkKind::formal, NetworkKind::informal, NetworkKind::steering_group,
                          NetworkKind::coordination_group, NetworkKind::project_leaders})
    CHECK(network_kind_of(name_of(kind)) == kind);
  CHECK(network_kind_of("formelt") == NetworkKind::formal);
  CHECK(network_kind_of("Uformelt") == NetworkKind::informal);
  CHECK(network_kind_of("styregruppe") == NetworkKind::steering_group);
  CHECK(network_kind_of("Koordineringsgruppe") == NetworkKind::coordination_group);
  CHECK(network_kind_of("projektledere") == NetworkKind::project_leaders);
  CHECK(network_kind_of("steering_group") == NetworkKind::steering_group);
  CHECK(network_kind_of("") == NetworkKind::formal);
  CHECK(network_kind_of("MED-udvalg") == NetworkKind::formal);
}
