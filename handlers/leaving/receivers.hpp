#pragma once
// Who may take over what somebody leaves: whoever has the neighbouring tasks.
#include "handlers/sections.hpp"
#include "store/departures.hpp"

#include <vector>

namespace handlers {

/// Who gives something on, and where: whoever moves leaves a unit that is not theirs any more.
struct GivenOnBy {
  store::PersonIndex person = store::no_index;
  store::UnitIndex unit = store::no_index;
  store::PersonIndex leader = store::no_index;  ///< takes only what nobody else is at hand for
};
/// With the person's own unit and leader.
GivenOnBy given_on_by(store::PersonIndex, const Context&);

/// The most fitting first; empty if nobody is at hand. Never one who leaves, too, nor a contact point.
std::vector<store::PersonIndex> receivers_for(store::TaskIndex, const GivenOnBy&, std::size_t limit,
                                              const Context&);

/// For a network: its successor, its reference, then its members.
std::vector<store::PersonIndex> receivers_for(const store::Handover&, const GivenOnBy&, std::size_t limit,
                                              store::Database&, const Context&);

}  // namespace handlers
