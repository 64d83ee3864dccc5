#include "store/confirmation_rounds.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/sql.hpp"

#include <cassert>
#include <string_view>

namespace store {

namespace {

constexpr char begin[] = R"(
INSERT INTO confirmation_rounds (person_id, day)
SELECT id, :day FROM people
WHERE id = :person AND NOT EXISTS (SELECT 1 FROM confirmation_rounds WHERE person_id = :person AND ended_at IS NULL))";
constexpr char move[] = "UPDATE confirmation_rounds SET day = :day WHERE id = :id AND state = 'waiting'";
constexpr char step[] = R"(
UPDATE confirmation_rounds
SET state = :to, day = CASE state WHEN 'waiting' THEN :today ELSE day END, counted_on = :today, together = :together
WHERE id = :id AND ((state = 'waiting' AND (:to = 'asked' OR :to = 'with_leader')) OR (state = 'asked' AND :to = 'reminded')
                    OR (state = 'reminded' AND :to = 'reminded_again') OR (state = 'reminded_again' AND :to = 'with_leader')))";
constexpr char count[] = "UPDATE confirmation_rounds SET counted = :counted, counted_on = :on WHERE id = :id";
constexpr char end[] =
    "UPDATE confirmation_rounds SET state = :to, ended_at = :now WHERE id = :id AND ended_at IS NULL";

constexpr char columns[] =
    "SELECT id, person_id, state, day, counted, counted_on, together, ended_at FROM confirmation_rounds ";
constexpr auto by_id = detail::sql(columns, "WHERE id = :id");
constexpr auto open_of = detail::sql(columns, "WHERE person_id = :person AND ended_at IS NULL");
constexpr auto all_open = detail::sql(columns, "WHERE ended_at IS NULL ORDER BY person_id");
constexpr auto of_message = detail::sql(columns, "WHERE together = :first ORDER BY id");
constexpr char lately[] = R"(
SELECT 1 FROM confirmation_rounds
WHERE person_id = :person AND state <> 'waiting' AND (ended_at IS NULL OR day >= :day))";
constexpr char taken[] = "SELECT day, count(*) FROM confirmation_rounds WHERE day >= :from GROUP BY day";
constexpr char on_file[] = "SELECT id FROM people WHERE in_people AND kind = 'person'";

struct Word {
  RoundState state;
  const char* word;
};
constexpr Word words[] = {
    {RoundState::waiting, "waiting"},         {RoundState::asked, "asked"},
    {RoundState::reminded, "reminded"},       {RoundState::reminded_again, "reminded_again"},
    {RoundState::with_leader, "with_leader"}, {RoundState::confirmed, "confirmed"},
    {RoundState::corrected, "corrected"},     {RoundState::ended, "ended"}};

const char* word_of(RoundState state) {
  for (const auto& known : words)
    if (known.state == state) return known.word;
  assert(false);
  return "";
}

RoundState state_of(std::string_view text) {
  for (const auto& known : words)
    if (text == known.word) return known.state;
  return RoundState::ended;
}

std::vector<ConfirmationRound> read_all(detail::Query& query) {
  std::vector<ConfirmationRound> rounds;
  while (query.step())
    rounds.push_back({query.integer(0), query.integer(1), state_of(query.view(2)), *query.day(3),
                      static_cast<int>(query.integer(4)), query.day(5), query.integer(6),
                      query.optional_instant(7)});
  return rounds;
}

std::optional<ConfirmationRound> read_one(detail::Query& query) {
  const auto rounds = read_all(query);
  return rounds.empty() ? std::nullopt : std::optional(rounds.front());
}

}  // namespace

std::int64_t begin_round(Transaction& transaction, std::int64_t person, Day day) {
  auto& connection = transaction.database().connection();
  detail::Query query(connection, begin);
  const bool begun = query.bind(":person", person).bind(":day", OptionalDay(day)).run() > 0;
  return begun ? connection.database.getLastInsertRowid() : 0;
}

bool move_round(Transaction& transaction, std::int64_t id, Day day) {
  detail::Query query(transaction.database().connection(), move);
  return query.bind(":id", id).bind(":day", OptionalDay(day)).run() > 0;
}

bool step_round(Transaction& transaction, std::int64_t id, RoundState to, Day today, std::int64_t together) {
  detail::Query query(transaction.database().connection(), step);
  query.bind(":id", id).bind(":to", word_of(to)).bind(":today", OptionalDay(today));
  query.bind(":together", together == 0 ? std::nullopt : std::optional(together));
  return query.run() > 0;
}

void count_round(Transaction& transaction, std::int64_t id, int counted, Day on) {
  detail::Query query(transaction.database().connection(), count);
  query.bind(":id", id).bind(":counted", std::int64_t{counted}).bind(":on", OptionalDay(on)).run();
}

bool end_round(Transaction& transaction, std::int64_t id, RoundState state, Instant now) {
  detail::Query query(transaction.database().connection(), end);
  return query.bind(":id", id).bind(":to", word_of(state)).bind(":now", now).run() > 0;
}

std::optional<ConfirmationRound> find_round(Database& database, std::int64_t id) {
  detail::Query query(database.connection(), by_id.data());
  return read_one(query.bind(":id", id));
}

std::optional<ConfirmationRound> open_round(Database& database, std::int64_t person) {
  detail::Query query(database.connection(), open_of.data());
  return read_one(query.bind(":person", person));
}

std::vector<ConfirmationRound> open_rounds(Database& database) {
  detail::Query query(database.connection(), all_open.data());
  return read_all(query);
}

std::vector<ConfirmationRound> rounds_together(Database& database, std::int64_t first) {
  detail::Query query(database.connection(), of_message.data());
  return read_all(query.bind(":first", first));
}

bool asked_lately(Database& database, std::int64_t person, Day day) {
  detail::Query query(database.connection(), lately);
  return query.bind(":person", person).bind(":day", OptionalDay(day)).step();
}

std::map<Day, int> days_taken(Database& database, Day from) {
  detail::Query query(database.connection(), taken);
  query.bind(":from", OptionalDay(from));
  std::map<Day, int> days;
  while (query.step()) days[*query.day(0)] = static_cast<int>(query.integer(1));
  return days;
}

std::unordered_set<std::int64_t> people_of_file(Database& database) {
  detail::Query query(database.connection(), on_file);
  std::unordered_set<std::int64_t> people;
  while (query.step()) people.insert(query.integer(0));
  return people;
}

}  // namespace store
