#pragma once
// A copy of the data does not know what was sent after it was made: it says that it is one, and whoever
// starts on it is told.
#include "store/clock.hpp"
#include "store/database.hpp"
#include "store/reminders.hpp"

#include <optional>

namespace store {

/// Writes into a copy that it is one, and when it was made.
void mark_as_copy(Database& copy, Instant made);

/// When the copy was made; nothing for an original.
std::optional<Instant> copied_at(Database&);

/// When the service starts: reminders of gatherings that have been due in a copy may have been sent from the
/// original, so they are of no use any more. The data are an original from then on.
void start_on_copy(Transaction&, Instant now);

/// True of those; any other is of use for some time.
bool may_have_been_sent(const Reminder&);

}  // namespace store
