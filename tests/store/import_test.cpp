#include "store/import.hpp"

#include "store/catalogue_store.hpp"
#include "store/export.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace store;
using Catch::Matchers::Contains;

namespace {

constexpr Instant now{std::chrono::seconds{1'800'000'000}};

const std::string people_csv =
    "navn;mail;art;stilling;afdeling;leder;telefon;fravær_fra;fravær_til;stedfortræder;fratrådt\n"
    "Birthe Noer;birthe@x.example;person;Chef;Byg;;+45 99 00 00 01;;;;\n"
    "Karen "
    "Vest;karen@x.example;person;Sagsbehandler;Byg;birthe@x.example;;23-03-2026;29.3.2026;soeren@x.example;\n"
    "Søren Lykke;soeren@x.example;;Sagsbehandler;Byg;BIRTHE@x.example;;;;;\n"
    "Henrik Møller;henrik@x.example;person;Biolog;Natur;;;;;;2026-02-28\n"
    "Vagten;;kontaktpunkt;;;;+45 99 00 00 09;;;;\n";

const std::string catalogue_csv =
    "name;email;department;task;kle;keywords;description;role;from;to;confirmed\n"
    "Karen Vest;karen@x.example;Byg;Byggesag;02.34.02;\"carport; garage, skur\";Om "
    "byggeri;;2026-01-01;;2026-02-01\n"
    "Søren Lykke;soeren@x.example;Byg;byggesag;;Carport,tilbygning;;stedfortræder;;;\n"
    "Søren Lykke;soeren@x.example;Byg;BBR;02.02.02 02.02.01;;;responsible;;;\n"
    "Vagten;;;Vagttelefon;;;;tovholder;;;\n";

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};

  ImportReport people(const std::string& csv, ImportOptions options = {}) {
    return import_people(database, folder.write("people.csv", csv), options, now);
  }
  ImportReport catalogue(const std::string& csv, ImportOptions options = {}) {
    return import_catalogue(database, folder.write("catalogue.csv", csv), options, now);
  }
  std::string exported(ExportFormat format = ExportFormat::csv) {
    std::ostringstream out;
    export_catalogue(database, out, format);
    return out.str();
  }
  void both() {
    REQUIRE(people(people_csv).applied);
    const auto report = catalogue(catalogue_csv);
    REQUIRE(report.applied);
    CHECK(report.people.same == 5);  // that the catalogue names them too is no change
  }
};

Day day(int year, unsigned month, unsigned number) {
  return Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(number)};
}

void check_changes(const Changes& changes, int added, int changed, int moved, int gone, int same) {
  CHECK(changes.added == added);
  CHECK(changes.changed == changed);
  CHECK(changes.moved == moved);
  CHECK(changes.gone == gone);
  CHECK(changes.same == same);
}

/// The only error of a report, "line:column: reason".
std::string only_error(const ImportReport& report) {
  CHECK_FALSE(report.applied);
  REQUIRE(report.errors.size() == 1);
  const auto& error = report.errors.front();
  return std::to_string(error.line) + ":" + error.column + ": " + error.reason;
}

}  // namespace

TEST_CASE("import people: everything a row says is kept") {
  Fixture f;
  const auto report = f.people(people_csv);
  CHECK(report.applied);
  check_changes(report.people, 5, 0, 0, 0, 0);
  const auto catalogue = load_catalogue(f.database);
  const auto birthe = catalogue->person_by_email("birthe@x.example");
  const auto karen = catalogue->person_by_email("karen@x.example");
  const auto soeren = catalogue->person_by_email("soeren@x.example");
  REQUIRE(birthe != no_index);
  REQUIRE(karen != no_index);
  CHECK(catalogue->person(karen).leader == birthe);
  CHECK(catalogue->person(soeren).leader == birthe);
  CHECK(catalogue->person(karen).stand_in == soeren);
  CHECK(catalogue->person(karen).title == "Sagsbehandler");
  REQUIRE(catalogue->person(karen).absence);
  CHECK(catalogue->person(karen).absence->from == day(2026, 3, 23));
  CHECK(catalogue->person(karen).absence->to == day(2026, 3, 29));
  CHECK(catalogue->person(catalogue->person_by_email("henrik@x.example")).left == day(2026, 2, 28));
  CHECK(catalogue->unit(catalogue->person(karen).unit).leader == birthe);
  const auto box = catalogue->people().back();
  CHECK(box.contact_point);
  CHECK(box.phone == "+45 99 00 00 09");
}

