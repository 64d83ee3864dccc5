#include "store/endings.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/role_words.hpp"

namespace store {

namespace {

constexpr char find[] = R"(
SELECT r.task_id, r.person_id, r.role, r.valid_to FROM responsibilities r JOIN people p ON p.id = r.person_id
WHERE r.valid_to BETWEEN :from AND :to AND r.role <> 'stand_in' AND p.kind = 'person' AND p.left_on IS NULL
  AND coalesce((SELECT h.kind FROM catalogue_history h
                WHERE h.task_id = r.task_id AND h.task_id <> 0 AND h.person_id = r.person_id AND h.role = r.role
                ORDER BY h.id DESC LIMIT 1), '') <> 'withdrawn'
ORDER BY r.valid_to, r.task_id, r.person_id)";

constexpr char claim[] = R"(
INSERT OR IGNORE INTO told_endings (task_id, person_id, role, valid_to, told) VALUES (:task, :person, :role, :day, :told))";

constexpr char forget[] = "DELETE FROM told_endings WHERE valid_to < :day";

}  // namespace

std::vector<Ending> endings(Database& database, Day from, Day to) {
  std::vector<Ending> all;
  detail::Query query(database.connection(), find);
  query.bind(":from", OptionalDay(from)).bind(":to", OptionalDay(to));
  while (query.step())
    all.push_back({query.integer(0), query.integer(1), detail::role_in(query.view(2)), *query.day(3)});
  return all;
}

bool claim_ending(Transaction& transaction, const Ending& ending, ToldOf told) {
  detail::Query query(transaction.database().connection(), claim);
  query.bind(":task", ending.task).bind(":person", ending.person).bind(":role", detail::word(ending.role));
  query.bind(":day", OptionalDay(ending.last_day));
  return query.bind(":told", told == ToldOf::person ? "person" : "leader").run() > 0;
}

void forget_endings(Transaction& transaction, Day before) {
  detail::Query query(transaction.database().connection(), forget);
  query.bind(":day", OptionalDay(before)).run();
}

}  // namespace store
