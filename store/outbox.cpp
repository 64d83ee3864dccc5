#include "store/outbox.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/settle_copy.hpp"

#include <cassert>
#include <string_view>

namespace store {

namespace {

constexpr char insert[] = R"(
INSERT INTO outbox (kind, state, created_at, next_attempt_at, tenant, conversation, to_user, service_url,
                    update_activity)
VALUES (:kind, 'pending', :now, :now, :tenant, :conversation, :to_user, :service_url, :update_activity))";

constexpr char insert_text[] = "INSERT INTO outbox_texts (outbox_id, payload) VALUES (:id, :payload)";

constexpr char start[] = R"(
UPDATE outbox SET state = 'sending', next_attempt_at = NULL WHERE id = :id AND state = 'pending'
RETURNING (SELECT payload FROM outbox_texts WHERE outbox_id = id), update_activity)";

constexpr char followed[] = "SELECT activity FROM outbox WHERE id = :id AND state = 'sent'";

constexpr char set_followed[] = "UPDATE outbox SET update_activity = :activity WHERE id = :id";

constexpr char move[] = R"(
UPDATE outbox SET state = 'pending', next_attempt_at = :now, attempts = :attempts, conversation = :conversation,
                  to_user = :to_user, service_url = :service_url, update_activity = :update_activity
WHERE id = :id AND (state = 'pending' OR state = 'sending'))";

// OR instead of IN: for more than two values SQLite would build a temporary table in every run.
constexpr char finish_sent[] = R"(
UPDATE outbox SET state = 'sent', attempts = attempts + 1, next_attempt_at = NULL, finished_at = :now,
                  activity = :activity, error = '', service_url = ''
WHERE id = :id AND (state = 'pending' OR state = 'sending' OR state = 'uncertain'))";

// What was sent is in Teams; here its text would only be one more copy of personal data, and bulk.
constexpr char forget_text[] = "DELETE FROM outbox_texts WHERE outbox_id = :id";

constexpr char finish_otherwise[] = R"(
UPDATE outbox SET state = :state, attempts = attempts + 1, next_attempt_at = NULL, finished_at = :now,
                  activity = :activity, error = :error
WHERE id = :id AND (state = 'pending' OR state = 'sending' OR state = 'uncertain'))";

constexpr char try_again[] = R"(
UPDATE outbox SET state = 'pending', attempts = attempts + 1, next_attempt_at = :next, error = :error
WHERE id = :id AND state IN ('pending', 'sending'))";

constexpr char move_edits[] = R"(
UPDATE outbox SET update_activity = :activity
WHERE state = 'pending' AND update_activity = :replaced
  AND conversation = (SELECT conversation FROM outbox WHERE id = :id))";

constexpr char pending_after[] = R"(
SELECT o.id, o.kind, o.tenant, o.conversation, o.to_user, o.service_url, o.update_activity, t.payload, o.attempts,
       o.created_at, o.next_attempt_at, c.gathering_id, c.person_id, c.kind
FROM outbox AS o JOIN outbox_texts AS t ON t.outbox_id = o.id LEFT JOIN message_copies AS c ON c.outbox_id = o.id
WHERE o.state = 'pending' AND o.id > :after ORDER BY o.id LIMIT :limit)";

constexpr char repeatable[] = R"(
UPDATE outbox SET state = 'pending', attempts = attempts + 1, next_attempt_at = :now, error = 'interrupted'
WHERE state = 'sending' AND (kind = 'reply' OR update_activity <> ''))";

constexpr char interrupted[] = R"(
UPDATE outbox SET state = 'uncertain', attempts = attempts + 1, finished_at = :now, error = 'interrupted'
WHERE state = 'sending')";

constexpr char interrupted_gatherings[] = R"(
SELECT DISTINCT c.gathering_id FROM outbox AS o JOIN message_copies AS c ON c.outbox_id = o.id
WHERE o.state = 'sending' AND c.kind <> 'status')";

constexpr char prune[] = R"(
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE finished_at < :before AND state IN ('sent', 'given_up')
                                ORDER BY finished_at LIMIT :limit))";

constexpr char newest[] = R"(
SELECT id, kind, state, conversation, attempts, created_at, finished_at, next_attempt_at, error
FROM outbox ORDER BY id DESC LIMIT :limit)";

constexpr char newest_in_state[] = R"(
SELECT id, kind, state, conversation, attempts, created_at, finished_at, next_attempt_at, error
FROM outbox WHERE state = :state ORDER BY id DESC LIMIT :limit)";

constexpr char unfinished[] = "SELECT 1 FROM outbox WHERE id = :id AND finished_at IS NULL";

constexpr char count[] = "SELECT count(*) FROM outbox WHERE state = :state";

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

constexpr std::string_view follow_prefix = "row ";

/// The id that Teams gave the message of an earlier row; empty if it never arrived.
std::string resolve(detail::Connection& connection, const std::string& update_activity) {
  detail::Query query(connection, followed);
  query.bind(":id", std::int64_t{std::stoll(update_activity.substr(follow_prefix.size()))});
  return query.step() ? query.text(0) : std::string();
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
  std::int64_t id = 0;
  {
    detail::Query query(connection, insert);
    query.bind(":kind", word(message.kind)).bind(":now", now).bind(":tenant", message.tenant);
    query.bind(":conversation", message.conversation).bind(":to_user", message.to_user);
    query.bind(":service_url", message.service_url);
    query.bind(":update_activity", message.update_activity).run();
    id = connection.database.getLastInsertRowid();
  }
  detail::Query(connection, insert_text).bind(":id", id).bind(":payload", message.payload).run();
  return id;
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
  auto& connection = transaction.database().connection();
  switch (delivery.state) {
    case OutboxState::pending: {
      detail::Query query(connection, try_again);
      query.bind(":id", delivery.message).bind(":next", delivery.next_attempt.value_or(now));
      query.bind(":error", delivery.error).run();
      return;
    }
    case OutboxState::sent: {
      detail::Query query(connection, finish_sent);
      query.bind(":id", delivery.message).bind(":now", now).bind(":activity", delivery.activity);
      if (query.run() == 0) return;
      detail::Query(connection, forget_text).bind(":id", delivery.message).run();
      follow_up(connection, delivery);
      return;
    }
    case OutboxState::given_up:
    case OutboxState::uncertain: {
      detail::Query query(connection, finish_otherwise);
      query.bind(":id", delivery.message).bind(":state", name_of(delivery.state)).bind(":now", now);
      query.bind(":activity", delivery.activity).bind(":error", delivery.error);
      if (query.run() == 0) return;
      if (delivery.state == OutboxState::given_up) detail::tell_overview_again(connection, delivery.message);
      follow_up(connection, delivery);
      return;
    }
    case OutboxState::sending:
      break;  // how an attempt began, not how it ended: claim()
  }
  assert(false);
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
  detail::settle_uncertain_copies(connection);
  return recovered;
}

int prune_outbox(Transaction& transaction, Instant before) {
  detail::Query query(transaction.database().connection(), prune);
  return query.bind(":before", before).bind(":limit", std::int64_t{prune_step}).run();
}

std::vector<LedgerRow> ledger(Database& database, std::optional<OutboxState> state, int limit) {
  detail::Query query(database.connection(), state ? newest_in_state : newest);
  if (state) query.bind(":state", name_of(*state));
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
