#include "store/catalogue_edits.hpp"

#include "store/catalogue_store.hpp"
#include "store/departures.hpp"
#include "store/detail/connection.hpp"
#include "store/import.hpp"
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
  ChangedBy by{"anna", "bo", Instant{std::chrono::seconds{50}}};

  Fixture() {
    auto& raw = database.connection().database;
    raw.exec("INSERT INTO tasks (id, title, title_folded, kle) VALUES (1, 'Rotter', 'rotter', '09.01.01')");
    raw.exec(
        "INSERT INTO people (id, name, name_folded, phone, in_people, in_catalogue) VALUES (5, 'Pia', 'pia', "
        "'1', 1, 0)");
  }

  std::vector<ChangeKind> kinds() {
    std::vector<ChangeKind> all;
    for (const auto& one : changes_after(database, 0, 100)) all.push_back(one.kind);
    return all;
  }
};

}  // namespace

TEST_CASE("edits: an assignment is in the next catalogue and in the history, and is not written twice") {
  Fixture f;
  const auto before = load_catalogue(f.database);
  const auto version = catalogue_version(f.database);
  const Assignment one{1, 5, Role::stand_in, day(100), day(200)};
  REQUIRE(assign(f.transaction, one, day(90), f.by));
  REQUIRE(assign(f.transaction, one, day(91), f.by));
  const auto catalogue = reload_catalogue(f.database, before, version);
  const auto said = catalogue->responsibilities_of(catalogue->task_by_id(1));
  REQUIRE(said.size() == 1);
  CHECK(said[0].role == Role::stand_in);
  CHECK(*said[0].from == day(100));
  CHECK(*said[0].to == day(200));
  CHECK(*said[0].confirmed == day(90));
  const auto history = changes_after(f.database, 0, 10);
  REQUIRE(history.size() == 1);
  CHECK(history[0].kind == ChangeKind::assigned);
  CHECK(history[0].task_title == "Rotter");
  CHECK(history[0].person_name == "Pia");
  CHECK(history[0].role == "stand_in");
  CHECK(history[0].after == "1970-04-11..1970-07-20");
  CHECK(history[0].by.approver == "bo");
  CHECK_FALSE(assign(f.transaction, {1, 6}, day(90), f.by));
  CHECK_FALSE(assign(f.transaction, {2, 5}, day(90), f.by));
}

TEST_CASE("edits: what is withdrawn ends on its last day, or at once") {
  Fixture f;
  REQUIRE(assign(f.transaction, {1, 5}, day(90), f.by));
  CHECK_FALSE(withdraw(f.transaction, 1, 5, Role::coordinator, {}, f.by));
  CHECK(withdraw(f.transaction, 1, 5, Role::responsible, day(120), f.by));
  CHECK_FALSE(withdraw(f.transaction, 1, 5, Role::responsible, day(130), f.by));
  REQUIRE(assignments(f.database, 1, 5).size() == 1);
  CHECK(*assignments(f.database, 1, 5)[0].to == day(120));
  CHECK(withdraw(f.transaction, 1, 5, Role::responsible, {}, f.by));
  CHECK(assignments_of(f.database, 5).empty());
  CHECK(f.kinds() == std::vector{ChangeKind::assigned, ChangeKind::withdrawn, ChangeKind::withdrawn});
}

TEST_CASE("edits: a new task is one, however often it is added") {
  Fixture f;
  const auto version = catalogue_version(f.database);
  const auto before = load_catalogue(f.database);
  const auto id = add_task(f.transaction, "Ladestandere", {"05.01.02"}, {"elbil", "lader"}, "", f.by);
  CHECK(add_task(f.transaction, "LADESTANDERE", {"05.01.02"}, {}, "", f.by) == id);
  CHECK(add_task(f.transaction, "rotter", {"09.01.01"}, {}, "", f.by) == 1);
  const auto catalogue = reload_catalogue(f.database, before, version);
  REQUIRE(catalogue->task_by_id(id) != no_index);
  CHECK(catalogue->task(catalogue->task_by_id(id)).keywords == "elbil\nlader");
  CHECK(f.kinds() == std::vector{ChangeKind::task_added});
}

