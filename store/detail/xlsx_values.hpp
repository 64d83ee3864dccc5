#pragma once
// What Excel stores, as the text that a person sees. For store/*.cpp only.
#include "store/row_reader.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace store::detail {

/// Whether a number format shows a date or a time (ECMA-376 part 1, 18.8.30 and 18.8.31): `code` for an own
/// format, empty for a built-in one.
bool shows_date(int format_id, std::string_view code);

struct XlsxValue {
  std::string text;
  CellKind kind = CellKind::text;
};

/// A number as the shortest text that is the same number, without exponent where that is possible. A date as
/// 2026-03-23, with a time as "2026-03-27 09:00", a time alone as 09:00; nothing for no number.
std::optional<XlsxValue> number_value(std::string_view stored, bool date, bool years_from_1904);

/// ISO 8601, as cells of type "d" hold it: "2026-03-27T09:00:00".
XlsxValue iso_value(std::string_view stored);

/// Undoes "_x000D_", which stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
std::string unescaped(std::string_view text);

/// The number of the column in a reference like "AB12", from 0; nothing if it is none. The letters of a
/// column.
std::optional<std::size_t> column_of(std::string_view reference);
std::string column_letters(std::size_t column);

}  // namespace store::detail
