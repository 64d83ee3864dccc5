#pragma once
// Old entries: asking the colleague once whether it is still right, and writing down that it is.
#include "store/clock.hpp"
#include "store/database.hpp"
#include "store/history.hpp"

#include <cstdint>

namespace store {

/// Takes the right to ask the person about this entry, whose last confirmation was on `confirmed`: true once
/// for each confirmation.
bool claim_nudge(Transaction&, std::int64_t task, std::int64_t person, Day confirmed, Instant now);

/// The entry is right as of `today`, in every role that the person has in the task. A change of the
/// catalogue and a line of its history, unless that was known. False if the person has no role in the task.
bool confirm_entry(Transaction&, std::int64_t task, std::int64_t person, Day today, const ChangedBy&);

}  // namespace store
