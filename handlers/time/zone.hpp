#pragma once
// The only file that knows time zones.
#include "store/clock.hpp"

#include <optional>
#include <string>

namespace handlers {

/// The calendar day that it is in `zone` (an IANA name) at this instant. Throws std::runtime_error if the
/// machine has no such zone. Thread-safe.
store::Day local_day(store::Instant, const std::string& zone);

/// "2026-03-25T10:00" (also with seconds, with a space for the T, or a day alone, which is its midnight) in
/// `zone`, or with a Z at the end in UTC. Of an hour that the autumn's clock change repeats it is the first;
/// one that the spring's skips is the moment of the change. Nothing if the text is no such time.
std::optional<store::Instant> parse_local_time(const std::string& text, const std::string& zone);

}  // namespace handlers
