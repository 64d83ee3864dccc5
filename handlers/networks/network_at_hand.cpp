#include "handlers/networks/network_at_hand.hpp"

#include "handlers/access.hpp"
#include "handlers/keep_memory.hpp"
#include "handlers/sentences.hpp"
#include "store/conversation_focus.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr std::size_t listed_max = 10;

std::vector<std::string> names_of(const std::vector<store::Network>& networks) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(networks.size(), listed_max); ++i) {
    names.push_back(networks[i].name);
  }
  return names;
}

/// Those whose names may be told to everybody here.
void keep_visible(std::vector<store::Network>& networks, const Acting& acting) {
  std::erase_if(networks, [&](const store::Network& network) {
    return !network.open && (acting.context.scope != Scope::personal ||
                             !may_see(network, acting.turn.sender, acting.database(), acting.context));
  });
}

}  // namespace

NetworksMeant network_at_hand(std::string_view said, const Acting& acting) {
  if (!said.empty()) {
    return networks_meant(said, store::networks(acting.database()));
  }
  auto network = store::network_of_channel(acting.database(), acting.turn.tenant, acting.turn.conversation);
  if (!network) {
    const auto focus = store::focus(acting.database(), key_of(acting.turn), acting.turn.now);
    network =
        focus && focus->network != 0 ? store::find_network(acting.database(), focus->network) : std::nullopt;
  }
  return network && !network->closed && !network->for_one ? NetworksMeant{{*network}, {}, NetworkFit::name}
                                                          : NetworksMeant{};
}

Sections ask_which_network(const NetworksMeant& found, std::string_view said, std::string_view sentence_key,
                           const Acting& acting) {
  const auto& texts = acting.context.texts;
  TextSection section;
  auto offered = found.meant;
  if (offered.size() > 1) {
    section.lines.push_back(texts.say("network.which"));
  } else {
    section.lines.push_back(said.empty() ? texts.say("network.which_plain")
                                         : texts.say("network.unknown", {{"name", said}}));
    offered = found.near;
    keep_visible(offered, acting);
    if (!offered.empty()) {
      section.lines.push_back(texts.say("network.near"));
    }
    auto open = store::networks(acting.database());
    std::erase_if(open, [](const store::Network& network) { return !network.open; });
    if (!open.empty()) {
      section.lines.push_back(texts.say("network.open_ones", {{"networks", joined(names_of(open), texts)}}));
    }
  }
  for (std::size_t i = 0; i < std::min(offered.size(), Shown::choices); ++i) {
    section.examples.push_back(texts.say(sentence_key, {{"network", offered[i].name}}));
  }
  return {std::move(section)};
}

void remember_network(std::int64_t network, const Acting& acting) {
  store::set_focus(acting.transaction(), key_of(acting.turn), {0, network, ""}, acting.turn.now);
}

}  // namespace handlers
