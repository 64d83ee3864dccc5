#include "store/export.hpp"
#include "store/history.hpp"
#include "store/import.hpp"
#include "store/roles.hpp"
#include "tests/store/people.hpp"
#include "tests/support/xlsx_file.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace store;
using Catch::Matchers::Contains;

namespace {

constexpr Instant now{std::chrono::seconds{1774429200}};  // 25 March 2026
constexpr Day today{std::chrono::days{20537}};

/// A municipality of six: Anna, Bo, Carl (has left), Dora without address, the watch (a contact point), Eva.
struct Files {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};
  bool settings_name_one = true;

  Files() { people("Vej"); }
  void people(const std::string& unit) {
    const auto report = import_people(
        database,
        folder.write("people.csv", "name;email;kind;department;entra_id;left\nAnna;anna@x.example;;" + unit +
                                       ";ab-1;\nBo;bo@x.example;;" + unit +
                                       ";;\nCarl;carl@x.example;;Natur;;2026-02-28\nDora;;;Natur;;\n"
                                       "Vagten;vagt@x.example;kontaktpunkt;;;\nEva;eva@x.example;;Natur;;\n"),
        {}, now);
    REQUIRE(report.applied);
  }
  ImportReport import(const std::string& csv, ImportOptions options = {}) {
    return import_roles(database, folder.write("roles.csv", csv), options, {today, settings_name_one}, now);
  }
  std::string exported(ExportFormat format = ExportFormat::csv) {
    std::ostringstream out;
    export_roles(database, out, format);
    return out.str();
  }
  /// "owner anna Vej", each.
  std::vector<std::string> grants(RoleOrigin origin = RoleOrigin::file) {
    std::vector<std::string> lines;
    for (const auto& one : role_grants(database, origin))
      lines.push_back(std::string(one.role == GivenRole::owner         ? "owner "
                                  : one.role == GivenRole::coordinator ? "coordinator "
                                                                       : "administrator ") +
                      one.who + " " + one.unit);
    return lines;
  }
  void give_in_chat(GivenRole role, const std::string& email, const std::string& unit) {
    const auto catalogue = load_catalogue(database);
    Transaction transaction(database);
    give_role(transaction, {role, catalogue->person(catalogue->person_by_email(email)).id, unit, {}},
              RoleOrigin::chat, {"ab-1", {}, now});
    transaction.commit();
  }
  std::vector<std::string> history() {
    std::vector<std::string> lines;
    for (const auto& one : changes_after(database, 0, 100))
      if (one.kind == ChangeKind::role_given || one.kind == ChangeKind::role_taken)
        lines.push_back((one.kind == ChangeKind::role_given ? "given " : "taken ") + one.role + " " +
                        one.person_name + " " + one.before + one.after + " " + one.by.actor);
    return lines;
  }
};

void check(const Changes& changes, int added, int gone, int same) {
  CHECK(changes.added == added);
  CHECK(changes.gone == gone);
  CHECK(changes.same == same);
}

const std::string danish =
    "navn;mail;entra_id;rolle;enhed\nAnna;anna@x.example;;administrator;\n;BO@x.example;;Områdeejer;vej\n"
    ";;AB-1;netværkskoordinator;\nEva;eva@x.example;;katalogansvarlig;\n";

}  // namespace

TEST_CASE("import roles: a file gives and takes, and the history tells of it") {
  Files f;
  const auto first = f.import(danish);
  REQUIRE(first.applied);
  check(first.roles, 4, 0, 0);
  CHECK(f.grants() == std::vector<std::string>{"administrator ab-1 ", "coordinator ab-1 ",
                                               "owner bo@x.example Vej", "owner eva@x.example "});
  check(f.import(danish).roles, 0, 0, 4);
  const auto second = f.import("email;role;unit\nanna@x.example;admin;\nbo@x.example;owner;Natur\n");
  check(second.roles, 1, 3, 1);
  CHECK(f.grants() == std::vector<std::string>{"administrator ab-1 ", "owner bo@x.example Natur"});
  CHECK(f.history() == std::vector<std::string>{"given administrator Anna  import",
                                                "given owner Bo Vej import", "given coordinator Anna  import",
                                                "given owner Eva  import", "taken coordinator Anna  import",
                                                "taken owner Bo Vej import", "taken owner Eva  import",
                                                "given owner Bo Natur import"});
}

TEST_CASE("import roles: a dry run counts and changes nothing") {
  Files f;
  const auto report = f.import(danish, {.dry_run = true});
  CHECK_FALSE(report.applied);
  check(report.roles, 4, 0, 0);
  CHECK(f.grants().empty());
  CHECK(f.history().empty());
}

TEST_CASE("import roles: each bad row is told with line, column and reason, and nothing is changed") {
  Files f;
  const auto report = f.import(
      "mail;entra_id;rolle;enhed;kilde\nanna@x.example;;konge;;\nnobody@x.example;;owner;;\n;zz-9;owner;;\n"
      ";;owner;;\nno mail;;owner;;\nanna@x.example;;owner;Drager;\nanna@x.example;;administrator;Vej;\n"
      "vagt@x.example;;owner;;\nbo@x.example;ab-1;owner;;\nbo@x.example;;owner;;somewhere\n"
      "eva@x.example;;owner;;\n");
  CHECK_FALSE(report.applied);
  CHECK(f.grants().empty());
  std::string all;
  for (const auto& error : report.errors)
    all += std::to_string(error.line) + " " + error.column + ": " + error.reason + "\n";
  for (const auto* expected :
       {"2 rolle: this role is not known", "3 mail: nobody in the catalogue has this",
        "4 entra_id: nobody in the catalogue has this", "5 : the person is missing",
        "6 mail: this is no e-mail address", "7 enhed: there is no unit of this name",
        "8 enhed: only an owner has a unit", "9 mail: this is a contact point",
        "10 entra_id: this is somebody else's Entra id", "11 kilde: this source is not known"})
    CHECK_THAT(all, Contains(expected));
  CHECK(report.errors.size() == 10);
  check(report.roles, 1, 0, 0);
}

