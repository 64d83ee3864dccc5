#pragma once
// Messages to people and channels about gatherings, and edits of those that were sent.
#include "handlers/outcome.hpp"
#include "handlers/sections.hpp"
#include "store/database.hpp"
#include "store/gatherings.hpp"
#include "store/message_copies.hpp"
#include "store/networks.hpp"

namespace handlers {

/// Where a person can be written to: the personal chat, else a reference without a conversation that makes
/// one first (needs the Entra id and that we were met in the tenant before). Nothing: cannot be addressed.
std::optional<store::ConversationReference> address_of(store::PersonIndex, const std::string& tenant,
                                                       store::Database&, const Context&);

/// Where a message that was sent, or waits, is: its conversation as it is known today.
std::optional<store::ConversationReference> place_of(const store::MessageCopy&, const std::string& tenant,
                                                     store::Database&, const Context&);

/// A new message about the gathering to where its reader was found; without an address it is noted as not
/// reached.
void send_copy_to(std::optional<store::ConversationReference>, Outcome&, const store::CopyOf&, Reply,
                  store::Transaction&, store::Instant now);

/// The same to a person who is still to be found.
void send_copy(Outcome&, const store::CopyOf&, const std::string& tenant, Reply, store::Transaction&,
               const Context&, store::Instant now);

/// The same message as it is now: exchanged while it waits, edited if Teams has it, sent anew if it was never
/// known to arrive (unless `only_edit`).
void edit_copy(Outcome&, const store::CopyOf&, const std::string& tenant, Reply, bool only_edit,
               store::Transaction&, const Context&, store::Instant now);

}  // namespace handlers
