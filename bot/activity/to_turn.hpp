#pragma once
// From Teams' words to ours: the last place where anything knows the wire format of an activity.
#include "bot/activity/activity.hpp"
#include "handlers/turn.hpp"
#include "store/clock.hpp"

namespace bot::activity {

/// Never fails: what is not understood becomes TurnKind::other. The activity must have been admitted already;
/// `anonymous`: without a token, for development on this machine.
handlers::Turn to_turn(Activity&&, store::Instant now, bool anonymous);

}  // namespace bot::activity
