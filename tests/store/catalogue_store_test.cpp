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
