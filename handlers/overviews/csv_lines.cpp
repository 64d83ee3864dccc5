#include "handlers/overviews/csv_lines.hpp"

#include <string_view>

namespace handlers {
namespace {

constexpr std::string_view formula_begins = "=+-@\t\r";

std::string cell_of(std::string_view text) {
  std::string cell;
  if (!text.empty() && formula_begins.find(text.front()) != std::string_view::npos) {
    cell = "'";
  }
  bool quoted = false;
  for (const char c : text) {
    quoted = quoted || c == ';' || c == '"';
    cell += c == '\n' || c == '\r' || c == '\t' ? " " : c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted ? "\"" + cell + "\"" : cell;
}

}  // namespace

std::string csv_line(const CsvRow& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += (i == 0 ? "" : ";") + cell_of(cells[i]);
  }
  return line;
}

}  // namespace handlers
