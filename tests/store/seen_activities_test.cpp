#include "store/seen_activities.hpp"

#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {
constexpr Instant start{std::chrono::hours{1000}};
}

TEST_CASE("seen activities: a delivery is new until it was remembered, and has its first answer after that") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  Transaction transaction(database);
  const DeliveryKey key{"tenant conversation 17"};
  CHECK_FALSE(find_seen(database, key));
  remember_seen(transaction, key, "{\"statusCode\":200}", start);
  remember_seen(transaction, key, "another", start);
  CHECK(find_seen(database, key) == "{\"statusCode\":200}");
  CHECK_FALSE(find_seen(database, {"tenant conversation 18"}));
  remember_seen(transaction, {"no answer"}, "", start);
  CHECK(find_seen(database, {"no answer"}) == "");
}

TEST_CASE("seen activities: are forgotten after the retention and not before") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  Transaction transaction(database);
  remember_seen(transaction, {"old"}, "", start);
  remember_seen(transaction, {"young"}, "", start + std::chrono::hours{1});
  CHECK(forget_seen(transaction, start + seen_activity_retention) == 0);
  CHECK(forget_seen(transaction, start + seen_activity_retention + std::chrono::seconds{1}) == 1);
  CHECK_FALSE(find_seen(database, {"old"}));
  CHECK(find_seen(database, {"young"}));
}

TEST_CASE("seen activities: are forgotten with the transaction that was not committed") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  {
    Transaction transaction(database);
    remember_seen(transaction, {"key"}, "", start);
  }
  CHECK_FALSE(find_seen(database, {"key"}));
}
