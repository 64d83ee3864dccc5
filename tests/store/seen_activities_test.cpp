#include "store/seen_activities.hpp"

#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {
constexpr Instant start{std::chrono::hours{1000}};
}

TEST_CASE("seen activities: a delivery is new once, and has its first answer after that") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  Transaction transaction(database);
  const DeliveryKey key{"17 conversation tenant"};
  CHECK_FALSE(take_delivery(transaction, key, start));
  CHECK(take_delivery(transaction, key, start) == "");
  remember_answer(transaction, key, "{\"statusCode\":200}");
  CHECK(take_delivery(transaction, key, start) == "{\"statusCode\":200}");
  CHECK_FALSE(take_delivery(transaction, {"18 conversation tenant"}, start));
}

TEST_CASE("seen activities: are forgotten after the retention and not before") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  Transaction transaction(database);
  take_delivery(transaction, {"old"}, start);
  take_delivery(transaction, {"young"}, start + std::chrono::hours{1});
  take_delivery(transaction, {"old"}, start + std::chrono::hours{2});  // a repetition makes it no younger
  CHECK(forget_seen(transaction, start + seen_activity_retention) == 0);
  CHECK(forget_seen(transaction, start + seen_activity_retention + std::chrono::seconds{1}) == 1);
  CHECK(take_delivery(transaction, {"young"}, start));
  CHECK_FALSE(take_delivery(transaction, {"old"}, start));
}

TEST_CASE("seen activities: are forgotten with the transaction that was not committed") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  {
    Transaction transaction(database);
    take_delivery(transaction, {"key"}, start);
  }
  Transaction transaction(database);
  CHECK_FALSE(take_delivery(transaction, {"key"}, start));
}
