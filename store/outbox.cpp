#include "store/outbox.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/settle_copy.hpp"

#include <cassert>
#include <string_view>

namespace store {

namespace {

constexpr char insert[] = R"(
INSERT INTO outbox (kind, state, created_at, next_attempt_at, tenant, conversation, service_url, update_activity, payload)
VALUES (:kind, 'pending', :now, :now, :tenant, :conversation, :service_url, :update_activity, :payload))";

constexpr char start[] = R"(
UPDATE outbox SET state = 'sending', next_attempt_at = NULL WHERE id = :id AND state = 'pending')";

// What was sent is in Teams; here its text would only be one more copy of personal data, and bulk.
// OR instead of IN: for more than two values SQLite would build a temporary table in every run.
constexpr char finish_sent[] = R"(
UPDATE outbox SET state = 'sent', attempts = attempts + 1, next_attempt_at = NULL, finished_at = :now,
                  activity = :activity, error = '', payload = ''
WHERE id = :id AND (state = 'pending' OR state = 'sending' OR state = 'uncertain'))";

constexpr char finish_otherwise[] = R"(
UPDATE outbox SET state = :state, attempts = attempts + 1, next_attempt_at = NULL, finished_at = :now,
                  activity = :activity, error = :error
WHERE id = :id AND (state = 'pending' OR state = 'sending' OR state = 'uncertain'))";

constexpr char try_again[] = R"(
UPDATE outbox SET state = 'pending', attempts = attempts + 1, next_attempt_at = :next, error = :error
WHERE id = :id AND state IN ('pending', 'sending'))";

constexpr char pending_after[] = R"(
SELECT id, kind, tenant, conversation, service_url, update_activity, payload, attempts, created_at, next_attempt_at
FROM outbox WHERE state = 'pending' AND id > :after ORDER BY id LIMIT :limit)";

constexpr char interrupted[] = R"(
UPDATE outbox SET state = 'uncertain', attempts = attempts + 1, finished_at = :now, error = 'interrupted'
WHERE state = 'sending')";

constexpr char prune[] = R"(
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE finished_at < :before AND state IN ('sent', 'given_up')
                                ORDER BY finished_at LIMIT :limit))";

constexpr char newest[] = R"(
SELECT id, kind, state, conversation, attempts, created_at, finished_at, next_attempt_at, error
FROM outbox ORDER BY id DESC LIMIT :limit)";

constexpr char newest_in_state[] = R"(
SELECT id, kind, state, conversation, attempts, created_at, finished_at, next_attempt_at, error
FROM outbox WHERE state = :state ORDER BY id DESC LIMIT :limit)";

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

const char* word(OutboxState state) {
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

MessageKind kind_of(std::string_view text) {
  return text == word(MessageKind::broadcast) ? MessageKind::broadcast : MessageKind::reply;
}

OutboxState state_of(std::string_view text) {
  for (const auto state :
       {OutboxState::pending, OutboxState::sending, OutboxState::sent, OutboxState::given_up})
    if (text == word(state)) return state;
  return OutboxState::uncertain;
}

}  // namespace

std::int64_t enqueue(Transaction& transaction, const OutboxMessage& message, Instant now) {
  auto& connection = transaction.database().connection();
  detail::Query query(connection, insert);
  query.bind(":kind", word(message.kind)).bind(":now", now).bind(":tenant", message.tenant);
  query.bind(":conversation", message.conversation).bind(":service_url", message.service_url);
  query.bind(":update_activity", message.update_activity).bind(":payload", message.payload).run();
  return connection.database.getLastInsertRowid();
}

void mark_sending(Transaction& transaction, std::int64_t message, Instant) {
  detail::Query(transaction.database().connection(), start).bind(":id", message).run();
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
      query.bind(":id", delivery.message).bind(":now", now).bind(":activity", delivery.activity).run();
      detail::settle_copy(connection, delivery.message);
      return;
    }
    case OutboxState::given_up:
    case OutboxState::uncertain: {
      detail::Query query(connection, finish_otherwise);
      query.bind(":id", delivery.message).bind(":state", word(delivery.state)).bind(":now", now);
      query.bind(":activity", delivery.activity).bind(":error", delivery.error).run();
      detail::settle_copy(connection, delivery.message);
      return;
    }
    case OutboxState::sending:
      break;  // how an attempt began, not how it ended: mark_sending()
  }
  assert(false);
}

std::vector<OutboxMessage> pending_messages(Database& database, std::int64_t after, int limit) {
  detail::Query query(database.connection(), pending_after);
  query.bind(":after", after).bind(":limit", std::int64_t{limit});
  std::vector<OutboxMessage> messages;
  while (query.step())
    messages.push_back({.id = query.integer(0),
                        .kind = kind_of(query.view(1)),
                        .tenant = query.text(2),
                        .conversation = query.text(3),
                        .service_url = query.text(4),
                        .update_activity = query.text(5),
                        .payload = query.text(6),
                        .attempts = static_cast<int>(query.integer(7)),
                        .created = query.instant(8),
                        .next_attempt = query.instant(9)});
  return messages;
}

int recover(Transaction& transaction, Instant now) {
  auto& connection = transaction.database().connection();
  const int count = detail::Query(connection, interrupted).bind(":now", now).run();
  detail::settle_uncertain_copies(connection);
  return count;
}

int prune_outbox(Transaction& transaction, Instant before) {
  detail::Query query(transaction.database().connection(), prune);
  return query.bind(":before", before).bind(":limit", std::int64_t{prune_step}).run();
}

std::vector<LedgerRow> ledger(Database& database, std::optional<OutboxState> state, int limit) {
  detail::Query query(database.connection(), state ? newest_in_state : newest);
  if (state) query.bind(":state", word(*state));
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

std::int64_t count_messages(Database& database, OutboxState state) {
  detail::Query query(database.connection(), count);
  query.bind(":state", word(state));
  query.step();
  return query.integer(0);
}

}  // namespace store
