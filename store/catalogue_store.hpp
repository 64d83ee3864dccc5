#pragma once
// The catalogue between the database and memory.
#include "store/catalogue.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <memory>

namespace store {

/// Reads the whole catalogue, as it is at this moment, into a new snapshot.
std::shared_ptr<const Catalogue> load_catalogue(Database&);

/// The catalogue as it is at this moment, made from a snapshot of version `since`. Reads only what has
/// changed if that is known and little: then the new snapshot shares the rest with that one.
std::shared_ptr<const Catalogue> reload_catalogue(Database&, const std::shared_ptr<const Catalogue>& before,
                                                  std::int64_t since);

/// Grows with every committed change of the catalogue.
std::int64_t catalogue_version(Database&);

/// Belongs into every transaction that changes the catalogue or what its tasks inherit.
void count_catalogue_change(Transaction&);
/// The same where nothing changed but one task, its responsibilities or its learned words: not people, units
/// or the KLE plan. For a task that is gone, count_catalogue_change() is the right one.
void count_task_change(Transaction&, std::int64_t task);

}  // namespace store
