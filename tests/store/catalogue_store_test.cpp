#include "store/catalogue_store.hpp"

#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};

  void exec(const char* sql) { database.connection().database.exec(sql); }
};

}  // namespace

TEST_CASE("catalogue store: an empty database gives an empty catalogue") {
  Fixture f;
  CHECK(load_catalogue(f.database)->task_count() == 0);
  CHECK(catalogue_version(f.database) == 0);
}

TEST_CASE("catalogue store: everything that is stored is in the snapshot") {
  Fixture f;
  f.exec(R"(
INSERT INTO units (id, name, name_folded) VALUES (4, 'Byg', 'byg'), (6, 'Vej', 'vej');
INSERT INTO people (id, kind, name, name_folded, email, email_folded, phone, title, unit_id, away_from, away_to, left_on,
                    entra_id, in_people, in_catalogue) VALUES
  (10, 'person', 'Birthe', 'birthe', 'b@x.example', 'b@x.example', '1', 'Chef', 4, NULL, NULL, NULL, 'e-1', 1, 0),
  (11, 'person', 'Karen', 'karen', 'k@x.example', 'k@x.example', '', '', 4, 100, 110, NULL, NULL, 1, 1),
  (12, 'person', 'Leif', 'leif', NULL, NULL, '', '', 4, NULL, NULL, 90, NULL, 1, 1),
  (13, 'contact_point', 'Vagten', 'vagten', NULL, NULL, '99', '', NULL, NULL, NULL, NULL, NULL, 1, 0);
UPDATE people SET leader_id = 10 WHERE id IN (11, 12);
UPDATE people SET stand_in_id = 12 WHERE id = 11;
UPDATE people SET leader_id = 13 WHERE id = 10;
INSERT INTO tasks (id, title, title_folded, kle, keywords, description) VALUES
  (30, 'Carport', 'carport', '02.34.02', 'garage' || char(10) || 'skur', 'Om carporte'), (31, 'Tomt', 'tomt', '', '', '');
INSERT INTO responsibilities VALUES (30, 11, 'stand_in', NULL, NULL, NULL), (30, 12, 'responsible', 1, 2, 3),
  (30, 10, 'coordinator', NULL, NULL, NULL);)");
  const auto catalogue = load_catalogue(f.database);
  REQUIRE(catalogue->people().size() == 4);
  const auto birthe = catalogue->person_by_id(10), karen = catalogue->person_by_id(11);
  const auto leif = catalogue->person_by_id(12), vagten = catalogue->person_by_id(13);
  CHECK(catalogue->person(karen).leader == birthe);
  CHECK(catalogue->person(karen).stand_in == leif);
  REQUIRE(catalogue->person(karen).absence);
  CHECK(catalogue->person(karen).absence->to == Day{std::chrono::days{110}});
  CHECK(catalogue->person(leif).left == Day{std::chrono::days{90}});
  CHECK_FALSE(catalogue->person(karen).left);
  CHECK(catalogue->person(vagten).contact_point);
  CHECK(catalogue->person(vagten).unit == no_index);
  CHECK(catalogue->person_by_entra_id("E-1") == birthe);
  REQUIRE(catalogue->units().size() == 2);
  CHECK(catalogue->unit(0).leader == birthe);
  CHECK(catalogue->unit(1).leader == no_index);
  REQUIRE(catalogue->task_count() == 2);
  CHECK(catalogue->task(0).keywords == "garage\nskur");
  const auto hands = catalogue->responsibilities_of(0);
  REQUIRE(hands.size() == 3);
  CHECK(hands[0].person == leif);
  CHECK(hands[0].from == Day{std::chrono::days{1}});
  CHECK(hands[1].person == birthe);
  CHECK(hands[2].person == karen);
  CHECK(catalogue->responsibilities_of(1).empty());
}

TEST_CASE("catalogue store: can be read inside a transaction, with its changes") {
  Fixture f;
  Transaction transaction(f.database);
  f.exec("INSERT INTO tasks (title, title_folded) VALUES ('A', 'a')");
  CHECK(load_catalogue(f.database)->task_count() == 1);
}

