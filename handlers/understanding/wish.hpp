#pragma once
// What is asked for without a word that asks.
#include "handlers/understanding/message.hpp"
#include "store/search/finder.hpp"

#include <string>

namespace handlers::understanding {

/// The task that the end of a message asks for, whatever is told before: "jeg er helt ny som leder og skal
/// bruge en om MUS", "my manager is on leave and I need the person for procurement". As written; empty if it
/// is not surely the name of a task.
std::string wished_for(const Message&, const store::Finder&);

}  // namespace handlers::understanding
