#include "store/calendar_feeds.hpp"

#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

TEST_CASE("calendar feeds: one token for each person, for good, that leads back to them") {
  tests::World w;
  const auto token = calendar_feed(*w.transaction, w.people[0]);
  CHECK(token.size() == 32);
  CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
  const auto other = calendar_feed(*w.transaction, w.people[1]);
  CHECK(other != token);
  w.reopen();
  CHECK(calendar_feed(*w.transaction, w.people[0]) == token);
  CHECK(person_of_feed(w.database, token) == w.people[0]);
  CHECK(person_of_feed(w.database, other) == w.people[1]);
  CHECK_FALSE(person_of_feed(w.database, ""));
  CHECK_FALSE(person_of_feed(w.database, token.substr(0, 31)));
}

TEST_CASE("calendar feeds: somebody who is not known has none") {
  tests::World w;
  CHECK(calendar_feed(*w.transaction, 999).empty());
  CHECK_FALSE(person_of_feed(w.database, ""));
}
