#pragma once
// Reads CSV as people's programs write it, row by row, without holding the file in memory.
#include "store/row_reader.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace store {

/// The delimiter (';', ',' or tab) is found in the first line; quotes are those of RFC 4180, line breaks in
/// them included; lines end in CRLF, LF or CR. UTF-8 with or without byte order mark; a file that is no valid
/// UTF-8 is taken for Windows-1252. Excel's "sep=" line is skipped. Memory: one record, of at most
/// `record_bytes_max`.
class CsvReader final : public RowReader {
 public:
  static constexpr std::size_t record_bytes_max = std::size_t{1} << 20;

  /// Throws StoreError if the file cannot be read or is of another kind (workbook, UTF-16, binary).
  explicit CsvReader(const std::filesystem::path& file);

  /// The next record that is not blank; false at the end. After a record whose quote is never closed comes
  /// the end.
  bool next(FileRow& row) override;

  char delimiter() const { return delimiter_; }
  double progress() const override;

 private:
  enum class Encoding { utf8, windows_1252 };

  void inspect();
  int get();
  int peek();
  void read_record(FileRow& row);
  std::string decoded(std::string&& bytes, FileRow& row) const;

  std::filesystem::path file_;
  std::ifstream stream_;
  std::uint64_t size_ = 0;
  std::uint64_t read_ = 0;
  int line_ = 1;
  char delimiter_ = ';';
  Encoding encoding_ = Encoding::utf8;
};

}  // namespace store
