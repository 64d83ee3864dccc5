#include "store/export.hpp"

#include "store/catalogue_store.hpp"
#include "store/import.hpp"
#include "store/learned_words.hpp"
#include "store/open_questions.hpp"
#include "store/proposals.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace store;
using Catch::Matchers::Contains;

namespace {

constexpr Instant now{std::chrono::seconds{1'800'000'000}};

std::string exported(Database& database, ExportFormat format) {
  std::ostringstream out;
  export_catalogue(database, out, format);
  return out.str();
}

const std::string odd_csv =
    "name;email;phone;title;department;leader;task;kle;keywords;description;role;from;to;confirmed\r\n"
    "=1+1;a@x.example;+45 99 00 00 01;\"Chef; \"\"stor\"\"\";Byg;a@x.example;'=T;;\"et, "
    "to;\";\"To\nlinjer\";;;;\r\n"
    "B;;;;;;@T;01.02.03;a,b;-x;stand-in;2026-01-01;2026-12-31;2026-02-03\r\n"
    "C;;;;;;'T';;;;coordinator;;;\r\n";

}  // namespace

TEST_CASE("export: importing it again changes nothing, whatever the texts are") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  REQUIRE(import_catalogue(database, folder.write("in.csv", odd_csv), {}, now).applied);
  const auto csv = exported(database, ExportFormat::csv);
  const auto report = import_catalogue(database, folder.write("out.csv", csv), {}, now);
  CHECK(report.applied);
  CHECK(report.tasks.same == 3);
  CHECK(report.people.same == 3);
  CHECK(report.responsibilities.same == 3);
  CHECK(exported(database, ExportFormat::csv) == csv);

  Database other(folder / "b.db", Database::Create::yes);
  import_catalogue(other, folder / "out.csv", {}, now);
  CHECK(exported(other, ExportFormat::csv) == csv);
}

TEST_CASE("export: a task that nobody has is not lost on the way") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  const auto file =
      folder.write("in.csv", "name;email;task;role\nAnna;anna@x.example;Vand;\n;;Rotter;ledig\n");
  REQUIRE(import_catalogue(database, file, {}, now).applied);
  const auto csv = exported(database, ExportFormat::csv);
  CHECK_THAT(csv, Contains(";Rotter;;;;vacant;"));
  const auto again = import_catalogue(database, folder.write("out.csv", csv), {}, now);
  CHECK(again.tasks.same == 2);
  CHECK(again.responsibilities.same == 1);
  const auto bad = import_catalogue(
      database, folder.write("bad.csv", "name;email;task;role\nAnna;anna@x.example;Vand;vacant\n"), {}, now);
  REQUIRE(bad.errors.size() == 1);
  CHECK_THAT(bad.errors[0].reason, Contains("a vacant task has nobody"));
}

TEST_CASE("export: people, catalogue and networks into an empty file give the same files again") {
  tests::TemporaryFolder folder;
  Database first(folder / "a.db", Database::Create::yes);
  const auto local_time = [](const std::string&) { return std::optional(now + std::chrono::hours(24)); };
  import_people(
      first,
      folder.write("p.csv",
                   "name;email;kind;title;department;leader;phone;entra_id;away_from;away_to;stand_in;left\n"
                   "Zoe;zoe@x.example;;Chef;Vej;;+45 1;0A-B;;;;\n"
                   "Zoe;zoe@x.example;;Konsulent;Byg;;;;;;;\nZoe;zoe@x.example;;Lærer;;;;;;;;\n"
                   "Anna;anna@x.example;;;Vej;zoe@x.example;;;2026-03-01;2026-03-09;zoe@x.example;\n"
                   "Vagt;;contact point;;;;112;;;;;\n"
                   "Lone;lone@x.example;;;Byg;anna@x.example;;;;;;2026-01-31\n"),
      {}, now);
  import_catalogue(
      first,
      folder.write("c.csv",
                   "name;email;leader;task;kle;keywords;role\n"
                   "Zoe;zoe@x.example;;Veje;05.01.02;a;\nVagt;;;Vagt;;;\n"
                   "Mads;mads@x.example;lone@x.example;Broer;;x,y;\nAnna;anna@x.example;;Veje;;b;\n"
                   "Lone;lone@x.example;;Veje;;;stand-in\n"),
      {}, now);
  import_networks(
      first,
      folder.write("n.csv",
                   "network;coordinator;members;visibility;rule;next_gathering;place\n"
                   "Vejnet;zoe@x.example;zoe@x.example,anna@x.example;closed;;2027-02-01 09:00;Sal 1\n"
                   "Broernes;anna@x.example;;;x;;\n"),
      {}, now, local_time);
  const auto all = [](Database& database) {
    std::vector<std::string> files;
    for (const auto write : {export_people, export_catalogue, export_networks}) {
      std::ostringstream out;
      write(database, out, ExportFormat::csv);
      files.push_back(out.str());
    }
    return files;
  };
  const auto files = all(first);
  CHECK_THAT(files[0], Contains("Mads;mads@x.example;") && Contains("Vagt;;contact point"));
  const auto bring = [&](Database& database) {
    std::vector<ImportReport> reports;
    reports.push_back(import_people(database, folder.write("p.csv", files[0]), {}, now));
    reports.push_back(import_catalogue(database, folder.write("c.csv", files[1]), {}, now));
    reports.push_back(import_networks(database, folder.write("n.csv", files[2]), {}, now, local_time));
    return reports;
  };
  const std::int64_t version = catalogue_version(first);
  for (const auto& report : bring(first)) {
    CHECK(report.applied);
    for (const auto* changes : {&report.tasks, &report.people, &report.responsibilities, &report.networks})
      CHECK(changes->added + changes->changed + changes->moved + changes->gone == 0);
  }
  CHECK(catalogue_version(first) == version);
  CHECK(all(first) == files);
  Database second(folder / "b.db", Database::Create::yes);
  for (const auto& report : bring(second)) CHECK(report.errors.empty());
  CHECK(all(second) == files);
}

