#pragma once
#include "handlers/outcome.hpp"
#include "handlers/sections.hpp"

namespace handlers {

/// What the bot is, with questions to try: in a personal chat as buttons, in a shared conversation shorter.
Reply welcome(const Context&);

}  // namespace handlers
