#pragma once
// What is asked in words that no pattern claims: nearly every question for a colleague.
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/topic.hpp"
#include "handlers/understanding/understand.hpp"
#include "store/search/finder.hpp"

#include <optional>

namespace handlers::understanding {

/// The intent of a stretch that no pattern claimed; nothing if it says nothing. `score` becomes that of the
/// best task (store/search/README.md), 1 for a number of the plan.
std::optional<Intent> find_person_in(const Message&, Stretch, const store::Finder&, float& score);

}  // namespace handlers::understanding
