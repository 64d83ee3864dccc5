// Workbooks: any bytes as the file, and any bytes as the parts of a good one (a fuzzer seldom makes a valid
// zip file).
#include "store/error.hpp"
#include "store/row_reader.hpp"
#include "tests/fuzz/input_file.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/xlsx_file.hpp"

#include <string>

namespace {

void read_all(const std::filesystem::path& file) {
  try {
    const auto reader = store::open_rows(file);
    for (store::FileRow row; reader->next(row);) continue;
    reader->notes();
  } catch (const store::StoreError&) {
    // A sentence for the user: what is expected of a broken file.
  }
}

void run(std::string_view input) {
  static const fuzz::InputFile whole("xlsx"), packed("xlsx");
  read_all(whole.write(input));
  // The first byte chooses the part that the rest stands in.
  auto parts =
      tests::excel_parts(R"(<row><c t="s"><v>0</v></c><c s="1"><v>46104</v></c></row>)", "<si><t>a</t></si>");
  const std::string text(input.substr(std::min<std::size_t>(1, input.size())));
  const char* const names[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",       "xl/styles.xml",
                               "xl/workbook.xml",          "xl/_rels/workbook.xml.rels", "_rels/.rels"};
  const auto chosen = input.empty() ? 0 : static_cast<unsigned char>(input.front());
  if (chosen >= 'a')
    parts["xl/worksheets/sheet1.xml"] = tests::excel_parts(text)["xl/worksheets/sheet1.xml"];
  else
    parts[names[chosen % 6]] = text;
  read_all(tests::write_zip(packed.path(), parts, true));
}

const fuzz::Registration registration{"xlsx", run};

}  // namespace
