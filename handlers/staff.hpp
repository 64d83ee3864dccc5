#pragma once
// Who works under whom: a manager answers for those who name them as their leader, and for theirs.
#include "handlers/sections.hpp"

#include <vector>

namespace handlers {

/// Everybody under a leader, directly or not, who has not left; never contact points, never the leader,
/// nobody twice.
std::vector<store::PersonIndex> people_under(store::PersonIndex leader, const Context&);

/// True if the person is one of them.
bool leads(store::PersonIndex leader, store::PersonIndex person, const Context&);

}  // namespace handlers
