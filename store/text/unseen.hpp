#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace store {

/// Bytes of the sign at the beginning of `text` (UTF-8) if it is one that nobody sees: it turns the direction
/// of reading, takes no room, or steers a terminal (U+0080 to U+009F). Such a sign makes a text look like
/// another one. 0 if it is none. Joiners (U+200C, U+200D) are none: scripts and emojis need them.
std::size_t unseen_at(std::string_view text);

/// The text without such signs.
std::string without_unseen(std::string_view text);

}  // namespace store
