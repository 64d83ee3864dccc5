#pragma once
// A gathering of people who were named, without a network: "inviter Ole Hansen og Pia Berg til møde om ...".
// It gets a network of its own (store::Network::for_one), so that all the rest is as with any gathering.
#include "handlers/acting.hpp"
#include "handlers/gatherings/planning_wish.hpp"
#include "store/gatherings.hpp"

#include <optional>

namespace handlers {

/// So many colleagues may be named; what is for more is a network's.
inline constexpr std::size_t named_people_max = 30;

/// Whoever invites comes anyway; a mailbox cannot come.
bool can_be_named(store::PersonIndex, const Acting&);

/// Puts the people of a message into the wish. True if it is of them alone: false if it names none, or a
/// network whose members they are invited beside.
bool take_people(Wish&, const PlanPhrase&, const Acting&);

/// Who of several is meant, or that somebody is unknown, or why it cannot be; nothing if all is clear.
std::optional<Sections> ask_about_people(const Wish&, const Acting&);

/// The answer in words to what was asked about the first unsure name; false if the text names nobody.
bool hear_person(Wish&, const Acting&);

/// The answer by a button ("plan-who ID", 0: leave that one out); nothing if it is another button.
std::optional<Sections> tap_person(const cards::Button&, const Acting&);

/// The network of these people; the wish is then about it.
void make_network(Wish&, const Acting&);

}  // namespace handlers
