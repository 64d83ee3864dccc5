#include "store/outbox.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/settle_copy.hpp"

#include <cassert>
#include <iterator>
#include <string_view>

namespace store {

namespace {

// Two tables: `outbox` has what waits or is being sent, with its text, and `outbox_ended` all that has come
// to its end. A message moves once, by end_of().

constexpr char insert[] = R"(
INSERT INTO outbox (kind, state, created_at, next_attempt_at, tenant, conversation, to_user, service_url,
                    update_activity, payload)
VALUES (:kind, 'pending', :now, :now, :tenant, :conversation, :to_user, :service_url, :update_activity, :payload))";

constexpr char start[] = R"(
UPDATE outbox SET state = 'sending', next_attempt_at = NULL WHERE id = :id AND state = 'pending'
RETURNING payload, update_activity)";

constexpr char followed[] = "SELECT activity FROM outbox_ended WHERE id = :id AND state = 'sent'";

constexpr char set_followed[] = "UPDATE outbox SET update_activity = :activity WHERE id = :id";

constexpr char move[] = R"(
UPDATE outbox SET state = 'pending', next_attempt_at = :now, attempts = :attempts, conversation = :conversation,
                  to_user = :to_user, service_url = :service_url, update_activity = :update_activity
WHERE id = :id)";

// What was sent is in Teams; here its text would only be one more copy of personal data, and bulk.
constexpr char end[] = R"(
INSERT INTO outbox_ended (id, kind, state, attempts, created_at, finished_at, tenant, conversation, to_user,
                          update_activity, activity, error, payload)
SELECT id, kind, :state, attempts + 1, created_at, :now, tenant, conversation, to_user, update_activity, :activity, :error,
       iif(:state = 'sent', '', payload)
FROM outbox WHERE id = :id)";

constexpr char leave[] = "DELETE FROM outbox WHERE id = :id";

constexpr char resolve_uncertain[] = R"(
UPDATE outbox_ended SET state = :state, attempts = attempts + 1, finished_at = :now, activity = :activity, error = :error,
                        payload = iif(:state = 'sent', '', payload)
WHERE id = :id AND state = 'uncertain')";

constexpr char try_again[] = R"(
UPDATE outbox SET state = 'pending', attempts = attempts + 1, next_attempt_at = :next, error = :error WHERE id = :id)";

constexpr char move_edits[] = R"(
UPDATE outbox SET update_activity = :activity
WHERE state = 'pending' AND update_activity = :replaced
  AND conversation = (SELECT conversation FROM outbox_ended WHERE id = :id))";

constexpr char pending_after[] = R"(
SELECT o.id, o.kind, o.tenant, o.conversation, o.to_user, o.service_url, o.update_activity, o.payload, o.attempts,
       o.created_at, o.next_attempt_at, c.gathering_id, c.person_id, c.kind
FROM outbox AS o LEFT JOIN message_copies AS c ON c.outbox_id = o.id
WHERE o.state = 'pending' AND o.id > :after ORDER BY o.id LIMIT :limit)";

constexpr char repeatable[] = R"(
UPDATE outbox SET state = 'pending', attempts = attempts + 1, next_attempt_at = :now, error = 'interrupted'
WHERE state = 'sending' AND (kind = 'reply' OR update_activity <> ''))";

constexpr char interrupted_gatherings[] = R"(
SELECT DISTINCT c.gathering_id FROM outbox AS o JOIN message_copies AS c ON c.outbox_id = o.id
WHERE o.state = 'sending' AND c.kind <> 'status')";

constexpr char interrupted[] = R"(
INSERT INTO outbox_ended (id, kind, state, attempts, created_at, finished_at, tenant, conversation, to_user,
                          update_activity, activity, error, payload)
SELECT id, kind, 'uncertain', attempts + 1, created_at, :now, tenant, conversation, to_user, update_activity, '',
       'interrupted', payload
FROM outbox WHERE state = 'sending')";
constexpr char leave_interrupted[] = "DELETE FROM outbox WHERE state = 'sending'";

constexpr char oldest[] = R"(
SELECT id, created_at, finished_at < :before AND state <> 'uncertain' FROM outbox_ended ORDER BY id)";
constexpr char forget_ended[] = "DELETE FROM outbox_ended WHERE id = :id";

constexpr char newest[] = R"(
SELECT id, kind, state, conversation, attempts, created_at, NULL, next_attempt_at, error FROM outbox
UNION ALL
SELECT id, kind, state, conversation, attempts, created_at, finished_at, NULL, error FROM outbox_ended
ORDER BY id DESC LIMIT :limit)";

