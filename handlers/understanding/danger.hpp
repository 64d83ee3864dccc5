#pragma once
// What cannot wait for a colleague: somebody's life may be in danger.
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/patterns.hpp"
#include "handlers/understanding/understand.hpp"

#include <vector>

namespace handlers::understanding {

/// Takes the rows of danger out of the matches. True if one of them counts: "en borger er besvimet", but not
/// "en borger besvimede i går", nor "kursus i hjertestop". Then the others go, too: whatever else the message
/// says is no more than what the danger is about.
bool take_danger(const Message&, std::vector<PatternMatch>&);

/// Makes the danger the first of what is understood (slot `danger` of find_person); a task that is asked for
/// beside it stays, and is not sure.
void lead_with_danger(const Message&, Understanding&);

}  // namespace handlers::understanding
