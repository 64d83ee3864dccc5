#include "handlers/access.hpp"
#include "handlers/due/due_run.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "store/restored_copy.hpp"

#include <algorithm>
#include <utility>

namespace handlers {
namespace {

constexpr std::size_t named_max = 10;

struct Missed {
  store::Gathering gathering;
  store::Network network;
};

std::vector<Section> missed_words(const std::vector<Missed>& missed, bool in_copy, const Context& there) {
  TextSection words{{there.texts.say(in_copy ? "due.perhaps_sent" : "due.skipped")}, {}};
  for (std::size_t i = 0; i < missed.size() && i < named_max; ++i) {
    words.lines.push_back("– " + gathering_title(missed[i].gathering, missed[i].network, there) + ", " +
                          full_when(missed[i].gathering, there));
  }
  if (missed.size() > named_max) {
    words.lines.push_back(
        there.texts.say("due.skipped_more", {{"count", std::to_string(missed.size() - named_max)}}));
  }
  return {std::move(words)};
}

}  // namespace

void tell_of_skipped(DueRun& run) {
  std::map<std::pair<store::PersonIndex, bool>, std::vector<Missed>> by_coordinator;
  for (const auto& [id, reminders] : run.skipped) {
    const bool in_copy = std::any_of(reminders.begin(), reminders.end(), store::may_have_been_sent);
    auto gathering = store::find_gathering(run.database(), id);
    auto network = gathering ? store::find_network(run.database(), gathering->network) : std::nullopt;
    if (network) {
      by_coordinator[{coordinator_of(*network, run.context), in_copy}].push_back(
          {std::move(*gathering), std::move(*network)});
    }
  }
  for (const auto& entry : by_coordinator) {
    const auto& missed = entry.second;
    const auto [coordinator, in_copy] = entry.first;
    tell_person(coordinator, missed.front().gathering.tenant, run.outcome, run.services, run.context,
                [&, copy = in_copy](const Context& there) { return missed_words(missed, copy, there); });
  }
}

}  // namespace handlers
