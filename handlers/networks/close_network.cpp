#include "handlers/access.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/networks/tell.hpp"
#include "handlers/pending.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/gatherings.hpp"
#include "store/reminders.hpp"

#include <charconv>

namespace handlers {
namespace {

using store::Network;

constexpr int gatherings_named = 5;

/// What has to be called off first, and how; empty if nothing is ahead.
std::optional<Sections> open_gatherings(const Network& network, const Acting& acting) {
  const auto ahead =
      store::gatherings_ahead(acting.database(), network.id, acting.turn.now, gatherings_named);
  if (ahead.empty()) {
    return std::nullopt;
  }
  const auto& context = acting.context;
  TextSection section{{context.texts.say("network.close_open", {{"network", network.name}})}, {}};
  for (const auto& gathering : ahead) {
    const auto start = local_time(gathering.starts, context.policy.zone);
    section.lines.push_back("– " + moment_in_words(start, local_time(gathering.ends, context.policy.zone),
                                                   context.today, context.texts));
    section.examples.push_back(context.texts.say(
        "network.say_cancel",
        {{"day", day_in_words(start.day, context.today, context.texts)}, {"network", network.name}}));
  }
  return Sections{std::move(section)};
}

}  // namespace

std::optional<Network> network_in(const std::string& pending, store::Database& database) {
  const auto at = pending.find(' ');
  std::int64_t id = 0;
  if (at != std::string::npos) {
    std::from_chars(pending.data() + at + 1, pending.data() + pending.size(), id);
  }
  auto network = store::find_network(database, id);
  return network && !network->closed ? network : std::nullopt;
}

Sections ask_to_close(const Network& network, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (!may_coordinate(network, acting.turn.sender, acting.context)) {
    return one_line(coordinator_refusal(network, acting.context));
  }
  if (auto open = open_gatherings(network, acting)) {
    return std::move(*open);
  }
  const auto count = members_of(network, acting.database(), acting.context).size();
  const auto pending = "network-close " + std::to_string(network.id);
  OfferSection section{{texts.say("network.close_ask", {{"network", network.name}}),
                        texts.say("network.close_what", {{"count", std::to_string(count)}})},
                       yes_or_no(pending, texts.say("network.button.close"), texts.say("button.no"))};
  wait_for_yes(pending, network.id, acting);
  return {std::move(section)};
}

std::optional<Sections> do_close_network(const std::string& pending, bool yes, const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto network = network_in(pending, acting.database());
  if (!network) {
    return one_line(texts.say("pending.stale"));
  }
  if (!yes) {
    return one_line(texts.say("network.not_closed", {{"network", network->name}}));
  }
  if (!may_coordinate(*network, acting.turn.sender, acting.context)) {
    return one_line(coordinator_refusal(*network, acting.context));
  }
  if (auto open = open_gatherings(*network, acting)) {
    return open;
  }
  const auto members = members_of(*network, acting.database(), acting.context);
  store::withdraw_reminders_of_network(acting.transaction(), network->id, acting.turn.now);
  store::close_network(acting.transaction(), network->id, acting.turn.now);
  for (const auto& member : members) {
    tell(
        member.person, *network,
        [&](const Texts& there) {
          return there.say("network.told_closed", {{"network", network->name}});
        },
        acting);
  }
  return one_line(texts.say("network.closed", {{"network", network->name}}));
}

Sections open_again(const Network& network, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (!may_coordinate(network, acting.turn.sender, acting.context)) {
    return one_line(coordinator_refusal(network, acting.context));
  }
  if (network.closed) {
    store::reopen_network(acting.transaction(), network.id);
    acting.outcome.changed_data = true;
  }
  return one_line(texts.say("network.opened_again", {{"network", network.name}}));
}

}  // namespace handlers
