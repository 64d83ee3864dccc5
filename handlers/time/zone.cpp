#include "handlers/time/zone.hpp"

#include <date/tz.h>

#include <cstdio>

namespace handlers {

store::Day local_day(store::Instant instant, const std::string& zone) {
  const auto offset = date::locate_zone(zone)->get_info(instant).offset;
  return std::chrono::floor<std::chrono::days>(instant + offset);
}

std::optional<store::Instant> parse_local_time(const std::string& text, const std::string& zone) {
  const bool utc = text.ends_with('Z');
  auto full = utc ? text.substr(0, text.size() - 1) : text;
  full += full.size() == 10 ? "T00:00:00" : full.size() == 16 ? ":00" : "";
  int year = 0;
  unsigned month = 0, day = 0, hour = 0, minute = 0, second = 0;
  int read = 0;
  const int fields = std::sscanf(full.c_str(), "%4d-%2u-%2u%*1[T ]%2u:%2u:%2u%n", &year, &month, &day, &hour,
                                 &minute, &second, &read);
  const date::year_month_day date{date::year(year), date::month(month), date::day(day)};
  if (fields != 6 || static_cast<std::size_t>(read) != full.size() || full.size() != 19 || !date.ok() ||
      hour > 23 || minute > 59 || second > 59) {
    return std::nullopt;
  }
  const date::local_seconds local = date::local_days(date) + std::chrono::hours(hour) +
                                    std::chrono::minutes(minute) + std::chrono::seconds(second);
  if (utc) {
    return store::Instant(local.time_since_epoch());
  }
  return date::locate_zone(zone)->to_sys(local, date::choose::earliest);
}

}  // namespace handlers