TEST_CASE("import catalogue: rows become tasks, people and responsibilities") {
  Fixture f;
  f.both();
  const auto catalogue = load_catalogue(f.database);
  REQUIRE(catalogue->task_count() == 3);
  const Task first = catalogue->task(0);
  CHECK(first.title == "Byggesag");
  CHECK(first.kle == "02.34.02");
  CHECK(first.keywords == "carport\ngarage, skur\ntilbygning");
  CHECK(first.description == "Om byggeri");
  CHECK(catalogue->task(1).kle == "02.02.01\n02.02.02");
  const auto hands = catalogue->responsibilities_of(0);
  REQUIRE(hands.size() == 2);
  CHECK(hands[0].role == Role::responsible);
  CHECK(hands[0].from == day(2026, 1, 1));
  CHECK(hands[0].confirmed == day(2026, 2, 1));
  CHECK(hands[1].role == Role::stand_in);
  CHECK(catalogue->person(catalogue->responsibilities_of(2)[0].person).contact_point);
  CHECK(catalogue->people().size() == 5);
}

TEST_CASE("import: the same file again changes nothing, not even the version") {
  Fixture f;
  f.both();
  const auto version = catalogue_version(f.database);
  const auto people = f.people(people_csv);
  check_changes(people.people, 0, 0, 0, 0, 5);
  const auto catalogue = f.catalogue(catalogue_csv);
  check_changes(catalogue.tasks, 0, 0, 0, 0, 3);
  check_changes(catalogue.responsibilities, 0, 0, 0, 0, 4);
  check_changes(catalogue.people, 0, 0, 0, 0, 5);
  CHECK(catalogue_version(f.database) == version);
}

TEST_CASE("import: each applied change raises the version") {
  Fixture f;
  f.people(people_csv);
  const auto version = catalogue_version(f.database);
  CHECK(version > 0);
  f.catalogue(catalogue_csv);
  CHECK(catalogue_version(f.database) > version);
}

TEST_CASE("import: ids stay when texts, hands and numbers change") {
  Fixture f;
  f.both();
  const auto before = load_catalogue(f.database);
  const auto report = f.catalogue(
      "name;email;department;task;kle;keywords;description;role;from;to;confirmed\n"
      "Karen Vest;karen@x.example;Vej;BYGGESAG;02.34.03;carport;;;;;\n"
      "Karen Vest;karen@x.example;Vej;BBR;02.02.01,02.02.02;;;;;;\n"
      "Vagten;;;Vagttelefon;;hjælp;;tovholder;;;\n");
  CHECK(report.applied);
  check_changes(report.tasks, 0, 1, 2, 0, 0);
  check_changes(report.responsibilities, 1, 1, 0, 2, 1);
  CHECK(report.people.moved == 1);
  CHECK(report.people.gone == 0);  // Søren stays: the people file names him
  const auto after = load_catalogue(f.database);
  REQUIRE(after->task_count() == 3);
  for (TaskIndex task = 0; task < 3; ++task) CHECK(after->task(task).id == before->task(task).id);
  CHECK(after->task(0).title == "BYGGESAG");
  CHECK(after->task(0).kle == "02.34.03");
  CHECK(after->person_by_email("karen@x.example") == before->person_by_email("karen@x.example"));
  CHECK_FALSE(after->responsibilities_of(0)[0].from.has_value());
  CHECK(after->responsibilities_of(0)[0].confirmed ==
        day(2026, 2, 1));  // an older file undoes no confirmation
}

