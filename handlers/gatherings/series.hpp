#pragma once
// Gatherings that come again and again: their days, their instances, and the yearly wheel.
#include "handlers/acting.hpp"
#include "handlers/gatherings/planning_wish.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// How far ahead instances exist.
inline constexpr int series_days_ahead = 365;

/// The days of a recurrence (store/series.hpp) after `after` and up to `until`; `first` is the day from which
/// every n-th week or month is counted. Days of the month that a month does not have are left out.
std::vector<store::Day> series_days(std::string_view recurrence, store::Day first, store::Day after,
                                    store::Day until);

/// "Hver uge på mandage kl. 9.00", and the days that are skipped because nobody works then; nothing for a
/// single gathering.
std::vector<std::string> series_in_words(const store::Gathering&, store::Database&, const Context&);
std::string recurrence_in_words(std::string_view recurrence, const Context&);
/// "anden", as in "hver anden tirsdag"; "8." for what is too far to be a word.
std::string ordinal_in_words(int number, const Texts&);

/// The instances up to a year ahead that are not there yet, like `pattern`, as planned, each with the time at
/// which its invitations go: ten working days before at nine, or at once. Days off are skipped. Returns how
/// many.
int make_instances(const store::Gathering& pattern, const store::Network&, store::Transaction&,
                   const Context&, store::Instant now);

/// When the invitations of a planned instance go out; takes the place of what was planned for it.
void plan_invitation_time(const store::Gathering&, store::Transaction&, const Context&, store::Instant now);

/// For whatever runs by the clock: keeps a series a year ahead.
int extend_series(std::int64_t series, store::Transaction&, const Context&, store::Instant now);

/// What is planned in the next twelve months, by month: of the network that is named, or of one's own.
Sections yearly_wheel(const Acting&);

}  // namespace handlers
