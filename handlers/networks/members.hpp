#pragma once
// Who belongs to a network: by name, and by what the catalogue says they do.
#include "handlers/sections.hpp"
#include "store/database.hpp"
#include "store/networks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers {

struct Member {
  store::PersonIndex person = store::no_index;
  std::string reason;  ///< "coordinator", "member" (put in by name), "rule"; as in store::Invitation
};

/// The coordinator first, then the others by name; nobody twice (the first reason above counts), nobody who
/// has left.
std::vector<Member> members_of(const store::Network&, store::Database&, const Context&);

/// Whether one person belongs to it, and why; an empty reason if not. Looks at this person's tasks alone.
std::string membership(store::PersonIndex, const store::Network&, store::Database&, const Context&);

/// Those who have today, or coordinate, a task marked with the word: it stands among the task's own keywords,
/// its KLE keywords and titles or in its title, in any form. Of several words all must stand there. Contact
/// points are no members. Linear in the catalogue.
std::vector<store::PersonIndex> people_by_rule(std::string_view rule, const Context&);

}  // namespace handlers
