#include "store/csv_record.hpp"

#include "store/detail/cells.hpp"

namespace store {

namespace {

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(";\"\r\n,\t") == std::string::npos) return cell;
  std::string result = "\"";
  for (const char c : cell) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

}  // namespace

std::string csv_record(const std::vector<std::string>& cells) {
  std::string record;
  for (const std::string& cell : cells) record += quoted(detail::defused(cell)) + ";";
  if (!record.empty()) record.pop_back();
  return record + "\r\n";
}

}  // namespace store
