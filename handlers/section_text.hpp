#pragma once
#include "handlers/sections.hpp"

#include <string>
#include <vector>

namespace handlers {

/// The reply as plain text: complete without the card, for the terminal, the notification and clients that
/// show no cards.
std::string to_text(const std::vector<Section>&, const Context&);

}  // namespace handlers