namespace {

std::string written(const Catalogue& catalogue) {
  std::string all;
  for (TaskIndex i = 0; i < catalogue.task_count(); ++i) {
    const Task task = catalogue.task(i);
    all += std::to_string(task.id) + ":" + std::string(task.title) + "/" + std::string(task.keywords) + "/" +
           std::string(task.kle) + "/" + std::string(task.kle_titles);
    for (const auto& hand : catalogue.responsibilities_of(i)) {
      all += " " + std::string(catalogue.person(hand.person).name) + (hand.confirmed ? "+" : "-");
    }
    all += "\n";
  }
  return all;
}

constexpr char some_tasks[] = R"(
INSERT INTO people (id, kind, name, name_folded, in_people, in_catalogue) VALUES
  (1, 'person', 'Birthe', 'birthe', 1, 1), (2, 'person', 'Karen', 'karen', 1, 1);
INSERT INTO kle_topics VALUES ('05.01.00', 'Veje', 'grusveje', 0, '');
INSERT INTO tasks (id, title, title_folded) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
  SELECT i, 'Opgave ' || i, 'opgave ' || i FROM n;
INSERT INTO responsibilities (task_id, person_id, role) SELECT id, 1, 'responsible' FROM tasks;)";

}  // namespace

TEST_CASE(
    "catalogue store: a few changed tasks are read alone, and the snapshot is as one that is read whole") {
  Fixture f;
  f.exec(some_tasks);
  auto snapshot = load_catalogue(f.database);
  const Catalogue* const base = snapshot.get();
  std::int64_t version = catalogue_version(f.database);
  const auto change = [&](const char* sql, std::int64_t task) {
    Transaction transaction(f.database);
    f.exec(sql);
    count_task_change(transaction, task);
    transaction.commit();
    snapshot = reload_catalogue(f.database, snapshot, version);
    version = catalogue_version(f.database);
    CHECK(written(*snapshot) == written(*load_catalogue(f.database)));
  };
  change("UPDATE tasks SET title = 'Fortove', keywords = 'fliser' WHERE id = 7", 7);
  change("INSERT INTO tasks (id, title, title_folded) VALUES (201, 'Havne', 'havne')", 201);
  change(
      "INSERT INTO learned_words (task_id, phrase, phrase_folded, state, created_at, decided_at, decided_by) "
      "VALUES (7, 'kantsten', 'kantsten', 'approved', 1, 2, 'x')",
      7);
  CHECK(&snapshot->base() == base);
  CHECK(snapshot->changed_tasks().size() == 2);
  change("UPDATE responsibilities SET person_id = 2, confirmed_on = 5 WHERE task_id = 9", 9);
  change("UPDATE tasks SET kle = '05.01.00' WHERE id = 11", 11);
  CHECK(snapshot->changed_tasks().size() == 4);
  CHECK(snapshot->task(snapshot->task_by_id(11)).kle_titles == "Veje");
}

TEST_CASE("catalogue store: what is not known to be little is read whole") {
  Fixture f;
  f.exec(some_tasks);
  const auto before = load_catalogue(f.database);
  const std::int64_t version = catalogue_version(f.database);
  const auto reloaded = [&] { return reload_catalogue(f.database, before, version); };
  const auto count = [&](auto how) {
    Transaction transaction(f.database);
    how(transaction);
    transaction.commit();
  };
  SECTION("anything may have changed") {
    f.exec("UPDATE tasks SET title = 'Fortove' WHERE id = 7");
    f.exec("UPDATE people SET name = 'Rikke' WHERE id = 1");
    count([](Transaction& transaction) {
      count_task_change(transaction, 7);
      count_catalogue_change(transaction);
    });
  }
  SECTION("the task is gone") {
    f.exec("DELETE FROM tasks WHERE id = 7");
    count([](Transaction& transaction) { count_task_change(transaction, 7); });
  }
  SECTION("somebody new has the task") {
    f.exec(
        "INSERT INTO people (id, kind, name, name_folded, in_people, in_catalogue) VALUES (9, 'person', "
        "'Ib', 'ib', 1, 1)");
    f.exec("UPDATE responsibilities SET person_id = 9 WHERE task_id = 7");
    count([](Transaction& transaction) { count_task_change(transaction, 7); });
  }
  SECTION("many tasks have changed") {
    f.exec("UPDATE tasks SET title = 'Ny ' || id");
    count([](Transaction& transaction) {
      for (std::int64_t task = 1; task <= 200; ++task) count_task_change(transaction, task);
    });
  }
  SECTION("a task came in between") {
    f.exec("DELETE FROM tasks WHERE id = 7");
    count([](Transaction& transaction) { count_catalogue_change(transaction); });
    const auto without = load_catalogue(f.database);
    const std::int64_t then = catalogue_version(f.database);
    f.exec("INSERT INTO tasks (id, title, title_folded) VALUES (7, 'Igen', 'igen')");
    count([](Transaction& transaction) { count_task_change(transaction, 7); });
    CHECK(written(*reload_catalogue(f.database, without, then)) == written(*load_catalogue(f.database)));
  }
  CHECK(reloaded()->changed_tasks().empty());
  CHECK(written(*reloaded()) == written(*load_catalogue(f.database)));
}
