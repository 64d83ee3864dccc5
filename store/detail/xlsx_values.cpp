#include "store/detail/xlsx_values.hpp"

#include "store/detail/cells.hpp"

#include <utf8proc.h>

#include <charconv>
#include <cmath>
#include <cstdio>

namespace store::detail {

namespace {

constexpr double minutes_of_day = 24 * 60;
constexpr double last_serial = 2'958'466;  // the day after 9999-12-31

std::string clock_text(int minutes) {
  char text[8];
  std::snprintf(text, sizeof text, "%02d:%02d", minutes / 60 % 24, minutes % 60);
  return text;
}

/// Excel believes that 1900 was a leap year: serial 60 is 29 February 1900, so that days before it count from
/// 31 December 1899, and later ones from the 30th.
std::string date_text(double serial, bool years_from_1904) {
  using namespace std::chrono;
  const double rounded = std::round(serial * minutes_of_day);
  const int day = static_cast<int>(rounded / minutes_of_day);
  const int minutes = static_cast<int>(rounded - day * minutes_of_day);
  if (day == 0 && !years_from_1904) return clock_text(minutes);
  if (day == 60 && !years_from_1904) return "1900-02-29";
  const Day first = years_from_1904 ? Day{year{1904} / January / 1}
                    : day < 60      ? Day{year{1899} / December / 31}
                                    : Day{year{1899} / December / 30};
  return day_text(first + days{day}) + (minutes == 0 ? "" : " " + clock_text(minutes));
}

bool hexadecimal(std::string_view text, unsigned& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

bool shows_date(int format_id, std::string_view code) {
  if (code.empty())
    return (format_id >= 14 && format_id <= 22) || (format_id >= 27 && format_id <= 36) ||
           (format_id >= 45 && format_id <= 47) || (format_id >= 50 && format_id <= 58);
  code = code.substr(0, code.find(';'));  // the part for positive numbers
  for (std::size_t i = 0; i < code.size(); ++i) {
    switch (code[i]) {
      case '"':
        i = std::min(code.find('"', i + 1), code.size());
        break;
      case '\\':
      case '_':
      case '*':
        ++i;  // the next character stands for itself
        break;
      case '[': {  // a colour, a condition or a language; or hours that go on counting
        const auto end = std::min(code.find(']', i), code.size());
        if (code.substr(i + 1, end - i - 1).find_first_not_of("hHmMsS") == std::string_view::npos)
          return true;
        i = end;
        break;
      }
      default:
        if (std::string_view("dDmMyYhHsS").find(code[i]) != std::string_view::npos) return true;
    }
  }
  return false;
}

std::optional<XlsxValue> number_value(std::string_view stored, bool date, bool years_from_1904) {
  double number = 0;
  const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), number);
  if (error != std::errc() || end != stored.data() + stored.size() || !std::isfinite(number))
    return std::nullopt;
  if (date && number >= 0 && number < last_serial)
    return XlsxValue{date_text(number, years_from_1904), CellKind::date};
  char text[40];
  if (number == std::floor(number) && std::fabs(number) < 1e15)
    std::snprintf(text, sizeof text, "%.0f", number);
  else
    std::snprintf(text, sizeof text, "%.15g", number);
  return XlsxValue{text, CellKind::number};
}

XlsxValue iso_value(std::string_view stored) {
  std::string text(stored.substr(0, 10));
  const auto time = stored.find('T') == 10 ? stored.substr(11, 5) : std::string_view();
  if (!time.empty() && time != "00:00") text.append(" ").append(time);
  return {text, CellKind::date};
}

std::string unescaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    unsigned letter = 0;
    if (text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
        hexadecimal(text.substr(2, 4), letter) && letter != 0 && (letter < 0xd800 || letter > 0xdfff)) {
      utf8proc_uint8_t encoded[4];
      const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(letter), encoded);
      result.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
      text.remove_prefix(7);
    } else {
      result += text.front();
      text.remove_prefix(1);
    }
  }
  return result;
}

std::optional<std::size_t> column_of(std::string_view reference) {
  constexpr std::size_t columns_max = 16'384;
  std::size_t column = 0;
  std::size_t letters = 0;
  for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters) {
    column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A') + 1;
    if (column > columns_max) return std::nullopt;
  }
  if (letters == 0) return std::nullopt;
  return column - 1;
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (++column; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

}  // namespace store::detail
