#pragma once
// What is surely no question for a municipality's colleague.
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/topic.hpp"

namespace handlers::understanding {

/// True if the words show that nobody is asked for: talk with the bot itself, feelings, food and fame. What
/// shows neither may be somebody's matter, and whoever asks is told where to turn. For topics that no task
/// fits.
bool is_small_talk(const Message&, Stretch, const Asking&);

}  // namespace handlers::understanding
