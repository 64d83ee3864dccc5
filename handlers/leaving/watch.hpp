#pragma once
// Leavers that a file tells of, looked for each working day.
#include "handlers/due/due_run.hpp"

#include <string_view>

namespace handlers {

inline constexpr std::string_view watch_leavers_duty = "leavers";

/// New leavers get a departure and their leaders the card; who the file says stays after all keeps
/// everything; who has left is taken off gatherings ahead. Plans the next look.
void watch_leavers(std::int64_t about, DueRun&);

/// Sees to it that a look is planned.
void plan_watch(store::Transaction&, const Policy&, store::Instant now);

}  // namespace handlers
