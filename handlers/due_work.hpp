#pragma once
// What is done because its time has come, not because somebody wrote.
#include "handlers/dispatch.hpp"
#include "handlers/outcome.hpp"

#include <cstdint>
#include <optional>

namespace handlers {

/// Does up to `limit` due things within the transaction: reminders, invitations of series, deadlines. What is
/// too old to be of use is skipped, and its coordinator told. Call it again while `store::next_due` is not
/// after `now`.
Outcome run_due(store::Instant now, const Services&, int limit);

/// The organizer's status card of a gathering as it is now (who was reached, who answered), as an edit of the
/// card that was sent; nothing if there is none. Called while messages go out, and after answers.
Outcome refresh_status(std::int64_t gathering, store::Instant now, const Services&);

}  // namespace handlers
