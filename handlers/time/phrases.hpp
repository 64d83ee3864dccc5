#pragma once
// Days and times in words, as people read them.
#include "handlers/texts/texts.hpp"
#include "handlers/time/date_phrases.hpp"
#include "handlers/time/local_time.hpp"
#include "store/clock.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace handlers {

/// "3. marts", "3 March"; with the year if it is not that of `today`.
std::string day_in_words(store::Day, store::Day today, const Texts&);

/// "torsdag den 16. april", "Thursday 16 April"; with the year if it is not that of `today`.
std::string weekday_in_words(store::Day, store::Day today, const Texts&);

/// "kl. 13.00", "kl. 13.00-15.30"; "13:00", "13:00-15:30". Minutes since midnight.
std::string time_in_words(std::chrono::minutes start, std::optional<std::chrono::minutes> end, const Texts&);

/// "torsdag den 16. april kl. 13.00-15.30", "Thursday 16 April, 13:00-15:30"; with the year if it is not that
/// of `today`. An end on another day is said in full.
std::string moment_in_words(LocalTime start, std::optional<LocalTime> end, store::Day today, const Texts&);

/// "maj 2025", "May 2025".
std::string month_in_words(store::Day, const Texts&);

/// "Det er skærtorsdag.", "Det er en lørdag.": what to point out about a day.
std::string problem_in_words(const Problem&, store::Day, const Texts&);

}  // namespace handlers
