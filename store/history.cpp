#include "store/history.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/sql.hpp"

#include <array>
#include <cassert>
#include <utility>

namespace store {

namespace {

using detail::sql;

constexpr char insert[] = R"(
INSERT INTO catalogue_history (at, kind, task_id, task, person_id, person, role, before, after, actor, approver)
VALUES (:at, :kind, :task, coalesce(nullif(:title, ''), (SELECT title FROM tasks WHERE id = :task), ''),
        :person, coalesce(nullif(:name, ''), (SELECT name FROM people WHERE id = :person), ''),
        :role, :before, :after, :actor, :approver))";

constexpr char latest[] = "SELECT coalesce(max(id), 0) FROM catalogue_history";
constexpr char latest_before[] = "SELECT coalesce(max(id), 0) FROM catalogue_history WHERE at < :before";

constexpr char columns[] = R"(
SELECT id, at, kind, task_id, task, person_id, person, role, before, after, actor, approver FROM catalogue_history )";
constexpr auto after_cursor = sql(columns, "WHERE id > :id ORDER BY id LIMIT :limit");
// The second condition lets SQLite use the partial index.
constexpr auto of_task = sql(columns, "WHERE task_id = :id AND task_id <> 0 ORDER BY id DESC LIMIT :limit");
constexpr auto of_person =
    sql(columns, "WHERE person_id = :id AND person_id <> 0 ORDER BY id DESC LIMIT :limit");

constexpr std::array<std::pair<ChangeKind, const char*>, 12> words{
    {{ChangeKind::assigned, "assigned"},
     {ChangeKind::withdrawn, "withdrawn"},
     {ChangeKind::confirmed, "confirmed"},
     {ChangeKind::task_added, "task_added"},
     {ChangeKind::task_changed, "task_changed"},
     {ChangeKind::task_gone, "task_gone"},
     {ChangeKind::person_added, "person_added"},
     {ChangeKind::person_changed, "person_changed"},
     {ChangeKind::person_left, "person_left"},
     {ChangeKind::person_gone, "person_gone"},
     {ChangeKind::role_given, "role_given"},
     {ChangeKind::role_taken, "role_taken"}}};

const char* word(ChangeKind kind) {
  for (const auto& [known, text] : words)
    if (known == kind) return text;
  assert(false);
  return "";
}

ChangeKind kind_of(std::string_view text) {
  for (const auto& [kind, known] : words)
    if (text == known) return kind;
  assert(false);
  return ChangeKind::task_changed;
}

std::vector<CatalogueChange> read_all(Database& database, const char* statement, std::int64_t id, int limit) {
  detail::Query query(database.connection(), statement);
  query.bind(":id", id).bind(":limit", std::int64_t{limit});
  std::vector<CatalogueChange> changes;
  while (query.step())
    changes.push_back({.id = query.integer(0),
                       .kind = kind_of(query.view(2)),
                       .task = query.integer(3),
                       .person = query.integer(5),
                       .task_title = query.text(4),
                       .person_name = query.text(6),
                       .role = query.text(7),
                       .before = query.text(8),
                       .after = query.text(9),
                       .by = {query.text(10), query.text(11), query.instant(1)}});
  return changes;
}

}  // namespace

void note_change(Transaction& transaction, const CatalogueChange& change) {
  detail::Query query(transaction.database().connection(), insert);
  query.bind(":at", change.by.at).bind(":kind", word(change.kind));
  query.bind(":task", change.task).bind(":title", change.task_title);
  query.bind(":person", change.person).bind(":name", change.person_name);
  query.bind(":role", change.role).bind(":before", change.before).bind(":after", change.after);
  query.bind(":actor", change.by.actor).bind(":approver", change.by.approver).run();
}

std::int64_t last_change(Database& database) {
  detail::Query query(database.connection(), latest);
  query.step();
  return query.integer(0);
}

std::int64_t last_change(Database& database, Instant before) {
  detail::Query query(database.connection(), latest_before);
  query.bind(":before", before).step();
  return query.integer(0);
}

std::vector<CatalogueChange> changes_after(Database& database, std::int64_t id, int limit) {
  return read_all(database, after_cursor.data(), id, limit);
}

std::vector<CatalogueChange> history_of_task(Database& database, std::int64_t task, int limit) {
  return read_all(database, of_task.data(), task, limit);
}

std::vector<CatalogueChange> history_of_person(Database& database, std::int64_t person, int limit) {
  return read_all(database, of_person.data(), person, limit);
}

}  // namespace store
