#include "store/export.hpp"

#include "store/catalogue_store.hpp"
#include "store/import.hpp"
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
