#include "handlers/access.hpp"
#include "handlers/networks/members.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/networks/network_at_hand.hpp"
#include "handlers/networks/network_request.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/networks/tell.hpp"
#include "handlers/pending.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>

namespace handlers {
namespace {

using store::Network;
using store::no_index;
using store::PersonIndex;

constexpr std::size_t many = 100;  ///< members by a rule that must be confirmed with their number
constexpr std::size_t name_characters_max = 80;

/// The request with its people found.
struct Draft {
  Network network;
  std::vector<PersonIndex> members;
  std::vector<PersonIndex> by_rule;
  std::vector<std::string> problems;  ///< sentences about what was not understood
};

PersonIndex one_person(const std::string& said, const Acting& acting, std::vector<std::string>& problems) {
  if (said.empty()) {
    return no_index;
  }
  const auto named = people_named(said, acting.sender, acting.context);
  for (auto& line : not_understood(named, acting.context)) {
    problems.push_back(std::move(line));
  }
  return named.people.empty() ? no_index : named.people.front();
}

Draft draft_of(const NetworkRequest& request, const Acting& acting) {
  const auto& catalogue = acting.context.catalogue();
  const auto id_of_index = [&](PersonIndex person) {
    return person == no_index ? std::int64_t{0} : catalogue.person(person).id;
  };
  Draft draft;
  draft.network.name = request.name;
  draft.network.kind = request.kind;
  draft.network.purpose = request.purpose;
  draft.network.rule = request.rule;
  draft.network.place = request.place;
  draft.network.open = request.open;
  const auto coordinator =
      request.coordinator.empty() ? acting.sender : one_person(request.coordinator, acting, draft.problems);
  draft.network.coordinator = id_of_index(coordinator == no_index ? acting.sender : coordinator);
  draft.network.successor = id_of_index(one_person(request.successor, acting, draft.problems));
  draft.network.reference = id_of_index(one_person(request.reference, acting, draft.problems));
  if (!request.members.empty()) {
    const auto named = people_named(request.members, acting.sender, acting.context);
    draft.members = named.people;
    for (auto& line : not_understood(named, acting.context)) {
      draft.problems.push_back(std::move(line));
    }
  }
  if (!request.rule.empty()) {
    draft.by_rule = people_by_rule(request.rule, acting.context);
  }
  return draft;
}

std::string name_of_id(std::int64_t id, const Context& context) {
  const auto person = context.catalogue().person_by_id(id);
  return person == no_index ? "" : person_with_title(context, person);
}

std::vector<std::string> preview_lines(const Draft& draft, const Acting& acting) {
  const auto& context = acting.context;
  const auto& texts = context.texts;
  const auto& network = draft.network;
  std::vector<std::string> lines{texts.say("network.new", {{"network", network.name}})};
  lines.push_back(texts.say(network.open ? "network.new_open" : "network.new_closed",
                            {{"kind", kind_in_words(network.kind, texts)}}));
  const auto add = [&](const char* key, const char* slot, const std::string& value) {
    if (!value.empty()) {
      lines.push_back(texts.say(key, {{slot, value}}));
    }
  };
  add("network.purpose", "purpose", network.purpose);
  add("network.coordinator", "person", name_of_id(network.coordinator, context));
  add("network.successor", "person", name_of_id(network.successor, context));
  add("network.reference", "person", name_of_id(network.reference, context));
  add("network.place", "place", network.place);
  std::vector<std::string> names;
  for (const auto person : draft.members) {
    names.push_back(person_name(context, person));
  }
  add("network.new_members", "people", joined(names, texts));
  if (!network.rule.empty()) {
    lines.push_back(texts.say("network.new_rule",
                              {{"rule", network.rule}, {"count", std::to_string(draft.by_rule.size())}}));
  }
  lines.insert(lines.end(), draft.problems.begin(), draft.problems.end());
  return lines;
}

/// What stands in the way: no name, a taken one, no right to. Nothing if it can be created.
std::optional<Sections> in_the_way(const Network& network, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (network.name.empty() || network.name.size() > name_characters_max) {
    return one_line(texts.say(network.name.empty() ? "network.no_name" : "network.long_name"));
  }
  if (const auto known = store::find_network(acting.database(), network.name)) {
    if (known->closed) {
      OfferSection section{{texts.say("network.exists_closed", {{"network", known->name}})}, {}};
      if (may_coordinate(*known, acting.turn.sender, acting.context)) {
        Offer again{texts.say("network.button.open_again"), {}};
        again.button.verb = cards::Verb::network_open_again;
        again.button.item = known->id;
        section.offers.push_back(std::move(again));
      } else {
        section.lines.push_back(coordinator_refusal(*known, acting.context));
      }
      return Sections{std::move(section)};
    }
    Sections sections = one_line(texts.say("network.exists", {{"network", known->name}}));
    sections.push_back(network_section(*known, acting));
    return sections;
  }
  if (!may_create(network.kind, acting.turn.sender, acting.context)) {
    return Sections{TextSection{{create_refusal(acting.context)},
                                {texts.say("network.say_informal", {{"network", network.name}})}}};
  }
  return std::nullopt;
}

Sections create(const Draft& draft, const Acting& acting) {
  const auto& context = acting.context;
  auto network = draft.network;
  const auto id = store::create_network(acting.transaction(), network, acting.turn.now);
  if (!id) {
    return one_line(context.texts.say("network.exists", {{"network", network.name}}));
  }
  network.id = *id;
  for (const auto person : draft.members) {
    store::add_member(acting.transaction(), *id, context.catalogue().person(person).id);
  }
  for (const auto& member : members_of(network, acting.database(), context)) {
    tell(
        member.person, network,
        [&](const Texts& texts) {
          return texts.say(
              member.reason == "coordinator" ? "network.told_coordinator_new" : "network.told_added",
              {{"network", network.name},
               {"kind", kind_in_words(network.kind, texts)},
               {"person", acting.sender == no_index ? texts.say("network.somebody")
                                                    : person_name(context, acting.sender)}});
        },
        acting);
  }
  remember_network(*id, acting);
  acting.outcome.changed_data = true;
  TextSection section{{context.texts.say("network.created", {{"network", network.name}})}, {}};
  section.lines.push_back(context.texts.say(network.open ? "network.created_open" : "network.created_closed",
                                            {{"network", network.name}}));
  section.lines.insert(section.lines.end(), draft.problems.begin(), draft.problems.end());
  return {std::move(section)};
}

}  // namespace

Sections ask_to_create(const Acting& acting) {
  const auto& texts = acting.context.texts;
  const auto request = parse_network_request(acting.text);
  const auto draft = draft_of(request, acting);
  if (auto refused = in_the_way(draft.network, acting)) {
    return std::move(*refused);
  }
  const bool one_message =
      request.kind == store::NetworkKind::informal && draft.problems.empty() && draft.by_rule.size() <= many;
  if (one_message) {
    return create(draft, acting);
  }
  const auto pending = "network-create\n" + pack(request);
  wait_for_yes(pending, 0, acting);
  return {OfferSection{preview_lines(draft, acting),
                       yes_or_no(pending, texts.say("network.button.create"), texts.say("button.no"))}};
}

std::optional<Sections> do_create_network(const std::string& pending, bool yes, const Acting& acting) {
  const auto& texts = acting.context.texts;
  if (!yes) {
    return one_line(texts.say("network.not_created"));
  }
  const auto request = unpack(std::string_view(pending).substr(pending.find('\n') + 1));
  const auto draft = draft_of(request, acting);
  if (auto refused = in_the_way(draft.network, acting)) {
    return refused;
  }
  const bool number_seen = pending.starts_with("network-create-many");
  if (draft.by_rule.size() > many && !number_seen) {
    const auto count = std::to_string(draft.by_rule.size());
    const auto again = "network-create-many\n" + pack(request);
    wait_for_yes(again, 0, acting);
    return Sections{OfferSection{
        {texts.say("network.many", {{"rule", request.rule}, {"count", count}})},
        yes_or_no(again, texts.say("network.button.many", {{"count", count}}), texts.say("button.no"))}};
  }
  return create(draft, acting);
}

}  // namespace handlers
