// What Teams posts: any body is an activity or a sentence, and any activity becomes a turn.
#include "bot/activity/to_turn.hpp"
#include "tests/fuzz/target.hpp"

#include <cstdlib>

namespace {

void run(std::string_view input) {
  const auto parsed = bot::activity::parse_activity(input);
  if (parsed.activity.has_value() == !parsed.error.empty()) std::abort();  // one of them, never both
  if (!parsed.activity) return;
  const auto& activity = *parsed.activity;
  if (activity.type.empty() || activity.conversation.empty()) std::abort();
  bot::activity::kind_of(activity);
  const std::string key = bot::activity::delivery_key(activity);
  if (key != bot::activity::delivery_key(activity)) std::abort();
  for (const bool anonymous : {false, true})
    bot::activity::to_turn(bot::activity::Activity(activity),
                           store::Instant{std::chrono::seconds(1'774'000'000)}, anonymous);
}

const fuzz::Registration registration{"activity", run};

}  // namespace
