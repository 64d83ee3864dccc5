#include "store/mutes.hpp"

#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

constexpr Instant at(int second) {
  return Instant{std::chrono::seconds{second}};
}

}  // namespace

TEST_CASE("mutes: within their time, for their topic and person; 'all' counts for each") {
  tests::World w;
  mute(*w.transaction, {"anna", "network:7", at(100), at(200)});
  mute(*w.transaction, {"bo", "all", at(100), {}});
  w.reopen();
  CHECK_FALSE(is_muted(w.database, "anna", "network:7", at(99)));
  CHECK(is_muted(w.database, "anna", "network:7", at(100)));
  CHECK(is_muted(w.database, "anna", "network:7", at(199)));
  CHECK_FALSE(is_muted(w.database, "anna", "network:7", at(200)));
  CHECK_FALSE(is_muted(w.database, "anna", "network:8", at(150)));
  CHECK_FALSE(is_muted(w.database, "anna", "all", at(150)));
  CHECK(is_muted(w.database, "bo", "reminders", at(1'000'000'000)));
  CHECK_FALSE(is_muted(w.database, "carl", "reminders", at(150)));
}

TEST_CASE("mutes: the later takes the place of the earlier, and each can be taken back") {
  tests::World w;
  mute(*w.transaction, {"anna", "reminders", at(100), at(200)});
  mute(*w.transaction, {"anna", "reminders", at(150), at(300)});
  mute(*w.transaction, {"anna", "all", at(100), {}});
  const auto mutes = mutes_of(w.database, "anna");
  REQUIRE(mutes.size() == 2);
  CHECK(mutes[0].topic == "all");
  CHECK(mutes[0].until == Instant{});
  CHECK(mutes[1].subject == "anna");
  CHECK(mutes[1].topic == "reminders");
  CHECK(mutes[1].from == at(150));
  CHECK(mutes[1].until == at(300));
  CHECK(unmute(*w.transaction, "anna", "all"));
  CHECK_FALSE(unmute(*w.transaction, "anna", "all"));
  CHECK_FALSE(unmute(*w.transaction, "bo", "reminders"));
  CHECK_FALSE(is_muted(w.database, "anna", "all", at(160)));
  CHECK(mutes_of(w.database, "anna").size() == 1);
}

TEST_CASE("mutes: those that have run out are forgotten") {
  tests::World w;
  mute(*w.transaction, {"anna", "reminders", at(100), at(200)});
  mute(*w.transaction, {"anna", "all", at(100), {}});
  CHECK(forget_mutes(*w.transaction, at(199)) == 0);
  CHECK(forget_mutes(*w.transaction, at(200)) == 1);
  CHECK(mutes_of(w.database, "anna").size() == 1);
}
