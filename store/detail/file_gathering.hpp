#pragma once
// The one gathering of a network that the networks file tells of. For store/*.cpp only.
#include "store/database.hpp"
#include "store/import.hpp"

#include <cstdint>
#include <string>

namespace store::detail {

/// What the file says about a network's next gathering.
struct FileGathering {
  std::int64_t network = 0;
  std::string start;  ///< "2026-03-27 09:00" in the municipality's zone; empty: none
  std::string place;
};

/// Makes, moves or drops the gathering that the file brought, and makes none that is over already. What
/// somebody has changed, invited to or called off in Teams is theirs: it stays, and the same words of the
/// file don't bring it again. Returns whether anything changed.
bool follow_file(Transaction&, const FileGathering&, const LocalTime&, Instant now);

}  // namespace store::detail
