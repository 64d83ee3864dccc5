#pragma once
// A day and a time of day on the wall clock, and how they are written for machines.
#include "store/clock.hpp"

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace handlers {

/// A moment as a clock on the wall shows it, without its zone (the municipality's, if nothing is said).
struct LocalTime {
  store::Day day;
  std::chrono::minutes of_day{};  ///< 0 .. 1439

  friend bool operator==(const LocalTime&, const LocalTime&) = default;
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

/// So many minutes later (or earlier) on the wall clock; clock changes don't count.
LocalTime later(LocalTime, std::chrono::minutes);

/// "2026-04-16T13:00".
std::string to_string(LocalTime);

/// "2026-04-16".
std::string to_string(store::Day);

/// "2026-04-16T13:00" or with a space for the T; nothing if the text is no such time.
std::optional<LocalTime> read_local_time(std::string_view);

/// "2026-04-16"; nothing if the text is no such day.
std::optional<store::Day> read_day(std::string_view);

}  // namespace handlers
