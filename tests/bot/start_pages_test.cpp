#include "bot/start_pages.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <stdexcept>
#include <string>

namespace {

/// Resident pages of files, in KB.
long resident() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("RssFile:")) return std::stol(line.substr(8));
  throw std::runtime_error("/proc/self/status has no RssFile");
}

}  // namespace

TEST_CASE("start pages: what the start read of the program's files is let go, and read again when needed",
          "[bot]") {
  const long before = resident();
  bot::forget_start_pages();
  CHECK(resident() < before * 3 / 4);
  CHECK_THROWS_AS(std::stol("still here"), std::invalid_argument);  // tables of the unwinder, and code
}
