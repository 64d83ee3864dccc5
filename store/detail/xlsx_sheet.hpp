#pragma once
// The cells of a sheet, as its XML comes. For store/*.cpp only.
#include "store/detail/xlsx_package.hpp"
#include "store/row_reader.hpp"

#include <deque>

namespace store::detail {

/// Fills `rows` as far as it is told of the sheet. Rows and cells may lack their references (`r`): then they
/// follow each other.
class XlsxSheet final : public XmlVisitor {
 public:
  XlsxSheet(const XlsxPackage& package, const XmlStream& stream) : package_(package), stream_(stream) {}

  void start(std::string_view name, const XmlAttributes&, std::size_t depth) override;
  void end(std::size_t depth) override;
  void text(std::string_view piece) override;

  std::deque<FileRow> rows;  ///< whoever reads takes them away
  int merged = 0;            ///< ranges of merged cells

 private:
  enum class Type { number, shared, text, boolean, date, error };

  void start_row(const XmlAttributes&);
  void start_cell(const XmlAttributes&);
  void finish_cell();
  void put(std::string&& text, CellKind kind);

  const XlsxPackage& package_;
  const XmlStream& stream_;
  bool in_data_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  FileRow row_;
  std::size_t column_ = 0;  // of the cell
  std::size_t next_column_ = 0;
  Type type_ = Type::number;
  bool date_style_ = false;
  bool has_formula_ = false;
  bool has_value_ = false;
  std::string text_;
  std::size_t collecting_ = 0;  // the depth of the element whose text is wanted; 0 if none is
  std::size_t phonetic_ = 0;
};

}  // namespace store::detail
