#pragma once
// Reads the first visible sheet of an .xlsx workbook (ECMA-376), row by row, without holding it in memory.
#include "store/row_reader.hpp"

#include <memory>

namespace store {

/// Formulas count as the value that was saved with them. Memory: the texts that cells share, and the rows of
/// 64 KB of the sheet.
class XlsxReader final : public RowReader {
 public:
  /// Throws StoreError if the file cannot be read or is of another kind (encrypted, binary, OpenDocument).
  explicit XlsxReader(const std::filesystem::path& file);
  ~XlsxReader() override;

  bool next(FileRow& row) override;
  double progress() const override;
  std::string sheet() const override;
  std::vector<std::string> notes() const override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace store
