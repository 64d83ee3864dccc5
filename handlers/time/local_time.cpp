#include "handlers/time/local_time.hpp"

#include <cstdio>

namespace handlers {
namespace {

/// The number that all of the text is; nothing if a character is no digit.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

LocalTime later(LocalTime time, std::chrono::minutes by) {
  const auto sum = time.of_day + by;
  const auto days = std::chrono::floor<std::chrono::days>(sum);
  return {time.day + days, sum - days};
}

std::string to_string(store::Day day) {
  const std::chrono::year_month_day date(day);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string to_string(LocalTime time) {
  char text[24];
  const auto minutes = static_cast<int>(time.of_day.count());
  std::snprintf(text, sizeof text, "T%02d:%02d", minutes / 60, minutes % 60);
  return to_string(time.day) + text;
}

std::optional<store::Day> read_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(store::Day(date)) : std::nullopt;
}

std::optional<LocalTime> read_local_time(std::string_view text) {
  if (text.size() != 16 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':') {
    return std::nullopt;
  }
  const auto day = read_day(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2));
  const auto minute = digits(text.substr(14, 2));
  if (!day || !hour || !minute || *hour > 23 || *minute > 59) {
    return std::nullopt;
  }
  return LocalTime{*day, std::chrono::minutes(*hour * 60 + *minute)};
}

}  // namespace handlers
