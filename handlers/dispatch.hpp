#pragma once
// The one door into the handlers: a turn in, an outcome out.
#include "handlers/outcome.hpp"
#include "handlers/policy.hpp"
#include "handlers/turn.hpp"
#include "store/database.hpp"
#include "store/search/finder.hpp"

namespace handlers {

/// What handlers work with during one turn. All of it belongs to the caller and outlives the call.
struct Services {
  const store::Finder& finder;
  store::Transaction& transaction;
  const Policy& policy;
};

/// Runs one turn. May write to the store within the transaction. Throws only what nobody expected
/// (store::StoreError, std::bad_alloc); bad input leads to a reply.
Outcome dispatch(const Turn&, const Services&);

}  // namespace handlers
