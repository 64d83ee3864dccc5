#pragma once
// What is done about proposals when its time has come (handlers/duties.cpp). `about` is the proposal's id.
#include "handlers/due/due_run.hpp"

#include <cstdint>

namespace handlers {

/// Nobody has answered: the approver is reminded once, then the leader is asked.
void remind_of_proposal(std::int64_t about, DueRun&);

/// A task that was given for later: does the receiver still work here, in the same unit?
void watch_assignment(std::int64_t about, DueRun&);

}  // namespace handlers
