#pragma once
// Rows for a spreadsheet, as lines of a message: to be copied.
#include <string>
#include <vector>

namespace handlers {

using CsvRow = std::vector<std::string>;

/// The cells with ';' between, without a line break at the end. What a spreadsheet would run as a formula
/// gets an apostrophe before it (OWASP, "CSV Injection"); a break inside a cell becomes a blank.
std::string csv_line(const CsvRow&);

}  // namespace handlers
