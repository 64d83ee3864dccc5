#include "store/xlsx.hpp"

#include "tests/store/temporary_folder.hpp"
#include "tests/support/xlsx_file.hpp"

#include <catch2/catch.hpp>

using namespace store;
using Catch::Matchers::Contains;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Result {
  Rows rows;
  std::vector<int> lines;
  std::vector<CellKind> kinds;  // of the last row
  std::vector<std::string> problems;
  std::vector<std::string> notes;
  std::string sheet;
};

Result read(const tests::ZipParts& parts, bool stored = false) {
  tests::TemporaryFolder folder;
  const auto reader = open_rows(tests::write_zip(folder / "t.xlsx", parts, stored));
  Result result;
  for (FileRow row; reader->next(row);) {
    result.rows.push_back(row.cells);
    result.lines.push_back(row.line);
    result.problems.push_back(row.problem);
    result.kinds = row.kinds;
  }
  CHECK(reader->progress() == 1.0);
  result.notes = reader->notes();
  result.sheet = reader->sheet();
  return result;
}

Result read(const std::string& sheet_data, const std::string& texts = "") {
  return read(tests::excel_parts(sheet_data, texts));
}

/// What reading it is refused with; empty if it isn't refused.
std::string refusal(const tests::ZipParts& parts, const char* password = nullptr) {
  tests::TemporaryFolder folder;
  try {
    const auto reader = open_rows(tests::write_zip(folder / "t.xlsx", parts, false, password));
    for (FileRow row; reader->next(row);) continue;
  } catch (const StoreError& error) {
    return error.what();
  }
  return {};
}

std::string refusal_of_bytes(const std::string& bytes) {
  tests::TemporaryFolder folder;
  try {
    open_rows(folder.write("t.xlsx", bytes));
  } catch (const StoreError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("xlsx: reads what Excel writes: shared texts, rich runs, no phonetic ones") {
  const auto result = read(
      R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)"
      R"(<row r="3"><c r="A3" t="s"><v>2</v></c><c r="C3" t="str"><f>A1</f><v>af formel</v></c></row>)",
      R"(<si><t>navn</t></si><si><r><rPr><b/></rPr><t>op</t></r><r><t xml:space="preserve">gave </t></r></si>)"
      R"(<si><t>Åse_x000D__x000A_Ø</t><rPh sb="0" eb="1"><t>ikke mig</t></rPh><phoneticPr fontId="1"/></si>)");
  CHECK(result.rows == Rows{{"navn", "opgave "}, {"Åse\r\nØ", "", "af formel"}});
  CHECK(result.lines == std::vector<int>{1, 3});
  CHECK(result.sheet == "Ark1");
  CHECK(result.notes.empty());
}

TEST_CASE("xlsx: reads what streaming programs write: no references, texts in the cells, nothing packed") {
  auto parts = tests::excel_parts(
      tests::inline_row(Rows::value_type{"navn", "mail"}) + "<row/>" +
      R"(<row><c t="inlineStr"><is><r><t>A</t></r><r><t>B</t></r><rPh><t>x</t></rPh></is></c><c/></row>)" +
      tests::inline_row(Rows::value_type{"", " "}) + tests::inline_row(Rows::value_type{"", "a&#x308;"}));
  parts.erase("xl/styles.xml");
  parts.erase("xl/sharedStrings.xml");
  const auto result = read(parts, true);
  CHECK(result.rows == Rows{{"navn", "mail"}, {"AB"}, {"", "ä"}});
  CHECK(result.lines == std::vector<int>{1, 3, 5});
}

TEST_CASE("xlsx: numbers are written as people read them") {
  const auto result = read(
      R"(<row r="1"><c r="A1"><v>88112233</v></c><c r="B1"><v>4.588112233E9</v></c><c r="C1" s="3"><v>9.13</v></c>)"
      R"(<c r="D1"><v>0.1</v></c><c r="E1" t="n"><v>-3</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" s="5"><v>5</v></c>)"
      R"(<c r="H1" s="2"><v>7</v></c></row>)");
  CHECK(result.rows == Rows{{"88112233", "4588112233", "9.13", "0.1", "-3", "TRUE", "5", "7"}});
  CHECK(result.kinds[0] == CellKind::number);
  CHECK(result.kinds[6] == CellKind::number);
}

