#include "store/detail/cells.hpp"

#include "store/text/fold.hpp"
#include "store/text/unseen.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace store::detail {

namespace {

constexpr std::string_view no_break_space = "\xc2\xa0";
constexpr std::string_view line_separator = "\xe2\x80\xa8";
constexpr std::string_view paragraph_separator = "\xe2\x80\xa9";

std::string clean(std::string_view text, bool keep_breaks) {
  std::string result;
  char gap = '\0';  // the blank or break that comes before the next letter
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    std::size_t width = 1;
    bool blank = byte <= 0x20 || byte == 0x7f;
    if (const std::size_t unseen = unseen_at(text); unseen != 0) {
      text.remove_prefix(unseen);
      continue;
    }
    for (const std::string_view other : {no_break_space, line_separator, paragraph_separator}) {
      if (!text.starts_with(other)) continue;
      blank = true;
      width = other.size();
    }
    if (blank) {
      if (keep_breaks && byte == '\n')
        gap = '\n';
      else if (gap == '\0')
        gap = ' ';
    } else {
      if (gap != '\0' && !result.empty()) result += gap;
      gap = '\0';
      result += static_cast<char>(byte);
    }
    text.remove_prefix(width);
  }
  return result;
}

bool formula(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) return true;
  // The full-width forms of = + - @, which some spreadsheets take for the same.
  for (const std::string_view wide : {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"})
    if (text.starts_with(wide)) return true;
  return false;
}

bool formula_after_apostrophes(std::string_view text) {
  return formula(text.substr(std::min(text.find_first_not_of('\''), text.size())));
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool kle_number(std::string_view text) {
  if (text.size() != 2 && text.size() != 5 && text.size() != 8) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i % 3 == 2 ? text[i] != '.' : !digit(text[i])) return false;
  return true;
}

}  // namespace

std::string clean_line(std::string_view text) {
  return clean(text, false);
}
std::string clean_text(std::string_view text) {
  return clean(text, true);
}

std::string defused(std::string_view text) {
  return formula_after_apostrophes(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view undefused(std::string_view text) {
  if (text.starts_with('\'') && formula_after_apostrophes(text)) text.remove_prefix(1);
  return text;
}

std::optional<Day> parse_day(std::string_view text) {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> widths{};
  std::size_t part = 0;
  for (const char c : text) {
    if (digit(c)) {
      if (++widths[part] > 4) return std::nullopt;
      numbers[part] = numbers[part] * 10 + (c - '0');
    } else if (std::string_view("-./").find(c) != std::string_view::npos && widths[part] > 0 && part < 2) {
      ++part;
    } else {
      return std::nullopt;
    }
  }
  if (part != 2 || widths[2] == 0 || widths[1] > 2) return std::nullopt;
  const bool year_first = widths[0] == 4 && widths[2] <= 2;
  if (!year_first && (widths[2] != 4 || widths[0] > 2)) return std::nullopt;
  const std::chrono::year_month_day date{
      std::chrono::year{year_first ? numbers[0] : numbers[2]},
      std::chrono::month{static_cast<unsigned>(numbers[1])},
      std::chrono::day{static_cast<unsigned>(year_first ? numbers[2] : numbers[0])}};
  if (!date.ok() || date.year() < std::chrono::year{1900}) return std::nullopt;
  return Day{date};
}

std::string day_text(Day day) {
  const std::chrono::year_month_day date{day};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::optional<std::string> parse_local_time(std::string_view text) {
  const auto blank = text.find_first_of(" T");
  if (blank == std::string_view::npos) return std::nullopt;
  const auto day = parse_day(text.substr(0, blank));
  const auto time = text.substr(blank + 1);
  if (!day || time.size() < 4 || time.size() > 5) return std::nullopt;
  const auto hours = time.substr(0, time.size() - 3), minutes = time.substr(time.size() - 2);
  const char between = time[time.size() - 3];
  if ((between != ':' && between != '.') || !std::all_of(hours.begin(), hours.end(), digit) ||
      !std::all_of(minutes.begin(), minutes.end(), digit))
    return std::nullopt;
  std::string padded = (hours.size() == 1 ? "0" : "") + std::string(hours) + ":" + std::string(minutes);
  if (padded > "23:59" || minutes > "59") return std::nullopt;
  return day_text(*day) + " " + padded;
}

std::optional<std::string> parse_kle(std::string_view text) {
  constexpr std::string_view separators = ",; \n";
  std::vector<std::string_view> numbers;
  for (auto begin = text.find_first_not_of(separators); begin != std::string_view::npos;
       begin = text.find_first_not_of(separators, begin)) {
    const auto end = std::min(text.find_first_of(separators, begin), text.size());
    numbers.push_back(text.substr(begin, end - begin));
    if (!kle_number(numbers.back())) return std::nullopt;
    begin = end;
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::string lines;
  for (const auto number : numbers) lines.append(lines.empty() ? "" : "\n").append(number);
  return lines;
}

std::vector<std::string> split_list(std::string_view text) {
  const std::string_view separators = text.find_first_of(";\n") == std::string_view::npos ? "," : ";\n";
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find_first_of(separators, begin), text.size());
    if (auto item = clean_line(text.substr(begin, end - begin)); !item.empty())
      items.push_back(std::move(item));
    begin = end + 1;
  }
  return items;
}

std::string join_list(std::string_view lines) {
  std::string cell;
  for (const char c : lines) {
    if (c == '\n')
      cell += "; ";
    else
      cell += c;
  }
  if (cell.find(';') == std::string::npos && cell.find(',') != std::string::npos) cell += ';';
  return cell;
}

bool means_vacant(std::string_view text) {
  const std::string word = fold(text);
  return word == "vacant" || word == "ledig";
}

std::optional<Role> parse_role(std::string_view text) {
  const std::string word = fold(text);
  const auto is = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto candidate) { return fold(candidate) == word; });
  };
  if (word.empty() || is({"responsible", "ansvarlig"})) return Role::responsible;
  if (is({"stand-in", "stand in", "stand_in", "stedfortræder", "vikar"})) return Role::stand_in;
  if (is({"coordinator", "tovholder", "koordinator"})) return Role::coordinator;
  return std::nullopt;
}

}  // namespace store::detail
