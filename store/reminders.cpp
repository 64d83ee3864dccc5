#include "store/reminders.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/sql.hpp"
#include "store/pruning.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace store {

namespace {

using detail::sql;

constexpr char insert[] = R"(
INSERT INTO reminders (kind, due_at, useful_until, gathering_id, network_id, rule, tenant, conversation, subject,
                       language, text)
VALUES (:kind, :due, :useful_until, :gathering, :network, :rule, :tenant, :conversation, :subject, :language, :text))";

constexpr char earliest[] = "SELECT min(due_at) FROM reminders WHERE state = 'planned'";

constexpr char planned[] = "SELECT count(*) FROM reminders WHERE state = 'planned'";

constexpr char columns[] = R"(
SELECT id, kind, due_at, useful_until, gathering_id, network_id, rule, tenant, conversation, subject, language, text
FROM reminders )";
constexpr auto due =
    sql(columns, "WHERE state = 'planned' AND due_at <= :now ORDER BY due_at, id LIMIT :limit");
constexpr auto of_gathering =
    sql(columns, "WHERE gathering_id = :gathering AND state = 'planned' ORDER BY due_at, id");
constexpr auto of_subject =
    sql(columns, "WHERE subject = :subject AND subject <> '' AND state = 'planned' ORDER BY due_at, id");

// What it was about is nobody's business once it is over.
constexpr char finish[] = R"(
UPDATE reminders SET state = :state, ended_at = :now, text = '' WHERE id = :id AND state = 'planned')";
constexpr char postpone[] = R"(
UPDATE reminders SET due_at = :due, useful_until = max(useful_until, :due) WHERE id = :id AND state = 'planned')";

constexpr char withdraw_of_gathering[] = R"(
UPDATE reminders SET state = 'withdrawn', ended_at = :now, text = ''
WHERE gathering_id = :gathering AND state = 'planned')";
constexpr char withdraw_of_network[] = R"(
UPDATE reminders SET state = 'withdrawn', ended_at = :now, text = ''
WHERE state = 'planned' AND (network_id = :network
                             OR gathering_id IN (SELECT id FROM gatherings WHERE network_id = :network)))";
constexpr char withdraw_one[] = R"(
UPDATE reminders SET state = 'withdrawn', ended_at = :now, text = ''
WHERE id = :id AND subject = :subject AND subject <> '' AND state = 'planned')";

constexpr char withdraw_planned_duty[] = R"(
UPDATE reminders SET state = 'withdrawn', ended_at = :now
WHERE kind = 'duty' AND state = 'planned' AND rule = :what AND subject = :about)";
constexpr char due_of_duty[] = R"(
SELECT due_at FROM reminders WHERE kind = 'duty' AND state = 'planned' AND rule = :what AND subject = :about)";

constexpr char forget[] = R"(
DELETE FROM reminders WHERE id IN (SELECT id FROM reminders WHERE ended_at < :before ORDER BY ended_at LIMIT :limit))";

const char* word(ReminderKind kind) {
  switch (kind) {
    case ReminderKind::gathering:
      return "gathering";
    case ReminderKind::channel:
      return "channel";
    case ReminderKind::invite:
      return "invite";
    case ReminderKind::answers:
      return "answers";
    case ReminderKind::approval:
      return "approval";
    case ReminderKind::personal:
      return "personal";
    case ReminderKind::network:
      return "network";
    case ReminderKind::duty:
      return "duty";
  }
  assert(false);
  return "";
}

ReminderKind kind_of(std::string_view text) {
  for (const auto kind :
       {ReminderKind::gathering, ReminderKind::channel, ReminderKind::invite, ReminderKind::answers,
        ReminderKind::approval, ReminderKind::personal, ReminderKind::network})
    if (text == word(kind)) return kind;
  return ReminderKind::duty;
}

std::optional<std::int64_t> id_or_null(std::int64_t id) {
  return id == 0 ? std::nullopt : std::optional(id);
}

std::vector<Reminder> read_all(detail::Query& query) {
  std::vector<Reminder> reminders;
  while (query.step())
    reminders.push_back({.id = query.integer(0),
                         .kind = kind_of(query.view(1)),
                         .due = query.instant(2),
                         .useful_until = query.instant(3),
                         .gathering = query.integer(4),  // NULL reads as 0, which no row has
                         .network = query.integer(5),
                         .rule = query.text(6),
                         .tenant = query.text(7),
                         .conversation = query.text(8),
                         .subject = query.text(9),
                         .language = query.text(10),
                         .text = query.text(11)});
  return reminders;
}

}  // namespace

