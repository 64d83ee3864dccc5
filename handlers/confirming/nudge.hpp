#pragma once
// Old entries: the colleague is asked once, in person, whether it is still right.
#include "handlers/dispatch.hpp"
#include "handlers/sections.hpp"

#include <vector>

namespace handlers {

/// Asks whoever stands with one of these tasks, confirmed longer ago than the policy allows, at work today
/// and with a personal chat that we know: once for each confirmation.
void nudge_stale(const std::vector<store::TaskIndex>&, const Turn&, const Context&, const Services&,
                 Outcome&);

}  // namespace handlers
