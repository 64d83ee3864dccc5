#include "store/changes.hpp"

#include "store/conversations.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

TEST_CASE("changes: what is written counts, a look does not") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  const auto before = changes_so_far(database);
  {
    Transaction transaction(database);
    CHECK_FALSE(find_conversation(database, "t", "c"));
    transaction.commit();
  }
  CHECK(changes_so_far(database) == before);
  Transaction transaction(database);
  remember_conversation(transaction, {.tenant = "t", .conversation = "c"}, Instant{});
  transaction.commit();
  CHECK(changes_so_far(database) > before);
}
