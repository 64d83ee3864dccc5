#include "store/detail/connection.hpp"
#include "store/history.hpp"
#include "store/import.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace store;

namespace {

constexpr Instant now{std::chrono::seconds{1774429200}};

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};

  ImportReport catalogue(const std::string& rows, bool dry_run = false) {
    ImportOptions options;
    options.dry_run = dry_run;
    return import_catalogue(
        database, folder.write("c.csv", "name;email;phone;department;task;role;to\n" + rows), options, now);
  }
  /// "kind task person role before after", sorted.
  std::vector<std::string> history() {
    static const char* const names[] = {"assigned",     "withdrawn",   "confirmed",    "task_added",
                                        "task_changed", "task_gone",   "person_added", "person_changed",
                                        "person_left",  "person_gone", "role_given",   "role_taken"};
    std::vector<std::string> lines;
    for (const auto& one : changes_after(database, 0, 1000)) {
      CHECK(one.by.actor == actor_import);
      CHECK(one.by.at == now);
      std::string line = names[static_cast<int>(one.kind)];
      for (const auto& part : {one.task_title, one.person_name, one.role, one.before, one.after})
        if (!part.empty()) line += " " + part;
      lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }
};

const std::string two = "Anna;anna@x.example;1;Vej;Broer;;\nBo;bo@x.example;2;Vej;Veje;;\n";

}  // namespace

TEST_CASE("import history: the beginning of a catalogue and a dry run are no changes") {
  Fixture f;
  f.catalogue(two);
  f.catalogue("Anna;anna@x.example;9;Vej;Havne;;\n", true);
  f.catalogue(two);
  CHECK(f.history().empty());
}

TEST_CASE("import history: each change of a file is told of, with the names that were") {
  Fixture f;
  f.catalogue(two);
  const auto report = f.catalogue(
      "Anna;anna@x.example;9;Havn;Broer;;\nAnna;anna@x.example;9;Havn;Veje;stand-in;2026-05-01\n");
  REQUIRE(report.applied);
  CHECK(f.history() == std::vector<std::string>{"assigned Veje Anna stand_in ..2026-05-01",
                                                "person_changed Anna phone 1 9",
                                                "person_changed Anna unit Vej Havn", "person_gone Bo",
                                                "withdrawn Veje Bo responsible"});
  // The triggers are gone with the import.
  f.database.connection().database.exec("UPDATE people SET phone = '3'");
  CHECK(f.history().size() == 5);
}

TEST_CASE("import history: whoever comes with a last day is told of with it") {
  Fixture f;
  f.catalogue(two);
  import_people(f.database,
                f.folder.write("p.csv",
                               "name;email;left\nAnna;anna@x.example;\nBo;bo@x.example;2026-05-01\n"
                               "Ida;ida@x.example;2026-06-01\n"),
                {}, now);
  CHECK(f.history() == std::vector<std::string>{"person_left Bo 2026-05-01", "person_left Ida 2026-06-01"});
}

TEST_CASE("import history: a task that goes takes its people along by name") {
  Fixture f;
  f.catalogue(two);
  f.catalogue("Anna;anna@x.example;1;Vej;Broer;;\nBo;bo@x.example;2;Vej;Broer;;\n");
  CHECK(f.history() == std::vector<std::string>{"assigned Broer Bo responsible", "task_gone Veje",
                                                "withdrawn Veje Bo responsible"});
}
