#pragma once
// Which gathering somebody means who answers, asks about answers, or wants people reminded.
#include "handlers/acting.hpp"
#include "handlers/gatherings/plan_phrase.hpp"
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

using Fits = std::function<bool(const GatheringAtHand&)>;

/// Those ahead that fit and may be meant, in the order of time: the one of the conversation alone if it is
/// among them and the words name no other; else those of the network (or the channel's), kind and day that
/// were named; of a series the next one, unless a day was named. Drafts only if of the conversation.
std::vector<GatheringAtHand> gatherings_meant(const PlanPhrase&, const Fits&, const Acting&);

/// The same of the whole message, whose days are about something else, and only what people are invited to.
std::vector<GatheringAtHand> gatherings_at_hand(const Acting&, const Fits&);

/// Networks that the words surely name.
std::vector<store::Network> networks_named(const PlanPhrase&, const Acting&);

/// The gathering that "it" means from now on in this conversation.
void keep_at_hand(const GatheringAtHand&, const Acting&);

}  // namespace handlers
