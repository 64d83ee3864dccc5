#pragma once
// Whether anything was written.
#include "store/database.hpp"

#include <cstdint>

namespace store {

/// Rows that this connection has inserted, changed and deleted since it was opened. Cheap.
std::int64_t changes_so_far(Database&);

}  // namespace store
