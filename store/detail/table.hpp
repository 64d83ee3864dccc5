#pragma once
// A file (CSV or .xlsx) with known columns, and the report of what is wrong in it. For store/*.cpp only.
#include "store/catalogue.hpp"
#include "store/import.hpp"
#include "store/row_reader.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace store::detail {

/// A column that an import knows. The number of a column is its place in the list given to Table.
struct Column {
  std::vector<std::string_view> names;  ///< English first; compared without case, '_', '-' and blanks
  enum class Text { line, lines } text = Text::line;
};

class Table {
 public:
  /// Reads the header. `required` are lists of columns of which the file must have one. Throws StoreError.
  Table(const std::filesystem::path& file, std::vector<Column> columns,
        std::initializer_list<std::initializer_list<int>> required, ImportReport& report,
        const Progress& progress);

  /// The next row that can be trusted; what cannot is reported.
  bool next();

  bool has(int column) const { return places_[static_cast<std::size_t>(column)] >= 0; }
  /// The cell, cleaned; empty if the file doesn't have the column or the row is shorter.
  const std::string& cell(int column) const { return cells_[static_cast<std::size_t>(column)]; }
  /// What a spreadsheet holds there.
  CellKind kind(int column) const;
  int line() const { return row_.line; }
  /// The column's name as the file spells it; with its letter if the file is a workbook.
  std::string name(int column) const;

  /// Reports the row. An empty column means the row as a whole.
  void error(std::optional<int> column, std::string reason) { error_at(line(), column, std::move(reason)); }
  void error_at(int line, std::optional<int> column, std::string reason);

  /// The cell as a day; a cell that is none is reported.
  OptionalDay day(int column);

 private:
  void read_header(std::initializer_list<std::initializer_list<int>> required);
  bool take_cells();

  std::filesystem::path file_;
  std::vector<Column> columns_;
  ImportReport& report_;
  const Progress& progress_;
  std::unique_ptr<RowReader> reader_;
  FileRow row_;
  std::vector<std::string> header_;
  std::vector<int> places_;  // of each known column in the file; -1 if it is not there
  std::vector<std::string> cells_;
  int rows_ = 0;
};

}  // namespace store::detail
