#pragma once
#include "store/import.hpp"

#include <string>

namespace bot {

/// Shows how far the reading of a file is, in one line that is written over, if standard error is a terminal.
store::Progress progress_line(const std::string& file_name);

}  // namespace bot
