#pragma once
// Which gathering is meant.
#include "handlers/acting.hpp"
#include "handlers/gatherings/plan_phrase.hpp"
#include "store/gatherings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// Who may ask for it.
enum class Wanted { to_change, to_see };

/// Those that may be meant, in the order of time: the one at hand if the words name no other; else those of
/// the network, kind and day that were named. Only what the sender may change, or see; drafts of the sender's
/// only if at hand.
std::vector<store::Gathering> gatherings_meant(const PlanPhrase&, Wanted, const Acting&);

/// "Hvilket møde mener du?", with a button for each, which carries `word` and the id; `details` wait for it.
Sections ask_which_gathering(const std::vector<store::Gathering>&, std::string_view word,
                             const std::string& details, const Acting&);

/// Nothing is planned, or nothing that this person may change; whom to ask.
Sections no_such_gathering(const PlanPhrase&, Wanted, const Acting&);

}  // namespace handlers
