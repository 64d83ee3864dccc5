#pragma once

namespace bot {

/// Lets go of the pages of the program and its libraries that were read so far: the start needs a
/// quarter of them, for the only time (tables of the dynamic linker, settings, migrations). What is needed
/// again comes back from the system's cache of files. Only pages that cannot be written; thread-safe.
void forget_start_pages();

}  // namespace bot