TEST_CASE("export: no cell begins like a formula") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  import_catalogue(database, folder.write("in.csv", odd_csv), {}, now);
  const auto csv = exported(database, ExportFormat::csv);
  for (const char* begin : {";=", ";+", ";-", ";@", "\n=", "\n+", "\n-", "\n@", "\"=", "\"+"})
    CHECK_THAT(csv, !Contains(begin));
  CHECK_THAT(csv, Contains("'=1+1") && Contains("'+45 99 00 00 01"));
}

TEST_CASE("export: JSON has one object a line and lists as lists") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  import_catalogue(database, folder.write("in.csv", odd_csv), {}, now);
  const auto json = exported(database, ExportFormat::json);
  CHECK_THAT(json, Contains("\"keywords\":[\"et, to\"]") && Contains("\"description\":\"To\\u000alinjer\"") &&
                       Contains("\"title\":\"Chef; \\\"stor\\\"\"") && Contains("\"kle\":[]"));
  CHECK_THAT(json, Catch::Matchers::StartsWith("[\n{") && Catch::Matchers::EndsWith("}\n]\n"));
}

TEST_CASE("export: an empty catalogue is a header and an empty list") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  CHECK_THAT(exported(database, ExportFormat::csv), Catch::Matchers::EndsWith("confirmed\r\n"));
  CHECK(exported(database, ExportFormat::json) == "[\n]\n");
}

TEST_CASE("export: gaps are questions, wrong entries and words, with counts and without who said it") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  import_catalogue(database, folder.write("in.csv", "name;email;task\nAnna;anna@x.example;Vejskilte\n"), {},
                   now);
  const auto catalogue = load_catalogue(database);
  const auto task = catalogue->task(0).id;
  const auto person = catalogue->people()[0].id;
  Transaction transaction(database);
  const auto ask = [&](const char* topic, const char* who) {
    return ask_question(transaction, topic, {who, "t", "c", "da"}, now).question;
  };
  ask("=drager", "bo-id");
  ask("=Drager", "carl-id");
  const auto answered = ask("trolde", "bo-id");
  close_question(transaction, answered, QuestionState::answered, {"owner-id", task, person}, now);
  Proposal given_up;
  given_up.kind = ProposalKind::transfer;
  given_up.task = task;
  given_up.person = person;
  given_up.author = "bo-id";
  open_proposal(transaction, given_up, now);
  Proposal fault;
  fault.fault = "left";
  fault.person = person;
  fault.author = "bo-id";
  open_proposal(transaction, fault, now);
  fault.author = "carl-id";
  open_proposal(transaction, fault, now);
  propose_word(transaction, task, "trolde", now);
  transaction.commit();

  const Day today = std::chrono::floor<std::chrono::days>(now);
  const GapDays days{today, today - std::chrono::days{365}};
  std::ostringstream csv;
  export_gaps(database, csv, ExportFormat::csv, days);
  CHECK(csv.str() ==
        "\xef\xbb\xbfkind;topic;task;person;count;state;created;unit;confirmed\r\n"
        "question;'=drager;;;2;open;2027-01-15T08:00:00Z;;\r\n"
        "question;trolde;Vejskilte;Anna;1;answered;2027-01-15T08:00:00Z;;\r\n"
        "wrong entry;;Vejskilte;Anna;1;open;2027-01-15T08:00:00Z;;\r\n"
        "wrong entry;;;Anna;2;open;2027-01-15T08:00:00Z;;\r\n"
        "word;trolde;Vejskilte;;0;proposed;2027-01-15T08:00:00Z;;\r\n"
        "one person;;Vejskilte;Anna;0;open;;;\r\n"
        "unconfirmed;;Vejskilte;Anna;0;open;;;\r\n");
  std::ostringstream json;
  export_gaps(database, json, ExportFormat::json, days);
  CHECK_THAT(json.str(), Contains("\"topic\":\"=drager\",\"task\":\"\",\"person\":\"\",\"count\":2,"));
}