std::int64_t plan_reminder(Transaction& transaction, const Reminder& reminder) {
  auto& connection = transaction.database().connection();
  detail::Query query(connection, insert);
  query.bind(":kind", word(reminder.kind)).bind(":due", reminder.due);
  query.bind(":useful_until", std::max(reminder.due, reminder.useful_until));
  query.bind(":gathering", id_or_null(reminder.gathering)).bind(":network", id_or_null(reminder.network));
  query.bind(":rule", reminder.rule).bind(":tenant", reminder.tenant);
  query.bind(":conversation", reminder.conversation).bind(":subject", reminder.subject);
  query.bind(":language", reminder.language).bind(":text", reminder.text).run();
  return connection.database.getLastInsertRowid();
}

void plan_duty(Transaction& transaction, std::string_view what, std::int64_t about, Instant due,
               Instant now) {
  withdraw_duty(transaction, what, about, now);
  constexpr std::chrono::days until_done{36'500};
  Reminder duty;
  duty.kind = ReminderKind::duty;
  duty.due = due;
  duty.useful_until = due + until_done;
  duty.rule = what;
  duty.subject = std::to_string(about);
  plan_reminder(transaction, duty);
}

bool withdraw_duty(Transaction& transaction, std::string_view what, std::int64_t about, Instant now) {
  const std::string named(what);
  const auto subject = std::to_string(about);
  detail::Query query(transaction.database().connection(), withdraw_planned_duty);
  return query.bind(":what", named).bind(":about", subject).bind(":now", now).run() > 0;
}

std::optional<Instant> duty_due(Database& database, std::string_view what, std::int64_t about) {
  const std::string named(what);
  const auto subject = std::to_string(about);
  detail::Query query(database.connection(), due_of_duty);
  query.bind(":what", named).bind(":about", subject);
  return query.step() ? query.optional_instant(0) : std::nullopt;
}

std::optional<Instant> next_due(Database& database) {
  detail::Query query(database.connection(), earliest);
  query.step();
  return query.optional_instant(0);
}

std::int64_t count_planned(Database& database) {
  detail::Query query(database.connection(), planned);
  query.step();
  return query.integer(0);
}

std::vector<Reminder> due_reminders(Database& database, Instant now, int limit) {
  detail::Query query(database.connection(), due.data());
  query.bind(":now", now).bind(":limit", std::int64_t{limit});
  return read_all(query);
}

bool finish_reminder(Transaction& transaction, std::int64_t id, bool skipped, Instant now) {
  detail::Query query(transaction.database().connection(), finish);
  return query.bind(":id", id).bind(":state", skipped ? "skipped" : "done").bind(":now", now).run() > 0;
}

void postpone_reminder(Transaction& transaction, std::int64_t id, Instant due) {
  detail::Query(transaction.database().connection(), postpone).bind(":id", id).bind(":due", due).run();
}

int withdraw_reminders_of_gathering(Transaction& transaction, std::int64_t gathering, Instant now) {
  detail::Query query(transaction.database().connection(), withdraw_of_gathering);
  return query.bind(":gathering", gathering).bind(":now", now).run();
}

int withdraw_reminders_of_network(Transaction& transaction, std::int64_t network, Instant now) {
  detail::Query query(transaction.database().connection(), withdraw_of_network);
  return query.bind(":network", network).bind(":now", now).run();
}

std::vector<Reminder> reminders_of_gathering(Database& database, std::int64_t gathering) {
  detail::Query query(database.connection(), of_gathering.data());
  query.bind(":gathering", gathering);
  return read_all(query);
}

std::vector<Reminder> reminders_of(Database& database, const std::string& subject) {
  detail::Query query(database.connection(), of_subject.data());
  query.bind(":subject", subject);
  return read_all(query);
}

bool withdraw_reminder(Transaction& transaction, std::int64_t id, const std::string& subject, Instant now) {
  detail::Query query(transaction.database().connection(), withdraw_one);
  return query.bind(":id", id).bind(":subject", subject).bind(":now", now).run() > 0;
}

int forget_reminders(Transaction& transaction, Instant before) {
  detail::Query query(transaction.database().connection(), forget);
  return query.bind(":before", before).bind(":limit", std::int64_t{prune_step}).run();
}

}  // namespace store
