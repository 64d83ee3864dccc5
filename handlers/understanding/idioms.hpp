#pragma once
// Expressions that ask only as a whole: "styr på", "in touch with", "tage sig af".
#include "handlers/understanding/message.hpp"

namespace handlers::understanding {

/// Marks the words of each expression as asking, or as filler if they say nothing about who has a task. Words
/// like "hvem" stay what they are.
void mark_idioms(Message&);

}  // namespace handlers::understanding
