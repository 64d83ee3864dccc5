#pragma once
// The service's own work, done when its time has come (store::plan_duty): one table of what and how.
#include "handlers/due/due_run.hpp"

#include <cstdint>

namespace handlers {

/// Finishes the duty and carries it out; whoever does it plans the next one. One that this program does not
/// know is finished, too: its data stays for a program that does.
void do_duty(const store::Reminder&, DueRun&);

/// Sees to it that the work that never ends is planned: called when the service starts.
void plan_standing_duties(const Policy&, store::Transaction&, store::Instant now);

}  // namespace handlers
