// libFuzzer's door to the one target that a fuzzing program holds.
#include "tests/fuzz/target.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::targets().front().run({reinterpret_cast<const char*>(data), size});
  return 0;
}
