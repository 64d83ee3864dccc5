#include "store/message_copies.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/settle_copy.hpp"
#include "store/detail/sql.hpp"
#include "store/pruning.hpp"

#include <cassert>
#include <string_view>

namespace store {

namespace {

using detail::sql;

constexpr char insert_waiting[] = R"(
INSERT INTO message_copies (outbox_id, gathering_id, person_id, kind, state, tenant, conversation, activity, error, made_at)
SELECT id, :gathering, (SELECT id FROM people WHERE id = :person), :kind, 'waiting', tenant, conversation,
       update_activity, :error, :now
FROM outbox WHERE id = :outbox)";

constexpr char insert_unaddressed[] = R"(
INSERT INTO message_copies (outbox_id, gathering_id, person_id, kind, state, error, made_at)
VALUES (NULL, :gathering, (SELECT id FROM people WHERE id = :person), :kind, 'given_up', :error, :now))";

constexpr char columns[] = R"(
SELECT id, outbox_id, gathering_id, person_id, kind, state, tenant, conversation, activity, error FROM message_copies )";
// What never left counts only where there is nothing else.
constexpr auto latest = sql(columns, R"(
WHERE gathering_id = :gathering AND person_id IS :person AND kind = :kind
ORDER BY state = 'withdrawn', id DESC LIMIT 1)");
constexpr auto all_of_kind = sql(columns, R"(
WHERE gathering_id = :gathering AND kind = :kind ORDER BY person_id, state = 'withdrawn', id DESC)");

constexpr char withdraw_copies[] = R"(
UPDATE message_copies SET state = 'withdrawn'
WHERE gathering_id = :gathering AND (person_id = :person OR :person = 0) AND kind = :kind AND state = 'waiting'
  AND EXISTS (SELECT 1 FROM outbox WHERE id = outbox_id AND state = 'pending'))";
// A text that is not sent is kept nowhere.
constexpr char end_withdrawn[] = R"(
INSERT INTO outbox_ended (id, kind, state, attempts, created_at, finished_at, tenant, conversation, to_user,
                          update_activity, activity, error, payload)
SELECT id, kind, 'given_up', attempts, created_at, :now, tenant, conversation, to_user, update_activity, '', 'superseded', ''
FROM outbox WHERE state = 'pending' AND id IN (
  SELECT outbox_id FROM message_copies
  WHERE gathering_id = :gathering AND (person_id = :person OR :person = 0) AND kind = :kind AND state = 'withdrawn'))";
constexpr char leave_withdrawn[] = R"(
DELETE FROM outbox WHERE state = 'pending' AND id IN (
  SELECT outbox_id FROM message_copies
  WHERE gathering_id = :gathering AND (person_id = :person OR :person = 0) AND kind = :kind AND state = 'withdrawn'))";

constexpr char replace[] = "UPDATE outbox SET payload = :payload WHERE id = :outbox AND state = 'pending'";

// Nearly all rows are replies, which are copies of nothing: to ask first costs them nothing that can be
// measured, an update that finds nothing 2 us of 8.
constexpr char to_settle[] = "SELECT 1 FROM message_copies WHERE outbox_id = :outbox";
// Teams gives an edited message no new id: it keeps that of the message which was edited.
constexpr char settle[] = R"(
UPDATE message_copies SET state = o.state, conversation = o.conversation, error = o.error,
  activity = iif(o.activity = '', o.update_activity, o.activity)
FROM (SELECT id, state, conversation, error, activity, update_activity FROM outbox_ended WHERE id = :outbox) AS o
WHERE outbox_id = :outbox AND (message_copies.state = 'waiting' OR message_copies.state = 'uncertain'))";

// state <> 'sent' says nothing new, but lets SQLite use the index of what was not sent.
constexpr char settle_uncertain[] = R"(
UPDATE message_copies SET state = 'uncertain', conversation = o.conversation, error = o.error
FROM (SELECT id, conversation, error FROM outbox_ended WHERE state = 'uncertain' AND state <> 'sent') AS o
WHERE outbox_id = o.id AND message_copies.state = 'waiting')";

constexpr char forget[] = R"(
DELETE FROM message_copies WHERE id IN (
  SELECT c.id FROM gatherings g JOIN message_copies c ON c.gathering_id = g.id
  WHERE g.ends_at < :before AND c.state <> 'waiting' LIMIT :limit))";

