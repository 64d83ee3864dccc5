#pragma once
// Which gathering somebody means who answers, asks about answers, or wants people reminded.
#include "handlers/acting.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <functional>
#include <vector>

namespace handlers {

struct GatheringAtHand {
  store::Gathering gathering;
  store::Network network;
};

/// With its network; nothing if either is gone.
std::optional<GatheringAtHand> load_at_hand(std::int64_t gathering, store::Database&);

/// Who may see who answered: whoever coordinates the network, or planned the gathering.
bool may_follow(const GatheringAtHand&, const Acting&);

/// Invited, ahead, and `fits`: that of the conversation alone if it is among them, else those of the network
/// that is named or that the channel belongs to, else all.
std::vector<GatheringAtHand> gatherings_at_hand(const Acting&,
                                                const std::function<bool(const GatheringAtHand&)>& fits);

/// The gathering that "it" means from now on in this conversation.
void keep_at_hand(const GatheringAtHand&, const Acting&);

}  // namespace handlers
