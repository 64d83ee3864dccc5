#include "store/catalogue_edits.hpp"

#include "store/catalogue_store.hpp"
#include "store/detail/cells.hpp"
#include "store/detail/connection.hpp"
#include "store/detail/email.hpp"
#include "store/detail/lists.hpp"
#include "store/detail/role_words.hpp"
#include "store/text/fold.hpp"

namespace store {

namespace {

constexpr char both_exist[] = R"(
SELECT EXISTS (SELECT 1 FROM tasks WHERE id = :task) AND EXISTS (SELECT 1 FROM people WHERE id = :person))";

constexpr char put[] = R"(
INSERT INTO responsibilities (task_id, person_id, role, valid_from, valid_to, confirmed_on)
VALUES (:task, :person, :role, :from, :to, :today)
ON CONFLICT (task_id, person_id, role) DO UPDATE SET valid_from = :from, valid_to = :to, confirmed_on = :today
WHERE valid_from IS NOT :from OR valid_to IS NOT :to)";

constexpr char erase[] = R"(
DELETE FROM responsibilities WHERE task_id = :task AND person_id = :person AND role = :role)";

constexpr char end[] = R"(
UPDATE responsibilities SET valid_to = :day
WHERE task_id = :task AND person_id = :person AND role = :role AND (valid_to IS NULL OR valid_to > :day)
      AND (valid_from IS NULL OR valid_from <= :day))";

constexpr char of_entry[] = R"(
SELECT task_id, person_id, role, valid_from, valid_to FROM responsibilities
WHERE task_id = :task AND person_id = :person ORDER BY role)";
constexpr char of_person[] = R"(
SELECT task_id, person_id, role, valid_from, valid_to FROM responsibilities
WHERE person_id = :person ORDER BY task_id, role)";

constexpr char find_task[] = "SELECT id FROM tasks WHERE title_folded = :folded AND kle = :kle";
constexpr char insert_task[] = R"(
INSERT INTO tasks (title, title_folded, kle, keywords, description)
VALUES (:title, :folded, :kle, :keywords, :description))";

/// How a field is read and written; a statement that finds no row changes nothing.
struct FieldOf {
  const char* name;  ///< in the history
  const char* read;
  const char* write;
};

FieldOf field_of(PersonField field) {
  switch (field) {
    case PersonField::phone:
      return {"phone", "SELECT phone FROM people WHERE id = :person",
              "UPDATE people SET phone = :value WHERE id = :person"};
    case PersonField::title:
      return {"title", "SELECT title FROM people WHERE id = :person",
              "UPDATE people SET title = :value WHERE id = :person"};
    case PersonField::unit:
      return {"unit",
              "SELECT u.name FROM people p LEFT JOIN units u ON u.id = p.unit_id WHERE p.id = :person", R"(
UPDATE people SET unit_id = (SELECT id FROM units WHERE name_folded = :folded)
WHERE id = :person AND EXISTS (SELECT 1 FROM units WHERE name_folded = :folded AND name = :value))"};
    case PersonField::email:
      break;
  }
  return {"email", "SELECT email FROM people WHERE id = :person", R"(
UPDATE people SET former_email = email_folded, email = :value, email_folded = :folded
WHERE id = :person AND NOT EXISTS (SELECT 1 FROM people WHERE email_folded = :folded AND id <> :person))"};
}

constexpr char note_move[] = R"(
INSERT INTO moves (person_id, unit, leader_id, at)
SELECT id, :unit, coalesce(leader_id, (SELECT p.leader_id FROM people p JOIN units u ON u.id = p.unit_id
                                       WHERE u.name = :unit AND p.leader_id IS NOT NULL
                                       GROUP BY p.leader_id ORDER BY count(*) DESC, p.leader_id LIMIT 1)), :now
FROM people WHERE id = :person)";

constexpr char leave[] = "UPDATE people SET left_on = :day WHERE id = :person AND left_on IS NOT :day";

std::vector<Assignment> read_all(detail::Query& query) {
  std::vector<Assignment> all;
  while (query.step())
    all.push_back(
        {query.integer(0), query.integer(1), detail::role_in(query.view(2)), query.day(3), query.day(4)});
  return all;
}

/// "2026-05-01..2026-08-31", either side empty; nothing at all if the entry is for good.
std::string days_of(OptionalDay from, OptionalDay to) {
  if (!from && !to) return {};
  return (from ? detail::day_text(*from) : std::string()) + ".." +
         (to ? detail::day_text(*to) : std::string());
}