const char* word(CopyKind kind) {
  switch (kind) {
    case CopyKind::invitation:
      return "invitation";
    case CopyKind::reminder:
      return "reminder";
    case CopyKind::notice:
      return "notice";
    case CopyKind::status:
      return "status";
    case CopyKind::approval:
      return "approval";
  }
  assert(false);
  return "";
}

CopyKind kind_of(std::string_view text) {
  for (const auto kind : {CopyKind::invitation, CopyKind::reminder, CopyKind::notice, CopyKind::status})
    if (text == word(kind)) return kind;
  return CopyKind::approval;
}

CopyState state_of(std::string_view text) {
  if (text == "waiting") return CopyState::waiting;
  if (text == "sent") return CopyState::sent;
  if (text == "given_up") return CopyState::given_up;
  return text == "uncertain" ? CopyState::uncertain : CopyState::withdrawn;
}

MessageCopy read(const detail::Query& row) {
  return {.id = row.integer(0),
          .outbox = row.integer(1),  // NULL reads as 0, which no row has
          .of = {row.integer(2), row.integer(3), kind_of(row.view(4))},
          .state = state_of(row.view(5)),
          .tenant = row.text(6),
          .conversation = row.text(7),
          .activity = row.text(8),
          .error = row.text(9)};
}

}  // namespace

void add_copy(Transaction& transaction, const CopyOf& of, std::int64_t outbox, const std::string& error,
              Instant now) {
  detail::Query query(transaction.database().connection(), outbox == 0 ? insert_unaddressed : insert_waiting);
  if (outbox != 0) query.bind(":outbox", outbox);
  query.bind(":gathering", of.gathering).bind(":person", of.person).bind(":kind", word(of.kind));
  query.bind(":error", error).bind(":now", now).run();
}

std::optional<MessageCopy> latest_copy(Database& database, std::int64_t gathering, std::int64_t person,
                                       CopyKind kind) {
  detail::Query query(database.connection(), latest.data());
  query.bind(":gathering", gathering).bind(":kind", word(kind));
  query.bind(":person", person == 0 ? std::nullopt : std::optional(person));
  if (!query.step()) return std::nullopt;
  return read(query);
}

std::vector<MessageCopy> copies_of(Database& database, std::int64_t gathering, CopyKind kind) {
  detail::Query query(database.connection(), all_of_kind.data());
  query.bind(":gathering", gathering).bind(":kind", word(kind));
  std::vector<MessageCopy> copies;
  while (query.step())
    if (copies.empty() || copies.back().of.person != query.integer(3)) copies.push_back(read(query));
  return copies;
}

int withdraw_waiting(Transaction& transaction, std::int64_t gathering, std::int64_t person, CopyKind kind,
                     Instant now) {
  auto& connection = transaction.database().connection();
  detail::Query copies(connection, withdraw_copies);
  copies.bind(":gathering", gathering).bind(":person", person).bind(":kind", word(kind));
  const int withdrawn = copies.run();
  if (withdrawn == 0) return 0;
  detail::Query rows(connection, end_withdrawn);
  rows.bind(":gathering", gathering)
      .bind(":person", person)
      .bind(":kind", word(kind))
      .bind(":now", now)
      .run();
  detail::Query left(connection, leave_withdrawn);
  left.bind(":gathering", gathering).bind(":person", person).bind(":kind", word(kind)).run();
  return withdrawn;
}

bool replace_waiting(Transaction& transaction, std::int64_t outbox, const std::string& payload) {
  detail::Query query(transaction.database().connection(), replace);
  return query.bind(":outbox", outbox).bind(":payload", payload).run() > 0;
}

int forget_copies(Transaction& transaction, Instant before) {
  detail::Query query(transaction.database().connection(), forget);
  return query.bind(":before", before).bind(":limit", std::int64_t{prune_step}).run();
}

namespace detail {

void settle_copy(Connection& connection, std::int64_t outbox) {
  {
    Query copy(connection, to_settle);
    if (!copy.bind(":outbox", outbox).step()) return;
  }
  Query(connection, settle).bind(":outbox", outbox).run();
}

void settle_uncertain_copies(Connection& connection) {
  Query(connection, settle_uncertain).run();
}

}  // namespace detail

}  // namespace store
