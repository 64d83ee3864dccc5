#pragma once
// The tables that people bring, whatever program wrote them: row by row.
#include "store/error.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace store {

/// What a spreadsheet holds in a cell. In a text file everything is text.
enum class CellKind : std::uint8_t {
  text,
  number,
  date,
  broken  ///< an error such as #N/A, or a formula without a value: the cell says which
};

/// One record. Cells are valid UTF-8 in composed form (NFC), otherwise as they are in the file.
struct FileRow {
  int line = 0;  ///< where it begins, counted from 1
  std::vector<std::string> cells;
  std::vector<CellKind> kinds;  ///< by cell; empty if all are text
  std::string problem;          ///< why the record cannot be trusted, with the remedy; empty if it can

  bool blank() const {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
      return cell.find_first_not_of(" \t\n") == std::string::npos;
    });
  }
};

class RowReader {
 public:
  virtual ~RowReader() = default;
  /// The next record that is not blank; false at the end. Throws StoreError.
  virtual bool next(FileRow& row) = 0;
  /// The share of the file that was read, 0 to 1.
  virtual double progress() const = 0;
  /// The name of the sheet that is read; empty for a text file.
  virtual std::string sheet() const { return {}; }
  /// What is odd about the file as a whole, after the last row.
  virtual std::vector<std::string> notes() const { return {}; }
};

/// A reader for a CSV file or an .xlsx workbook, by what the file contains. Throws StoreError.
std::unique_ptr<RowReader> open_rows(const std::filesystem::path& file);

}  // namespace store
