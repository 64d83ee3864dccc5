#include "handlers/time/zone.hpp"

#include <sstream>

#include <date/tz.h>

namespace handlers {

store::Day local_day(store::Instant instant, const std::string& zone) {
  const auto offset = date::locate_zone(zone)->get_info(instant).offset;
  return std::chrono::floor<std::chrono::days>(instant + offset);
}

std::optional<store::Instant> parse_local_time(const std::string& text, const std::string& zone) {
  const bool utc = text.ends_with('Z');
  const std::string bare = utc ? text.substr(0, text.size() - 1) : text;
  for (const char* format : {"%FT%T", "%FT%H:%M", "%F %T", "%F %H:%M", "%F"}) {
    std::istringstream stream(bare);
    date::local_seconds local;
    stream >> date::parse(format, local);
    if (stream.fail() || stream.peek() != std::istringstream::traits_type::eof()) continue;
    if (utc) return store::Instant(local.time_since_epoch());
    return date::locate_zone(zone)->to_sys(local, date::choose::earliest);
  }
  return std::nullopt;
}

}  // namespace handlers
