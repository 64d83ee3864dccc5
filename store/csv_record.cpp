#include "store/csv_record.hpp"

#include "store/detail/cells.hpp"
#include "store/detail/written.hpp"

namespace store {

std::string csv_record(const std::vector<std::string>& cells) {
  std::string record;
  for (const std::string& cell : cells) record += detail::csv_cell(detail::defused(cell)) + ";";
  if (!record.empty()) record.pop_back();
  return record + "\r\n";
}

}  // namespace store
