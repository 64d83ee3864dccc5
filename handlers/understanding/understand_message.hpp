#pragma once
// The same for a message that is taken apart already: a question is looked at as a follow-up first.
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/understand.hpp"

namespace handlers {

Understanding understand(understanding::Message, const store::Finder&, Language fallback);

}  // namespace handlers