CatalogueChange about(ChangeKind kind, std::int64_t task, std::int64_t person, const ChangedBy& by) {
  CatalogueChange change;
  change.kind = kind;
  change.task = task;
  change.person = person;
  change.by = by;
  return change;
}

}  // namespace

bool assign(Transaction& transaction, const Assignment& one, Day today, const ChangedBy& by) {
  auto& connection = transaction.database().connection();
  detail::Query exist(connection, both_exist);
  exist.bind(":task", one.task).bind(":person", one.person).step();
  if (exist.integer(0) == 0) return false;
  detail::Query query(connection, put);
  query.bind(":task", one.task).bind(":person", one.person).bind(":role", detail::word(one.role));
  query.bind(":from", one.from).bind(":to", one.to).bind(":today", OptionalDay(today));
  if (query.run() == 0) return true;
  auto change = about(ChangeKind::assigned, one.task, one.person, by);
  change.role = detail::word(one.role);
  change.after = days_of(one.from, one.to);
  note_change(transaction, change);
  count_task_change(transaction, one.task);
  return true;
}

bool withdraw(Transaction& transaction, std::int64_t task, std::int64_t person, Role role,
              std::optional<Day> last_day, const ChangedBy& by) {
  detail::Query query(transaction.database().connection(), last_day ? end : erase);
  query.bind(":task", task).bind(":person", person).bind(":role", detail::word(role));
  if (last_day) query.bind(":day", OptionalDay(last_day));
  if (query.run() == 0) return false;
  auto change = about(ChangeKind::withdrawn, task, person, by);
  change.role = detail::word(role);
  change.after = days_of({}, last_day);
  note_change(transaction, change);
  count_task_change(transaction, task);
  return true;
}

std::vector<Assignment> assignments(Database& database, std::int64_t task, std::int64_t person) {
  detail::Query query(database.connection(), of_entry);
  query.bind(":task", task).bind(":person", person);
  return read_all(query);
}

std::vector<Assignment> assignments_of(Database& database, std::int64_t person) {
  detail::Query query(database.connection(), of_person);
  query.bind(":person", person);
  return read_all(query);
}

std::int64_t add_task(Transaction& transaction, const std::string& title, const std::vector<std::string>& kle,
                      const std::vector<std::string>& keywords, const std::string& description,
                      const ChangedBy& by) {
  auto& connection = transaction.database().connection();
  const auto folded = fold(title);
  const auto numbers = detail::joined(kle);
  {
    detail::Query find(connection, find_task);
    if (find.bind(":folded", folded).bind(":kle", numbers).step()) return find.integer(0);
  }
  const auto words = detail::joined(keywords);
  detail::Query query(connection, insert_task);
  query.bind(":title", title).bind(":folded", folded).bind(":kle", numbers).bind(":keywords", words);
  query.bind(":description", description).run();
  const auto id = connection.database.getLastInsertRowid();
  note_change(transaction, about(ChangeKind::task_added, id, 0, by));
  count_task_change(transaction, id);
  return id;
}

bool correct_person(Transaction& transaction, std::int64_t person, PersonField field,
                    const std::string& value, const ChangedBy& by) {
  auto& connection = transaction.database().connection();
  const auto how = field_of(field);
  std::string before;
  {
    detail::Query read(connection, how.read);
    if (!read.bind(":person", person).step()) return false;
    before = read.text(0);
  }
  if (before == value) return false;
  const auto folded = field == PersonField::email ? detail::fold_email(value) : fold(value);
  detail::Query write(connection, how.write);
  write.bind(":value", value).bind(":person", person);
  if (field == PersonField::email || field == PersonField::unit) write.bind(":folded", folded);
  if (write.run() == 0) return false;
  if (field == PersonField::unit && !before.empty()) {
    detail::Query move(connection, note_move);
    move.bind(":unit", before).bind(":person", person).bind(":now", by.at).run();
  }
  auto change = about(ChangeKind::person_changed, 0, person, by);
  change.role = how.name;
  change.before = before;
  change.after = value;
  note_change(transaction, change);
  count_catalogue_change(transaction);
  return true;
}

bool set_left(Transaction& transaction, std::int64_t person, std::optional<Day> day, const ChangedBy& by) {
  detail::Query query(transaction.database().connection(), leave);
  if (query.bind(":person", person).bind(":day", OptionalDay(day)).run() == 0) return false;
  auto change = about(ChangeKind::person_left, 0, person, by);
  change.after = day ? detail::day_text(*day) : std::string();
  note_change(transaction, change);
  count_catalogue_change(transaction);
  return true;
}

}  // namespace store
