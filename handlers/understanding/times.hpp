#pragma once
// When something is to be or was: the days and times of an intent, as slots.
#include "handlers/time/date_phrases.hpp"
#include "handlers/understanding/understand.hpp"

#include <string_view>

namespace handlers {

/// Adds what the words say about time to the intents that have a time, in local ISO form:
/// availability, who_covers: date, or from and to; gathering_create, gathering_move: start, end, minutes, or
/// date; gathering_cancel, gathering_info: date; rsvp, rsvp_status, gathering_uninvite: date, or from and to,
/// or_date if another day may be meant, at (13:00); reminder_set: at, or date, offset ("-3 working days"),
/// not_before; mute: from, to; task_assign and task_transfer: valid_from, valid_to. `text` is the whole
/// message; an intent that keeps its own words (slot `text` or `when`) is read in these. `now` is the local
/// time.
void add_times(Understanding&, std::string_view text, LocalTime now);

}  // namespace handlers
