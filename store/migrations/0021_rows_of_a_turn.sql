-- What every turn writes and reads, so that it touches few pages. A message that waits is a row with its text; one that has
-- come to its end is a row of another table, at the end of which rows are only ever added: no index is touched on the way.
CREATE TABLE outbox_waiting (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  kind            TEXT NOT NULL CHECK (kind = 'reply' OR kind = 'broadcast'),
  state           TEXT NOT NULL CHECK (state = 'pending' OR state = 'sending'),
  attempts        INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  created_at      INTEGER NOT NULL,
  next_attempt_at INTEGER,
  tenant          TEXT NOT NULL,
  conversation    TEXT NOT NULL,
  to_user         TEXT NOT NULL DEFAULT '',
  service_url     TEXT NOT NULL,
  update_activity TEXT NOT NULL,
  error           TEXT NOT NULL DEFAULT '',
  payload         TEXT NOT NULL,
  CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL))
) STRICT;

INSERT INTO outbox_waiting (id, kind, state, attempts, created_at, next_attempt_at, tenant, conversation, to_user, service_url,
                            update_activity, error, payload)
SELECT id, kind, state, attempts, created_at, next_attempt_at, tenant, conversation, to_user, service_url, update_activity,
       error, coalesce(payload, '')
FROM outbox LEFT JOIN outbox_texts ON outbox_id = id WHERE finished_at IS NULL ORDER BY id;

-- The ids are those of outbox. What was sent keeps no text: it is in Teams.
CREATE TABLE outbox_ended (
  id              INTEGER PRIMARY KEY,
  kind            TEXT NOT NULL CHECK (kind = 'reply' OR kind = 'broadcast'),
  state           TEXT NOT NULL CHECK (state = 'sent' OR state = 'given_up' OR state = 'uncertain'),
  attempts        INTEGER NOT NULL CHECK (attempts >= 0),
  created_at      INTEGER NOT NULL,
  finished_at     INTEGER NOT NULL,
  tenant          TEXT NOT NULL,
  conversation    TEXT NOT NULL,
  to_user         TEXT NOT NULL,
  update_activity TEXT NOT NULL,
  activity        TEXT NOT NULL,
  error           TEXT NOT NULL,
  payload         TEXT NOT NULL
) STRICT;

INSERT INTO outbox_ended (id, kind, state, attempts, created_at, finished_at, tenant, conversation, to_user, update_activity,
                          activity, error, payload)
SELECT id, kind, state, attempts, created_at, finished_at, tenant, conversation, to_user, update_activity, activity, error,
       coalesce(payload, '')
FROM outbox LEFT JOIN outbox_texts ON outbox_id = id WHERE finished_at IS NOT NULL ORDER BY id;

-- An id is never given twice, also when the newest rows are gone.
DELETE FROM sqlite_sequence WHERE name = 'outbox_waiting';
INSERT INTO sqlite_sequence SELECT 'outbox_waiting', seq FROM sqlite_sequence WHERE name = 'outbox';
DROP TABLE outbox_texts;
DROP TABLE outbox;
ALTER TABLE outbox_waiting RENAME TO outbox;

CREATE INDEX outbox_not_sent ON outbox_ended (state) WHERE state <> 'sent';

-- A key begins with what differs: the tenant is the same in every row, and each comparison would read over it.
CREATE TABLE conversations_by_name (
  tenant        TEXT NOT NULL,
  conversation  TEXT NOT NULL,
  type          TEXT NOT NULL,
  service_url   TEXT NOT NULL,
  bot           TEXT NOT NULL,
  user          TEXT NOT NULL,
  user_entra_id TEXT NOT NULL,
  team          TEXT NOT NULL,
  channel       TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  changed_at    INTEGER NOT NULL,
  welcomed_at   INTEGER,
  removed_at    INTEGER,
  user_email    TEXT NOT NULL DEFAULT '',
  language      TEXT NOT NULL DEFAULT '' CHECK (language IN ('', 'da', 'en')),
  PRIMARY KEY (conversation, tenant)
) STRICT, WITHOUT ROWID;

INSERT INTO conversations_by_name (tenant, conversation, type, service_url, bot, user, user_entra_id, team, channel,
                                   first_seen_at, changed_at, welcomed_at, removed_at, user_email, language)
