#pragma once
// "Hver mandag kl. 9": own reminders that come again. The rule is in local time, so it survives clock
// changes.
#include "handlers/sections.hpp"
#include "handlers/time/date_phrases.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace handlers {

struct Repeating {
  std::string recurrence;  ///< as in store/series.hpp, or "daily N", "working N"
  LocalTime first;
  std::optional<store::Day> until;  ///< the last day on which it comes
};

/// From what was said; nothing if it was to come once.
std::optional<Repeating> repeating_of(const When&, LocalTime first);

/// How it stands in a reminder's row, and back; nothing for a reminder that comes once.
std::string to_rule(const Repeating&);
std::optional<Repeating> read_repeating(std::string_view rule);

/// The first time after an instant; nothing after the last.
std::optional<store::Instant> next_time(const Repeating&, store::Instant after, const Policy&);

/// "hver mandag kl. 9.00".
std::string in_words(const Repeating&, const Context&);

}  // namespace handlers
