#pragma once
// The catalogue between the database and memory.
#include "store/catalogue.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <memory>

namespace store {

/// Reads the whole catalogue, as it is at this moment, into a new snapshot.
std::shared_ptr<const Catalogue> load_catalogue(Database&);

/// Grows with every committed change of the catalogue.
std::int64_t catalogue_version(Database&);

/// Belongs into every transaction that changes the catalogue or what its tasks inherit.
void count_catalogue_change(Transaction&);

}  // namespace store