TEST_CASE("xlsx: dates are numbers with a date's style, counted from 1900 or from 1904") {
  const std::string row =
      R"(<row r="1"><c r="A1" s="1"><v>46104</v></c><c r="B1" s="4"><v>46108.375</v></c><c r="C1" s="1"><v>1</v></c>)"
      R"(<c r="D1" s="1"><v>59</v></c><c r="E1" s="1"><v>60</v></c><c r="F1" s="1"><v>61</v></c><c r="G1" s="4"><v>0.75</v></c>)"
      R"(<c r="H1" t="d"><v>2026-03-27T09:00:00</v></c><c r="I1" t="d"><v>2026-03-27T00:00:00</v></c>)"
      R"(<c r="J1" s="1"><v>-5</v></c></row>)";
  const auto result = read(row);
  CHECK(result.rows == Rows{{"2026-03-23", "2026-03-27 09:00", "1900-01-01", "1900-02-28", "1900-02-29",
                             "1900-03-01", "18:00", "2026-03-27 09:00", "2026-03-27", "-5"}});
  CHECK(result.kinds[0] == CellKind::date);
  auto parts =
      tests::excel_parts(R"(<row r="1"><c r="A1" s="1"><v>44642</v></c><c r="B1" s="1"><v>0</v></c></row>)");
  parts["xl/workbook.xml"].replace(parts["xl/workbook.xml"].find("<workbookPr/>"), 13,
                                   R"(<workbookPr date1904="1"/>)");
  CHECK(read(parts).rows == Rows{{"2026-03-23", "1904-01-01"}});
}

TEST_CASE("xlsx: a cell that has no value to trust says so") {
  const auto result =
      read(R"(<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>A1+1</f></c><c r="C1"><v>mange</v></c>)"
           R"(<c r="D1" t="str"><f>""</f><v></v></c></row>)");
  REQUIRE(result.rows.size() == 1);
  CHECK_THAT(result.rows[0][0], Contains("#N/A"));
  CHECK_THAT(result.rows[0][1], Contains("a formula without a value"));
  CHECK_THAT(result.rows[0][2], Contains("should hold a number"));
  CHECK(result.kinds == std::vector<CellKind>(3, CellKind::broken));
  CHECK(result.rows[0].size() == 3);
}

