#include "handlers/access.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/networks/tell.hpp"
#include "handlers/pending.hpp"
#include "handlers/sentences.hpp"

namespace handlers {
namespace {

using store::Network;
using store::no_index;

std::string names_of(const std::vector<store::PersonIndex>& people, const Context& context) {
  std::vector<std::string> names;
  for (const auto person : people) {
    names.push_back(person_name(context, person));
  }
  return joined(names, context.texts);
}

std::int64_t id_of_person(store::PersonIndex person, const Acting& acting) {
  return acting.context.catalogue().person(person).id;
}

/// One who answers for the network and does not leave it: set by the successor who takes over.
bool has_other_coordinator(const Network& network, const Acting& acting) {
  auto without = network;
  without.coordinator = 0;
  without.reference = 0;
  const auto next = coordinator_of(without, acting.context);
  return next != no_index && next != acting.sender;
}

}  // namespace

Sections join_network(const Network& network, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (acting.sender == no_index) {
    return one_line(texts.say("network.you_unknown"));
  }
  if (!membership(acting.sender, network, acting.database(), acting.context).empty()) {
    return one_line(texts.say("network.joined_already", {{"network", network.name}}));
  }
  if (!network.open && !may_coordinate(network, acting.turn.sender, acting.context)) {
    const auto coordinator = coordinator_of(network, acting.context);
    if (coordinator == no_index) {
      return one_line(coordinator_refusal(network, acting.context));
    }
    return {PersonSection{
        texts.say("network.join_closed",
                  {{"network", network.name}, {"person", person_name(acting.context, coordinator)}}),
        coordinator,
        {}}};
  }
  store::add_member(acting.transaction(), network.id, id_of_person(acting.sender, acting));
  acting.outcome.changed_data = true;
  Sections sections = one_line(texts.say("network.joined", {{"network", network.name}}));
  if (const auto next = next_gathering(network, acting); !next.empty()) {
    std::get<TextSection>(sections.front()).lines.push_back(texts.say("network.next", {{"when", next}}));
  }
  return sections;
}

Sections ask_to_leave(const Network& network, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (acting.sender == no_index) {
    return one_line(texts.say("network.you_unknown"));
  }
  const auto reason = membership(acting.sender, network, acting.database(), acting.context);
  if (reason.empty()) {
    return one_line(texts.say("network.not_member", {{"network", network.name}}));
  }
  if (reason == "rule") {
    return one_line(texts.say("network.leave_rule", {{"network", network.name}, {"rule", network.rule}}));
  }
  const bool coordinates = reason == "coordinator";
  if (coordinates && !has_other_coordinator(network, acting)) {
    return one_line(texts.say("network.leave_coordinator", {{"network", network.name}}));
  }
  OfferSection section{{texts.say("network.leave_ask", {{"network", network.name}})}, {}};
  if (coordinates) {
    const auto successor = acting.context.catalogue().person_by_id(network.successor);
    section.lines.push_back(
        texts.say("network.leave_successor", {{"person", person_name(acting.context, successor)}}));
  }
  const auto pending = "network-leave " + std::to_string(network.id);
  section.offers = yes_or_no(pending, texts.say("network.button.leave"), texts.say("network.button.stay"));
  wait_for_yes(pending, network.id, acting);
  return {std::move(section)};
}

std::optional<Sections> do_leave_network(const std::string& pending, bool yes, const Acting& acting) {
  const auto& texts = acting.context.texts;
  auto network = network_in(pending, acting.database());
  if (!network || acting.sender == no_index) {
    return one_line(texts.say("pending.stale"));
  }
  if (!yes) {
    return one_line(texts.say("network.stayed", {{"network", network->name}}));
  }
  const auto me = id_of_person(acting.sender, acting);
  if (coordinator_of(*network, acting.context) == acting.sender) {
    if (!has_other_coordinator(*network, acting)) {
      return one_line(texts.say("network.leave_coordinator", {{"network", network->name}}));
    }
    network->coordinator = network->successor;
    network->successor = 0;
    store::update_network(acting.transaction(), *network);
    tell(
        coordinator_of(*network, acting.context), *network,
        [&](const Texts& there) {
          return there.say("network.told_coordinator", {{"network", network->name}});
        },
        acting);
  }
  store::remove_member(acting.transaction(), network->id, me);
  const auto still = membership(acting.sender, *network, acting.database(), acting.context);
  return one_line(
      still.empty() ? texts.say("network.left", {{"network", network->name}})
                    : texts.say("network.leave_rule", {{"network", network->name}, {"rule", network->rule}}));
}

Sections add_members(const Network& network, std::string_view people, const Acting& acting) {
  const auto& context = acting.context;
  if (!may_coordinate(network, acting.turn.sender, context)) {
    return one_line(coordinator_refusal(network, context));
  }
  const auto named = people_named(people, acting.sender, context);
  std::vector<store::PersonIndex> added;
  std::vector<store::PersonIndex> there_already;
  for (const auto person : named.people) {
    const bool is_new = store::add_member(acting.transaction(), network.id, id_of_person(person, acting));
    (is_new ? added : there_already).push_back(person);
    if (is_new) {
      tell(
          person, network,
          [&](const Texts& texts) {
            return texts.say("network.told_added",
                             {{"network", network.name},
                              {"kind", kind_in_words(network.kind, texts)},
                              {"person", acting.sender == no_index ? texts.say("network.somebody")
                                                                   : person_name(context, acting.sender)}});
          },
          acting);
    }
  }
  TextSection section;
  if (!added.empty()) {
    acting.outcome.changed_data = true;
    section.lines.push_back(context.texts.say(
        "network.added", {{"people", names_of(added, context)}, {"network", network.name}}));
  }
  if (!there_already.empty()) {
    section.lines.push_back(context.texts.say(
        "network.added_already", {{"people", names_of(there_already, context)}, {"network", network.name}}));
  }
  for (auto& line : not_understood(named, context)) {
    section.lines.push_back(std::move(line));
  }
  if (section.lines.empty()) {
    section.lines.push_back(context.texts.say("network.whom"));
  }
  return {std::move(section)};
}

Sections remove_members(const Network& network, std::string_view people, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  if (!may_coordinate(network, acting.turn.sender, context)) {
    return one_line(coordinator_refusal(network, context));
  }
  const auto named = people_named(people, acting.sender, context);
  TextSection section;
  std::vector<store::PersonIndex> removed;
  for (const auto person : named.people) {
    const auto name = person_name(context, person);
    const auto reason = membership(person, network, acting.database(), context);
    if (reason == "coordinator") {
      section.lines.push_back(
          texts.say("network.remove_coordinator", {{"person", name}, {"network", network.name}}));
    } else if (reason == "rule") {
      section.lines.push_back(texts.say("network.remove_rule", {{"person", name}, {"rule", network.rule}}));
    } else if (store::remove_member(acting.transaction(), network.id, id_of_person(person, acting))) {
      removed.push_back(person);
    } else {
      section.lines.push_back(
          texts.say("network.remove_none", {{"person", name}, {"network", network.name}}));
    }
  }
  if (!removed.empty()) {
    acting.outcome.changed_data = true;
    section.lines.insert(
        section.lines.begin(),
        texts.say("network.removed", {{"people", names_of(removed, context)}, {"network", network.name}}));
  }
  for (auto& line : not_understood(named, context)) {
    section.lines.push_back(std::move(line));
  }
  if (section.lines.empty()) {
    section.lines.push_back(texts.say("network.whom"));
  }
  return {std::move(section)};
}

}  // namespace handlers