TEST_CASE("import roles: what was given in chat stays, and export tells the two apart") {
  Files f;
  f.give_in_chat(GivenRole::owner, "eva@x.example", "Natur");
  REQUIRE(f.import(danish).applied);
  REQUIRE(f.import("mail;rolle;enhed\neva@x.example;owner;Natur\n").applied);
  CHECK(f.grants() == std::vector<std::string>{"owner eva@x.example Natur"});
  REQUIRE(f.import("mail;rolle;enhed\nbo@x.example;owner;Natur\n").applied);
  CHECK(f.grants(RoleOrigin::chat) == std::vector<std::string>{"owner eva@x.example Natur"});
  CHECK(f.exported() ==
        "\xef\xbb\xbfname;email;entra_id;role;unit;source\r\nBo;bo@x.example;;owner;Natur;file\r\n"
        "Eva;eva@x.example;;owner;Natur;chat\r\n");
}

TEST_CASE("import roles: export gives back what import took") {
  Files f;
  f.give_in_chat(GivenRole::coordinator, "bo@x.example", "");
  REQUIRE(f.import(danish).applied);
  const auto before = f.exported();
  const auto report = f.import(before);
  REQUIRE(report.applied);
  check(report.roles, 0, 0, 4);
  CHECK_THAT(report.notes.at(0), Contains("1 rows are about what was given in chat"));
  CHECK(f.exported() == before);
  CHECK_THAT(f.exported(ExportFormat::json), Contains(R"("role":"administrator","unit":"","source":"file")"));
}

TEST_CASE("import roles: the last administrator cannot be taken by a file") {
  Files f;
  f.settings_name_one = false;
  // A file that never gave an administrator takes none away.
  REQUIRE(f.import("mail;rolle\nbo@x.example;owner\n").applied);
  REQUIRE(f.import(danish).applied);
  const std::string without = "mail;rolle\nbo@x.example;owner\n";
  const std::string left = "mail;rolle\ncarl@x.example;administrator\n";
  for (const auto& file : {without, left})
    for (const bool dry_run : {true, false})
      CHECK_THROWS_WITH(f.import(file, {dry_run, true}), Contains("nobody would be administrator any more"));
  CHECK(f.grants().size() == 4);
  // With another fault in the file that one is told first.
  CHECK(f.import("mail;rolle\nbo@x.example;king\n").errors.size() == 1);
  f.give_in_chat(GivenRole::administrator, "eva@x.example", "");
  REQUIRE(f.import(without).applied);
  REQUIRE(f.import(danish).applied);
  f.settings_name_one = true;
  CHECK(f.import(left).applied);
}

TEST_CASE("import roles: more than a fifth of ten disappears only when that was allowed") {
  Files f;
  std::string many = "mail;rolle;enhed\n", few = many;
  int row = 0;
  for (const auto* person : {"anna", "bo", "eva"})
    for (const auto* role : {"administrator;", "coordinator;", "owner;", "owner;Vej"}) {
      const auto line = std::string(person) + "@x.example;" + role + "\n";
      many += line;
      if (++row <= 9) few += line;
    }
  REQUIRE(f.import(many).applied);
  CHECK(f.import(few).refused_mass_deletion);
  CHECK(f.grants().size() == 12);
  CHECK(f.import(few, {.allow_mass_deletion = true}).applied);
  CHECK(f.grants().size() == 9);
}

TEST_CASE("import roles: a unit goes by its old name, too, and who left is only noted") {
  Files f;
  REQUIRE(f.import("mail;rolle;enhed\nbo@x.example;owner;Vej\ncarl@x.example;owner;Natur\n").notes.size() ==
          1);
  f.people("Vej og Trafik");
  const auto report = f.import("navn;mail;rolle;enhed\nBob;bo@x.example;owner;Vej\n");
  REQUIRE(report.applied);
  CHECK_THAT(report.notes.at(0), Contains("1 names differ"));
  check(report.roles, 0, 1, 1);
  check(f.import("mail;rolle;enhed\nbo@x.example;owner;Vej og Trafik\n").roles, 0, 0, 1);
  CHECK(f.history().size() == 3);  // two were given, and Carl's was taken
}

TEST_CASE("import roles: a workbook is a file like another") {
  Files f;
  const auto sheet = tests::inline_row(std::vector<std::string>{"mail", "rolle", "enhed"}) +
                     tests::inline_row(std::vector<std::string>{"bo@x.example", "områdeejer", "Vej"}) +
                     tests::inline_row(std::vector<std::string>{"eva@x.example", "konge"});
  const auto file = tests::write_zip(f.folder / "roles.xlsx", tests::excel_parts(sheet));
  const auto report = import_roles(f.database, file, {}, {today, true}, now);
  REQUIRE(report.errors.size() == 1);
  CHECK(report.errors[0].line == 3);
  CHECK(report.errors[0].column == "rolle (B)");
  check(report.roles, 1, 0, 0);
}
