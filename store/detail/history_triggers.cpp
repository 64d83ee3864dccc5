#include "store/detail/history_triggers.hpp"

namespace store::detail {

namespace {

constexpr char has_begun[] = "SELECT EXISTS (SELECT 1 FROM responsibilities)";
constexpr char knows_people[] = "SELECT EXISTS (SELECT 1 FROM people WHERE in_people = 1)";
constexpr char forget_time[] = "DELETE FROM temp.import_time";
constexpr char set_time[] = "INSERT INTO temp.import_time VALUES (:now)";

// A field that is filled for the first time is no change. A task or person that goes takes its
// responsibilities along: those are told of before, while the names are known.
constexpr const char* make[] = {"CREATE TEMP TABLE IF NOT EXISTS import_time (at INTEGER NOT NULL)",
                                R"(
CREATE TEMP TRIGGER history_assigned AFTER INSERT ON main.responsibilities BEGIN
  INSERT INTO catalogue_history (at, kind, task_id, task, person_id, person, role, after, actor)
  SELECT at, 'assigned', new.task_id, (SELECT title FROM tasks WHERE id = new.task_id), new.person_id,
         (SELECT name FROM people WHERE id = new.person_id), new.role,
         iif(new.valid_from IS NULL AND new.valid_to IS NULL, '',
             coalesce(date(new.valid_from * 86400, 'unixepoch'), '') || '..' || coalesce(date(new.valid_to * 86400, 'unixepoch'), '')),
         'import' FROM import_time;
END)",
                                R"(
CREATE TEMP TRIGGER history_days AFTER UPDATE ON main.responsibilities
WHEN old.valid_from IS NOT new.valid_from OR old.valid_to IS NOT new.valid_to BEGIN
  INSERT INTO catalogue_history (at, kind, task_id, task, person_id, person, role, after, actor)
  SELECT at, 'assigned', new.task_id, (SELECT title FROM tasks WHERE id = new.task_id), new.person_id,
         (SELECT name FROM people WHERE id = new.person_id), new.role,
         iif(new.valid_from IS NULL AND new.valid_to IS NULL, '',
             coalesce(date(new.valid_from * 86400, 'unixepoch'), '') || '..' || coalesce(date(new.valid_to * 86400, 'unixepoch'), '')),
         'import' FROM import_time;
END)",
                                R"(
CREATE TEMP TRIGGER history_withdrawn AFTER DELETE ON main.responsibilities
WHEN EXISTS (SELECT 1 FROM main.tasks WHERE id = old.task_id) AND EXISTS (SELECT 1 FROM main.people WHERE id = old.person_id) BEGIN
  INSERT INTO catalogue_history (at, kind, task_id, task, person_id, person, role, actor)
  SELECT at, 'withdrawn', old.task_id, (SELECT title FROM tasks WHERE id = old.task_id), old.person_id,
         (SELECT name FROM people WHERE id = old.person_id), old.role, 'import' FROM import_time;
END)",
                                R"(
CREATE TEMP TRIGGER history_task_added AFTER INSERT ON main.tasks BEGIN
  INSERT INTO catalogue_history (at, kind, task_id, task, actor) SELECT at, 'task_added', new.id, new.title, 'import' FROM import_time;
END)",
                                R"(
CREATE TEMP TRIGGER history_task_gone BEFORE DELETE ON main.tasks BEGIN
  INSERT INTO catalogue_history (at, kind, task_id, task, person_id, person, role, actor)
  SELECT at, 'withdrawn', old.id, old.title, p.id, p.name, r.role, 'import'
  FROM import_time, responsibilities r JOIN people p ON p.id = r.person_id WHERE r.task_id = old.id;
  INSERT INTO catalogue_history (at, kind, task_id, task, actor) SELECT at, 'task_gone', old.id, old.title, 'import' FROM import_time;
END)",
                                R"(
CREATE TEMP TRIGGER history_task_changed AFTER UPDATE ON main.tasks
WHEN old.title IS NOT new.title OR old.kle IS NOT new.kle BEGIN
  INSERT INTO catalogue_history (at, kind, task_id, task, role, before, after, actor)
  SELECT at, 'task_changed', new.id, new.title, 'title', old.title, new.title, 'import' FROM import_time WHERE old.title IS NOT new.title
  UNION ALL
  SELECT at, 'task_changed', new.id, new.title, 'kle', old.kle, new.kle, 'import' FROM import_time WHERE old.kle IS NOT new.kle;
END)",
                                R"(
CREATE TEMP TRIGGER history_person_gone BEFORE DELETE ON main.people BEGIN
  INSERT INTO catalogue_history (at, kind, task_id, task, person_id, person, role, actor)
  SELECT at, 'withdrawn', t.id, t.title, old.id, old.name, r.role, 'import'
  FROM import_time, responsibilities r JOIN tasks t ON t.id = r.task_id WHERE r.person_id = old.id;
  INSERT INTO catalogue_history (at, kind, person_id, person, actor) SELECT at, 'person_gone', old.id, old.name, 'import' FROM import_time;
