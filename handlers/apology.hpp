#pragma once
// What a person hears when a turn failed for a reason that nobody expected.
#include "handlers/outcome.hpp"
#include "handlers/turn.hpp"

namespace handlers {

/// One sentence in the language of the client; for a card action as the answer to the tap. Touches no store.
Outcome apology(const Turn&);

}  // namespace handlers
