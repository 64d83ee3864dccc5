#pragma once
// Reads CSV as people's programs write it, row by row, without holding the file in memory.
#include "store/error.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace store {

/// One record. Cells are valid UTF-8 in composed form (NFC), otherwise as they are in the file.
struct CsvRow {
  int line = 0;  ///< where it begins, counted from 1
  std::vector<std::string> cells;
  std::string problem;  ///< why the record cannot be trusted, with the remedy; empty if it can
};

/// The delimiter (';', ',' or tab) is found in the first line; quotes are those of RFC 4180, line breaks in
/// them included; lines end in CRLF, LF or CR. UTF-8 with or without byte order mark; a file that is no valid
/// UTF-8 is taken for Windows-1252. Excel's "sep=" line is skipped. Memory: one record, of at most
/// `record_bytes_max`.
class CsvReader {
 public:
  static constexpr std::size_t record_bytes_max = std::size_t{1} << 20;

  /// Throws StoreError if the file cannot be read or is of another kind (workbook, UTF-16, binary).
  explicit CsvReader(const std::filesystem::path& file);

  /// The next record that is not blank; false at the end. After a record whose quote is never closed comes
  /// the end.
  bool next(CsvRow& row);

  char delimiter() const { return delimiter_; }
  /// The share of the file that was read, 0 to 1.
  double progress() const;

 private:
  enum class Encoding { utf8, windows_1252 };

  void inspect();
  int get();
  int peek();
  void read_record(CsvRow& row);
  std::string decoded(std::string&& bytes, CsvRow& row) const;

  std::filesystem::path file_;
  std::ifstream stream_;
  std::uint64_t size_ = 0;
  std::uint64_t read_ = 0;
  int line_ = 1;
  char delimiter_ = ';';
  Encoding encoding_ = Encoding::utf8;
};

}  // namespace store
