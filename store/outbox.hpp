#pragma once
// The one exit: every message that leaves is a row here first. States and arrows: store/README.md.
#include "store/clock.hpp"
#include "store/database.hpp"
#include "store/message_copies.hpp"
#include "store/pruning.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// A repeated reply is a nuisance, a repeated broadcast is a fault: the two differ in what an unknown outcome
/// leads to.
enum class MessageKind { reply, broadcast };

enum class OutboxState { pending, sending, sent, given_up, uncertain };

/// The state as people and the database read it, "given_up".
const char* name_of(OutboxState);
/// The state of that name, if there is one.
std::optional<OutboxState> outbox_state_named(std::string_view name);

/// One outgoing activity.
struct OutboxMessage {
  std::int64_t id = 0;  ///< given by enqueue()
  MessageKind kind = MessageKind::reply;
  std::string tenant;
  std::string conversation;  ///< empty: the personal chat with `to_user`, which is to be made first
  std::string to_user;       ///< Entra object id of whoever the personal chat is with; may be empty
  std::string service_url;
  std::string update_activity;      ///< id of the message to replace, or follow(); empty for a new one
  std::string payload;              ///< the Activity as JSON
  int attempts = 0;                 ///< how often it was tried so far
  Instant created{};                ///< when it was put into the outbox; enqueue() takes it from `now`
  Instant next_attempt{};           ///< not to be sent before; set by pending_messages()
  std::optional<CopyOf> copy = {};  ///< what it is about; set by pending_messages()
};

/// For `update_activity`: the message of an earlier row that is on its way, so that its id is not known yet.
std::string follow(std::int64_t message);

/// How an attempt ended.
struct Delivery {
  std::int64_t message = 0;
  OutboxState state = OutboxState::sent;  ///< pending: try again at `next_attempt`
  std::optional<Instant> next_attempt;
  std::string activity;  ///< the id that Teams gave the message
  std::string
      error;  ///< short machine word and status, e.g. "403 BotNotInConversationRoster"; never message text
  bool copy = false;          ///< it is a copy of a gathering, whose state follows
  std::string replaced = {};  ///< id of a message that somebody had deleted: this one stands for it now
};

/// Adds a row in state pending, due at once. Returns its id.
std::int64_t enqueue(Transaction&, const OutboxMessage&, Instant now);

/// What leaves, as it stands in the database now.
struct Claimed {
  std::string payload;
  std::string update_activity;  ///< follow() resolved: empty if that message never arrived
};

/// The right to post a message: its row is marked as being sent, so that a crash shows as uncertain and not
/// as a second copy, and nobody exchanges its content any more. Nothing if it does not wait any longer
/// (withdrawn). Plain replies need no claim: they may be repeated once.
std::optional<Claimed> claim(Transaction&, std::int64_t message);

/// Writes down where the message goes from now on (conversation, to_user, service_url, update_activity), and
/// that it waits again, due at once. Nothing happens to a row that has come to its end.
void readdress(Transaction&, const OutboxMessage&, Instant now);

/// Writes down how an attempt ended; counts the attempt. Sent and given up are final: such a row stays as it
/// is. The payload of a sent message is forgotten. `state` must not be `sending`.
void record(Transaction&, const Delivery&, Instant now);

/// Messages that wait to be sent, now or later, with an id greater than `after`; in the order in which they
/// were written.
std::vector<OutboxMessage> pending_messages(Database&, std::int64_t after, int limit);

/// What recover() found.
struct Recovered {
  int uncertain = 0;
  std::vector<std::int64_t> gatherings;  ///< whose delivery list changed
};

/// After a start: what was being sent when the process ended becomes uncertain; a reply or an edit, which may
/// be repeated, waits again.
Recovered recover(Transaction&, Instant now);

/// Deletes up to `prune_step` rows (sent, given up) that ended before `before`, the oldest first; returns how
/// many. Uncertain ones are kept.
int prune_outbox(Transaction&, Instant before, Instant now);

/// A row as the ledger shows it.
struct LedgerRow {
  std::int64_t id = 0;
  MessageKind kind = MessageKind::reply;
  OutboxState state = OutboxState::pending;
  std::string conversation;
  int attempts = 0;
  Instant created;
  std::optional<Instant> finished;
  std::optional<Instant> next_attempt;
  std::string error;
};

/// The newest rows first; `state` narrows.
std::vector<LedgerRow> ledger(Database&, std::optional<OutboxState> state, int limit);

/// Waits to be sent, or is being sent.
bool is_on_its_way(Database&, std::int64_t message);

/// How many rows stand in a state.
std::int64_t count_messages(Database&, OutboxState state);

}  // namespace store
