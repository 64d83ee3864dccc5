#pragma once
// CSV as Excel with Danish settings opens it by a double click: UTF-8 with byte order mark, ';', CRLF.
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// What the file begins with.
inline constexpr std::string_view csv_beginning = "\xef\xbb\xbf";

/// One record with its line end. What a spreadsheet would run as a formula gets an apostrophe.
std::string csv_record(const std::vector<std::string>& cells);

}  // namespace store