SELECT tenant, conversation, type, service_url, bot, user, user_entra_id, team, channel, first_seen_at, changed_at, welcomed_at,
       removed_at, user_email, language
FROM conversations ORDER BY conversation;
DROP TABLE conversations;
ALTER TABLE conversations_by_name RENAME TO conversations;
CREATE INDEX conversations_by_entra_id ON conversations (user_entra_id COLLATE NOCASE) WHERE user_entra_id <> '';
CREATE INDEX conversations_by_email ON conversations (user_email COLLATE NOCASE) WHERE user_email <> '';

CREATE TABLE memory_by_conversation (
  tenant         TEXT NOT NULL,
  conversation   TEXT NOT NULL,
  person         TEXT NOT NULL,
  language       TEXT NOT NULL,
  intent         TEXT NOT NULL,
  tasks          TEXT NOT NULL,
  people         TEXT NOT NULL,
  task_choices   TEXT NOT NULL,
  person_choices TEXT NOT NULL,
  choice_intent  TEXT NOT NULL,
  chosen         INTEGER NOT NULL,
  picked         TEXT NOT NULL,
  changed_at     INTEGER NOT NULL,
  PRIMARY KEY (conversation, person, tenant)
) STRICT, WITHOUT ROWID;

INSERT INTO memory_by_conversation SELECT * FROM conversation_memory;
DROP TABLE conversation_memory;
ALTER TABLE memory_by_conversation RENAME TO conversation_memory;

CREATE TABLE focus_by_conversation (
  tenant       TEXT NOT NULL,
  conversation TEXT NOT NULL,
  person       TEXT NOT NULL,
  gathering_id INTEGER NOT NULL,
  network_id   INTEGER NOT NULL,
  pending      TEXT NOT NULL,
  changed_at   INTEGER NOT NULL,
  PRIMARY KEY (conversation, person, tenant)
) STRICT, WITHOUT ROWID;

INSERT INTO focus_by_conversation SELECT * FROM conversation_focus;
DROP TABLE conversation_focus;
ALTER TABLE focus_by_conversation RENAME TO conversation_focus;

-- The day stays first: what is too old goes as one piece.
CREATE TABLE counted_questions (
  day     INTEGER NOT NULL,
  intent  TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome = 'sure' OR outcome = 'choose' OR outcome = 'none'),
  task_id INTEGER NOT NULL,
  asker   TEXT NOT NULL,
  times   INTEGER NOT NULL,
  PRIMARY KEY (day, task_id, asker, intent, outcome)
) STRICT, WITHOUT ROWID;

INSERT INTO counted_questions SELECT * FROM question_log ORDER BY day, task_id, asker, intent, outcome;
DROP TABLE question_log;
ALTER TABLE counted_questions RENAME TO question_log;

CREATE TABLE seen_by_activity (
  key     TEXT PRIMARY KEY,
  seen_at INTEGER NOT NULL,
  answer  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The parts of a key, each behind its length in bytes, stood as tenant, conversation, activity. Activities come in the order
-- of their ids: with the id first a new key is the last one, and fills the page of the one before.
INSERT OR IGNORE INTO seen_by_activity (key, seen_at, answer)
WITH lengths AS (SELECT CAST(key AS BLOB) AS bytes, CAST(substr(key, 4) AS INTEGER) AS size, instr(key, ':') AS at, seen_at, answer
                 FROM seen_activities WHERE key GLOB 'id [0-9]*:*'),
     tenants AS (SELECT substr(bytes, 4, at - 3 + size) AS tenant, substr(bytes, at + size + 1) AS rest, seen_at, answer
                 FROM lengths),
     places AS (SELECT tenant, rest, CAST(CAST(rest AS TEXT) AS INTEGER) + instr(rest, CAST(':' AS BLOB)) AS size, seen_at, answer
                FROM tenants)
SELECT 'id ' || CAST(substr(rest, size + 1) || substr(rest, 1, size) || tenant AS TEXT), seen_at, answer FROM places
UNION ALL
SELECT key, seen_at, answer FROM seen_activities WHERE key NOT GLOB 'id [0-9]*:*'
ORDER BY 1;
DROP TABLE seen_activities;
ALTER TABLE seen_by_activity RENAME TO seen_activities;
