#pragma once
// The network that a message is about, and what is asked when that is not clear.
#include "handlers/acting.hpp"
#include "handlers/networks/find_network.hpp"

#include <string_view>

namespace handlers {

/// What `said` names, of the networks that are not closed down. If it is empty: the one of this channel or
/// chat, else the one that the conversation was about last.
NetworksMeant network_at_hand(std::string_view said, const Acting&);

/// For when it is not one: 'Which of these?' with a sentence to say for each (the text of `sentence_key` has
/// the slot {network}), or 'I know no network ...' with those near and the open ones.
Sections ask_which_network(const NetworksMeant&, std::string_view said, std::string_view sentence_key,
                           const Acting&);

/// The network that the conversation is about from now on; what waits for a yes there waits no longer.
void remember_network(std::int64_t network, const Acting&);

}  // namespace handlers
