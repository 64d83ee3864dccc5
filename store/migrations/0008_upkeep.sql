-- What changed in the catalogue, when, by whom, and who approved it. A row outlives what it is about, so names are kept beside ids.
-- actor and approver: Entra object id or e-mail, 'import' for a file, 'service' for what happened by itself.
CREATE TABLE catalogue_history (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,
  kind      TEXT NOT NULL CHECK (kind <> ''),
  task_id   INTEGER NOT NULL DEFAULT 0,
  task      TEXT NOT NULL DEFAULT '',
  person_id INTEGER NOT NULL DEFAULT 0,
  person    TEXT NOT NULL DEFAULT '',
  role      TEXT NOT NULL DEFAULT '',
  before    TEXT NOT NULL DEFAULT '',
  after     TEXT NOT NULL DEFAULT '',
  actor     TEXT NOT NULL DEFAULT '',
  approver  TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX history_by_task ON catalogue_history (task_id, id) WHERE task_id <> 0;
CREATE INDEX history_by_person ON catalogue_history (person_id, id) WHERE person_id <> 0;
CREATE INDEX history_by_time ON catalogue_history (at);

-- Reminders get one more kind: a duty of the service itself ('rule' says which, 'subject' of whom or what). One of each is planned.
CREATE TABLE reminders_with_duties (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  kind         TEXT NOT NULL CHECK (kind = 'gathering' OR kind = 'channel' OR kind = 'invite' OR kind = 'answers' OR kind = 'approval'
                                    OR kind = 'personal' OR kind = 'network' OR kind = 'duty'),
  state        TEXT NOT NULL DEFAULT 'planned'
               CHECK (state = 'planned' OR state = 'done' OR state = 'skipped' OR state = 'withdrawn'),
  due_at       INTEGER NOT NULL,
  useful_until INTEGER NOT NULL,
  gathering_id INTEGER REFERENCES gatherings (id) ON DELETE CASCADE,
  network_id   INTEGER REFERENCES networks (id) ON DELETE CASCADE,
  rule         TEXT NOT NULL DEFAULT '',
  tenant       TEXT NOT NULL DEFAULT '',
  conversation TEXT NOT NULL DEFAULT '',
  subject      TEXT NOT NULL DEFAULT '',
  language     TEXT NOT NULL DEFAULT '',
  text         TEXT NOT NULL DEFAULT '',
  ended_at     INTEGER,
  CHECK ((state = 'planned') = (ended_at IS NULL)),
  CHECK (due_at <= useful_until)
) STRICT;

INSERT INTO reminders_with_duties
SELECT id, kind, state, due_at, useful_until, gathering_id, network_id, rule, tenant, conversation, subject, language, text, ended_at
FROM reminders;
DROP TABLE reminders;
ALTER TABLE reminders_with_duties RENAME TO reminders;

CREATE INDEX reminders_due ON reminders (due_at) WHERE state = 'planned';
CREATE INDEX reminders_ended ON reminders (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX reminders_by_gathering ON reminders (gathering_id) WHERE gathering_id IS NOT NULL;
CREATE INDEX reminders_by_network ON reminders (network_id) WHERE network_id IS NOT NULL;
CREATE INDEX reminders_by_subject ON reminders (subject) WHERE subject <> '';
CREATE UNIQUE INDEX one_planned_duty ON reminders (rule, subject) WHERE kind = 'duty' AND state = 'planned';
