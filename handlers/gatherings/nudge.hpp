#pragma once
// 'Ryk dem der mangler': a short personal note to those who have not answered.
#include "handlers/acting.hpp"
#include "handlers/gatherings/which_gathering.hpp"

namespace handlers {

/// Nobody is reminded twice within two days; then it is told when they were. The sender was checked already.
Sections nudge_silent(const GatheringAtHand&, const Acting&);

}  // namespace handlers
