#pragma once
// Overviews that go out by themselves (handlers/duties.cpp).
#include "handlers/due/due_run.hpp"

#include <cstdint>

namespace handlers {

/// Looks, on each working day, for people who lead, coordinate or own something, can be written to and were
/// never asked, and plans their first overview.
void keep_overviews(std::int64_t, DueRun&);

/// The overview of this person, or nothing if it has to wait; the next one is planned.
void send_overview(std::int64_t person, DueRun&);

}  // namespace handlers
