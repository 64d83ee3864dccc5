#include "handlers/gatherings/which_gathering.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/gatherings/invitation_card.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/keep_memory.hpp"
#include "handlers/networks/find_network.hpp"
#include "handlers/networks/network_at_hand.hpp"
#include "store/conversation_focus.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <set>

namespace handlers {
namespace {

constexpr int looked_at = 200;

/// A word for any gathering narrows nothing down.
bool is_plain_kind(const std::string& kind) {
  return kind.empty() || kind == "møde" || kind == "meeting" || kind == "gathering" || kind == "session" ||
         kind == "samling";
}

/// What it is about stands in its title.
bool is_about(const GatheringAtHand& one, const std::string& topic, const Context& context) {
  const auto title = store::fold(gathering_title(one.gathering, one.network, context));
  return title.find(store::fold(topic)) != std::string::npos;
}

template <class Keep>
void narrow(std::vector<GatheringAtHand>& gatherings, const Keep& keep) {
  std::vector<GatheringAtHand> kept;
  std::copy_if(gatherings.begin(), gatherings.end(), std::back_inserter(kept), keep);
  if (!kept.empty()) {
    gatherings = std::move(kept);
  }
}

/// The one of the conversation, if it is still to come.
std::optional<GatheringAtHand> conversations_own(const Acting& acting) {
  const auto focus = focus_of(acting);
  auto at_hand = focus.gathering == 0 ? std::nullopt : load_at_hand(focus.gathering, acting.database());
  const bool holds = at_hand && at_hand->gathering.state != store::GatheringState::cancelled &&
                     at_hand->gathering.state != store::GatheringState::dropped &&
                     at_hand->gathering.ends > acting.turn.now;
  return holds ? std::move(at_hand) : std::nullopt;
}

std::vector<GatheringAtHand> ahead(const std::vector<store::Network>& named, const Fits& fits,
                                   const Acting& acting) {
  std::vector<GatheringAtHand> found;
  for (auto& gathering : store::gatherings_ahead(acting.database(), named.size() == 1 ? named.front().id : 0,
                                                 acting.turn.now, looked_at)) {
    const bool of_named =
        named.empty() || std::any_of(named.begin(), named.end(), [&](const store::Network& network) {
          return network.id == gathering.network;
        });
    auto network = of_named ? store::find_network(acting.database(), gathering.network) : std::nullopt;
    if (!network || network->closed) {
      continue;
    }
    GatheringAtHand at_hand{std::move(gathering), std::move(*network)};
    if (fits(at_hand)) {
      found.push_back(std::move(at_hand));
    }
  }
  return found;
}

/// Of those that fit: the one of the conversation, else what the words name; on one of the days if they are
/// given.
std::vector<GatheringAtHand> meant_on(const std::optional<DayRange>& days,
                                      const std::optional<std::chrono::minutes>& at, const PlanPhrase& phrase,
                                      const Fits& fits, const Acting& acting) {
  const auto named = networks_named(phrase, acting);
  const auto called = [&](const GatheringAtHand& one) {
    return may_be_called(one, phrase.kind, acting.context);
  };
  const auto about = [&](const GatheringAtHand& one) {
    return !phrase.topic.empty() && is_about(one, phrase.topic, acting.context);
  };
  auto found = ahead(named, fits, acting);
  if (named.empty() && !days) {
    auto own = conversations_own(acting);
    // What a network meets about stands in no title: only a better one is another.
    const bool other = own && !phrase.topic.empty() && !about(*own) &&
                       (own->network.for_one || std::any_of(found.begin(), found.end(), about));
    if (own && !other && called(*own) && fits(*own)) {
      return {std::move(*own)};
    }
  }
  if (days) {
    std::erase_if(found, [&](const GatheringAtHand& one) {
      const auto day = start_of(one.gathering).day;
      return day < *days->from || day > *days->to;
    });
  }
  if (at) {
    narrow(found, [&](const GatheringAtHand& one) { return start_of(one.gathering).of_day == *at; });
  }
  narrow(found, about);
  if (named.empty()) {
    const auto here = network_at_hand("", acting);
    narrow(found, [&](const GatheringAtHand& one) { return here.one() && one.network.id == here.one()->id; });
  }
  narrow(found, called);
  std::set<std::int64_t> series;
  std::erase_if(found, [&](const GatheringAtHand& one) {
    return one.gathering.series != 0 && !series.insert(one.gathering.series).second;
  });
  return found;
}

}  // namespace

std::string title_and_when(const GatheringAtHand& at_hand, const Context& context) {
  return gathering_title(at_hand.gathering, at_hand.network, context) + ", " +
         full_when(at_hand.gathering, context);
}

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

std::vector<store::Network> networks_named(const PlanPhrase& phrase, const Acting& acting) {
  const auto meant = networks_meant(phrase.rest, store::networks(acting.database()));
  const bool sure = meant.fit != NetworkFit::part && meant.fit != NetworkFit::none;
  return sure ? meant.meant : std::vector<store::Network>{};
}

bool may_be_called(const GatheringAtHand& one, const std::string& kind, const Context& context) {
  if (is_plain_kind(kind)) {
    return true;
  }
  store::Network nameless;
  auto asked = one.gathering;
  asked.kind = kind;
  return gathering_title(one.gathering, nameless, context) == gathering_title(asked, nameless, context);
}

bool belongs_here(const GatheringAtHand& at_hand, const Acting& acting) {
  const auto here =
      store::network_of_channel(acting.database(), acting.turn.tenant, acting.turn.conversation);
  return here && here->id == at_hand.network.id;
}

std::optional<WhenMeant> when_meant(const Intent& intent) {
  WhenMeant meant;
  const auto add = [&](std::string_view first, std::string_view last) {
    const auto from = read_day(first);
    const auto to = read_day(last);
    if (from && to) {
      meant.days.push_back({from, to});
    }
  };
  add(intent.slot("date"), intent.slot("date"));
  add(intent.slot("from"), intent.slot("to"));
  for (const auto& slot : intent.slots) {
    if (slot.name == "or_date") {
      add(slot.value, slot.value);
    }
  }
  if (const auto at = read_local_time("1970-01-01T" + std::string(intent.slot("at")))) {
    meant.at = at->of_day;
  }
  return meant.days.empty() ? std::nullopt : std::optional(std::move(meant));
}

std::vector<GatheringAtHand> gatherings_meant(const PlanPhrase& phrase, const Fits& fits,
                                              const Acting& acting) {
  const auto& date = phrase.when.date;
  return meant_on(date ? std::optional(DayRange{date, date}) : std::nullopt, std::nullopt, phrase, fits,
                  acting);
}

std::vector<GatheringAtHand> gatherings_meant(const std::optional<WhenMeant>& when, const Fits& fits,
                                              const Acting& acting) {
  const auto phrase = parse_plan(acting.text, plan_reading(acting, acting.context.texts.language()));
  if (!when) {
    return meant_on(std::nullopt, std::nullopt, phrase, fits, acting);
  }
  for (const auto& days : when->days) {
    auto found = meant_on(days, when->at, phrase, fits, acting);
    if (!found.empty()) {
      return found;
    }
  }
  return {};
}

std::vector<GatheringAtHand> gatherings_at_hand(const Acting& acting, const Fits& fits,
                                                const std::optional<WhenMeant>& when) {
  return gatherings_meant(
      when,
      [&](const GatheringAtHand& one) {
        return one.gathering.state == store::GatheringState::invited && fits(one);
      },
      acting);
}

void keep_at_hand(const GatheringAtHand& at_hand, const Acting& acting) {
  store::set_focus(acting.transaction(), key_of(acting.turn), {at_hand.gathering.id, at_hand.network.id, ""},
                   acting.turn.now);
}

}  // namespace handlers
