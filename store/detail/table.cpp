#include "store/detail/table.hpp"

#include "store/detail/cells.hpp"
#include "store/detail/xlsx_values.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <utility>

namespace store::detail {

namespace {

constexpr std::size_t line_bytes_max = 1'000;
constexpr std::size_t text_bytes_max = 20'000;
constexpr int rows_between_progress = 2'000;
constexpr double share_of_reading = 0.5;  // the rest is for writing

std::string column_key(std::string_view name) {
  std::string key = fold(clean_line(name));
  std::erase_if(key, [](char c) { return c == '_' || c == '-' || c == ' '; });
  return key;
}

}  // namespace

Table::Table(const std::filesystem::path& file, std::vector<Column> columns,
             std::initializer_list<std::initializer_list<int>> required, ImportReport& report,
             const Progress& progress)
    : file_(file),
      columns_(std::move(columns)),
      report_(report),
      progress_(progress),
      reader_(open_rows(file)),
      places_(columns_.size(), -1),
      cells_(columns_.size()) {
  report_.sheet = reader_->sheet();
  read_header(required);
}

void Table::read_header(std::initializer_list<std::initializer_list<int>> required) {
  if (!reader_->next(row_))
    throw StoreError("The file " + file_.string() + " is empty: the first line must name the columns.");
  const std::string where = "The file " + file_.string() +
                            (report_.sheet.empty() ? ", line " : ", sheet " + report_.sheet + ", row ") +
                            std::to_string(row_.line) + ": ";
  if (!row_.problem.empty()) throw StoreError(where + row_.problem + ".");
  header_ = row_.cells;
  std::string unknown;
  for (std::size_t place = 0; place < header_.size(); ++place) {
    const std::string key = column_key(header_[place]);
    if (key.empty()) continue;
    const auto known = std::find_if(columns_.begin(), columns_.end(), [&](const Column& column) {
      return std::any_of(column.names.begin(), column.names.end(),
                         [&](auto name) { return column_key(name) == key; });
    });
    if (known == columns_.end()) {
      unknown.append(unknown.empty() ? "" : ", ").append(clean_line(header_[place]).substr(0, 60));
      continue;
    }
    int& slot = places_[static_cast<std::size_t>(known - columns_.begin())];
    if (slot >= 0)
      throw StoreError(where + "the column '" + std::string(known->names.front()) +
                       "' is there twice (perhaps in both languages): remove one of the two.");
    slot = static_cast<int>(place);
  }
  for (const auto& choices : required) {
    if (std::any_of(choices.begin(), choices.end(), [&](int column) { return has(column); })) continue;
    std::string names;
    for (const int column : choices)
      for (const auto name : columns_[static_cast<std::size_t>(column)].names)
        names.append(names.empty() ? "'" : " or '").append(name).append("'");
    throw StoreError(where + "there is no column " + names + ": the first line must name the columns.");
  }
  if (!unknown.empty())
    report_.notes.push_back("These columns are not known and were left out: " + unknown + ".");
}

bool Table::next() {
  while (reader_->next(row_)) {
    if (progress_ && ++rows_ % rows_between_progress == 0) progress_(reader_->progress() * share_of_reading);
    if (!row_.problem.empty())
      error(std::nullopt, row_.problem);
    else if (take_cells())
      return true;
  }
  for (std::string& note : reader_->notes()) report_.notes.push_back(std::move(note));
  return false;
}

bool Table::take_cells() {
  for (std::size_t place = header_.size(); place < row_.cells.size(); ++place) {
    if (clean_line(row_.cells[place]).empty()) continue;
    error(std::nullopt, report_.sheet.empty()
                            ? "the row has more cells than the first line: put quotes round a cell that "
                              "contains the delimiter"
                            : "a cell stands in column " + column_letters(place) +
                                  ", which the first row does not name: name it there or delete the cell");
    return false;
  }
  bool good = true;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    std::string& cell = cells_[column];
    cell.clear();
    const auto place = static_cast<std::size_t>(places_[column]);
    if (places_[column] < 0 || place >= row_.cells.size()) continue;
    if (kind(static_cast<int>(column)) == CellKind::broken) {
      error(static_cast<int>(column), row_.cells[place]);
      good = false;
      continue;
    }
    const bool lines = columns_[column].text == Column::Text::lines;
    cell = lines ? clean_text(row_.cells[place]) : clean_line(row_.cells[place]);
    if (const auto plain = undefused(cell); plain.size() != cell.size()) cell = std::string(plain);
    const std::size_t most = lines ? text_bytes_max : line_bytes_max;
    if (cell.size() <= most) continue;
    error(static_cast<int>(column), "the text is longer than " + std::to_string(most) + " bytes: shorten it");
    good = false;
  }
  return good;
}

std::string Table::name(int column) const {
  const int place = places_[static_cast<std::size_t>(column)];
  if (place < 0) return std::string(columns_[static_cast<std::size_t>(column)].names.front());
  const auto where = static_cast<std::size_t>(place);
  return clean_line(header_[where]) + (report_.sheet.empty() ? "" : " (" + column_letters(where) + ")");
}

CellKind Table::kind(int column) const {
  const auto place = static_cast<std::size_t>(places_[static_cast<std::size_t>(column)]);
  return place < row_.kinds.size() ? row_.kinds[place] : CellKind::text;  // -1 is beyond all kinds
}

void Table::error_at(int line, std::optional<int> column, std::string reason) {
  report_.errors.push_back({line, column ? name(*column) : std::string(), std::move(reason)});
}

OptionalDay Table::day(int column) {
  const std::string& text = cell(column);
  if (text.empty()) return {};
  // A date that a spreadsheet holds may have a time, which is not shown.
  const auto day = parse_day(kind(column) == CellKind::date ? text.substr(0, text.find(' ')) : text);
  if (!day) error(column, "this is no date: write it like 2026-03-23 or 23-03-2026");
  return day;
}

}  // namespace store::detail
