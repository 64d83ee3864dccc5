#include "handlers/gatherings/which_gathering.hpp"

#include "handlers/access.hpp"
#include "handlers/keep_memory.hpp"
#include "handlers/networks/find_network.hpp"
#include "store/conversation_focus.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr int looked_at = 200;

std::int64_t network_meant(const Acting& acting) {
  auto& database = acting.database();
  const auto named = networks_meant(acting.text, store::networks(database));
  const bool sure = named.fit == NetworkFit::name || named.fit == NetworkFit::english;
  if (const auto* one = named.one(); one != nullptr && sure) {
    return one->id;
  }
  const auto here = acting.turn.scope == Scope::personal
                        ? std::nullopt
                        : store::network_of_channel(database, acting.turn.tenant, acting.turn.conversation);
  return here ? here->id : 0;
}

}  // namespace

std::optional<GatheringAtHand> load_at_hand(std::int64_t id, store::Database& database) {
  auto gathering = store::find_gathering(database, id);
  auto network = gathering ? store::find_network(database, gathering->network) : std::nullopt;
  if (!network) {
    return std::nullopt;
  }
  return GatheringAtHand{std::move(*gathering), std::move(*network)};
}

bool may_follow(const GatheringAtHand& at_hand, const Acting& acting) {
  const bool planned_it = acting.sender != store::no_index &&
                          acting.context.catalogue().person(acting.sender).id == at_hand.gathering.organizer;
  return planned_it || may_coordinate(at_hand.network, acting.turn.sender, acting.context);
}

std::vector<GatheringAtHand> gatherings_at_hand(const Acting& acting,
                                                const std::function<bool(const GatheringAtHand&)>& fits) {
  auto& database = acting.database();
  std::vector<GatheringAtHand> meant;
  const auto network = network_meant(acting);
  for (auto& gathering : store::gatherings_ahead(database, network, acting.turn.now, looked_at)) {
    auto its_network = gathering.state == store::GatheringState::invited
                           ? store::find_network(database, gathering.network)
                           : std::nullopt;
    if (!its_network) {
      continue;
    }
    GatheringAtHand at_hand{std::move(gathering), std::move(*its_network)};
    if (fits(at_hand)) {
      meant.push_back(std::move(at_hand));
    }
  }
  const auto focus =
      network != 0 ? std::nullopt : store::focus(database, key_of(acting.turn), acting.turn.now);
  const auto at_hand = std::find_if(meant.begin(), meant.end(), [&](const GatheringAtHand& one) {
    return focus && one.gathering.id == focus->gathering;
  });
  if (at_hand != meant.end()) {
    return {*at_hand};
  }
  return meant;
}

void keep_at_hand(const GatheringAtHand& at_hand, const Acting& acting) {
  store::set_focus(acting.transaction(), key_of(acting.turn), {at_hand.gathering.id, at_hand.network.id, ""},
                   acting.turn.now);
}

}  // namespace handlers