TEST_CASE("import catalogue: what the file has no column for stays") {
  Fixture f;
  f.both();
  const auto report = f.catalogue(
      "task;email;role\nByggesag;karen@x.example;\nByggesag;soeren@x.example;vikar\nBBR;soeren@x.example;\n"
      "Vagttelefon;birthe@x.example;\n");
  CHECK(report.applied);
  CHECK(report.tasks.same == 2);
  const auto catalogue = load_catalogue(f.database);
  CHECK(catalogue->task(0).kle == "02.34.02");
  CHECK(catalogue->task(0).description == "Om byggeri");
  CHECK(catalogue->responsibilities_of(0)[0].from == day(2026, 1, 1));
  CHECK(catalogue->person(catalogue->person_by_email("karen@x.example")).absence);
}

TEST_CASE("import catalogue: leaves alone what the people file said") {
  Fixture f;
  f.both();
  f.catalogue("name;email;task;title;leader\nKaren Vest;karen@x.example;Byggesag;;\n");
  const auto catalogue = load_catalogue(f.database);
  const auto& karen = catalogue->person(catalogue->person_by_email("karen@x.example"));
  CHECK(karen.title == "Sagsbehandler");
  CHECK(karen.leader == catalogue->person_by_email("birthe@x.example"));
  CHECK(karen.absence);
}

TEST_CASE("import: people go when neither file names them any more") {
  Fixture f;
  f.both();
  const auto fewer = f.people("name;email\nKaren Vest;karen@x.example\n");
  CHECK(fewer.applied);
  CHECK(fewer.people.gone == 2);  // Birthe and Henrik; Søren and Vagten have tasks
  CHECK_THAT(fewer.notes,
             Catch::Matchers::VectorContains(std::string(
                 "2 people are no longer in the file, but stay because the catalogue names them.")));
  const auto report = f.catalogue("email;task\nkaren@x.example;Byggesag\n");
  CHECK(report.people.gone == 2);
  const auto catalogue = load_catalogue(f.database);
  CHECK(catalogue->people().size() == 1);
  CHECK(catalogue->units().size() == 1);
}

TEST_CASE("import: two people of one name are told apart by their address or department") {
  Fixture f;
  CHECK(
      f.people("name;email;department\nLars Nielsen;lars1@x.example;Byg\nLars Nielsen;lars2@x.example;Vej\n")
          .people.added == 2);
  CHECK(f.catalogue("name;department;task\nLars Nielsen;Vej;Snerydning\n").applied);
  const auto catalogue = load_catalogue(f.database);
  CHECK(catalogue->people().size() == 2);
  CHECK(catalogue->person(catalogue->responsibilities_of(0)[0].person).email == "lars2@x.example");
  CHECK_THAT(only_error(f.catalogue("name;task\nLars Nielsen;Snerydning\n")),
             Contains("2::") && Contains("several"));
}

TEST_CASE("import: a person whose address becomes known stays the same row") {
  Fixture f;
  f.catalogue("name;department;task\nMads Thorup;Vej;Snerydning\n");
  const auto before = load_catalogue(f.database)->people().front().id;
  f.people("name;email;department\nMads Thorup;mads@x.example;Vej\n");
  const auto catalogue = load_catalogue(f.database);
  REQUIRE(catalogue->people().size() == 1);
  CHECK(catalogue->people().front().id == before);
  CHECK(catalogue->people().front().email == "mads@x.example");
}

TEST_CASE("import people: an Entra id follows the person to a new address") {
  Fixture f;
  f.people("name;email;entra_id\nIda Lund;ida@x.example;AB-1\nBo Dam;bo@x.example;\n");
  const auto before = load_catalogue(f.database)->person_by_email("ida@x.example");
  const auto report =
      f.people("name;email;entra_id\nIda Holm;ida.holm@x.example;ab-1\nBo Dam;bo@x.example;cd-2\n");
  check_changes(report.people, 0, 2, 0, 0, 0);
  const auto catalogue = load_catalogue(f.database);
  CHECK(catalogue->person_by_email("ida.holm@x.example") == before);
  CHECK(catalogue->person(before).name == "Ida Holm");
  f.people("name;email;entra_id\nIda Holm;ida.holm@x.example;cd-2\nBo Dam;bo@x.example;ab-1\n");
  CHECK(load_catalogue(f.database)->person_by_entra_id("cd-2") == before);
}