TEST_CASE("xlsx: the first visible sheet is read and named, merged cells are told of") {
  auto parts = tests::excel_parts("");
  const std::string open = std::string("<workbook ") + tests::spreadsheet_namespaces + ">";
  parts["xl/workbook.xml"] =
      open +
      R"(<sheets><sheet name="Skjult" sheetId="9" state="hidden" r:id="rId1"/>)"
      R"(<sheet name="Graf" sheetId="2" r:id="rId8"/><sheet name="Opgaver &amp; folk" sheetId="3" r:id="rId9"/>)"
      R"(<sheet name="Mere" sheetId="4" r:id="rId1"/></sheets></workbook>)";
  parts["xl/_rels/workbook.xml.rels"] =
      tests::relationships(tests::relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                           tests::relationship("rId8", "chartsheet", "chartsheets/sheet1.xml") +
                           tests::relationship("rId9", "worksheet", "/xl/worksheets/Sheet2.xml"));
  parts["xl/worksheets/sheet2.xml"] =
      std::string("<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">") +
      R"(<x:sheetData><x:row r="1"><x:c r="B1"><x:v>1</x:v></x:c></x:row></x:sheetData>)"
      R"(<x:mergeCells count="2"><x:mergeCell ref="B1:C1"/><x:mergeCell ref="B2:C2"/></x:mergeCells></x:worksheet>)";
  const auto result = read(parts);
  CHECK(result.rows == Rows{{"", "1"}});
  CHECK(result.sheet == "Opgaver & folk");
  REQUIRE(result.notes.size() == 2);
  CHECK_THAT(result.notes[0], Contains("2 sheets; only the first, 'Opgaver & folk'"));
  CHECK_THAT(result.notes[1], Contains("2 merged ranges"));
}

TEST_CASE("xlsx: a cell far to the right makes its row untrusted") {
  const auto result = read(R"(<row r="7"><c r="XFD7"><v>1</v></c></row>)");
  REQUIRE(result.problems.size() == 1);
  CHECK_THAT(result.problems[0], Contains("the cell XFD7 is further to the right than column IV"));
}

TEST_CASE("xlsx: what is no workbook that can be read is refused with the remedy") {
  CHECK_THAT(refusal_of_bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest"), Contains("old kind (.xls)"));
  CHECK_THAT(refusal_of_bytes(std::string("\xd0\xcf\x11\xe0", 4) +
                              std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)),
             Contains("protected by a password"));
  CHECK_THAT(refusal_of_bytes("PK\x03\x04 and no more"), Contains("not copied whole"));
  CHECK_THAT(refusal({{"content.xml", "<x/>"}}), Contains("OpenDocument"));
  CHECK_THAT(refusal({{"word.xml", "<x/>"}}), Contains("no workbook"));
  auto binary = tests::excel_parts("");
  binary["_rels/.rels"] =
      tests::relationships(tests::relationship("rId1", "officeDocument", "xl/workbook.bin"));
  CHECK_THAT(refusal(binary), Contains(".xlsb"));
  CHECK_THAT(refusal(tests::excel_parts(""), "secret"), Contains("protected by a password"));
  auto part_missing = tests::excel_parts("");
  part_missing.erase("xl/worksheets/sheet1.xml");
  CHECK_THAT(refusal(part_missing), Contains("lacks its part xl/worksheets/sheet1.xml"));
  auto no_sheet = tests::excel_parts("");
  no_sheet.erase("xl/_rels/workbook.xml.rels");
  CHECK_THAT(refusal(no_sheet), Contains("no visible sheet"));
}

TEST_CASE("xlsx: XML that is broken, or declares entities, is refused") {
  CHECK_THAT(refusal(tests::excel_parts("<row")), Contains("the XML is broken") && Contains("sheet Ark1"));
  auto bomb = tests::excel_parts("<row><c><v>1</v></c></row>", "<si><t>&x;</t></si>");
  bomb["xl/sharedStrings.xml"].insert(0, "<!DOCTYPE sst [<!ENTITY x \"boom\">]>");
  CHECK_THAT(refusal(bomb), Contains("document type (DTD)") && Contains("sharedStrings"));
  CHECK_THAT(refusal(tests::excel_parts(R"(<row r="1"><c r="1" t="s"><v>0</v></c></row>)")),
             Contains("there is no cell 1"));
  CHECK_THAT(refusal(tests::excel_parts(R"(<row r="0"/>)")), Contains("there is no row 0"));
  CHECK_THAT(refusal(tests::excel_parts(R"(<row r="2"><c r="A2" t="s"><v>0</v></c></row>)")),
             Contains("A2 points to no text"));
}

TEST_CASE("xlsx: what unpacks to far more than it should is refused") {
  CHECK_THAT(refusal(tests::excel_parts(std::string(std::size_t{12} << 20, ' '))),
             Contains("unpacks to far more"));
  CHECK_THAT(
      refusal(tests::excel_parts("", "<si><t>" + std::string(std::size_t{2} << 20, 'x') + "</t></si>")),
      Contains("longer than a megabyte"));
  tests::ZipParts many = tests::excel_parts("");
  for (int i = 0; i < 10'001; ++i) many[std::to_string(i)] = "";
  CHECK_THAT(refusal(many), Contains("more than 10000 parts"));
}
