#pragma once
// Days that a message names, found by the time reader before the patterns look.
#include "handlers/understanding/message.hpp"

#include <cstddef>
#include <vector>

namespace handlers::understanding {

/// "på onsdag den 3. kl. 13", "to Tuesday", "i uge 16": words from `first` to before `end`. The little word
/// before the day may belong to it or to what stands before: it begins at each word from `first` to `named`.
struct SaidDay {
  std::size_t first = 0;
  std::size_t named = 0;
  std::size_t end = 0;
};

/// In the order of the message. A day or several together; no mere time of day, no deadline, nothing that
/// repeats. Which day it is depends on the clock, that it is one does not.
std::vector<SaidDay> said_days(const Message&);

}  // namespace handlers::understanding
