#pragma once
// What is repeated to people of what they wrote.
#include "handlers/understanding/message.hpp"

#include <string>
#include <string_view>

namespace handlers::understanding {

/// A topic as one says it back: without the verb and the subject before it, and without the clause behind it
/// that only tells what for. "Afleverer jeg en gammel cykel, så andre ..." is "en gammel cykel". `topic` is a
/// part of the message's text; anything else comes back as it is.
std::string quoted(const Message&, std::string_view topic);

}  // namespace handlers::understanding
