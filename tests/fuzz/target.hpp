#pragma once
// What is fed with any bytes: by libFuzzer (`./dev fuzz`), and with the kept inputs by every `./dev test`.
#include <string_view>
#include <vector>

namespace fuzz {

/// Takes any bytes. A fault is a crash, a sanitizer's report, or an exception that leaves it.
using Run = void (*)(std::string_view input);

struct Target {
  std::string_view name;  ///< of its corpus: tests/fuzz/corpus/NAME
  Run run = nullptr;
};

/// All targets that are linked in, in no order.
std::vector<Target>& targets();

/// A target file defines one of these.
struct Registration {
  Registration(std::string_view name, Run run) { targets().push_back({name, run}); }
};

}  // namespace fuzz
