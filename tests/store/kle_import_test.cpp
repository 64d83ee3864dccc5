#include "store/kle_import.hpp"

#include "store/catalogue_store.hpp"
#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;
using Catch::Matchers::Contains;
using Kind = KleChange::Kind;

namespace {

const std::filesystem::path fixtures = std::filesystem::path(INDGANG_SOURCE_DIR) / "tests/fixtures/kle";
const Instant now = Day{std::chrono::year(2025) / 12 / 1};

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};

  void exec(const char* sql) { database.connection().database.exec(sql); }
  KleReport import(const std::filesystem::path& file, ImportOptions options = {}, Instant at = now) {
    return import_kle(database, file, options, at);
  }
  int count(const char* sql) { return database.connection().database.execAndGet(sql).getInt(); }
  int known() { return count("SELECT count(*) FROM kle_topics"); }
  Task task(std::int64_t id) {
    snapshot = load_catalogue(database);
    return snapshot->task(snapshot->task_by_id(id));
  }
  std::shared_ptr<const Catalogue> snapshot;
};

bool has(const KleReport& report, Kind kind, const std::string& number, const std::string& old_title,
         const std::string& new_title, const std::string& replaced_by = {}) {
  for (const KleChange& change : report.changes)
    if (change.kind == kind && change.number == number)
      return change.old_title == old_title && change.new_title == new_title &&
             change.replaced_by == replaced_by;
  return false;
}

constexpr char tasks[] = R"(
INSERT INTO tasks (id, title, title_folded, kle) VALUES
  (1, 'Sne og is', 'sne og is', '05.07.08'),
  (2, 'Veje', 'veje', '05.07' || char(10) || '05.01.10'),
  (3, 'Hegn', 'hegn', '05.07.09'),
  (4, 'Feje', 'feje', '05.07.10'),
  (5, 'Ukendt', 'ukendt', '99.99.99'),
  (6, 'Uden nummer', 'uden nummer', ''))";

}  // namespace

TEST_CASE("kle import: the first import counts what is in use and what is retired") {
  Fixture f;
  const KleReport report = f.import(fixtures / "plan.xml");
  CHECK(report.applied);
  CHECK(report.released == Day{std::chrono::year(2025) / 5 / 1});
  CHECK_FALSE(report.known_release);
  CHECK(report.added == 5);
  CHECK(report.retired == 2);
  CHECK(report.changed + report.gone + report.same == 0);
  CHECK(report.changes.empty());
  CHECK(f.known() == 7);
  CHECK(catalogue_version(f.database) == 1);
}

TEST_CASE("kle import: tasks inherit titles and keywords of their numbers") {
  Fixture f;
  f.exec(tasks);
  CHECK(f.task(1).kle_titles.empty());
  f.import(fixtures / "plan.xml");
  CHECK(f.task(1).kle_titles == "Vintertjeneste");
  CHECK(f.task(1).kle_keywords == "Glatførebekæmpelse\nSandkasser");
  CHECK(f.task(2).kle_titles == "Vejvedligeholdelse\nPrivate veje & stier");
  CHECK(f.task(2).kle_keywords == "Fællesveje, private\nVejsyn");
  for (const std::int64_t id : {3, 4, 5, 6}) {
    INFO("task " << id);
    CHECK(f.task(id).kle_titles.empty());
    CHECK(f.task(id).kle_keywords.empty());
  }
}

TEST_CASE("kle import: tasks with a retired or unknown number are told") {
  Fixture f;
  f.exec(tasks);
  const KleReport report = f.import(fixtures / "plan.xml");
  REQUIRE(report.stale == 3);
  REQUIRE(report.stale_tasks.size() == 3);
  CHECK(report.stale_tasks[0].title == "Hegn");
  CHECK(report.stale_tasks[0].retired);
  CHECK(report.stale_tasks[1].number == "05.07.10");
  CHECK(report.stale_tasks[1].replaced_by == "05.07.08\n05.01");
  CHECK(report.stale_tasks[2].title == "Ukendt");
  CHECK_FALSE(report.stale_tasks[2].retired);
}

TEST_CASE("kle import: the same plan again changes nothing") {
  Fixture f;
  f.import(fixtures / "plan.xml");
  const KleReport report = f.import(fixtures / "plan.xml");
  CHECK(report.same == 7);
  CHECK(report.added + report.changed + report.retired + report.gone == 0);
  CHECK(catalogue_version(f.database) == 1);
}

