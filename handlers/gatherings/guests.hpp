#pragma once
// Colleagues who join a gathering that is planned already, or are taken off it again; by its network's
// coordinators and its host.
#include "handlers/acting.hpp"
#include "handlers/gatherings/plan_phrase.hpp"
#include "store/gatherings.hpp"

#include <optional>
#include <string>

namespace handlers {

/// "inviter også Karen", about the gathering at hand. Nothing: the message is about something else.
std::optional<Sections> invite_more(const store::Gathering&, const PlanPhrase&, const Acting&);

/// "inviter Ole til plenum i virksomhedsnetværket", where that is planned and the sender may change it: who
/// is invited to what is said again first. Nothing: it is to be planned.
std::optional<Sections> invite_to_planned(const PlanPhrase&, const Acting&);

/// "fjern Ole fra mødet": said again first, with who gets the place.
Sections take_off(const Intent&, const Acting&);

/// What a yes or no does to "guests-invite ID PEOPLE" and "guests-remove ID PEOPLE".
std::optional<Sections> do_pending_guests(const std::string& pending, bool yes, const Acting&);

/// Which gathering was meant: "guests-pick-invite ID PEOPLE", "guests-pick-remove ID PEOPLE"; nothing if it
/// is another button.
std::optional<Sections> tap_guests(const cards::Button&, const Acting&);

}  // namespace handlers