END)",
                                R"(
CREATE TEMP TRIGGER history_person_left AFTER INSERT ON main.people WHEN new.left_on IS NOT NULL BEGIN
  INSERT INTO catalogue_history (at, kind, person_id, person, after, actor)
  SELECT at, 'person_left', new.id, new.name, date(new.left_on * 86400, 'unixepoch'), 'import' FROM import_time;
END)",
                                R"(
CREATE TEMP TRIGGER history_person_changed AFTER UPDATE ON main.people
WHEN old.phone IS NOT new.phone OR old.title IS NOT new.title OR old.unit_id IS NOT new.unit_id OR old.left_on IS NOT new.left_on BEGIN
  INSERT INTO catalogue_history (at, kind, person_id, person, role, before, after, actor)
  SELECT at, 'person_changed', new.id, new.name, 'phone', old.phone, new.phone, 'import' FROM import_time WHERE old.phone IS NOT new.phone AND old.phone <> ''
  UNION ALL
  SELECT at, 'person_changed', new.id, new.name, 'title', old.title, new.title, 'import' FROM import_time WHERE old.title IS NOT new.title AND old.title <> ''
  UNION ALL
  SELECT at, 'person_changed', new.id, new.name, 'unit', coalesce((SELECT name FROM units WHERE id = old.unit_id), ''),
         coalesce((SELECT name FROM units WHERE id = new.unit_id), ''), 'import' FROM import_time WHERE old.unit_id IS NOT new.unit_id AND old.unit_id IS NOT NULL
  UNION ALL
  SELECT at, 'person_left', new.id, new.name, '', '', coalesce(date(new.left_on * 86400, 'unixepoch'), ''), 'import'
  FROM import_time WHERE old.left_on IS NOT new.left_on;
END)",
                                // Whom the people file names for the first time only gets the right unit.
                                R"(
CREATE TEMP TRIGGER history_moved AFTER UPDATE OF unit_id ON main.people
WHEN old.unit_id IS NOT new.unit_id AND old.unit_id IS NOT NULL AND new.unit_id IS NOT NULL AND new.kind = 'person'
     AND old.in_people = new.in_people BEGIN
  INSERT INTO moves (person_id, unit, leader_id, at)
  SELECT new.id, (SELECT name FROM units WHERE id = old.unit_id),
         coalesce(old.leader_id, (SELECT leader_id FROM people WHERE unit_id = old.unit_id AND leader_id IS NOT NULL
                                  GROUP BY leader_id ORDER BY count(*) DESC, leader_id LIMIT 1)), at
  FROM import_time WHERE EXISTS (SELECT 1 FROM units WHERE id = old.unit_id);
END)"};

constexpr const char* make_person_added = R"(
CREATE TEMP TRIGGER history_person_added AFTER INSERT ON main.people BEGIN
  INSERT INTO catalogue_history (at, kind, person_id, person, actor)
  SELECT at, 'person_added', new.id, new.name, 'import' FROM import_time;
END)";

constexpr const char* remove[] = {
    "DROP TRIGGER IF EXISTS temp.history_assigned",     "DROP TRIGGER IF EXISTS temp.history_days",
    "DROP TRIGGER IF EXISTS temp.history_withdrawn",    "DROP TRIGGER IF EXISTS temp.history_task_added",
    "DROP TRIGGER IF EXISTS temp.history_task_gone",    "DROP TRIGGER IF EXISTS temp.history_task_changed",
    "DROP TRIGGER IF EXISTS temp.history_person_added", "DROP TRIGGER IF EXISTS temp.history_person_gone",
    "DROP TRIGGER IF EXISTS temp.history_person_left",  "DROP TRIGGER IF EXISTS temp.history_person_changed",
    "DROP TRIGGER IF EXISTS temp.history_moved"};

bool is_true(Connection& connection, const char* sql) {
  Query query(connection, sql);
  return query.step() && query.integer(0) != 0;
}

}  // namespace

HistoryTriggers::HistoryTriggers(Connection& connection, Instant now) : connection_(connection) {
  if (!is_true(connection_, has_begun)) return;
  written_ = true;
  for (const char* statement : make) connection_.database.exec(statement);
  if (is_true(connection_, knows_people)) connection_.database.exec(make_person_added);
  Query(connection_, forget_time).run();
  Query(connection_, set_time).bind(":now", now).run();
}

HistoryTriggers::~HistoryTriggers() {
  if (!written_) return;
  for (const char* statement : remove) connection_.database.tryExec(statement);
}

}  // namespace store::detail
