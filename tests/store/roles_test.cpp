#include "store/roles.hpp"

#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

const ChangedBy by{"admin", {}, Instant{std::chrono::seconds{100}}};

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};
  Transaction transaction{database};

  Fixture() {
    database.connection().database.exec(
        "INSERT INTO people (id, name, name_folded, email, email_folded, entra_id, in_people, in_catalogue) "
        "VALUES "
        "(5, 'P', 'p', 'p@x.example', 'p@x.example', NULL, 1, 0), "
        "(6, 'Q', 'q', 'q@x.example', 'q@x.example', 'qq', 1, 0), (7, 'R', 'r', NULL, NULL, NULL, 1, 0)");
  }
};

}  // namespace

TEST_CASE("roles: given and taken once, each noted in the history") {
  Fixture f;
  const RoleGrant owner{GivenRole::owner, 5, "Vej", {}};
  CHECK(give_role(f.transaction, owner, RoleOrigin::chat, by));
  CHECK_FALSE(give_role(f.transaction, owner, RoleOrigin::chat, by));
  CHECK(give_role(f.transaction, {GivenRole::administrator, 6, "", {}}, RoleOrigin::chat, by));
  const auto all = role_grants(f.database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].who == "qq");
  CHECK(all[1].who == "p@x.example");
  CHECK(all[1].unit == "Vej");
  CHECK(take_role(f.transaction, owner, RoleOrigin::chat, by));
  CHECK_FALSE(take_role(f.transaction, owner, RoleOrigin::chat, by));
  const auto history = history_of_person(f.database, 5, 10);
  REQUIRE(history.size() == 2);
  CHECK(history[0].kind == ChangeKind::role_taken);
  CHECK(history[0].before == "Vej");
  CHECK(history[1].kind == ChangeKind::role_given);
  CHECK(history[1].after == "Vej");
  CHECK(history[1].by.actor == "admin");
}

TEST_CASE("roles: what the file gives and what was given in chat stand beside each other") {
  Fixture f;
  const RoleGrant owner{GivenRole::owner, 5, "Vej", {}};
  CHECK(give_role(f.transaction, owner, RoleOrigin::file, by));
  CHECK(give_role(f.transaction, owner, RoleOrigin::chat, by));
  CHECK(role_grants(f.database).size() == 1);
  CHECK(role_grants(f.database, RoleOrigin::file).size() == 1);
  CHECK(take_role(f.transaction, owner, RoleOrigin::file, by));
  CHECK_FALSE(has_role(f.database, owner, RoleOrigin::file));
  CHECK(has_role(f.database, owner, RoleOrigin::chat));
  CHECK(role_grants(f.database).size() == 1);
  // Nothing has changed for anybody since it was given first.
  CHECK(history_of_person(f.database, 5, 10).size() == 1);
  CHECK(take_role(f.transaction, owner, RoleOrigin::chat, by));
  CHECK(history_of_person(f.database, 5, 10).size() == 2);
}

TEST_CASE("roles: nobody without an address has one, and a person who is gone has none") {
  Fixture f;
  CHECK_FALSE(give_role(f.transaction, {GivenRole::owner, 7, "", {}}, RoleOrigin::chat, by));
  CHECK_FALSE(give_role(f.transaction, {GivenRole::owner, 99, "", {}}, RoleOrigin::chat, by));
  CHECK(give_role(f.transaction, {GivenRole::coordinator, 5, "", {}}, RoleOrigin::chat, by));
  f.database.connection().database.exec("DELETE FROM people WHERE id = 5");
  CHECK(role_grants(f.database).empty());
}
