#include "store/subscriptions.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/settle_copy.hpp"
#include "store/detail/sql.hpp"

#include <array>
#include <cassert>
#include <string_view>
#include <utility>

namespace store {

namespace {

using detail::sql;

constexpr char columns[] = R"(
SELECT person_id, pace, weekday, minute, even_if_none, paused_until, coalesce(stand_in_id, 0), cursor,
       coalesce(outbox_id, 0), told_from
FROM overview_subscriptions )";
constexpr auto of_person = sql(columns, "WHERE person_id = :person");
constexpr auto all = sql(columns, "ORDER BY person_id");

// A stand-in who is gone from the register is none.
constexpr char save[] = R"(
INSERT OR REPLACE INTO overview_subscriptions
  (person_id, pace, weekday, minute, even_if_none, paused_until, stand_in_id, cursor, outbox_id, told_from)
SELECT id, :pace, :weekday, :minute, :even_if_none, :paused_until, (SELECT id FROM people WHERE id = :stand_in), :cursor,
       nullif(:message, 0), :told_from
FROM people WHERE id = :person)";
constexpr char set_message[] =
    "UPDATE overview_subscriptions SET outbox_id = :message WHERE person_id = :person";
// The second condition lets SQLite use the partial index.
constexpr char tell_again[] = R"(
UPDATE overview_subscriptions SET cursor = told_from, outbox_id = NULL
WHERE outbox_id = :message AND outbox_id IS NOT NULL)";
constexpr char forget[] = "DELETE FROM overview_subscriptions WHERE person_id = :person";
// The second condition lets SQLite use the partial index.
constexpr char chosen_by[] = R"(
SELECT person_id FROM overview_subscriptions
WHERE stand_in_id = :person AND stand_in_id IS NOT NULL ORDER BY person_id)";

constexpr std::array<std::pair<Pace, const char*>, 4> words{
    {{Pace::unsaid, ""}, {Pace::weekly, "weekly"}, {Pace::monthly, "monthly"}, {Pace::off, "off"}}};

const char* word(Pace pace) {
  for (const auto& [known, text] : words)
    if (known == pace) return text;
  assert(false);
  return "";
}

Pace pace_of(std::string_view text) {
  for (const auto& [pace, known] : words)
    if (text == known) return pace;
  assert(false);
  return Pace::off;
}

Subscription read(const detail::Query& query) {
  return {.person = query.integer(0),
          .pace = pace_of(query.view(1)),
          .weekday = static_cast<int>(query.integer(2)),
          .minute = static_cast<int>(query.integer(3)),
          .even_if_none = query.integer(4) != 0,
          .paused_until = query.day(5),
          .stand_in = query.integer(6),
          .cursor = query.integer(7),
          .message = query.integer(8),
          .told_from = query.integer(9)};
}

}  // namespace

std::optional<Subscription> find_subscription(Database& database, std::int64_t person) {
  detail::Query query(database.connection(), of_person.data());
  query.bind(":person", person);
  return query.step() ? std::optional(read(query)) : std::nullopt;
}

bool save_subscription(Transaction& transaction, const Subscription& one) {
  detail::Query query(transaction.database().connection(), save);
  query.bind(":person", one.person).bind(":pace", word(one.pace));
  query.bind(":weekday", std::int64_t{one.weekday}).bind(":minute", std::int64_t{one.minute});
  query.bind(":even_if_none", std::int64_t{one.even_if_none}).bind(":paused_until", one.paused_until);
  query.bind(":stand_in", one.stand_in).bind(":cursor", one.cursor);
  query.bind(":message", one.message).bind(":told_from", one.told_from);
  return query.run() > 0;
}

void overview_leaves(Transaction& transaction, std::int64_t person, std::int64_t message) {
  detail::Query query(transaction.database().connection(), set_message);
  query.bind(":person", person).bind(":message", message).run();
}

void detail::tell_overview_again(Connection& connection, std::int64_t message) {
  Query(connection, tell_again).bind(":message", message).run();
}

void forget_subscription(Transaction& transaction, std::int64_t person) {
  detail::Query(transaction.database().connection(), forget).bind(":person", person).run();
}

std::vector<Subscription> subscriptions(Database& database) {
  std::vector<Subscription> found;
  for (detail::Query query(database.connection(), all.data()); query.step();) found.push_back(read(query));
  return found;
}

std::vector<std::int64_t> stands_in_for(Database& database, std::int64_t stand_in) {
  detail::Query query(database.connection(), chosen_by);
  query.bind(":person", stand_in);
  std::vector<std::int64_t> found;
  while (query.step()) found.push_back(query.integer(0));
  return found;
}

}  // namespace store
