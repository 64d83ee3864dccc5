// Catch2's main, alone in its file: it is slow to compile and never changes.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <cstdlib>

int main(int argc, char** argv) {
  // The machine's own zone has no effect on any answer.
  ::setenv("TZ", "Pacific/Auckland", 1);
  return Catch::Session().run(argc, argv);
}