TEST_CASE("edits: a person's facts and last day") {
  Fixture f;
  CHECK(correct_person(f.transaction, 5, PersonField::phone, "2", f.by));
  CHECK_FALSE(correct_person(f.transaction, 5, PersonField::phone, "2", f.by));
  CHECK_FALSE(correct_person(f.transaction, 6, PersonField::title, "x", f.by));
  CHECK(set_left(f.transaction, 5, day(400), f.by));
  CHECK_FALSE(set_left(f.transaction, 5, day(400), f.by));
  const auto catalogue = load_catalogue(f.database);
  const auto& person = catalogue->person(catalogue->person_by_id(5));
  CHECK(person.phone == "2");
  CHECK(*person.left == day(400));
  CHECK(set_left(f.transaction, 5, {}, f.by));
  const auto history = history_of_person(f.database, 5, 10);
  REQUIRE(history.size() == 3);
  CHECK(history[0].after.empty());
  CHECK(history[1].after == "1971-02-05");
  CHECK(history[2].before == "1");
  CHECK(history[2].after == "2");
}

TEST_CASE("edits: a unit must be one, and who moves is noted once with the leader who is left") {
  Fixture f;
  auto& raw = f.database.connection().database;
  raw.exec("INSERT INTO units (id, name, name_folded) VALUES (1, 'Vej', 'vej'), (2, 'Miljø', 'miljø')");
  raw.exec(
      "INSERT INTO people (id, name, name_folded, in_people, in_catalogue) VALUES (7, 'Bo', 'bo', 1, 0)");
  raw.exec("UPDATE people SET unit_id = 1, leader_id = 7 WHERE id = 5");
  raw.exec("INSERT INTO responsibilities (task_id, person_id, role) VALUES (1, 5, 'responsible')");
  CHECK_FALSE(correct_person(f.transaction, 5, PersonField::unit, "Havn", f.by));
  CHECK(correct_person(f.transaction, 5, PersonField::unit, "Miljø", f.by));
  const auto later = add_task(f.transaction, "Brønde", {}, {}, "", f.by);
  CHECK(assign(f.transaction, {later, 5}, day(20), f.by));  // belongs to the new unit
  const auto moves = take_moves(f.transaction);
  REQUIRE(moves.size() == 1);
  CHECK(moves[0].unit == "Vej");
  CHECK(moves[0].leader == 7);
  CHECK(take_moves(f.transaction).empty());
  const auto id = open_move(f.transaction, moves[0], day(20), f.by.at);
  REQUIRE(id);
  CHECK(find_departure(f.database, *id)->moves);
  REQUIRE(handovers(f.database, *id).size() == 1);
  CHECK(handovers(f.database, *id)[0].task == 1);
  CHECK_FALSE(departure_of(f.database, 5));
  CHECK(departures(f.database).empty());
  // An older one is over when the person moves again; one who has nothing leaves nothing.
  CHECK(open_move(f.transaction, moves[0], day(21), f.by.at));
  CHECK(find_departure(f.database, *id)->state == DepartureState::withdrawn);
  CHECK_FALSE(open_move(f.transaction, {7, "Vej", 0, f.by.at}, day(20), f.by.at));
}

TEST_CASE("edits: a corrected address stays, and means the same person, while the file has the old one") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  const Instant now{std::chrono::seconds{1'800'000'000}};
  const auto file =
      folder.write("in.csv", "name;email;task\nAnna;anna@x.example;Rotter\nBo;bo@x.example;Veje\n");
  import_catalogue(database, file, {}, now);
  const auto id = [&](const char* email) {
    const auto catalogue = load_catalogue(database);
    const auto person = catalogue->person_by_email(email);
    return person == no_index ? 0 : catalogue->person(person).id;
  };
  const auto anna = id("anna@x.example");
  {
    Transaction transaction(database);
    CHECK_FALSE(correct_person(transaction, anna, PersonField::email, "BO@x.example", {"anna", {}, now}));
    CHECK(correct_person(transaction, anna, PersonField::email, "Anna.Ny@x.example", {"anna", {}, now}));
    transaction.commit();
  }
  import_catalogue(database, file, {}, now);
  CHECK(id("anna.ny@x.example") == anna);
  CHECK(id("anna@x.example") == 0);
  const auto corrected =
      folder.write("in.csv", "name;email;task\nAnna;anna.ny@x.example;Rotter\nBo;bo@x.example;Veje\n");
  import_catalogue(database, corrected, {}, now);
  CHECK(id("anna.ny@x.example") == anna);
  CHECK(load_catalogue(database)->people().size() == 2);
}
