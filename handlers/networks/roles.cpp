#include "handlers/access.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/networks/tell.hpp"
#include "handlers/pending.hpp"
#include "handlers/sentences.hpp"

namespace handlers {

using store::Network;

Sections appoint(const Network& found, std::string_view person, std::string_view role, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  auto network = found;
  if (!may_coordinate(network, acting.turn.sender, context)) {
    return just_say(coordinator_refusal(network, context));
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
  return just_say(texts.say(coordinator ? "network.appointed" : "network.appointed_successor",
                            {{"person", person_name(context, chosen)}, {"network", network.name}}));
}

Sections ask_to_change_rule(const Network& network, std::string_view rule, const Acting& acting) {
  const auto& context = acting.context;
  if (!may_coordinate(network, acting.turn.sender, context)) {
    return just_say(coordinator_refusal(network, context));
  }
  const auto count = std::to_string(people_by_rule(rule, context).size());
  const auto pending = "network-rule " + std::to_string(network.id) + "\n" + std::string(rule);
  OfferSection section{
      {context.texts.say("network.rule_ask", {{"network", network.name}, {"rule", rule}, {"count", count}})},
      yes_or_no(pending, context.texts.say("network.button.rule", {{"count", count}}),
                context.texts.say("button.no"))};
  wait_for_yes(pending, network.id, acting);
  return {std::move(section)};
}

std::optional<Sections> do_change_rule(const std::string& pending, bool yes, const Acting& acting) {
  const auto& texts = acting.context.texts;
  auto network = network_in(pending, acting.database());
  if (!network) {
    return just_say(texts.say("pending.stale"));
  }
  if (!yes) {
    return just_say(texts.say("pending.dropped"));
  }
  if (!may_coordinate(*network, acting.turn.sender, acting.context)) {
    return just_say(coordinator_refusal(*network, acting.context));
  }
  network->rule = pending.substr(pending.find('\n') + 1);
  store::update_network(acting.transaction(), *network);
  return just_say(texts.say("network.rule_set", {{"network", network->name}, {"rule", network->rule}}));
}

Sections bind_network(const Network& found, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (acting.context.scope == Scope::personal) {
    return just_say(texts.say("network.bind_where", {{"network", found.name}}));
  }
  if (!may_coordinate(found, acting.turn.sender, acting.context)) {
    return just_say(coordinator_refusal(found, acting.context));
  }
  const auto before =
      store::network_of_channel(acting.database(), acting.turn.tenant, acting.turn.conversation);
  if (before && before->id != found.id) {
    return just_say(texts.say("network.bind_taken", {{"network", before->name}}));
  }
  auto network = found;
  network.tenant = acting.turn.tenant;
  network.channel = acting.turn.conversation.substr(0, acting.turn.conversation.find(";messageid="));
  store::update_network(acting.transaction(), network);
  // What is posted there begins a thread of its own: the channel itself is to be known, not only this thread.
  if (auto here = store::find_conversation(acting.database(), network.tenant, acting.turn.conversation)) {
    here->conversation = network.channel;
    store::remember_conversation(acting.transaction(), *here, acting.turn.now);
  }
  acting.outcome.changed_data = true;
  return just_say(
      texts.say(acting.context.scope == Scope::channel ? "network.bound_channel" : "network.bound_chat",
                {{"network", network.name}}));
}

}  // namespace handlers
