#pragma once
// What follows its outbox row, in the same transaction. Implemented in store/message_copies.cpp and
// store/subscriptions.cpp. For store/*.cpp only.
#include <cstdint>

namespace store::detail {

struct Connection;

/// After an outbox row changed its state: the copy that it is, if any, ends as the row did. Of a row without
/// a copy one look-up in an index.
void settle_copy(Connection&, std::int64_t outbox);

/// The same for all copies whose rows became uncertain.
void settle_uncertain_copies(Connection&);

/// After an outbox row was given up: if it was somebody's overview, what it told is untold.
void tell_overview_again(Connection&, std::int64_t outbox);

}  // namespace store::detail
