#pragma once
// Who works under whom: a manager answers for those who name them as their leader, and for theirs.
#include "handlers/sections.hpp"

#include <vector>

namespace handlers {

/// Which of the catalogue's people, by index: 1 those who are meant.
using PeopleMask = std::vector<char>;

/// Everybody who has one of the heads above them, directly or not, whether they have left or not; contact
/// points too. In one pass. A head counts only if another one, or itself in a circle, is above it.
PeopleMask staff_below(const PeopleMask& heads, const store::Catalogue&);

/// Everybody under a leader, directly or not, who has not left; never contact points, never the leader,
/// nobody twice.
std::vector<store::PersonIndex> people_under(store::PersonIndex leader, const Context&);

/// True if the person is one of them.
bool leads(store::PersonIndex leader, store::PersonIndex person, const Context&);

}  // namespace handlers
