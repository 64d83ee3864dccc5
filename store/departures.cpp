#include "store/departures.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/role_words.hpp"
#include "store/detail/sql.hpp"

namespace store {

namespace {

using detail::sql;

constexpr char insert[] = R"(
INSERT INTO departures (person_id, first_day_without, said_by, said_at)
SELECT :person, :day, :said_by, :now FROM people WHERE id = :person
ON CONFLICT DO NOTHING)";

constexpr char withdraw_moves[] = R"(
UPDATE departures SET state = 'withdrawn', ended_at = :now WHERE person_id = :person AND kind = 'moves' AND state = 'open')";
constexpr char all_moves[] = "SELECT person_id, unit, leader_id, at FROM moves ORDER BY id";
constexpr char delete_moves[] = "DELETE FROM moves";
constexpr char insert_move[] = R"(
INSERT INTO departures (person_id, first_day_without, said_by, said_at, kind, unit, leader_id)
SELECT :person, :day, 'import', :now, 'moves', :unit, nullif(:leader, 0) FROM people WHERE id = :person)";
// What was given after the move belongs to the new unit.
constexpr char insert_left_behind[] = R"(
INSERT INTO departure_items (departure_id, task_id, role, before_from, before_to)
SELECT :departure, task_id, role, valid_from, valid_to FROM responsibilities r
WHERE person_id = :person AND (valid_to IS NULL OR valid_to >= :day)
  AND NOT EXISTS (SELECT 1 FROM catalogue_history h WHERE h.task_id = r.task_id AND h.person_id = r.person_id
                  AND h.role = r.role AND h.kind = 'assigned' AND h.at >= :moved)
ORDER BY task_id, role)";
constexpr char delete_empty[] = R"(
DELETE FROM departures WHERE id = :id AND NOT EXISTS (SELECT 1 FROM departure_items WHERE departure_id = :id))";

constexpr char insert_tasks[] = R"(
INSERT INTO departure_items (departure_id, task_id, role, before_from, before_to)
SELECT :departure, task_id, role, valid_from, valid_to FROM responsibilities
WHERE person_id = :person AND (valid_to IS NULL OR valid_to >= :day) ORDER BY task_id, role)";

constexpr char insert_networks[] = R"(
INSERT INTO departure_items (departure_id, network_id)
SELECT :departure, id FROM networks WHERE coordinator_id = :person AND closed_at IS NULL AND for_one = 0 ORDER BY id)";

constexpr char columns[] = R"(
SELECT id, person_id, first_day_without, state, said_by, kind = 'moves', unit, leader_id FROM departures )";
constexpr auto by_id = sql(columns, "WHERE id = :id");
constexpr auto by_person = sql(columns, "WHERE person_id = :id AND kind = 'leaves' AND state <> 'withdrawn'");
constexpr auto not_withdrawn = sql(columns, "WHERE kind = 'leaves' AND state <> 'withdrawn' ORDER BY id");

constexpr char item_columns[] = R"(
SELECT id, departure_id, task_id, network_id, role, before_from, before_to, receiver_id, state FROM departure_items )";
constexpr auto items = sql(item_columns, "WHERE departure_id = :id ORDER BY id");
constexpr auto item = sql(item_columns, "WHERE id = :id");

constexpr char settle[] = R"(
UPDATE departure_items SET receiver_id = :receiver, state = :state WHERE id = :id AND state <> 'given')";
constexpr char reopen[] = "UPDATE departure_items SET receiver_id = NULL, state = 'open' WHERE id = :id";

constexpr char finish[] = R"(
UPDATE departures SET state = 'done', ended_at = :now WHERE id = :id AND state = 'open')";
constexpr char withdraw[] = R"(
UPDATE departures SET state = 'withdrawn', ended_at = :now WHERE id = :id AND state <> 'withdrawn')";
constexpr char move[] = R"(
UPDATE departures SET first_day_without = :day WHERE id = :id AND state <> 'withdrawn')";

DepartureState state_of(std::string_view text) {
  if (text == "open") return DepartureState::open;
  return text == "done" ? DepartureState::done : DepartureState::withdrawn;
}

HandoverState handover_state_of(std::string_view text) {
  if (text == "open") return HandoverState::open;
  return text == "given" ? HandoverState::given : HandoverState::vacant;
}

std::vector<Departure> read_departures(detail::Query& query) {
  std::vector<Departure> all;
  while (query.step())
    all.push_back({query.integer(0), query.integer(1), *query.day(2), state_of(query.view(3)), query.text(4),
                   query.integer(5) != 0, query.text(6), query.integer(7)});
  return all;
}

