#pragma once
// The service's own work, done when its time has come (store::plan_duty): one table of what and how.
#include "handlers/due/due_run.hpp"

#include <cstdint>

namespace handlers {

/// When the service starts: plans whatever goes on by itself from then on, unless it is planned already. On a
/// restored copy what may have been sent is taken from the plan (store/restored_copy.hpp).
void begin_duties(store::Transaction&, const Policy&, store::Instant now);

/// Finishes the duty and carries it out; whoever does it plans the next one. One that this program does not
/// know is finished, too: its data stays for a program that does.
void do_duty(const store::Reminder&, DueRun&);

}  // namespace handlers