constexpr char newest_waiting[] = R"(
SELECT id, kind, state, conversation, attempts, created_at, NULL, next_attempt_at, error
FROM outbox WHERE state = :state ORDER BY id DESC LIMIT :limit)";
constexpr char newest_sent[] = R"(
SELECT id, kind, state, conversation, attempts, created_at, finished_at, NULL, error
FROM outbox_ended WHERE state = 'sent' ORDER BY id DESC LIMIT :limit)";
// state <> 'sent' says nothing new, but lets SQLite use the index of what was not sent.
constexpr char newest_not_sent[] = R"(
SELECT id, kind, state, conversation, attempts, created_at, finished_at, NULL, error
FROM outbox_ended WHERE state = :state AND state <> 'sent' ORDER BY id DESC LIMIT :limit)";

constexpr char unfinished[] = "SELECT 1 FROM outbox WHERE id = :id";

constexpr char count[] = R"(
SELECT (SELECT count(*) FROM outbox WHERE state = :state) + (SELECT count(*) FROM outbox_ended WHERE state = :state))";

const char* word(MessageKind kind) {
  switch (kind) {
    case MessageKind::reply:
      return "reply";
    case MessageKind::broadcast:
      return "broadcast";
  }
  assert(false);
  return "";
}

MessageKind kind_of(std::string_view text) {
  return text == word(MessageKind::broadcast) ? MessageKind::broadcast : MessageKind::reply;
}

OutboxState state_of(std::string_view text) {
  return outbox_state_named(text).value_or(OutboxState::uncertain);
}

CopyKind copy_kind_of(std::string_view text) {
  if (text == "invitation") return CopyKind::invitation;
  if (text == "reminder") return CopyKind::reminder;
  if (text == "status") return CopyKind::status;
  return text == "approval" ? CopyKind::approval : CopyKind::notice;
}

const char* newest_of(std::optional<OutboxState> state) {
  if (!state) return newest;
  if (*state == OutboxState::sent) return newest_sent;
  return *state == OutboxState::pending || *state == OutboxState::sending ? newest_waiting : newest_not_sent;
}

constexpr std::string_view follow_prefix = "row ";

/// The id that Teams gave the message of an earlier row; empty if it never arrived.
std::string resolve(detail::Connection& connection, const std::string& update_activity) {
  detail::Query query(connection, followed);
  query.bind(":id", std::int64_t{std::stoll(update_activity.substr(follow_prefix.size()))});
  return query.step() ? query.text(0) : std::string();
}

/// False if the message had come to its end before.
bool end_of(detail::Connection& connection, const Delivery& delivery, Instant now) {
  static const std::string nothing;
  const std::string& error = delivery.state == OutboxState::sent ? nothing : delivery.error;
  const auto run = [&](const char* sql) {
    detail::Query query(connection, sql);
    query.bind(":id", delivery.message).bind(":state", name_of(delivery.state)).bind(":now", now);
    return query.bind(":activity", delivery.activity).bind(":error", error).run() > 0;
  };
  if (!run(end)) return run(resolve_uncertain);
  detail::Query(connection, leave).bind(":id", delivery.message).run();
  return true;
}

/// After the row itself came to its end.
void follow_up(detail::Connection& connection, const Delivery& delivery) {
  if (delivery.copy) detail::settle_copy(connection, delivery.message);
  if (delivery.replaced.empty()) return;
  detail::Query query(connection, move_edits);
  query.bind(":id", delivery.message).bind(":activity", delivery.activity);
  query.bind(":replaced", delivery.replaced).run();
}

}  // namespace

const char* name_of(OutboxState state) {
  switch (state) {
    case OutboxState::pending:
      return "pending";
    case OutboxState::sending:
      return "sending";
    case OutboxState::sent:
      return "sent";
    case OutboxState::given_up:
      return "given_up";
    case OutboxState::uncertain:
      return "uncertain";
  }
  assert(false);
  return "";
}

std::optional<OutboxState> outbox_state_named(std::string_view name) {
  for (const auto state : {OutboxState::pending, OutboxState::sending, OutboxState::sent,
                           OutboxState::given_up, OutboxState::uncertain})
    if (name == name_of(state)) return state;
  return std::nullopt;
}

std::string follow(std::int64_t message) {
  return std::string(follow_prefix) + std::to_string(message);
}

std::int64_t enqueue(Transaction& transaction, const OutboxMessage& message, Instant now) {
  auto& connection = transaction.database().connection();
  detail::Query query(connection, insert);
  query.bind(":kind", word(message.kind)).bind(":now", now).bind(":tenant", message.tenant);
  query.bind(":conversation", message.conversation).bind(":to_user", message.to_user);
  query.bind(":service_url", message.service_url).bind(":update_activity", message.update_activity);
  query.bind(":payload", message.payload).run();
  return connection.database.getLastInsertRowid();
}