TEST_CASE("import people: an Entra id passes on from somebody who goes in the same file") {
  Fixture f;
  f.people("name;email;entra_id\nIda Lund;ida@x.example;ab-1\nBo Dam;bo@x.example;\nUlla;u@x.example;\n");
  // Ida stands last, but is somebody else now; her row goes.
  const auto report = f.people("name;email;entra_id\nBo Dam;bo@x.example;ab-1\nUlla;u@x.example;\n");
  check_changes(report.people, 0, 1, 0, 1, 1);
  const auto catalogue = load_catalogue(f.database);
  CHECK(catalogue->person_by_entra_id("ab-1") == catalogue->person_by_email("bo@x.example"));
  CHECK(catalogue->person_by_email("ida@x.example") == no_index);
}

TEST_CASE("import people: new people may be led by, and stand in for, those in later rows") {
  Fixture f;
  f.people(
      "name;email;leader;stand_in\nA;a@x.example;c@x.example;b@x.example\nB;b@x.example;a@x.example;\n"
      "C;c@x.example;;a@x.example\n");
  const auto catalogue = load_catalogue(f.database);
  const auto at = [&](const char* email) { return catalogue->person(catalogue->person_by_email(email)); };
  CHECK(at("a@x.example").leader == catalogue->person_by_email("c@x.example"));
  CHECK(at("a@x.example").stand_in == catalogue->person_by_email("b@x.example"));
  CHECK(at("b@x.example").leader == catalogue->person_by_email("a@x.example"));
  CHECK(at("c@x.example").stand_in == catalogue->person_by_email("a@x.example"));
}

TEST_CASE("import people: an empty cell takes away, a missing column doesn't") {
  Fixture f;
  f.people(people_csv);
  f.people("navn;mail;fravær_fra;fravær_til;leder\nKaren Vest;karen@x.example;;;\n",
           {.allow_mass_deletion = true});
  const auto catalogue = load_catalogue(f.database);
  const auto& karen = catalogue->person(catalogue->person_by_email("karen@x.example"));
  CHECK_FALSE(karen.absence);
  CHECK(karen.leader == no_index);
  CHECK(karen.title == "Sagsbehandler");
}

TEST_CASE("import: every bad row is reported and nothing is changed") {
  Fixture f;
  f.both();
  const auto before = f.exported();
  const auto report = f.catalogue(
      "name;email;task;kle;role;from;to;leader\n"
      "Ny Mand;ny@x.example;Ny opgave;;;;;\n"
      "A;a-at-x;T;;;;;\n"
      "A;a@x.example;;2.34;chef;2026-13-01;;\n"
      "A;a@x.example;T;;;2026-02-02;2026-01-01;\n"
      "A;a@x.example;T;;;;;nobody@x.example\n"
      ";unknown@x.example;T;;;;;\n"
      ";;T;;;;;\n"
      "A;a@x.example;\"T\"x;;;;;\n"
      "A;a@x.example;T;;;;;;too many\n");
  CHECK_FALSE(report.applied);
  std::vector<std::string> places;
  for (const auto& error : report.errors) places.push_back(std::to_string(error.line) + error.column);
  CHECK(places == std::vector<std::string>{"3email", "4task", "4kle", "4role", "4from", "5to", "6leader", "7",
                                           "8", "9", "10"});
  CHECK(f.exported() == before);
}

TEST_CASE("import people: bad rows are reported with column and reason") {
  Fixture f;
  CHECK_THAT(only_error(f.people("navn;mail;art\nA;a@x.example;robot\n")),
             Contains("2:art") && Contains("kontaktpunkt"));
  CHECK_THAT(only_error(f.people("name;email\nA;a@x.example\nB;A@x.example\n")),
             Contains("3::") && Contains("line 2"));
  CHECK_THAT(only_error(f.people("name;away_from;away_to\nA;2026-01-01;\n")), Contains("2:away_to"));
  CHECK_THAT(only_error(f.people("name;away_from;away_to\nA;2026-01-02;2026-01-01\n")),
             Contains("before it begins"));
  CHECK_THAT(only_error(f.people("name;stand_in\nA;b@x.example\n")),
             Contains("2:stand_in") && Contains("nobody"));
}

