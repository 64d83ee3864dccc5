#pragma once
// How well a part of the catalogue is looked after: counted in one pass over the snapshot.
#include "handlers/sections.hpp"
#include "handlers/staff.hpp"
#include "store/database.hpp"

#include <cstddef>
#include <vector>

namespace handlers {

/// A task, and the one whom the gap is about: nobody of a vacant one.
struct TaskGap {
  store::TaskIndex task = store::no_index;
  store::PersonIndex person = store::no_index;
  store::OptionalDay confirmed = {};
};

/// Somebody who leaves, or left in the last month, with the tasks that the catalogue still has under the
/// name.
struct Leaver {
  store::PersonIndex person = store::no_index;
  store::Day day;  ///< the first day without them
  std::size_t tasks = 0;
};

/// An entry is a person with a task, in whatever roles; those of contact points are never confirmed and don't
/// count. All lists are in the order of the catalogue.
struct Coverage {
  std::size_t people = 0;  ///< who have entries
  std::size_t entries = 0;
  std::vector<TaskGap> vacant;       ///< nobody is responsible today
  std::vector<TaskGap> single;       ///< one colleague alone, without a stand-in
  std::vector<TaskGap> unconfirmed;  ///< entries that nobody confirmed since the day
  std::vector<Leaver> leavers;
};

/// A task that nobody has any role in, and who had it last.
struct Orphan {
  store::TaskIndex task = store::no_index;
  store::PersonIndex last = store::no_index;  ///< as the history tells; no_index if it does not
};
std::vector<Orphan> orphans(store::Database&, const store::Catalogue&);

/// Of these people. Linear in the catalogue.
Coverage coverage_of(const PeopleMask&, const std::vector<Orphan>&, store::Day confirmed_since,
                     const Context&);

/// True if one of these people has, or had, a role in the task.
bool concerns(store::TaskIndex, const PeopleMask&, const store::Catalogue&);

/// Percentages are told of groups of at least so many people.
inline constexpr std::size_t people_for_share = 5;

}  // namespace handlers
