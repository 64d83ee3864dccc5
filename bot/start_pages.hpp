#pragma once
#include <cstddef>

namespace bot {

/// Ends what populate_heap() began: from now on large blocks go back to the system when they are freed, and
/// the unused end of the heap goes at once. Lets go of the pages of the program and its libraries that were
/// read so far: the start needs a quarter of them, for the only time (tables of the dynamic linker, settings,
/// migrations). What is needed again comes back from the system's cache of files. Only pages that cannot be
/// written; thread-safe.
void forget_start_pages();

/// Gets the pages of the next `bytes` of the heap from the system at once: one by one, at their first use,
/// they cost a good part of the start on a virtual machine. They are free for anybody afterwards. Call it
/// before there are other threads.
void populate_heap(std::size_t bytes);

}  // namespace bot
