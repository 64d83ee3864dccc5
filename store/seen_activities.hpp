#pragma once
// Deliveries that were already handled: Teams repeats an activity when it thinks that we were slow.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace store {

/// How long a delivery is remembered. Teams repeats within minutes; a day is generous.
inline constexpr std::chrono::hours seen_activity_retention{24};

/// What identifies a delivery: (tenant, conversation, activity id) for any activity, or a key made from the
/// button's own data for an invoke, because a repeated invoke can carry a new activity id
/// (github.com/microsoft/botbuilder-dotnet issue 5005).
struct DeliveryKey {
  std::string text;
};

/// The answer that was given to an earlier delivery with this key (empty text if it needed none), or nothing
/// if it is new.
std::optional<std::string> find_seen(Database&, const DeliveryKey&);

/// Remembers that the delivery was handled, with its HTTP answer body, so that a repetition gets the same
/// one.
void remember_seen(Transaction&, const DeliveryKey&, const std::string& answer, Instant now);

/// Forgets what is older than the retention. Returns how many were forgotten.
int forget_seen(Transaction&, Instant now);

}  // namespace store
