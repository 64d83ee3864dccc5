// The door: which network is meant, and what is to be done about it.
#include "handlers/acting.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/networks/network_at_hand.hpp"
#include "handlers/networks/network_request.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <functional>

namespace handlers {
namespace {

using store::Network;

Part part_of(Sections sections) {
  Part part;
  part.sections = std::move(sections);
  return part;
}

/// The network that the intent names, else the message; then what is done about it.
Part with_network(const Intent& intent, std::string_view sentence_key, const Acting& acting,
                  const std::function<Sections(const Network&)>& act) {
  const auto slot = intent.slot("network");
  auto found = network_at_hand(slot.empty() ? std::string_view(acting.text) : slot, acting);
  if (found.meant.empty() && slot.empty()) {
    found = network_at_hand("", acting);
  }
  if (const auto* network = found.one()) {
    return part_of(act(*network));
  }
  const auto stopped = networks_meant(slot.empty() ? std::string_view(acting.text) : slot,
                                      store::networks(acting.database(), true));
  if (found.meant.empty() && stopped.one() != nullptr && stopped.one()->closed &&
      stopped.fit == NetworkFit::name) {
    return part_of(
        one_line(acting.context.texts.say("network.exists_closed", {{"network", stopped.one()->name}})));
  }
  return part_of(ask_which_network(found, slot, sentence_key, acting));
}

/// "tilføj Karen og Ole til juranetværket": what stands between the first word and the last preposition that
/// has the network behind it.
std::string_view people_in(std::string_view text, std::initializer_list<std::string_view> before_network) {
  const auto begin = text.find_first_of(" \t");
  if (begin == std::string_view::npos) {
    return {};
  }
  text.remove_prefix(begin);
  std::size_t end = 0;
  for (const auto word : before_network) {
    if (const auto at = text.rfind(word); at != std::string_view::npos) {
      end = std::max(end, at);
    }
  }
  auto people = text.substr(0, end);
  for (const std::string_view end_word : {" ind", " med", " op", " ud", " til"}) {
    if (people.ends_with(end_word)) {
      people.remove_suffix(end_word.size());
    }
  }
  return people;
}

Part add_or_join(const Intent& intent, const Acting& acting) {
  const bool others = !intent.slot("person").empty();
  const auto rule = rule_in(acting.text);
  if (!rule.empty()) {
    const auto at = rule.rfind(" til ");
    const auto word = rule.substr(0, at == std::string::npos ? rule.rfind(" to ") : at);
    return with_network(intent, "network.say_join", acting,
                        [&](const Network& network) { return ask_to_change_rule(network, word, acting); });
  }
  return with_network(intent, "network.say_join", acting, [&](const Network& network) {
    return others ? add_members(network, people_in(acting.text, {" til ", " i ", " to "}), acting)
                  : join_network(network, acting);
  });
}

Part remove_or_leave(const Intent& intent, const Acting& acting) {
  const bool others = !intent.slot("person").empty();
  return with_network(intent, "network.say_leave", acting, [&](const Network& network) {
    return others ? remove_members(network, people_in(acting.text, {" fra ", " af ", " from "}), acting)
                  : ask_to_leave(network, acting);
  });
}

Part create_or_change(const Intent& intent, const Acting& acting) {
  const auto want = intent.slot("want");
  if (want == "bind") {
    return with_network(intent, "network.say_bind", acting,
                        [&](const Network& network) { return bind_network(network, acting); });
  }
  if (want == "purpose" || want == "place") {
    return with_network(intent, "network.say_members", acting,
                        [&](const Network& network) { return change_text(network, want, acting); });
  }
  if (want == "open" || want == "closed") {
    return with_network(intent, "network.say_members", acting, [&](const Network& network) {
      return ask_to_change_visibility(network, want == "open", acting);
    });
  }
  if (want == "unbind") {
    return with_network(intent, "network.say_bind", acting,
                        [&](const Network& network) { return unbind_network(network, acting); });
  }
  if (want == "coordinator" || want == "successor") {
    return with_network(intent, "network.say_members", acting, [&](const Network& network) {
      return appoint(network, intent.slot("person"), want, acting);
    });
  }
  return part_of(ask_to_create(acting));
}

/// "luk ladestandere": what is asked of a network whose name does not say that it is one. Only the whole name
/// counts, so that "hvem er med i byggesagen" stays a question.
std::optional<Intent> asked_by_name(const Acting& acting) {
  using enum IntentName;
  constexpr std::pair<std::string_view, IntentName> leads[] = {{"hvem er med i ", network_members},
                                                               {"hvem er medlem af ", network_members},
                                                               {"hvem sidder i ", network_members},
                                                               {"medlemmer i ", network_members},
                                                               {"medlemmer af ", network_members},
                                                               {"who is in ", network_members},
                                                               {"who's in ", network_members},
                                                               {"who is a member of ", network_members},
                                                               {"members of ", network_members},
                                                               {"luk ", network_close},
                                                               {"nedlæg ", network_close},
                                                               {"close ", network_close},
                                                               {"close down ", network_close},
                                                               {"jeg vil være med i ", network_join},
                                                               {"jeg vil gerne være med i ", network_join},
                                                               {"join ", network_join},
                                                               {"forlad ", network_leave},
                                                               {"leave ", network_leave}};
  constexpr std::string_view ends = " \t\r\n.?!";
  auto folded = store::fold(acting.text);
  folded.erase(folded.find_last_not_of(ends) + 1);
  for (const auto& [lead, name] : leads) {
    if (!folded.starts_with(lead)) {
      continue;
    }
    const auto called = std::string_view(folded).substr(lead.size());
    for (const auto& network : store::networks(acting.database())) {
      if (!network.for_one && store::fold(network.name) == called) {
        return Intent{name, {{"network", network.name}}};
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Part> act_on_networks(const Intent& intent, const Acting& acting) {
  if (acting.turn.sender.guest) {
    return std::nullopt;
  }
  if (intent.name == IntentName::find_person || intent.name == IntentName::out_of_domain) {
    const auto asked = asked_by_name(acting);
    return asked ? act_on_networks(*asked, acting) : std::nullopt;
  }
  if (intent.name == IntentName::my_networks) {
    return part_of(show_my_networks(acting));
  }
  if (intent.name == IntentName::network_members) {
    return with_network(intent, "network.say_members", acting, [&](const Network& network) {
      remember_network(network.id, acting);
      return show_members(network, acting);
    });
  }
  if (intent.name == IntentName::network_join) {
    return add_or_join(intent, acting);
  }
  if (intent.name == IntentName::network_leave) {
    return remove_or_leave(intent, acting);
  }
  if (intent.name == IntentName::network_create) {
    return create_or_change(intent, acting);
  }
  if (intent.name == IntentName::network_close) {
    return with_network(intent, "network.say_close", acting,
                        [&](const Network& network) { return ask_to_close(network, acting); });
  }
  return std::nullopt;
}

std::optional<Sections> tap_networks(const cards::Button& button, const Acting& acting) {
  const bool again = button.verb == cards::Verb::network_open_again;
  if (!again && button.verb != cards::Verb::network_join && button.verb != cards::Verb::network_leave) {
    return std::nullopt;
  }
  const auto network = store::find_network(acting.database(), button.item);
  if (!network || (network->closed && !again)) {
    return one_line(acting.context.texts.say("card.too_old"));
  }
  return again                                      ? open_again(*network, acting)
         : button.verb == cards::Verb::network_join ? join_network(*network, acting)
                                                    : ask_to_leave(*network, acting);
}

}  // namespace handlers
