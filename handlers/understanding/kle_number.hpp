#pragma once
#include "handlers/understanding/message.hpp"
#include "handlers/understanding/topic.hpp"

#include <string>
#include <vector>

namespace handlers::understanding {

/// Numbers of the KLE plan in the text: "09.13.01", or the group "09.13". Points, blanks and dashes may
/// separate.
std::vector<std::string> kle_numbers_in(const Message&, Stretch);

}  // namespace handlers::understanding
