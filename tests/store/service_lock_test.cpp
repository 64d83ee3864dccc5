#include "store/service_lock.hpp"

#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

TEST_CASE("service lock: one service at a time, and the next when it has ended") {
  const tests::TemporaryFolder folder;
  const auto database = folder / "indgang.db";
  {
    const store::ServiceLock first(database);
    CHECK_THROWS_WITH(store::ServiceLock(database),
                      Catch::Contains("Another service") && Catch::Contains("indgang.db"));
  }
  CHECK_NOTHROW(store::ServiceLock(database));
}

TEST_CASE("service lock: a folder that cannot be written is named") {
  CHECK_THROWS_WITH(store::ServiceLock("/nowhere/indgang.db"), Catch::Contains("/nowhere/indgang.db.lock"));
}
