#pragma once
// What stands round the sheet in a workbook: which parts there are, the shared texts, the styles. For
// store/*.cpp only.
#include "store/detail/zip_file.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace store::detail {

/// Texts that several cells share, by number: one chunk of memory for all.
class SharedTexts {
 public:
  /// False when there are more than the limits in store/README.md.
  bool add(std::string_view text);
  /// Nothing is returned as an empty text; `found` says so.
  std::string_view at(std::size_t number, bool& found) const;

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

struct XlsxPackage {
  std::string sheet_name;
  std::string sheet_part;  ///< its name in the zip file
  int sheets = 0;          ///< that are visible
  bool years_from_1904 = false;
  SharedTexts texts;
  std::vector<bool> date_styles;  ///< by the number of the cell's style
};

/// The first visible sheet and all that is needed to read it. Throws StoreError; `file` begins its sentences.
XlsxPackage read_xlsx_package(ZipFile& zip, const std::string& file);

/// The end of sentences about XML that is broken.
extern const char xlsx_remedy[];

}  // namespace store::detail
