#pragma once
#include "store/import.hpp"

#include <string>

namespace bot {

/// "catalogue.csv [###.....] 10 %".
std::string progress_bar(const std::string& file_name, int percent);

/// Shows how far an import is, in one line that is written over, if standard error is a terminal.
store::Progress progress_line(const std::string& file_name);

}  // namespace bot
