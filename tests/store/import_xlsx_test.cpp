// The files that people bring, as workbooks: the same as CSV.
#include "store/export.hpp"
#include "store/import.hpp"
#include "tests/store/temporary_folder.hpp"
#include "tests/support/xlsx_file.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace store;
using Catch::Matchers::Contains;

namespace {

constexpr Instant now{std::chrono::seconds{1'800'000'000}};
using Row = std::vector<std::string>;

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};

  std::filesystem::path workbook(const std::string& rows) {
    return tests::write_zip(folder / "t.xlsx", tests::excel_parts(rows));
  }
  ImportReport catalogue(const std::string& rows) {
    return import_catalogue(database, workbook(rows), {}, now);
  }
  std::string exported() {
    std::ostringstream out;
    export_catalogue(database, out, ExportFormat::csv);
    return out.str();
  }
};

const std::string header =
    tests::inline_row(Row{"navn", "mail", "telefon", "opgave", "kle", "stikord", "fra", "bekræftet"});

}  // namespace

TEST_CASE("import xlsx: phones and dates that are numbers, keywords in one cell, texts of one line each") {
  Fixture f;
  const auto report = f.catalogue(header + "<row>" + tests::inline_cell("Karen Vest") +
                                  tests::inline_cell("karen@x.example") + R"(<c><v>99887766</v></c>)" +
                                  tests::inline_cell("Byggesag") + tests::inline_cell("02.34.02; 02.34.00") +
                                  tests::inline_cell("carport, garage&#10;skur") +
                                  R"(<c s="1"><v>46023</v></c><c s="4"><v>46054.5</v></c></row>)");
  CHECK(report.errors.empty());
  CHECK(report.applied);
  CHECK(report.sheet == "Ark1");
  // The cell has a line break, so its comma belongs to the keyword, as in CSV.
  CHECK_THAT(f.exported(), Contains("99887766;;;;Byggesag;\"02.34.00; 02.34.02\";\"carport, garage; skur\";;"
                                    "responsible;2026-01-01;;"));
}

TEST_CASE("import xlsx: errors name the row and the column with its letter") {
  Fixture f;
  const auto row = [](const std::string& kle, const std::string& from = "<c/>") {
    return "<row>" + tests::inline_cell("A") + tests::inline_cell("a@x.example") + "<c/>" +
           tests::inline_cell("T") + kle + "<c/>" + from + "</row>";
  };
  const auto report =
      f.catalogue(header + row(R"(<c s="3"><v>9.13</v></c>)") + row(R"(<c s="1"><v>41287</v></c>)") +
                  row(R"(<c><v>5</v></c>)") + row(R"(<c><v>27</v></c>)") +
                  row("<c/>", R"(<c t="e"><v>#REF!</v></c>)") + row("<c/>", "<c><v>46023</v></c>") + "<row>" +
                  tests::inline_cell("B") + R"(<c r="K8" t="str"><v>fremmed</v></c></row>)");
  REQUIRE(report.errors.size() == 6);
  for (const int index : {0, 1, 2}) {
    CHECK(report.errors[static_cast<std::size_t>(index)].line == index + 2);
    CHECK(report.errors[static_cast<std::size_t>(index)].column == "kle (E)");
    CHECK_THAT(report.errors[static_cast<std::size_t>(index)].reason, Contains("format Text"));
  }
  CHECK_THAT(report.errors[0].reason, Contains("(9.13)"));
  CHECK_THAT(report.errors[3].reason, Contains("#REF!"));
  CHECK(report.errors[3].column == "fra (G)");
  CHECK_THAT(report.errors[4].reason, Contains("this is no date"));
  CHECK(report.errors[5].line == 8);
  CHECK_THAT(report.errors[5].reason, Contains("column K"));
  CHECK_FALSE(report.applied);
}

TEST_CASE("import xlsx: a header that misses a column names the sheet") {
  Fixture f;
  CHECK_THROWS_WITH(f.catalogue(tests::inline_row(Row{"navn", "mail"})),
                    Contains("sheet Ark1, row 1") && Contains("'task' or 'opgave'"));
  CHECK_THROWS_WITH(f.catalogue(""), Contains("is empty"));
}

TEST_CASE("import xlsx: people and networks too") {
  Fixture f;
  const auto people =
      import_people(f.database,
                    f.workbook(tests::inline_row(Row{"navn", "mail", "fravær_fra", "fravær_til"}) + "<row>" +
                               tests::inline_cell("Karen Vest") + tests::inline_cell("karen@x.example") +
                               R"(<c s="1"><v>46104</v></c><c s="1"><v>46110</v></c></row>)"),
                    {}, now);
  CHECK(people.applied);
  CHECK(people.people.added == 1);
  std::string asked;
  const auto networks =
      import_networks(f.database,
                      f.workbook(tests::inline_row(Row{"netværk", "tovholder", "næste_møde"}) + "<row>" +
                                 tests::inline_cell("Jura") + tests::inline_cell("karen@x.example") +
                                 R"(<c s="4"><v>46108.375</v></c></row>)"),
                      {}, now, [&](const std::string& local) {
                        if (asked.empty()) asked = local;  // its end is asked for, too
                        return std::optional(now);
                      });
  CHECK(networks.errors.empty());
  CHECK(networks.networks.added == 1);
  CHECK(asked == "2026-03-27 09:00");
}
