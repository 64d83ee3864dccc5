#pragma once
// What is repeated to people of what they wrote.
#include "handlers/understanding/message.hpp"

#include <string>
#include <string_view>

namespace handlers::understanding {

/// A topic as one says it back, so that it does not begin with its verb nor end with what it is for: of "hvor
/// afleverer jeg en gammel cykel, så andre ..." it is "en gammel cykel", of "jeg fandt et kort" all. `topic`
/// is a part of the message's text; anything else comes back as it is.
std::string quoted(const Message&, std::string_view topic);

}  // namespace handlers::understanding
