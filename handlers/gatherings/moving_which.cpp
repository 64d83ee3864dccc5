#include "handlers/gatherings/moving_which.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>

namespace handlers {
namespace {

bool allowed(const store::Network& network, Wanted wanted, const Acting& acting) {
  return wanted == Wanted::to_change
             ? may_plan(network, acting.turn.sender, acting.database(), acting.context)
             : may_see(network, acting.turn.sender, acting.database(), acting.context);
}

}  // namespace

std::vector<GatheringAtHand> gatherings_meant(const PlanPhrase& phrase, Wanted wanted, const Acting& acting) {
  const auto own = focus_of(acting).gathering;  // whether it may be changed is said later, not passed over
  return gatherings_meant(
      phrase,
      [&](const GatheringAtHand& one) {
        return one.gathering.id == own ||
               (wanted == Wanted::to_change ? may_change(one.gathering, one.network, acting)
                                            : allowed(one.network, wanted, acting));
      },
      acting);
}

Sections ask_which_gathering(const std::vector<GatheringAtHand>& gatherings, std::string_view word,
                             const std::string& details, const Acting& acting) {
  OfferSection section{{acting.context.texts.say("move.which")}, {}};
  for (std::size_t i = 0; i < std::min(gatherings.size(), Shown::choices); ++i) {
    const auto& [gathering, network] = gatherings[i];
    section.offers.push_back(yes_offer(std::string(word) + "-pick " + std::to_string(gathering.id),
                                       network.name + " " + gathering_when(gathering, acting.context)));
  }
  set_gathering_focus(acting, 0, 0, std::string(word) + "-which\n" + details);
  return {std::move(section)};
}

Sections no_such_gathering(const PlanPhrase& phrase, Wanted wanted, const Acting& acting) {
  const auto& context = acting.context;
  const auto named = networks_named(phrase, acting);
  if (named.size() != 1) {
    return one_line(context.texts.say(wanted == Wanted::to_change ? "move.none" : "gathering.none"));
  }
  const auto& network = named.front();
  if (!allowed(network, wanted, acting)) {
    return one_line(wanted == Wanted::to_change
                        ? coordinator_refusal(network, context)
                        : context.texts.say("gathering.closed", {{"network", network.name}}));
  }
  const auto coordinator = coordinator_of(network, context);
  if (coordinator == store::no_index || coordinator == acting.sender) {
    return one_line(context.texts.say("gathering.none_in", {{"network", network.name}}));
  }
  return one_line(
      context.texts.say("gathering.none_ask",
                        {{"network", network.name}, {"person", person_with_title(context, coordinator)}}));
}

}  // namespace handlers
