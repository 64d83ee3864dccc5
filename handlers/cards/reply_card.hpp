#pragma once
#include "handlers/sections.hpp"

#include <optional>
#include <string>
#include <vector>

namespace handlers::cards {

/// The card of a reply, or an empty text if words alone say it all. `text` is the reply's text, for clients
/// without cards. With `reported`, that entry has no 'Forkert person?'.
std::string reply_card(const std::vector<Section>&, const Context&, std::string_view text,
                       const std::optional<Reported>& reported = std::nullopt);

}  // namespace handlers::cards
