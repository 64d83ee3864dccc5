#pragma once
// Who gets an overview, how often, and up to where they were told what changed.
#include "store/catalogue.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace store {

/// unsaid: the person chose nothing, so the setting counts.
enum class Pace { unsaid, weekly, monthly, off };

struct Subscription {
  std::int64_t person = 0;
  Pace pace = Pace::unsaid;
  int weekday = 1;             ///< 1 Monday .. 5 Friday; of a weekly one
  int minute = 8 * 60;         ///< local time, since midnight
  bool even_if_none = false;   ///< one line when there is nothing to tell
  OptionalDay paused_until;    ///< the last day of the pause; `paused_for_good`: until taken back
  std::int64_t stand_in = 0;   ///< gets it while the person is away; 0: it waits
  std::int64_t cursor = 0;     ///< id of the last change that was told (store/history.hpp)
  std::int64_t message = 0;    ///< outbox row of the last overview; 0: none, or it was given up
  std::int64_t told_from = 0;  ///< the cursor before that overview
};

/// 31 December 9999.
inline constexpr Day paused_for_good{std::chrono::days{2932896}};

std::optional<Subscription> find_subscription(Database&, std::int64_t person);
/// Takes the place of what was there. False if the person is gone.
bool save_subscription(Transaction&, const Subscription&);
/// The person's overview leaves as this row of the outbox. If the outbox gives it up, the cursor goes back to
/// `told_from` (store/outbox.hpp: record()), so that the next overview tells the same again.
void overview_leaves(Transaction&, std::int64_t person, std::int64_t message);
void forget_subscription(Transaction&, std::int64_t person);
/// All of them, those that are off included, by person.
std::vector<Subscription> subscriptions(Database&);
/// Those who chose this person to get theirs while they are away, by id.
std::vector<std::int64_t> stands_in_for(Database&, std::int64_t stand_in);

}  // namespace store
