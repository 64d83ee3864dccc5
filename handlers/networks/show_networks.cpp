#include "handlers/access.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/sentences.hpp"
#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"
#include "store/gatherings.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::Network;
using store::no_index;

constexpr std::size_t names_max = 60;

bool may_show_here(const Network& network, const Acting& acting) {
  return network.open || (acting.context.scope == Scope::personal &&
                          may_see(network, acting.turn.sender, acting.database(), acting.context));
}

std::string coordinator_line(const Network& network, const Context& context) {
  const auto coordinator = coordinator_of(network, context);
  return coordinator == no_index ? context.texts.say("network.no_coordinator")
                                 : context.texts.say("network.coordinator",
                                                     {{"person", person_with_title(context, coordinator)}});
}

std::string member_names(const std::vector<Member>& members, const Context& context) {
  std::string names;
  for (std::size_t i = 0; i < std::min(members.size(), names_max); ++i) {
    names.append(names.empty() ? "" : ", ").append(person_name(context, members[i].person));
  }
  if (members.size() > names_max) {
    names += " " + context.texts.say("network.more_members",
                                     {{"count", std::to_string(members.size() - names_max)}});
  }
  return names;
}

/// Of a closed network neither names nor numbers are told to others; whom to ask is.
Sections refuse_to_show(const Network& network, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (may_see(network, acting.turn.sender, acting.database(), acting.context)) {
    return one_line(texts.say("network.only_private", {{"network", network.name}}));
  }
  const auto coordinator = coordinator_of(network, acting.context);
  if (coordinator == no_index) {
    return one_line(texts.say("network.closed_to_you_plain", {{"network", network.name}}));
  }
  return {PersonSection{
      texts.say("network.closed_to_you",
                {{"network", network.name}, {"person", person_name(acting.context, coordinator)}}),
      coordinator,
      {}}};
}

}  // namespace

std::string kind_in_words(store::NetworkKind kind, const Texts& texts) {
  switch (kind) {
    case store::NetworkKind::formal:
      return texts.say("network.kind.formal");
    case store::NetworkKind::informal:
      return texts.say("network.kind.informal");
    case store::NetworkKind::steering_group:
      return texts.say("network.kind.steering_group");
    case store::NetworkKind::coordination_group:
      return texts.say("network.kind.coordination_group");
    case store::NetworkKind::project_leaders:
      break;
  }
  return texts.say("network.kind.project_leaders");
}

std::string next_gathering(const Network& network, const Acting& acting) {
  const auto ahead = store::gatherings_ahead(acting.database(), network.id, acting.turn.now, 1);
  if (ahead.empty()) {
    return "";
  }
  const auto& zone = acting.context.policy.zone;
  return moment_in_words(local_time(ahead.front().starts, zone), local_time(ahead.front().ends, zone),
                         acting.context.today, acting.context.texts);
}

Section network_section(const Network& network, const Acting& acting) {
  const auto& context = acting.context;
  OfferSection section;
  section.lines.push_back(context.texts.say(
      "network.heading", {{"network", network.name}, {"kind", kind_in_words(network.kind, context.texts)}}));
  if (!network.purpose.empty()) {
    section.lines.push_back(context.texts.say("network.purpose", {{"purpose", network.purpose}}));
  }
  section.lines.push_back(coordinator_line(network, context));
  if (network.open && acting.sender != no_index &&
      membership(acting.sender, network, acting.database(), context).empty()) {
    Offer join{context.texts.say("network.button.join"), {}};
    join.button.verb = cards::Verb::network_join;
    join.button.item = network.id;
    section.offers.push_back(std::move(join));
  }
  return section;
}

Sections show_my_networks(const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (acting.sender == no_index) {
    return one_line(texts.say("network.you_unknown"));
  }
  TextSection section;
  bool left_out = false;
  for (const auto& network : store::networks(acting.database())) {
    if (membership(acting.sender, network, acting.database(), acting.context).empty()) {
      continue;
    }
    if (!may_show_here(network, acting)) {
      left_out = true;
      continue;
    }
    if (section.lines.size() > Shown::lines) {
      break;
    }
    const auto coordinator = coordinator_of(network, acting.context);
    const auto next = next_gathering(network, acting);
    section.lines.push_back(
        texts.say("network.mine_line",
                  {{"network", network.name},
                   {"kind", kind_in_words(network.kind, texts)},
                   {"coordinator", coordinator == no_index ? texts.say("network.mine_no_coordinator")
                                   : coordinator == acting.sender
                                       ? texts.say("network.mine_coordinator_you")
                                       : texts.say("network.mine_coordinator",
                                                   {{"person", person_name(acting.context, coordinator)}})},
                   {"next", next.empty() ? texts.say("network.mine_no_gathering")
                                         : texts.say("network.mine_gathering", {{"when", next}})}}));
  }
  if (section.lines.empty()) {
    section.lines.push_back(texts.say("network.mine_none"));
  } else {
    section.lines.insert(section.lines.begin(), texts.say("network.mine"));
  }
  if (left_out) {
    section.lines.push_back(texts.say("network.mine_closed_left_out"));
  }
  return {std::move(section)};
}

Sections show_members(const Network& network, const Acting& acting) {
  const auto& context = acting.context;
  if (!may_show_here(network, acting)) {
    return refuse_to_show(network, acting);
  }
  const auto members = members_of(network, acting.database(), context);
  auto section = std::get<OfferSection>(network_section(network, acting));
  section.lines.push_back(
      members.empty() ? context.texts.say("network.no_members")
      : members.size() == 1
          ? context.texts.say("network.one_member", {{"people", member_names(members, context)}})
          : context.texts.say("network.members", {{"count", std::to_string(members.size())},
                                                  {"people", member_names(members, context)}}));
  if (!network.rule.empty()) {
    section.lines.push_back(context.texts.say("network.rule", {{"rule", network.rule}}));
  }
  return {std::move(section)};
}

}  // namespace handlers
