#pragma once
// Entries that end on a day of their own: some working days before, whoever has one is asked what is to
// happen, and the leader, too, if nobody has the task from the day after.
#include "handlers/due/due_run.hpp"

namespace handlers {

/// One message to each about all of theirs, once for each entry and last day.
void tell_of_endings(DueRun&);

}  // namespace handlers
