#pragma once
// The service's own work, done when its time has come (store::plan_duty): one table of what and how.
#include "handlers/due/due_run.hpp"

#include <cstdint>

namespace handlers {

/// Finishes the duty and carries it out; whoever does it plans the next one. One that this program does not
/// know is finished, too: its data stays for a program that does.
void do_duty(const store::Reminder&, DueRun&);

/// Plans for now each duty that there always is, if none is planned: at the service's start. After that each
/// plans its own next.
void plan_standing_duties(store::Instant now, store::Transaction&);

}  // namespace handlers
