#include "store/endings.hpp"

#include "store/catalogue_edits.hpp"
#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

constexpr Day day(int number) {
  return Day{std::chrono::days{number}};
}

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};
  Transaction transaction{database};
  ChangedBy by{"anna", {}, Instant{std::chrono::seconds{50}}};

  Fixture() {
    database.connection().database.exec(R"(
INSERT INTO tasks (id, title, title_folded) VALUES (1, 'A', 'a'), (2, 'B', 'b'), (3, 'C', 'c'), (4, 'D', 'd');
INSERT INTO people (id, name, name_folded, kind, in_people, in_catalogue, left_on) VALUES
  (5, 'P', 'p', 'person', 1, 0, NULL), (6, 'Q', 'q', 'person', 1, 0, 90), (7, 'R', 'r', 'contact_point', 1, 0, NULL);
INSERT INTO responsibilities (task_id, person_id, role, valid_to) VALUES
  (1, 5, 'responsible', 20), (2, 5, 'coordinator', 21), (3, 5, 'stand_in', 20), (1, 6, 'responsible', 20), (1, 7, 'responsible', 20);
INSERT INTO responsibilities (task_id, person_id, role) VALUES (4, 5, 'responsible');
)");
  }
  std::vector<std::int64_t> tasks(int from, int to) {
    std::vector<std::int64_t> all;
    for (const auto& one : endings(database, day(from), day(to))) all.push_back(one.task);
    return all;
  }
};

}  // namespace

TEST_CASE("endings: of colleagues who stay, of what they have themselves, on these days") {
  Fixture f;
  CHECK(f.tasks(10, 19).empty());
  CHECK(f.tasks(10, 20) == std::vector<std::int64_t>{1});
  CHECK(f.tasks(20, 21) == std::vector<std::int64_t>{1, 2});
  CHECK(f.tasks(22, 90).empty());
}

TEST_CASE("endings: a day that was agreed on in chat is none; one that was given with the task is") {
  Fixture f;
  CHECK(withdraw(f.transaction, 4, 5, Role::responsible, day(20), f.by));
  CHECK(f.tasks(20, 20) == std::vector<std::int64_t>{1});
  CHECK(assign(f.transaction, {4, 5, Role::responsible, {}, day(20)}, day(3), f.by) == true);
  CHECK(assign(f.transaction, {4, 5, Role::responsible, {}, day(22)}, day(3), f.by));
  CHECK(f.tasks(22, 22) == std::vector<std::int64_t>{4});
}

TEST_CASE("endings: each is told once to each, again for another day, and forgotten when it is past") {
  Fixture f;
  auto ending = endings(f.database, day(20), day(20)).at(0);
  CHECK(claim_ending(f.transaction, ending, ToldOf::person));
  CHECK_FALSE(claim_ending(f.transaction, ending, ToldOf::person));
  CHECK(claim_ending(f.transaction, ending, ToldOf::leader));
  ending.last_day = day(30);
  CHECK(claim_ending(f.transaction, ending, ToldOf::person));
  forget_endings(f.transaction, day(30));
  CHECK_FALSE(claim_ending(f.transaction, ending, ToldOf::person));
  forget_endings(f.transaction, day(31));
  CHECK(claim_ending(f.transaction, ending, ToldOf::person));
}
