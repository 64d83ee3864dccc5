#pragma once
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/topic.hpp"
#include "handlers/understanding/understand.hpp"

namespace handlers::understanding {

/// Adds what the person wants of the answer: slot want=phone, mail; negated=yes for "hvem har ikke længere
/// ...".
void add_wants(const Message&, Stretch, Intent&);

}  // namespace handlers::understanding
