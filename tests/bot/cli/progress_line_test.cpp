#include "bot/cli/progress_line.hpp"

#include <catch2/catch.hpp>

TEST_CASE("progress line: fills from left to right") {
  CHECK(bot::progress_bar("a.csv", 0) == "a.csv [..............................] 0 %");
  CHECK(bot::progress_bar("a.csv", 50) == "a.csv [###############...............] 50 %");
  CHECK(bot::progress_bar("a.csv", 100) == "a.csv [##############################] 100 %");
}
