#pragma once
// The only file that knows time zones.
#include "handlers/time/local_time.hpp"
#include "store/clock.hpp"

#include <optional>
#include <string>

namespace handlers {

/// The calendar day that it is in `zone` (an IANA name) at this instant. Throws std::runtime_error if the
/// machine has no such zone. Thread-safe.
store::Day local_day(store::Instant, const std::string& zone);

/// What the clock on the wall shows in `zone` at this instant, without its seconds. Throws std::runtime_error
/// if the machine has no such zone. Thread-safe.
LocalTime local_time(store::Instant, const std::string& zone);

/// When a clock on the wall shows a time.
struct ZonedInstant {
  /// How often it does on that day.
  enum class Kind {
    exact,    ///< once
    skipped,  ///< never: the clocks are put forward over it; the instant is that of the change
    repeated  ///< twice: the clocks are put back; the instant is the first of the two
  };
  store::Instant instant;
  Kind kind = Kind::exact;
};

/// The instant of a local time in `zone`. Throws std::runtime_error if the machine has no such zone.
/// Thread-safe.
ZonedInstant to_instant(LocalTime, const std::string& zone);

/// "2026-03-25T10:00" (also with seconds, with a space for the T, or a day alone, which is its midnight) in
/// `zone`, or with a Z at the end in UTC. Of an hour that the autumn's clock change repeats it is the first;
/// one that the spring's skips is the moment of the change. Nothing if the text is no such time.
std::optional<store::Instant> parse_local_time(const std::string& text, const std::string& zone);

}  // namespace handlers