TEST_CASE("import catalogue: rows that contradict each other are reported, rows that agree are one") {
  Fixture f;
  CHECK_THAT(only_error(f.catalogue("name;task;to\nA;T;2026-01-01\nA;T;2026-02-01\n")),
             Contains("3::") && Contains("line 2"));
  const auto report = f.catalogue("name;task;keywords\nA;T;x\nA;T;y\n");
  CHECK(report.responsibilities.added == 1);
  CHECK(load_catalogue(f.database)->task(0).keywords == "x\ny");
}

TEST_CASE("import: a dry run says what would change and changes nothing") {
  Fixture f;
  f.people(people_csv);
  const auto version = catalogue_version(f.database);
  const auto report = f.catalogue(catalogue_csv, {.dry_run = true});
  CHECK_FALSE(report.applied);
  CHECK(report.tasks.added == 3);
  CHECK(load_catalogue(f.database)->task_count() == 0);
  CHECK(catalogue_version(f.database) == version);
}

TEST_CASE("import: more than a fifth of at least ten disappears only when that was allowed") {
  Fixture f;
  const auto file = [](int count) {
    std::string csv = "name;task\n";
    for (int i = 0; i < count; ++i) csv += "A;Opgave " + std::to_string(i) + "\n";
    return csv;
  };
  f.catalogue(file(20));
  CHECK(f.catalogue(file(16)).applied);
  f.catalogue(file(20));
  const auto refused = f.catalogue(file(15));
  CHECK(refused.refused_mass_deletion);
  CHECK_FALSE(refused.applied);
  CHECK(refused.tasks.gone == 5);
  CHECK(load_catalogue(f.database)->task_count() == 20);
  const auto allowed = f.catalogue(file(15), {.allow_mass_deletion = true});
  CHECK(allowed.applied);
  CHECK_FALSE(allowed.refused_mass_deletion);
  CHECK(f.catalogue(file(9), {.allow_mass_deletion = true}).applied);
  CHECK(f.catalogue(file(1)).applied);  // fewer than ten: no guard
}

TEST_CASE("import: unknown columns are noted, missing and double ones refused") {
  Fixture f;
  const auto report = f.catalogue("name;task;Lokale;Bil\nA;T;3;nej\n");
  CHECK(report.applied);
  REQUIRE(report.notes.size() == 1);
  CHECK_THAT(report.notes[0], Contains("Lokale, Bil"));
  CHECK_THROWS_WITH(f.catalogue("name;email\nA;a@x.example\n"),
                    Contains("catalogue.csv") && Contains("line 1") && Contains("'task' or 'opgave'"));
  CHECK_THROWS_WITH(f.catalogue("task\nT\n"), Contains("'name'") && Contains("'mail'"));
  CHECK_THROWS_WITH(f.catalogue("name;navn;task\nA;B;T\n"), Contains("'name' is there twice"));
  CHECK_THROWS_WITH(f.catalogue(""), Contains("is empty"));
  CHECK_THROWS_WITH(import_people(f.database, f.folder / "none.csv", {}, now), Contains("cannot be read"));
}

TEST_CASE("import: tells how far it is, up to the end") {
  Fixture f;
  std::vector<double> shares;
  std::string csv = "name;task\n";
  for (int i = 0; i < 5000; ++i) csv += "A;Opgave " + std::to_string(i) + "\n";
  import_catalogue(f.database, f.folder.write("c.csv", csv), {}, now,
                   [&](double share) { shares.push_back(share); });
  CHECK(shares.size() > 3);
  CHECK(std::is_sorted(shares.begin(), shares.end()));
  CHECK(shares.back() == 1.0);
}
