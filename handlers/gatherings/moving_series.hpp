#pragma once
// One gathering as it was changed, and those that follow it in its series.
#include "handlers/acting.hpp"
#include "store/gatherings.hpp"
#include "store/networks.hpp"

#include <string>
#include <vector>

namespace handlers {

/// Writes the change, asks again where the time changed, tells those who are concerned. False if somebody
/// else changed it meanwhile.
bool change_one(const store::Gathering& before, store::Gathering& after, const store::Network&,
                const Acting&);

/// The same change for those that follow: place and time of day as they are now, days by the new rule.
/// Planned ones that would fall on a day off are called off. What is to be said about it.
std::vector<std::string> change_following(const store::Gathering& before, const store::Gathering& after,
                                          const store::Network&, const Acting&);

/// After the capacity changed: how many got a place from the waiting list.
std::size_t promote_into_places(const store::Gathering&, const store::Network&, const Acting&);

/// The rule by which a series goes on after one of its gatherings was moved to a day.
std::string moved_recurrence(std::string_view recurrence, store::Day day);

}  // namespace handlers
