#pragma once
// What an outcome leads to within its transaction: rows of the outbox, and what those are copies of. The same
// for turns and for work whose time has come.
#include "bot/writer.hpp"
#include "handlers/outcome.hpp"
#include "handlers/turn.hpp"
#include "store/outbox.hpp"

#include <vector>

namespace bot {

/// Puts the outcome's notices into the outbox. What is returned is to be given to the sender once the
/// transaction is committed.
std::vector<store::OutboxMessage> enqueue_notices(const handlers::Outcome&, store::Instant now,
                                                  WriterContext&);

/// The same for everything that a turn leads to: its replies first.
std::vector<store::OutboxMessage> enqueue_messages(const handlers::Outcome&, const handlers::Turn&,
                                                   WriterContext&);

}  // namespace bot
