// The settings file: good settings, or an error with a sentence.
#include "config/settings.hpp"

#include "tests/fuzz/input_file.hpp"
#include "tests/fuzz/target.hpp"

#include <stdexcept>

namespace {

void run(std::string_view input) {
  static const fuzz::InputFile file("toml");
  try {
    config::load_settings(file.write(input).string(), {});
  } catch (const std::runtime_error&) {
    // A sentence for the user: what is expected of wrong settings.
  }
}

const fuzz::Registration registration{"settings", run};

}  // namespace
