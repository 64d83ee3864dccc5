// Units that are renamed and merged, two people of one name: A2 F5 and F6.
#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;
using Catch::Matchers::Contains;

namespace {

constexpr Instant now{std::chrono::seconds{1'800'000'000}};

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};

  /// "A:Unit B:Unit": who is where.
  ImportReport people(const std::string& who, bool dry_run = false) {
    std::string csv = "name;email;department\n";
    for (std::size_t begin = 0; begin < who.size();) {
      const auto colon = who.find(':', begin), end = std::min(who.find(' ', begin), who.size());
      const auto name = who.substr(begin, colon - begin);
      csv.append(name)
          .append(";")
          .append(name)
          .append("@x.example;")
          .append(who, colon + 1, end - colon - 1)
          .append("\n");
      begin = end + 1;
    }
    ImportOptions options;
    options.dry_run = dry_run;
    return import_people(database, folder.write("p.csv", csv), options, now);
  }
  std::shared_ptr<const Catalogue> catalogue() { return load_catalogue(database); }
  /// "id name (former)" of each.
  std::string units() {
    std::string all;
    const auto loaded = catalogue();
    for (const Unit& unit : loaded->units())
      all.append(all.empty() ? "" : ", ")
          .append(std::to_string(unit.id))
          .append(" ")
          .append(unit.name)
          .append(unit.former_names.empty() ? "" : " (" + std::string(unit.former_names) + ")");
    return all;
  }
};

}  // namespace

TEST_CASE("import: a unit whose people turn up together under another name was renamed") {
  Fixture f;
  f.people("A:Vej B:Vej C:Vej D:Byg");
  const auto dry = f.people("A:Trafik B:Trafik C:Trafik D:Byg", true);
  CHECK(f.units() == "1 Vej, 2 Byg");
  const auto report = f.people("A:Trafik B:Trafik C:Trafik D:Byg");
  CHECK(report.people.moved == 0);
  CHECK(report.people.same == 4);
  REQUIRE(report.notes.size() == 1);
  CHECK(dry.notes == report.notes);
  CHECK_THAT(report.notes[0], Contains("'Vej' is called 'Trafik' now (3 people)"));
  CHECK(f.units() == "1 Trafik (Vej), 2 Byg");
  CHECK(f.catalogue()->units()[0].is_called("vej"));
  CHECK(f.people("A:Trafik B:Trafik C:Trafik D:Byg").notes.empty());
  f.people("A:Vej B:Vej C:Vej D:Byg");
  CHECK(f.units() == "1 Vej (Trafik), 2 Byg");
}

TEST_CASE(
    "import: a unit whose people went into another one was merged; the largest gives a new one its row") {
  Fixture f;
  f.people("A:Vej B:Vej C:Park D:Park E:Park F:Byg");
  const auto merged = f.people("A:Byg B:Byg C:Park D:Park E:Park F:Byg");
  CHECK(merged.people.moved == 2);
  REQUIRE(merged.notes.size() == 1);
  CHECK_THAT(merged.notes[0], Contains("'Vej' has become part of 'Byg' (2 people)"));
  CHECK(f.units() == "2 Park, 3 Byg (Vej)");
  const auto joined = f.people("A:Drift B:Drift C:Drift D:Drift E:Drift F:Drift");
  CHECK(joined.notes.size() == 2);
  CHECK(f.units() == "2 Drift (Park\nVej\nByg)");
}

TEST_CASE("import: people who leave a unit that lives on, or leave it one by one, are just moved") {
  Fixture f;
  f.people("A:Vej B:Vej C:Vej D:Byg E:Solo");
  CHECK(f.people("A:Trafik B:Trafik C:Vej D:Byg E:Solo").people.moved == 2);
  CHECK(f.people("A:Trafik B:Trafik C:Byg D:Byg E:Alene").notes.empty());
  CHECK_THAT(f.units(), !Contains("("));
}

TEST_CASE(
    "import: two rows of one e-mail with different jobs are one person, the first job is the main one") {
  Fixture f;
  const std::string header = "name;email;title;department\n", main = "A;a@x.example;Ingeniør;Vej\n";
  const auto import = [&](const std::string& rows) {
    return import_people(f.database, f.folder.write("p.csv", header + rows), {}, now);
  };
  const auto jobs = [&] {
    const auto loaded = f.catalogue();
    const auto& person = loaded->person(loaded->person_by_email("a@x.example"));
    return std::string(person.title) + "|" + std::string(loaded->unit(person.unit).name) + "|" +
           std::string(person.other_jobs);
  };
  const auto two = main + "A;A@x.example;Underviser;Skole\nA;a@x.example;Tillidsmand;Vej\n";
  CHECK(import(two).people.added == 1);
  CHECK(jobs() == "Ingeniør|Vej|Underviser\tSkole\nTillidsmand\tVej");
  CHECK(import(two).people.same == 1);
  CHECK(import(main).people.changed == 1);
  CHECK(jobs() == "Ingeniør|Vej|");
  CHECK(import(main + main).errors.size() == 1);
  CHECK(import("B;;X;Vej\nB;;Y;Vej\n").errors.size() == 1);  // by name alone it may be a slip
}

TEST_CASE("import: two people of one name are two, by e-mail or by department") {
  Fixture f;
  const auto report = import_people(
      f.database,
      f.folder.write("p.csv",
                     "name;email;department\nA;a1@x.example;Vej\nA;a2@x.example;Vej\nB;;Vej\nB;;Byg\n"),
      {}, now);
  CHECK(report.people.added == 4);
  const auto task = import_catalogue(
      f.database, f.folder.write("c.csv", "name;department;task\nA;Vej;T\nB;Byg;U\n"), {}, now);
  REQUIRE(task.errors.size() == 1);
  CHECK(task.errors[0].line == 2);
  CHECK_THAT(task.errors[0].reason, Contains("several people have this name: give the e-mail"));
  CHECK(task.tasks.added == 1);  // what the other row would do is still told
}

TEST_CASE("import: a former name that is a unit's again belongs to that one") {
  Fixture f;
  f.people("A:Vej B:Vej C:Byg");
  f.people("A:Trafik B:Trafik C:Byg");
  f.people("A:Trafik B:Trafik C:Vej");
  CHECK_THAT(f.units(), Contains("1 Trafik, ") && Contains(" Vej"));
  CHECK_FALSE(f.catalogue()->units()[0].is_called("vej"));
}
