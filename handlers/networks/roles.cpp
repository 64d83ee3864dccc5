// Who coordinates a network, now and later.
#include "handlers/access.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/networks/tell.hpp"
#include "handlers/sentences.hpp"

namespace handlers {

using store::Network;

Sections appoint(const Network& found, std::string_view person, std::string_view role, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  auto network = found;
  if (!may_coordinate(network, acting.turn.sender, context)) {
    return one_line(coordinator_refusal(network, context));
  }
  const auto named = people_named(person, acting.sender, context);
  if (named.people.size() != 1 || !named.several.empty()) {
    auto lines = not_understood(named, context);
    return {TextSection{lines.empty() ? std::vector{texts.say("network.whom")} : std::move(lines), {}}};
  }
  const auto chosen = named.people.front();
  const auto id = context.catalogue().person(chosen).id;
  const bool coordinator = role == "coordinator";
  if (coordinator) {
    network.coordinator = id;
    network.successor = network.successor == id ? 0 : network.successor;
    store::add_member(acting.transaction(), network.id, id);
    tell(
        chosen, network,
        [&](const Texts& there) {
          return there.say("network.told_coordinator", {{"network", network.name}});
        },
        acting);
  } else {
    network.successor = id;
  }
  store::update_network(acting.transaction(), network);
  acting.outcome.changed_data = true;
  return one_line(texts.say(coordinator ? "network.appointed" : "network.appointed_successor",
                            {{"person", person_name(context, chosen)}, {"network", network.name}}));
}

}  // namespace handlers
