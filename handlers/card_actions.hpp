#pragma once
// What happens when somebody taps a button on one of our cards.
#include "handlers/dispatch.hpp"
#include "handlers/outcome.hpp"
#include "handlers/turn.hpp"

namespace handlers {

/// Answers a tap: an invoke gets its answer (for the one who tapped alone), a submit a new message. A button
/// that is unknown, forged or points to what has gone gets a sentence. `turn.action` must be there. `nonce`
/// goes into the new card's buttons.
Outcome act_on_card(const Turn& turn, const std::string& nonce, const Services&);

/// A dialog was opened or sent (TurnKind::dialog_open, dialog_submit): the outcome has `dialog`.
Outcome act_on_dialog(const Turn&, const std::string& nonce, const Services&);

}  // namespace handlers
