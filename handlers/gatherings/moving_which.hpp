#pragma once
// Which gathering is meant.
#include "handlers/acting.hpp"
#include "handlers/gatherings/plan_phrase.hpp"
#include "handlers/gatherings/which_gathering.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// Who may ask for it.
enum class Wanted { to_change, to_see };

/// Those that may be meant (which_gathering.hpp): what the sender may change, or see, and the one of the
/// conversation.
std::vector<GatheringAtHand> gatherings_meant(const PlanPhrase&, Wanted, const Acting&);

/// "Hvilket møde mener du?", with a button for each, which carries `word` and the id; `details` wait for it.
Sections ask_which_gathering(const std::vector<GatheringAtHand>&, std::string_view word,
                             const std::string& details, const Acting&);

/// Nothing is planned, or nothing that this person may change; whom to ask.
Sections no_such_gathering(const PlanPhrase&, Wanted, const Acting&);

}  // namespace handlers
