#pragma once
// "Er der plads til flere?", "kan jeg komme med?", "må jeg tage en kollega med?"
#include "handlers/acting.hpp"

namespace handlers {

/// How many can still come, what the sender's own answer is, and by whom one is let in. `want` of the intent:
/// room, join or guest.
Sections tell_about_room(const Intent&, const Acting&);

}  // namespace handlers
