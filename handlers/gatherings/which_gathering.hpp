#pragma once
// Which gathering somebody means who answers, asks about answers, or wants people reminded.
#include "handlers/acting.hpp"
#include "handlers/gatherings/plan_phrase.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace handlers {

struct GatheringAtHand {
  store::Gathering gathering;
  store::Network network;
};

/// "Plenum i Virksomhedsnetværket, torsdag den 16. april 2026 kl. 13.00-15.30, mødelokale 1".
std::string title_and_when(const GatheringAtHand&, const Context&);

/// With its network; nothing if either is gone.
std::optional<GatheringAtHand> load_at_hand(std::int64_t gathering, store::Database&);

/// Who may see who answered: whoever coordinates the network, or planned the gathering.
bool may_follow(const GatheringAtHand&, const Acting&);

using Fits = std::function<bool(const GatheringAtHand&)>;

/// Those ahead that fit and may be meant, in the order of time: the one of the conversation alone if it is
/// among them and the words name no other; else those of the network (or the channel's), kind and day that
/// were named; of a series the next one, unless a day was named. Drafts only if of the conversation.
std::vector<GatheringAtHand> gatherings_meant(const PlanPhrase&, const Fits&, const Acting&);

/// The day that somebody says a gathering is on, and at what time, as the intent holds it.
struct WhenMeant {
  std::vector<DayRange> days;  ///< both ends are there; the likelier first
  std::optional<std::chrono::minutes> at;
};
/// Nothing if no day was said.
std::optional<WhenMeant> when_meant(const Intent&);

/// The same of the whole message: its own days are about something else unless the intent names one. On a day
/// that was said there may be none; of several the one at that time.
std::vector<GatheringAtHand> gatherings_meant(const std::optional<WhenMeant>&, const Fits&, const Acting&);
/// Of these what people are invited to.
std::vector<GatheringAtHand> gatherings_at_hand(const Acting&, const Fits&,
                                                const std::optional<WhenMeant>& = std::nullopt);

/// Whether the word may mean it: a plenary is a meeting, too, but no workshop.
bool may_be_called(const GatheringAtHand&, const std::string& kind, const Context&);

/// Whether this channel or chat is that of its network.
bool belongs_here(const GatheringAtHand&, const Acting&);

/// Networks that the words surely name.
std::vector<store::Network> networks_named(const PlanPhrase&, const Acting&);

/// The gathering that "it" means from now on in this conversation.
void keep_at_hand(const GatheringAtHand&, const Acting&);

}  // namespace handlers
