#include "store/history.hpp"

#include "store/detail/connection.hpp"
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

CatalogueChange change(ChangeKind kind, std::int64_t task, std::int64_t person, const std::string& actor) {
  CatalogueChange one;
  one.kind = kind;
  one.task = task;
  one.person = person;
  one.by.actor = actor;
  return one;
}

}  // namespace

TEST_CASE("history: names are kept when what they name is gone") {
  tests::World w;
  auto& raw = w.database.connection().database;
  raw.exec("INSERT INTO tasks (id, title, title_folded) VALUES (7, 'Rotter', 'rotter')");
  note_change(*w.transaction, change(ChangeKind::assigned, 7, w.people[0], "anna"));
  raw.exec("DELETE FROM tasks");
  w.reopen();
  const auto all = history_of_task(w.database, 7, 10);
  REQUIRE(all.size() == 1);
  CHECK(all[0].task_title == "Rotter");
  CHECK_FALSE(all[0].person_name.empty());
  CHECK(all[0].by.actor == "anna");
  CHECK(history_of_person(w.database, w.people[0], 10).size() == 1);
  CHECK(history_of_person(w.database, 0, 10).empty());
}

TEST_CASE("history: a cursor sees each change once, in order; the latest of a task come first") {
  tests::World w;
  CHECK(last_change(w.database) == 0);
  std::vector<ChangeKind> kinds;
  for (int kind = 0; kind <= static_cast<int>(ChangeKind::role_taken); ++kind) {
    kinds.push_back(static_cast<ChangeKind>(kind));
    note_change(*w.transaction, change(kinds.back(), 7, 0, "anna"));
  }
  std::vector<ChangeKind> seen;
  std::int64_t cursor = 0;
  for (auto part = changes_after(w.database, cursor, 5); !part.empty();
       part = changes_after(w.database, cursor, 5)) {
    for (const auto& one : part) seen.push_back(one.kind);
    cursor = part.back().id;
  }
  CHECK(seen == kinds);
  CHECK(cursor == last_change(w.database));
  CHECK(history_of_task(w.database, 7, 1).front().kind == ChangeKind::role_taken);
}
