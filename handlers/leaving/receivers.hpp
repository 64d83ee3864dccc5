#pragma once
// Who may take over what somebody leaves: whoever has the neighbouring tasks.
#include "handlers/sections.hpp"
#include "store/departures.hpp"

#include <vector>

namespace handlers {

/// The most fitting first; empty if nobody is at hand. Never one who leaves, too, nor a contact point.
std::vector<store::PersonIndex> receivers_for(store::TaskIndex, store::PersonIndex leaver, std::size_t limit,
                                              const Context&);

/// For a network: its successor, its reference, then its members.
std::vector<store::PersonIndex> receivers_for(const store::Handover&, store::PersonIndex leaver,
                                              std::size_t limit, store::Database&, const Context&);

}  // namespace handlers
