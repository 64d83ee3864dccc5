#pragma once
// The one door into the handlers: a turn in, an outcome out.
#include <string>
#include <vector>

#include "handlers/outcome.hpp"
#include "handlers/turn.hpp"
#include "handlers/understanding/understand.hpp"
#include "store/database.hpp"
#include "store/search/finder.hpp"

namespace handlers {

/// Plain values from the settings that handlers need.
struct Policy {
  std::string zone = "Europe/Copenhagen";     ///< the municipality's time zone (IANA)
  std::string contact_point = "Én indgang";   ///< the contact point shown when nobody is found
  int stale_after_months = 12;                ///< an entry not confirmed for longer is marked
};

/// What handlers work with during one turn. All of it belongs to the caller and outlives the call.
struct Services {
  const store::Finder& finder;
  store::Transaction& transaction;
  const Policy& policy;
};

/// Runs one turn. May write to the store within the transaction. Throws only what nobody expected (store::StoreError,
/// std::bad_alloc); bad input leads to a reply.
Outcome dispatch(const Turn&, const Services&);

}  // namespace handlers
