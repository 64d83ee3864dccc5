#include "bot/cli/progress_line.hpp"

#include <iostream>
#include <unistd.h>

namespace bot {

store::Progress progress_line(const std::string& file_name) {
  if (::isatty(STDERR_FILENO) == 0) return {};
  return [file_name, shown = -1](double share) mutable {
    const int percent = static_cast<int>(share * 100);
    if (percent == shown) return;
    shown = percent;
    // The cursor goes back to the start, so that an error is written over the line.
    std::cerr << "Reading " << file_name << " " << percent << (percent >= 100 ? " %\n" : " %\r")
              << std::flush;
  };
}

}  // namespace bot