std::optional<Departure> read_one(Database& database, const char* statement, std::int64_t id) {
  detail::Query query(database.connection(), statement);
  const auto all = read_departures(query.bind(":id", id));
  return all.empty() ? std::nullopt : std::optional(all.front());
}

std::vector<Handover> read_handovers(Database& database, const char* statement, std::int64_t id) {
  detail::Query query(database.connection(), statement);
  query.bind(":id", id);
  std::vector<Handover> all;
  while (query.step())
    all.push_back({.id = query.integer(0),
                   .departure = query.integer(1),
                   .task = query.integer(2),  // NULL reads as 0, which no row has
                   .network = query.integer(3),
                   .role = detail::role_in(query.view(4)),
                   .from = query.day(5),
                   .to = query.day(6),
                   .receiver = query.integer(7),
                   .state = handover_state_of(query.view(8))});
  return all;
}

}  // namespace

std::optional<std::int64_t> open_departure(Transaction& transaction, std::int64_t person,
                                           Day first_day_without, const std::string& said_by, Instant now) {
  auto& connection = transaction.database().connection();
  const OptionalDay day(first_day_without);
  detail::Query query(connection, insert);
  query.bind(":person", person).bind(":day", day).bind(":said_by", said_by).bind(":now", now);
  if (query.run() == 0) return std::nullopt;
  const std::int64_t id = connection.database.getLastInsertRowid();
  detail::Query(connection, insert_tasks)
      .bind(":departure", id)
      .bind(":person", person)
      .bind(":day", day)
      .run();
  detail::Query(connection, insert_networks).bind(":departure", id).bind(":person", person).run();
  detail::Query(connection, withdraw_moves).bind(":person", person).bind(":now", now).run();
  return id;
}

std::vector<Move> take_moves(Transaction& transaction) {
  auto& connection = transaction.database().connection();
  std::vector<Move> moves;
  for (detail::Query query(connection, all_moves); query.step();)
    moves.push_back({query.integer(0), query.text(1), query.integer(2), *query.optional_instant(3)});
  if (!moves.empty()) detail::Query(connection, delete_moves).run();
  return moves;
}

std::optional<std::int64_t> open_move(Transaction& transaction, const Move& move, Day first_day_without,
                                      Instant now) {
  auto& connection = transaction.database().connection();
  detail::Query(connection, withdraw_moves).bind(":person", move.person).bind(":now", now).run();
  const OptionalDay day(first_day_without);
  detail::Query query(connection, insert_move);
  query.bind(":person", move.person).bind(":day", day).bind(":now", now);
  if (query.bind(":unit", move.unit).bind(":leader", move.leader).run() == 0) return std::nullopt;
  const std::int64_t id = connection.database.getLastInsertRowid();
  detail::Query items(connection, insert_left_behind);
  items.bind(":departure", id).bind(":person", move.person).bind(":day", day).bind(":moved", move.at).run();
  const bool empty = detail::Query(connection, delete_empty).bind(":id", id).run() > 0;
  return empty ? std::nullopt : std::optional(id);
}

std::optional<Departure> find_departure(Database& database, std::int64_t id) {
  return read_one(database, by_id.data(), id);
}

std::optional<Departure> departure_of(Database& database, std::int64_t person) {
  return read_one(database, by_person.data(), person);
}

std::vector<Departure> departures(Database& database) {
  detail::Query query(database.connection(), not_withdrawn.data());
  return read_departures(query);
}

std::vector<Handover> handovers(Database& database, std::int64_t departure) {
  return read_handovers(database, items.data(), departure);
}

std::optional<Handover> find_handover(Database& database, std::int64_t id) {
  const auto all = read_handovers(database, item.data(), id);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

bool settle_handover(Transaction& transaction, std::int64_t id, std::int64_t receiver) {
  detail::Query query(transaction.database().connection(), settle);
  query.bind(":receiver", receiver == 0 ? std::nullopt : std::optional(receiver));
  return query.bind(":state", receiver == 0 ? "vacant" : "given").bind(":id", id).run() > 0;
}

void reopen_handover(Transaction& transaction, std::int64_t id) {
  detail::Query(transaction.database().connection(), reopen).bind(":id", id).run();
}

bool end_departure(Transaction& transaction, std::int64_t id, DepartureState state, Instant now) {
  detail::Query query(transaction.database().connection(), state == DepartureState::done ? finish : withdraw);
  return query.bind(":id", id).bind(":now", now).run() > 0;
}

void move_departure(Transaction& transaction, std::int64_t id, Day first_day_without) {
  detail::Query query(transaction.database().connection(), move);
  query.bind(":id", id).bind(":day", OptionalDay(first_day_without)).run();
}

}  // namespace store