std::optional<Claimed> claim(Transaction& transaction, std::int64_t message) {
  auto& connection = transaction.database().connection();
  Claimed claimed;
  {
    detail::Query query(connection, start);
    if (!query.bind(":id", message).step()) return std::nullopt;
    claimed = {query.text(0), query.text(1)};
  }
  if (!claimed.update_activity.starts_with(follow_prefix)) return claimed;
  claimed.update_activity = resolve(connection, claimed.update_activity);
  detail::Query query(connection, set_followed);
  query.bind(":id", message).bind(":activity", claimed.update_activity).run();
  return claimed;
}

void readdress(Transaction& transaction, const OutboxMessage& message, Instant now) {
  detail::Query query(transaction.database().connection(), move);
  query.bind(":id", message.id).bind(":now", now).bind(":attempts", std::int64_t{message.attempts});
  query.bind(":conversation", message.conversation).bind(":to_user", message.to_user);
  query.bind(":service_url", message.service_url).bind(":update_activity", message.update_activity).run();
}

void record(Transaction& transaction, const Delivery& delivery, Instant now) {
  assert(delivery.state != OutboxState::sending);  // how an attempt began, not how it ended: claim()
  auto& connection = transaction.database().connection();
  if (delivery.state == OutboxState::pending) {
    detail::Query query(connection, try_again);
    query.bind(":id", delivery.message).bind(":next", delivery.next_attempt.value_or(now));
    query.bind(":error", delivery.error).run();
    return;
  }
  if (!end_of(connection, delivery, now)) return;
  if (delivery.state == OutboxState::given_up) detail::tell_overview_again(connection, delivery.message);
  follow_up(connection, delivery);
}

std::vector<OutboxMessage> pending_messages(Database& database, std::int64_t after, int limit) {
  detail::Query query(database.connection(), pending_after);
  query.bind(":after", after).bind(":limit", std::int64_t{limit});
  std::vector<OutboxMessage> messages;
  while (query.step()) {
    messages.push_back({.id = query.integer(0),
                        .kind = kind_of(query.view(1)),
                        .tenant = query.text(2),
                        .conversation = query.text(3),
                        .to_user = query.text(4),
                        .service_url = query.text(5),
                        .update_activity = query.text(6),
                        .payload = query.text(7),
                        .attempts = static_cast<int>(query.integer(8)),
                        .created = query.instant(9),
                        .next_attempt = query.instant(10)});
    if (!query.null(11))
      messages.back().copy = CopyOf{query.integer(11), query.integer(12), copy_kind_of(query.view(13))};
  }
  return messages;
}

Recovered recover(Transaction& transaction, Instant now) {
  auto& connection = transaction.database().connection();
  detail::Query(connection, repeatable).bind(":now", now).run();
  Recovered recovered;
  {
    detail::Query query(connection, interrupted_gatherings);
    while (query.step()) recovered.gatherings.push_back(query.integer(0));
  }
  recovered.uncertain = detail::Query(connection, interrupted).bind(":now", now).run();
  detail::Query(connection, leave_interrupted).run();
  detail::settle_uncertain_copies(connection);
  return recovered;
}

// In the order of the ids, which is that of writing: an index of the time would cost every message an insert.
// A row that was written later than now, by a clock that was wrong, says nothing about those behind it.
int prune_outbox(Transaction& transaction, Instant before, Instant now) {
  auto& connection = transaction.database().connection();
  std::vector<std::int64_t> old;
  {
    detail::Query query(connection, oldest);
    query.bind(":before", before);
    while (std::ssize(old) < prune_step && query.step()) {
      const Instant created = query.instant(1);
      if (created >= before && created <= now) break;
      if (query.integer(2) != 0) old.push_back(query.integer(0));
    }
  }
  for (const std::int64_t id : old) detail::Query(connection, forget_ended).bind(":id", id).run();
  return static_cast<int>(old.size());
}

std::vector<LedgerRow> ledger(Database& database, std::optional<OutboxState> state, int limit) {
  detail::Query query(database.connection(), newest_of(state));
  if (state && *state != OutboxState::sent) query.bind(":state", name_of(*state));
  query.bind(":limit", std::int64_t{limit});
  std::vector<LedgerRow> rows;
  while (query.step())
    rows.push_back({.id = query.integer(0),
                    .kind = kind_of(query.view(1)),
                    .state = state_of(query.view(2)),
                    .conversation = query.text(3),
                    .attempts = static_cast<int>(query.integer(4)),
                    .created = query.instant(5),
                    .finished = query.optional_instant(6),
                    .next_attempt = query.optional_instant(7),
                    .error = query.text(8)});
  return rows;
}

bool is_on_its_way(Database& database, std::int64_t message) {
  detail::Query query(database.connection(), unfinished);
  return query.bind(":id", message).step();
}

std::int64_t count_messages(Database& database, OutboxState state) {
  detail::Query query(database.connection(), count);
  query.bind(":state", name_of(state));
  query.step();
  return query.integer(0);
}

}  // namespace store
