#pragma once
// What the coordinator asks: who answered what, and to remind those who have not. Names are for a private
// chat with whoever may see them; others get numbers.
#include "handlers/acting.hpp"

namespace handlers {

/// rsvp_status, rsvp_nudge in words.
Sections who_answered(const Intent&, const Acting&);
Sections nudge_in_words(const Acting&);

/// [Hvem mangler?] and [Svarene som fil], [Ryk dem der mangler], [Send mig navnene].
Sections answers_by_tap(const cards::Button&, const Acting&);
Sections nudge_by_tap(const cards::Button&, const Acting&);
Sections names_in_private(const cards::Button&, const Acting&);

}  // namespace handlers
