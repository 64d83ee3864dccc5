#pragma once
// Gatherings that are moved, changed and called off.
#include "handlers/acting.hpp"
#include "handlers/gatherings/planning_wish.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <optional>
#include <string>

namespace handlers {

/// A message that moves or changes one: which is found out, the change is confirmed.
Sections move_gathering(const Acting&);
/// The same for the one that is known. Drafts are simply changed.
Sections ask_to_change(const store::Gathering&, const PlanPhrase&, const Acting&);
/// Does what was confirmed; `all` the following ones of its series as well.
Sections change_gathering(const Wish&, bool all, const Acting&);

/// The same for calling off.
Sections cancel_gathering(const Acting&);
Sections ask_to_cancel(const store::Gathering&, const std::string& reason, bool all, const Acting&);
Sections call_off(std::int64_t gathering, const std::string& reason, bool all, const Acting&);

/// What a yes or no does to "move ID" and "cancel ID"; "kun denne" and "alle fremover" to the same.
std::optional<Sections> do_pending_move(const std::string& pending, bool yes, const Acting&);
std::optional<Sections> hear_scope(const PlanPhrase&, const Acting&);
/// Buttons of a pick list ("move-pick ID") and of a series ("move-one ID", "move-all ID"); nothing if it is
/// another one.
std::optional<Sections> tap_moving(const cards::Button&, const Acting&);

}  // namespace handlers
