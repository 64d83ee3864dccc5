#include "store/confirmations.hpp"

#include "store/catalogue_store.hpp"
#include "store/detail/connection.hpp"

namespace store {

namespace {

constexpr char claim[] = R"(
INSERT INTO confirmation_nudges (task_id, person_id, confirmed_on, nudged_at) VALUES (:task, :person, :confirmed, :now)
ON CONFLICT (task_id, person_id) DO UPDATE SET confirmed_on = excluded.confirmed_on, nudged_at = excluded.nudged_at
WHERE confirmed_on <> excluded.confirmed_on)";

constexpr char exists[] = "SELECT 1 FROM responsibilities WHERE task_id = :task AND person_id = :person";

constexpr char confirm[] = R"(
UPDATE responsibilities SET confirmed_on = :today
WHERE task_id = :task AND person_id = :person AND (confirmed_on IS NULL OR confirmed_on < :today))";

}  // namespace

bool claim_nudge(Transaction& transaction, std::int64_t task, std::int64_t person, Day confirmed,
                 Instant now) {
  detail::Query query(transaction.database().connection(), claim);
  query.bind(":task", task).bind(":person", person).bind(":confirmed", OptionalDay(confirmed));
  return query.bind(":now", now).run() > 0;
}

bool confirm_entry(Transaction& transaction, std::int64_t task, std::int64_t person, Day today,
                   const ChangedBy& by) {
  auto& connection = transaction.database().connection();
  {
    detail::Query query(connection, exists);
    if (!query.bind(":task", task).bind(":person", person).step()) return false;
  }
  detail::Query query(connection, confirm);
  query.bind(":task", task).bind(":person", person).bind(":today", OptionalDay(today));
  if (query.run() == 0) return true;
  CatalogueChange change;
  change.kind = ChangeKind::confirmed;
  change.task = task;
  change.person = person;
  change.by = by;
  note_change(transaction, change);
  count_task_change(transaction, task);
  return true;
}

}  // namespace store
