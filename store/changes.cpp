#include "store/changes.hpp"

#include "store/detail/connection.hpp"

#include <sqlite3.h>

namespace store {

std::int64_t changes_so_far(Database& database) {
  return sqlite3_total_changes64(database.connection().database.getHandle());
}

}  // namespace store
