#include "store/confirmations.hpp"

#include "store/catalogue_store.hpp"
#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

constexpr Instant now{std::chrono::seconds{100}};
const ChangedBy by{"anna", {}, now};

constexpr Day day(int number) {
  return Day{std::chrono::days{number}};
}

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};
  Transaction transaction{database};

  Fixture() {
    auto& raw = database.connection().database;
    raw.exec("INSERT INTO tasks (id, title, title_folded) VALUES (1, 'A', 'a'), (2, 'B', 'b')");
    raw.exec(
        "INSERT INTO people (id, name, name_folded, in_people, in_catalogue) VALUES (5, 'P', 'p', 1, 0)");
    raw.exec(
        "INSERT INTO responsibilities (task_id, person_id, role, confirmed_on) VALUES (1, 5, 'responsible', "
        "10)");
  }
};

}  // namespace

TEST_CASE("confirmations: one nudge for each confirmation that grew old") {
  Fixture f;
  CHECK(claim_nudge(f.transaction, 1, 5, day(10), now));
  CHECK_FALSE(claim_nudge(f.transaction, 1, 5, day(10), now));
  CHECK(claim_nudge(f.transaction, 1, 5, day(500), now));
  CHECK_FALSE(claim_nudge(f.transaction, 1, 5, day(500), now));
}

TEST_CASE("confirmations: confirming changes the catalogue once a day") {
  Fixture f;
  const auto before = catalogue_version(f.database);
  CHECK(confirm_entry(f.transaction, 1, 5, day(900), by));
  CHECK(confirm_entry(f.transaction, 1, 5, day(900), by));
  CHECK(catalogue_version(f.database) == before + 1);
  const auto catalogue = load_catalogue(f.database);
  CHECK(*catalogue->responsibilities_of(catalogue->task_by_id(1)).front().confirmed == day(900));
  const auto history = history_of_task(f.database, 1, 10);
  REQUIRE(history.size() == 1);
  CHECK(history[0].kind == ChangeKind::confirmed);
  CHECK(history[0].person_name == "P");
  CHECK(history[0].by.actor == "anna");
  CHECK_FALSE(confirm_entry(f.transaction, 2, 5, day(900), by));
}
