#pragma once
// Planning gatherings: from one message to a draft, from a draft to invitations; and what can be said while
// one is at hand.
#include "handlers/acting.hpp"
#include "handlers/gatherings/plan_phrase.hpp"
#include "store/conversation_focus.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace handlers {

/// A message while a gathering or a plan is at hand in the conversation: what was asked for ("28. april
/// kl. 9.30"), a change ("i stedet kl. 14", "max 40"), "kun denne"; and the yearly wheel. Nothing: it is
/// about something else. `focus` is the conversation's, `folded` the message (store/text/fold.hpp).
std::optional<Reply> hear_planning(const Acting&, std::optional<store::ConversationFocus> focus,
                                   std::string_view folded);

/// What waits for a yes and begins with "plan", "plan-day-off", "move" or "cancel".
std::optional<Sections> do_pending_plan(const std::string& pending, bool yes, const Acting&);

/// How this message's dates and places are read.
PlanReading plan_reading(const Acting&, Language, const WhenContext& event = {});

/// The gathering at hand in this conversation, and what waits there, without the mark that something else was
/// said meanwhile.
store::ConversationFocus focus_of(const Acting&);
void set_gathering_focus(const Acting&, std::int64_t gathering, std::int64_t network,
                         const std::string& pending);

/// A button that says yes to one of several things that wait.
Offer yes_offer(std::string about, std::string title);

/// Its network's coordinators, and whoever planned it, as long as they may plan there.
bool may_change(const store::Gathering&, const store::Network&, const Acting&);

/// The same turn, answered in another context.
Acting in_context(const Acting&, const Context&);

}  // namespace handlers
