#include "store/detail/xlsx_sheet.hpp"

#include "store/detail/xlsx_values.hpp"
#include "store/text/composed.hpp"

#include <charconv>

namespace store::detail {

namespace {

constexpr int rows_max = 1'048'576;  // Excel's own limit
constexpr std::size_t columns_max = 256;
constexpr std::size_t text_bytes_max = std::size_t{1} << 20;

// Where they stand: worksheet > sheetData > row > c > v, and c > is > t.
constexpr std::size_t data_depth = 2;
constexpr std::size_t row_depth = 3;
constexpr std::size_t cell_depth = 4;

}  // namespace

void XlsxSheet::start(std::string_view name, const XmlAttributes& attributes, std::size_t depth) {
  if (depth == data_depth) in_data_ = name == "sheetData";
  if (depth == row_depth && name == "mergeCell") ++merged;
  if (!in_data_) return;
  if (depth == row_depth && name == "row") start_row(attributes);
  if (depth == cell_depth && name == "c" && in_row_) start_cell(attributes);
  if (!in_cell_ || depth <= cell_depth) return;
  if (name == "f") has_formula_ = true;
  if (name == "v") has_value_ = true;
  if (name == "rPh") phonetic_ = depth;
  if ((name == "v" || name == "t") && phonetic_ == 0) collecting_ = depth;
}

void XlsxSheet::end(std::size_t depth) {
  if (depth == collecting_) collecting_ = 0;
  if (depth == phonetic_) phonetic_ = 0;
  if (depth == cell_depth && in_cell_) finish_cell();
  if (depth == row_depth && in_row_) {
    in_row_ = false;
    if (!row_.blank() || !row_.problem.empty())
      rows.push_back(std::move(row_));  // its line stays, to count on from
  }
}

void XlsxSheet::text(std::string_view piece) {
  if (collecting_ == 0) return;
  if (text_.size() + piece.size() > text_bytes_max) stream_.fail("a cell is longer than a megabyte");
  text_.append(piece);
}

void XlsxSheet::start_row(const XmlAttributes& attributes) {
  int line = row_.line + 1;
  const auto reference = attributes["r"];
  std::from_chars(reference.data(), reference.data() + reference.size(), line);
  if (line < 1 || line > rows_max) stream_.fail("there is no row " + std::string(reference.substr(0, 20)));
  row_ = {};
  row_.line = line;
  next_column_ = 0;
  in_row_ = true;
}

void XlsxSheet::start_cell(const XmlAttributes& attributes) {
  const auto reference = attributes["r"];
  const auto column = reference.empty() ? std::optional(next_column_) : column_of(reference);
  if (!column) stream_.fail("there is no cell " + std::string(reference.substr(0, 20)));
  column_ = *column;
  next_column_ = column_ + 1;
  const auto type = attributes["t"];
  type_ = type == "s"                            ? Type::shared
          : type == "str" || type == "inlineStr" ? Type::text
          : type == "b"                          ? Type::boolean
          : type == "d"                          ? Type::date
          : type == "e"                          ? Type::error
                                                 : Type::number;
  std::size_t style = 0;
  const auto number = attributes["s"];
  std::from_chars(number.data(), number.data() + number.size(), style);
  date_style_ = style < package_.date_styles.size() && package_.date_styles[style];
  has_formula_ = has_value_ = false;
  text_.clear();
  in_cell_ = true;
}

void XlsxSheet::finish_cell() {
  in_cell_ = false;
  if (has_formula_ && !has_value_)
    return put("the cell has a formula without a value: open the workbook in Excel and save it",
               CellKind::broken);
  if (text_.empty()) return;
  switch (type_) {
    case Type::text:
      return put(composed(unescaped(text_)), CellKind::text);
    case Type::boolean:
      return put(text_ == "1" || text_ == "true" ? "TRUE" : "FALSE", CellKind::text);
    case Type::date: {
      XlsxValue value = iso_value(text_);
      return put(std::move(value.text), value.kind);
    }
    case Type::error:
      return put("the cell shows the error " + composed(text_.substr(0, 40)) + ": correct its formula",
                 CellKind::broken);
    case Type::shared: {
      std::size_t number = SIZE_MAX;
      std::from_chars(text_.data(), text_.data() + text_.size(), number);
      bool found = false;
      const auto text = package_.texts.at(number, found);
      if (!found)
        stream_.fail("the cell " + column_letters(column_) + std::to_string(row_.line) +
                     " points to no text");
      return put(std::string(text), CellKind::text);
    }
    case Type::number: {
      auto value = number_value(text_, date_style_, package_.years_from_1904);
      if (!value) return put("the cell should hold a number, but does not: write it again", CellKind::broken);
      return put(std::move(value->text), value->kind);
    }
  }
}

void XlsxSheet::put(std::string&& text, CellKind kind) {
  if (column_ >= columns_max) {
    row_.problem = "the cell " + column_letters(column_) + std::to_string(row_.line) +
                   " is further to the right than column " + column_letters(columns_max - 1) + ": delete it";
    return;
  }
  if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
  row_.cells[column_] = std::move(text);
  if (kind == CellKind::text && row_.kinds.empty()) return;
  row_.kinds.resize(std::max(row_.kinds.size(), row_.cells.size()), CellKind::text);
  row_.kinds[column_] = kind;
}

}  // namespace store::detail
