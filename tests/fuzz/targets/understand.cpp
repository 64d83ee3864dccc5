// Understanding and follow-ups: pure functions of any text.
#include "handlers/understanding/understand.hpp"

#include "handlers/understanding/follow_ups.hpp"
#include "handlers/understanding/times.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/small_catalogue.hpp"

#include <cstdlib>

namespace {

void run(std::string_view input) {
  static const store::Finder finder{tests::small_catalogue()};
  const handlers::LocalTime now{store::Day(std::chrono::days(20537)), std::chrono::minutes(600)};
  for (const auto language : {handlers::Language::danish, handlers::Language::english}) {
    auto understanding = handlers::understand(input, finder, language);
    if (understanding.intents.empty()) std::abort();  // every message means something
    handlers::add_times(understanding, input, now);
    handlers::follow_up_in(handlers::understanding::read_message(input), finder, language);
  }
}

const fuzz::Registration registration{"understand", run};

}  // namespace
