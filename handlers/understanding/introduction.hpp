#pragma once
// Who writes, where they say so first.
#include "handlers/understanding/message.hpp"
#include "store/search/finder.hpp"

#include <cstddef>

namespace handlers::understanding {

/// Where the message goes on behind "hej, det er Lone fra hjemmeplejen": who writes is no topic, and nobody
/// that is asked about. 0 if nobody is introduced, or if hardly anything follows.
std::size_t end_of_introduction(const Message&, const store::Finder&);

}  // namespace handlers::understanding
