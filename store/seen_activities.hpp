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

/// Takes the delivery: it counts as handled from now on, without an answer. If it was taken before, the
/// answer that it was given then (empty text if it needed none).
std::optional<std::string> take_delivery(Transaction&, const DeliveryKey&, Instant now);

/// The HTTP answer body of a delivery that was taken, so that a repetition gets the same one.
void remember_answer(Transaction&, const DeliveryKey&, const std::string& answer);

/// Forgets what is older than the retention. Returns how many were forgotten.
int forget_seen(Transaction&, Instant now);

}  // namespace store
