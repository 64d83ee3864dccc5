#pragma once
// From what was said to a draft: asks for what is missing, points out what is odd, shows the preview.
#include "handlers/acting.hpp"
#include "handlers/gatherings/planning_wish.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace handlers {

/// A message that plans something new.
Sections plan_anew(const Acting&);

/// More was said about what is being planned: about a wish that is not complete, or about a draft.
Sections plan_on(Wish, const PlanPhrase&, const Acting&);

/// The draft becomes as wished if it still is of that version. Shown afterwards; `notes` stand with it.
/// Without a network it is of the wish's people.
Sections put_down(Wish, std::vector<std::string> notes, const Acting&);

/// False if somebody else changed it meanwhile, or it is a draft no more.
bool change_draft(const Wish&, store::Gathering&, const Acting&);

/// What is to be pointed out about a day, as a sentence that ends before "Vil du alligevel?"; empty for a
/// working day.
std::string day_off_in_words(store::Day, const Context&);

}  // namespace handlers
