#pragma once
// Days in words, as people read them.
#include "handlers/texts/texts.hpp"
#include "store/clock.hpp"

#include <string>

namespace handlers {

/// "3. marts", "3 March"; with the year if it is not that of `today`.
std::string day_in_words(store::Day, store::Day today, const Texts&);

/// "torsdag den 16. april", "Thursday 16 April"; with the year if it is not that of `today`.
std::string weekday_in_words(store::Day, store::Day today, const Texts&);

/// "maj 2025", "May 2025".
std::string month_in_words(store::Day, const Texts&);

}  // namespace handlers
