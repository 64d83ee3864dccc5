#pragma once
// People who have left the municipality answer nothing any more.
#include "handlers/due/due_run.hpp"

namespace handlers {

/// Whoever has left is taken off what is still ahead, without a word to them; the next on the waiting list
/// gets the place and is told, and whoever plans it sees the new numbers.
void take_off_the_gone(DueRun&);

}  // namespace handlers
