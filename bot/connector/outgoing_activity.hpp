#pragma once
// A handler's reply as the Activity that the connector takes.
#include "handlers/outcome.hpp"
#include "handlers/turn.hpp"

#include <string>

namespace bot::connector {

/// One card or one text, never both: Teams would split them into two messages without a usable id
/// ("Conversations with a bot"). A card gets the reply's text as the summary that the notification shows.
std::string outgoing_activity(const handlers::Reply&, const handlers::Turn&);

/// The same for another conversation than the turn's (empty: one that is yet to be made). `bot` is our id
/// there.
std::string outgoing_activity(const handlers::Reply&, const std::string& bot,
                              const std::string& conversation);

}  // namespace bot::connector