TEST_CASE("kle import: the next release shows what changed") {
  Fixture f;
  f.exec(tasks);
  f.import(fixtures / "plan.xml");
  const KleReport report = f.import(fixtures / "next_release.xml");
  CHECK(report.known_release == Day{std::chrono::year(2025) / 5 / 1});
  CHECK(report.released == Day{std::chrono::year(2025) / 11 / 1});
  CHECK(report.added == 1);
  CHECK(report.changed == 2);
  CHECK(report.retired == 1);
  CHECK(report.gone == 1);
  CHECK(report.same == 3);
  REQUIRE(report.changes.size() == 5);
  CHECK(has(report, Kind::added, "05.01.12", "", "Private fællesveje"));
  CHECK(has(report, Kind::changed, "05.07", "Vejvedligeholdelse", "Vedligeholdelse af veje"));
  CHECK(has(report, Kind::changed, "05.07.08", "Vintertjeneste", "Vintertjeneste"));
  CHECK(has(report, Kind::retired, "05.01.10", "Private veje & stier", "Private veje & stier", "05.01.12"));
  CHECK(has(report, Kind::gone, "05.07.09", "Snehegn", ""));
  CHECK(f.task(1).kle_keywords == "Glatførebekæmpelse\nSaltspredning");
  CHECK(f.task(2).kle_titles == "Vedligeholdelse af veje");
  CHECK(catalogue_version(f.database) == 2);
}

TEST_CASE("kle import: a number that comes back into use is new") {
  Fixture f;
  f.import(fixtures / "next_release.xml");
  const KleReport report = f.import(fixtures / "plan.xml");
  CHECK(has(report, Kind::added, "05.01.10", "Private veje & stier", "Private veje & stier"));
  CHECK(report.known_release > report.released);
}

TEST_CASE("kle import: a number that goes out of use later is in use until then") {
  Fixture f;
  f.exec(tasks);
  f.import(fixtures / "next_release.xml", {}, Day{std::chrono::year(2025) / 10 / 31});
  CHECK_THAT(std::string(f.task(2).kle_titles), Contains("Private veje"));
  CHECK(f.import(fixtures / "next_release.xml").retired == 1);
}

TEST_CASE("kle import: of a number that the plan has twice, the one in use counts") {
  Fixture f;
  const std::string old =
      "<Emne><EmneNr>05.07.08</EmneNr><EmneTitel>Gammel</EmneTitel><EmneAdministrativInfo><Historisk/>"
      "</EmneAdministrativInfo></Emne>";
  const std::string fresh = "<Emne><EmneNr>05.07.08</EmneNr><EmneTitel>Ny</EmneTitel></Emne>";
  for (const auto& topics : {old + fresh, fresh + old}) {
    f.import(f.folder.write("twice.xml",
                            "<KLE-Emneplan><UdgivelsesDato>2025-05-01</UdgivelsesDato><Hovedgruppe>"
                            "<HovedgruppeNr>05</HovedgruppeNr><Gruppe><GruppeNr>05.07</GruppeNr>" +
                                topics + "</Gruppe></Hovedgruppe></KLE-Emneplan>"));
    CHECK(f.count(
              "SELECT count(*) FROM kle_topics WHERE number = '05.07.08' AND title = 'Ny' AND retired = 0") ==
          1);
  }
}

TEST_CASE("kle import: a dry run tells the same and changes nothing") {
  Fixture f;
  ImportOptions options;
  options.dry_run = true;
  CHECK(f.import(fixtures / "plan.xml", options).added == 5);
  CHECK(f.known() == 0);
  f.import(fixtures / "plan.xml");
  const KleReport report = f.import(fixtures / "next_release.xml", options);
  CHECK(report.changed == 2);
  CHECK_FALSE(report.applied);
  CHECK(f.count("SELECT count(*) FROM kle_topics WHERE number = '05.01.12'") == 0);
  CHECK(catalogue_version(f.database) == 1);
}

TEST_CASE("kle import: less than half of the plan is refused unless allowed") {
  Fixture f;
  f.import(fixtures / "plan.xml");
  const auto piece = f.folder.write("piece.xml",
                                    "<KLE-Emneplan><UdgivelsesDato>2025-11-01</"
                                    "UdgivelsesDato><Hovedgruppe><HovedgruppeNr>05</HovedgruppeNr>"
                                    "<Gruppe><GruppeNr>06.01</GruppeNr><Emne><EmneNr>05.07.08</EmneNr></"
                                    "Emne></Gruppe></Hovedgruppe></KLE-Emneplan>");
  const KleReport refused = f.import(piece);
  CHECK(refused.refused_too_few);
  CHECK_FALSE(refused.applied);
  CHECK(f.known() == 7);
  CHECK(catalogue_version(f.database) == 1);
  ImportOptions options;
  options.allow_mass_deletion = true;
  CHECK(f.import(piece, options).applied);
  CHECK(f.known() == 3);
}

TEST_CASE("kle import: a broken file leaves the known plan as it was") {
  Fixture f;
  f.import(fixtures / "plan.xml");
  CHECK_THROWS_WITH(f.import(f.folder.write("cut.xml", "<KLE-Emneplan><UdgivelsesDato>2025")),
                    Contains("cut.xml, line 1") && Contains("ends too early"));
  CHECK(f.known() == 7);
}
