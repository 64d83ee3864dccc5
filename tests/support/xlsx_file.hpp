#pragma once
// Workbooks as other programs write them, part by part.
#include <zip.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

namespace tests {

using ZipParts = std::map<std::string, std::string>;

/// Packs the parts (deflate, unless `stored`); with a password they are encrypted.
inline std::filesystem::path write_zip(const std::filesystem::path& file, const ZipParts& parts,
                                       bool stored = false, const char* password = nullptr) {
  int code = 0;
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (archive == nullptr) throw std::runtime_error("the test cannot make a zip file");
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error("the test cannot add a part");
    const auto place = static_cast<zip_uint64_t>(index);
    if (stored) zip_set_file_compression(archive, place, ZIP_CM_STORE, 0);
    if (password != nullptr) zip_file_set_encryption(archive, place, ZIP_EM_AES_256, password);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("the test cannot write a zip file");
  return file;
}

constexpr char spreadsheet_namespaces[] =
    R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

inline std::string relationships(const std::string& entries) {
  return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
         entries + "</Relationships>";
}

inline std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return R"(<Relationship Id=")" + id +
         R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)" + type +
         R"(" Target=")" + target + R"("/>)";
}

/// What Excel writes round one sheet named "Ark1". `sheet_data` is what stands in <sheetData>; `texts` the
/// <si> elements that cells of type "s" number. Styles: 0 General, 1 a date (built in), 2 text, 3 two
/// decimals, 4 an own date with time, 5 an own number with words.
inline ZipParts excel_parts(const std::string& sheet_data, const std::string& texts = "") {
  const std::string open = std::string(" ") + spreadsheet_namespaces + ">";
  return {
      {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml",
       "<workbook" + open +
           R"(<workbookPr/><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                     relationship("rId2", "styles", "styles.xml") +
                     relationship("rId3", "sharedStrings", "sharedStrings.xml"))},
      {"xl/styles.xml",
       "<styleSheet" + open +
           R"(<numFmts count="2"><numFmt numFmtId="164" formatCode="[$-406]d\.\ mmmm\ yyyy\ hh:mm"/>)"
           R"(<numFmt numFmtId="165" formatCode="0&quot; dage&quot;"/></numFmts>)"
           R"(<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/>)"
           R"(<xf numFmtId="14"/><xf numFmtId="49"/><xf numFmtId="2"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>)"
           "</styleSheet>"},
      {"xl/sharedStrings.xml", "<sst" + open + texts + "</sst>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet" + open + "<sheetData>" + sheet_data + "</sheetData></worksheet>"},
  };
}

/// A cell of text as streaming writers make it.
inline std::string inline_cell(const std::string& text) {
  return R"(<c t="inlineStr"><is><t xml:space="preserve">)" + text + "</t></is></c>";
}

/// A row without references, as streaming writers make it.
template <typename Cells>
std::string inline_row(const Cells& cells) {
  std::string row = "<row>";
  for (const auto& cell : cells) row += inline_cell(cell);
  return row + "</row>";
}

}  // namespace tests
