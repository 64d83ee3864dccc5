// Purpose, place, who may see it, the rule, and the channel: what its coordinator changes about a network.
#include "handlers/access.hpp"
#include "handlers/cards/elements.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/networks/network_at_hand.hpp"
#include "handlers/pending.hpp"
#include "store/conversations.hpp"
#include "store/text/fold.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::Network;

constexpr std::size_t text_characters_max = 500;

/// What stands behind the first "til" or "to".
std::string said_after_to(std::string_view text) {
  std::size_t at = std::string_view::npos;
  std::size_t length = 0;
  for (const std::string_view word : {" til ", " to "}) {
    if (const auto found = text.find(word); found < at) {
      at = found;
      length = word.size();
    }
  }
  if (at == std::string_view::npos) {
    return "";
  }
  std::string said(text.substr(at + length));
  std::replace_if(
      said.begin(), said.end(), [](unsigned char c) { return c < ' '; }, ' ');
  said.erase(0, std::min(said.find_first_not_of(' '), said.size()));
  said.erase(said.find_last_not_of(" .!") + 1);
  return cards::capped(said, text_characters_max);
}

Sections saved(const Network& network, std::string line, const Acting& acting) {
  store::update_network(acting.transaction(), network);
  remember_network(network.id, acting);
  acting.outcome.changed_data = true;
  return one_line(std::move(line));
}

/// The network that waits for a yes, if its sender may still change it; else what is said instead.
struct Confirmed {
  std::optional<Network> network;
  Sections instead;
};

Confirmed confirmed(const std::string& pending, bool yes, const Acting& acting) {
  const auto& texts = acting.context.texts;
  auto network = network_in(pending, acting.database());
  if (!network) {
    return {std::nullopt, one_line(texts.say("pending.stale"))};
  }
  if (!yes) {
    return {std::nullopt, one_line(texts.say("pending.dropped"))};
  }
  if (!may_coordinate(*network, acting.turn.sender, acting.context)) {
    return {std::nullopt, one_line(coordinator_refusal(*network, acting.context))};
  }
  return {std::move(network), {}};
}

}  // namespace

Sections change_text(const Network& found, std::string_view part, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (!may_coordinate(found, acting.turn.sender, acting.context)) {
    return one_line(coordinator_refusal(found, acting.context));
  }
  const auto said = said_after_to(acting.text);
  if (said.empty()) {
    return one_line(texts.say("netedit.nothing", {{"network", found.name}}));
  }
  auto network = found;
  const bool purpose = part == "purpose";
  (purpose ? network.purpose : network.place) = said;
  return saved(
      network,
      texts.say(purpose ? "netedit.purpose" : "netedit.place", {{"network", network.name}, {"text", said}}),
      acting);
}

Sections ask_to_change_visibility(const Network& network, bool open, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (!may_coordinate(network, acting.turn.sender, acting.context)) {
    return one_line(coordinator_refusal(network, acting.context));
  }
  if (network.open == open) {
    return one_line(texts.say(open ? "netedit.is_open" : "netedit.is_closed", {{"network", network.name}}));
  }
  const auto pending = (open ? "network-open " : "network-closed ") + std::to_string(network.id);
  wait_for_yes(pending, network.id, acting);
  return {
      OfferSection{{texts.say(open ? "netedit.ask_open" : "netedit.ask_closed", {{"network", network.name}})},
                   yes_or_no(pending, texts.say(open ? "netedit.button_open" : "netedit.button_closed"),
                             texts.say("button.no"))}};
}

std::optional<Sections> do_change_visibility(const std::string& pending, bool yes, const Acting& acting) {
  auto [network, instead] = confirmed(pending, yes, acting);
  if (!network) {
    return instead;
  }
  network->open = pending.starts_with("network-open");
  return saved(*network,
               acting.context.texts.say(network->open ? "netedit.is_open" : "netedit.is_closed",
                                        {{"network", network->name}}),
               acting);
}

Sections ask_to_change_rule(const Network& network, std::string_view rule, const Acting& acting) {
  const auto& context = acting.context;
  if (!may_coordinate(network, acting.turn.sender, context)) {
    return one_line(coordinator_refusal(network, context));
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
  auto [network, instead] = confirmed(pending, yes, acting);
  if (!network) {
    return instead;
  }
  network->rule = pending.substr(pending.find('\n') + 1);
  return saved(
      *network,
      acting.context.texts.say("network.rule_set", {{"network", network->name}, {"rule", network->rule}}),
      acting);
}

Sections bind_network(const Network& found, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (acting.context.scope == Scope::personal) {
    return one_line(texts.say("network.bind_where", {{"network", found.name}}));
  }
  if (!may_coordinate(found, acting.turn.sender, acting.context)) {
    return one_line(coordinator_refusal(found, acting.context));
  }
  const auto before =
      store::network_of_channel(acting.database(), acting.turn.tenant, acting.turn.conversation);
  if (before && before->id != found.id) {
    return one_line(texts.say("network.bind_taken", {{"network", before->name}}));
  }
  auto network = found;
  network.tenant = acting.turn.tenant;
  network.channel = acting.turn.conversation.substr(0, acting.turn.conversation.find(";messageid="));
  // What is posted there begins a thread of its own: the channel itself is to be known, not only this thread.
  if (auto here = store::find_conversation(acting.database(), network.tenant, acting.turn.conversation)) {
    here->conversation = network.channel;
    store::remember_conversation(acting.transaction(), *here, acting.turn.now);
  }
  return saved(
      network,
      texts.say(acting.context.scope == Scope::channel ? "network.bound_channel" : "network.bound_chat",
                {{"network", network.name}}),
      acting);
}

Sections unbind_network(const Network& found, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (!may_coordinate(found, acting.turn.sender, acting.context)) {
    return one_line(coordinator_refusal(found, acting.context));
  }
  if (found.channel.empty()) {
    return one_line(texts.say("netedit.no_channel", {{"network", found.name}}));
  }
  auto network = found;
  network.tenant.clear();
  network.channel.clear();
  return saved(network, texts.say("netedit.unbound", {{"network", network.name}}), acting);
}

}  // namespace handlers
