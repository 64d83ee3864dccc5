// The KLE-Emneplan as XML.
#include "store/error.hpp"
#include "store/kle_xml.hpp"
#include "tests/fuzz/input_file.hpp"
#include "tests/fuzz/target.hpp"

namespace {

void run(std::string_view input) {
  static const fuzz::InputFile file("xml");
  try {
    store::read_kle_plan(file.write(input), [](store::KleTopic&&) {});
  } catch (const store::StoreError&) {
    // A sentence for the user: what is expected of a broken file.
  }
}

const fuzz::Registration registration{"kle", run};

}  // namespace
