#pragma once
// How texts stand in the files that we write. For store/*.cpp only.
#include <string>
#include <string_view>

namespace store::detail {

/// A cell of a CSV file with ';': in quotes where it needs them (RFC 4180). Formulas: defused() in cells.hpp.
std::string csv_cell(const std::string& cell);

/// A JSON string with its quotes.
std::string json_string(std::string_view text);

}  // namespace store::detail
