#include "bot/cli/progress_line.hpp"

#include <algorithm>
#include <iostream>
#include <unistd.h>

namespace bot {

std::string progress_bar(const std::string& file_name, int percent) {
  constexpr int width = 30;
  const int full = std::clamp(percent, 0, 100) * width / 100;
  return file_name + " [" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(width - full), '.') + "] " + std::to_string(percent) + " %";
}

store::Progress progress_line(const std::string& file_name) {
  if (::isatty(STDERR_FILENO) == 0) return {};
  return [file_name, shown = -1](double share) mutable {
    const int percent = static_cast<int>(share * 100);
    if (percent == shown) return;
    shown = percent;
    // The cursor goes back to the start, so that an error is written over the line.
    std::cerr << progress_bar(file_name, percent) << (percent >= 100 ? "\n" : "\r") << std::flush;
  };
}

}  // namespace bot
