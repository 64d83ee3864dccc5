#include "handlers/time/zone.hpp"

#include <date/tz.h>

#include <cstdio>

namespace handlers {
namespace {

/// The time zone library reads the system's tables, which end with 2037 (the rule that goes on from there
/// stands in a footer that it skips). Weekdays repeat every 28 years, and so do the clock changes: a later
/// time is looked up that much earlier.
std::chrono::days beyond_tables(store::Day day) {
  constexpr auto last = store::Day(std::chrono::year(2037) / 12 / 31);
  constexpr auto cycle = std::chrono::days(28 * 365 + 7);
  return day <= last ? std::chrono::days(0) : ((day - last - std::chrono::days(1)) / cycle + 1) * cycle;
}

std::chrono::seconds utc_offset(store::Instant instant, const std::string& zone) {
  const auto* rules = date::locate_zone(zone);
  return rules->get_info(instant - beyond_tables(std::chrono::floor<std::chrono::days>(instant))).offset;
}

ZonedInstant find_instant(date::local_seconds local, const std::string& zone) {
  using Kind = ZonedInstant::Kind;
  const auto* rules = date::locate_zone(zone);
  const auto shift =
      beyond_tables(store::Day(std::chrono::floor<std::chrono::days>(local.time_since_epoch())));
  const auto info = rules->get_info(local - shift);
  const auto kind = info.result == date::local_info::nonexistent ? Kind::skipped
                    : info.result == date::local_info::ambiguous ? Kind::repeated
                                                                 : Kind::exact;
  return {rules->to_sys(local - shift, date::choose::earliest) + shift, kind};
}

}  // namespace

store::Day local_day(store::Instant instant, const std::string& zone) {
  return std::chrono::floor<std::chrono::days>(instant + utc_offset(instant, zone));
}

LocalTime local_time(store::Instant instant, const std::string& zone) {
  const auto local = instant + utc_offset(instant, zone);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  return {day, std::chrono::floor<std::chrono::minutes>(local - day)};
}

ZonedInstant to_instant(LocalTime time, const std::string& zone) {
  return find_instant(date::local_seconds((time.day + time.of_day).time_since_epoch()), zone);
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
  return find_instant(local, zone).instant;
}

}  // namespace handlers
