#pragma once
// Every few months each colleague is asked whether their tasks are still right (E3). The state is in
// store/confirmation_rounds.hpp; what is due is a duty for each person, looked at again when it is due.
#include "handlers/due/due_run.hpp"
#include "handlers/policy.hpp"
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string_view>

namespace handlers {

/// About a person: the next step of that person's round.
inline constexpr std::string_view confirm_duty = "confirm";
/// Every morning: rounds for people who have none.
inline constexpr std::string_view confirm_people_duty = "confirm-people";

/// Plans the daily look, if it is not planned and rounds are wanted.
void begin_rounds(store::Transaction&, const Policy&, store::Instant now);

/// confirm_people_duty: begins a round for each colleague who has none, on a day with room.
void plan_rounds(std::int64_t, DueRun&);

/// confirm_duty: asks, reminds, goes to the leader, or waits on: whatever the state and the day call for.
void carry_on_round(std::int64_t person, DueRun&);

}  // namespace handlers
