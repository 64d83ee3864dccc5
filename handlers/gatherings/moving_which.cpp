#include "handlers/gatherings/moving_which.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/networks/network_at_hand.hpp"
#include "handlers/sentences.hpp"

#include <algorithm>

namespace handlers {
namespace {

constexpr int looked_at_max = 200;

bool allowed(const store::Network& network, Wanted wanted, const Acting& acting) {
  return wanted == Wanted::to_change
             ? may_plan(network, acting.turn.sender, acting.database(), acting.context)
             : may_see(network, acting.turn.sender, acting.database(), acting.context);
}

/// A word for any gathering narrows nothing down.
bool is_plain_kind(const std::string& kind) {
  return kind.empty() || kind == "møde" || kind == "meeting" || kind == "gathering" || kind == "session" ||
         kind == "samling";
}

bool same_kind(const store::Gathering& gathering, const std::string& kind, const Context& context) {
  store::Network nameless;
  auto asked = gathering;
  asked.kind = kind;
  return gathering_title(gathering, nameless, context) == gathering_title(asked, nameless, context);
}

template <class Keep>
void narrow(std::vector<store::Gathering>& gatherings, const Keep& keep) {
  std::vector<store::Gathering> kept;
  std::copy_if(gatherings.begin(), gatherings.end(), std::back_inserter(kept), keep);
  if (!kept.empty()) {
    gatherings = std::move(kept);
  }
}

std::vector<store::Network> networks_named(const PlanPhrase& phrase, const Acting& acting) {
  const auto meant = networks_meant(phrase.rest, store::networks(acting.database()));
  const bool sure = meant.fit != NetworkFit::part && meant.fit != NetworkFit::none;
  return sure ? meant.meant : std::vector<store::Network>{};
}

std::optional<store::Gathering> at_hand(const Acting& acting) {
  const auto focus = focus_of(acting);
  auto gathering =
      focus.gathering == 0 ? std::nullopt : store::find_gathering(acting.database(), focus.gathering);
  const bool holds = gathering && gathering->state != store::GatheringState::cancelled &&
                     gathering->state != store::GatheringState::dropped && gathering->ends > acting.turn.now;
  return holds ? gathering : std::nullopt;
}

}  // namespace

std::vector<store::Gathering> gatherings_meant(const PlanPhrase& phrase, Wanted wanted,
                                               const Acting& acting) {
  const auto named = networks_named(phrase, acting);
  const auto hand = at_hand(acting);
  if (hand && named.empty() && !phrase.when.date &&
      (is_plain_kind(phrase.kind) || same_kind(*hand, phrase.kind, acting.context))) {
    return {*hand};
  }
  auto found = store::gatherings_ahead(acting.database(), named.size() == 1 ? named.front().id : 0,
                                       acting.turn.now, looked_at_max);
  std::erase_if(found, [&](const store::Gathering& gathering) {
    const auto network = store::find_network(acting.database(), gathering.network);
    return !network || network->closed ||
           !(wanted == Wanted::to_change ? may_change(gathering, *network, acting)
                                         : allowed(*network, wanted, acting));
  });
  if (named.size() > 1) {
    std::erase_if(found, [&](const store::Gathering& gathering) {
      return std::none_of(named.begin(), named.end(),
                          [&](const store::Network& network) { return network.id == gathering.network; });
    });
  }
  if (named.empty()) {
    const auto here = network_at_hand("", acting);
    narrow(found, [&](const store::Gathering& one) { return here.one() && one.network == here.one()->id; });
  }
  if (!is_plain_kind(phrase.kind)) {
    narrow(found, [&](const store::Gathering& one) { return same_kind(one, phrase.kind, acting.context); });
  }
  if (phrase.when.date) {
    std::erase_if(found, [&](const store::Gathering& one) { return start_of(one).day != *phrase.when.date; });
  }
  // Of a series the next one is meant, unless a day was named.
  std::vector<std::int64_t> series;
  std::erase_if(found, [&](const store::Gathering& one) {
    const bool again = one.series != 0 && std::find(series.begin(), series.end(), one.series) != series.end();
    series.push_back(one.series);
    return again;
  });
  return found;
}

Sections ask_which_gathering(const std::vector<store::Gathering>& gatherings, std::string_view word,
                             const std::string& details, const Acting& acting) {
  OfferSection section{{acting.context.texts.say("move.which")}, {}};
  for (std::size_t i = 0; i < std::min(gatherings.size(), Shown::choices); ++i) {
    const auto network = store::find_network(acting.database(), gatherings[i].network);
    const auto title = network->name + " " + gathering_when(gatherings[i], acting.context);
    section.offers.push_back(
        yes_offer(std::string(word) + "-pick " + std::to_string(gatherings[i].id), title));
  }
  set_gathering_focus(acting, 0, 0, std::string(word) + "-which\n" + details);
  return {std::move(section)};
}

Sections no_such_gathering(const PlanPhrase& phrase, Wanted wanted, const Acting& acting) {
  const auto& context = acting.context;
  const auto named = networks_named(phrase, acting);
  if (named.size() != 1) {
    return one_line(context.texts.say(wanted == Wanted::to_change ? "move.none" : "gathering.none"));
  }
  const auto& network = named.front();
  if (!allowed(network, wanted, acting)) {
    return one_line(wanted == Wanted::to_change
                        ? coordinator_refusal(network, context)
                        : context.texts.say("gathering.closed", {{"network", network.name}}));
  }
  const auto coordinator = coordinator_of(network, context);
  if (coordinator == store::no_index || coordinator == acting.sender) {
    return one_line(context.texts.say("gathering.none_in", {{"network", network.name}}));
  }
  return one_line(
      context.texts.say("gathering.none_ask",
                        {{"network", network.name}, {"person", person_with_title(context, coordinator)}}));
}

}  // namespace handlers
