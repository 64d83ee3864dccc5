-- Days are days since 1970-01-01, instants are Unix seconds in UTC. "_folded" columns hold store::fold() of the column
-- before them (e-mails: lower case only) and are what identity is compared by.
--
-- Constraints name their values with OR: SQLite builds a temporary table for each evaluation of IN with more than two.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta (key, value) VALUES ('catalogue_version', 0);

CREATE TABLE units (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL CHECK (name <> ''),
  name_folded TEXT NOT NULL UNIQUE
) STRICT;

-- A person stays as long as one of the two files mentions them.
CREATE TABLE people (
  id           INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL DEFAULT 'person' CHECK (kind = 'person' OR kind = 'contact_point'),
  name         TEXT NOT NULL CHECK (name <> ''),
  name_folded  TEXT NOT NULL,
  email        TEXT,
  email_folded TEXT UNIQUE,
  phone        TEXT NOT NULL DEFAULT '',
  title        TEXT NOT NULL DEFAULT '',
  unit_id      INTEGER REFERENCES units (id),
  leader_id    INTEGER REFERENCES people (id) ON DELETE SET NULL,
  stand_in_id  INTEGER REFERENCES people (id) ON DELETE SET NULL,
  away_from    INTEGER,
  away_to      INTEGER,
  left_on      INTEGER,
  entra_id     TEXT UNIQUE CHECK (entra_id = lower(entra_id)),
  in_people    INTEGER NOT NULL CHECK (in_people = 0 OR in_people = 1),
  in_catalogue INTEGER NOT NULL CHECK (in_catalogue = 0 OR in_catalogue = 1),
  CHECK ((email IS NULL) = (email_folded IS NULL)),
  CHECK ((away_from IS NULL) = (away_to IS NULL)),
  CHECK (away_from <= away_to),
  CHECK (in_people OR in_catalogue)
) STRICT;

CREATE INDEX people_by_name ON people (name_folded);
CREATE INDEX people_by_unit ON people (unit_id);
CREATE INDEX people_by_leader ON people (leader_id) WHERE leader_id IS NOT NULL;
CREATE INDEX people_by_stand_in ON people (stand_in_id) WHERE stand_in_id IS NOT NULL;

-- Lists (kle, keywords) are one text each, their items separated by line feeds: they are only ever read as a whole.
CREATE TABLE tasks (
  id           INTEGER PRIMARY KEY,
  title        TEXT NOT NULL CHECK (title <> ''),
  title_folded TEXT NOT NULL,
  kle          TEXT NOT NULL DEFAULT '',
  keywords     TEXT NOT NULL DEFAULT '',
  description  TEXT NOT NULL DEFAULT '',
  UNIQUE (title_folded, kle)
) STRICT;

CREATE TABLE responsibilities (
  task_id      INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  person_id    INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  role         TEXT NOT NULL CHECK (role = 'responsible' OR role = 'coordinator' OR role = 'stand_in'),
  valid_from   INTEGER,
  valid_to     INTEGER,
  confirmed_on INTEGER,
  PRIMARY KEY (task_id, person_id, role),
  CHECK (valid_from <= valid_to)
) STRICT, WITHOUT ROWID;

CREATE INDEX responsibilities_by_person ON responsibilities (person_id);

-- next_gathering is local time in the municipality's zone, "2026-03-27 09:00".
CREATE TABLE networks (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL CHECK (name <> ''),
  name_folded    TEXT NOT NULL UNIQUE,
  kind           TEXT NOT NULL DEFAULT '',
  purpose        TEXT NOT NULL DEFAULT '',
  coordinator_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  next_gathering TEXT NOT NULL DEFAULT '',
  place          TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX networks_by_coordinator ON networks (coordinator_id);

CREATE TABLE network_members (
  network_id INTEGER NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  PRIMARY KEY (network_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX network_members_by_person ON network_members (person_id);

CREATE TABLE conversations (
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
  PRIMARY KEY (tenant, conversation)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen_activities (
  key     TEXT PRIMARY KEY,
  seen_at INTEGER NOT NULL,
  answer  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The arrows between the states are in store/README.md.
CREATE TABLE outbox (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  kind            TEXT NOT NULL CHECK (kind = 'reply' OR kind = 'broadcast'),
  state           TEXT NOT NULL CHECK (state = 'pending' OR state = 'sending' OR state = 'sent' OR state = 'given_up'
                                        OR state = 'uncertain'),
  attempts        INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  created_at      INTEGER NOT NULL,
  next_attempt_at INTEGER,
  finished_at     INTEGER,
  tenant          TEXT NOT NULL,
  conversation    TEXT NOT NULL,
  service_url     TEXT NOT NULL,
  update_activity TEXT NOT NULL,
  activity        TEXT NOT NULL DEFAULT '',
  error           TEXT NOT NULL DEFAULT '',
  payload         TEXT NOT NULL,
  CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL)),
  CHECK ((state = 'pending' OR state = 'sending') = (finished_at IS NULL))
) STRICT;

CREATE INDEX outbox_unsent ON outbox (state) WHERE state <> 'sent';
CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE wrong_entry_reports (
  id         INTEGER PRIMARY KEY,
  task_id    INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  state      TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'closed'),
  created_at INTEGER NOT NULL,
  closed_at  INTEGER,
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX one_open_report ON wrong_entry_reports (task_id, person_id) WHERE state = 'open';
CREATE INDEX reports_by_task ON wrong_entry_reports (task_id);
CREATE INDEX reports_by_person ON wrong_entry_reports (person_id);

CREATE TABLE wrong_entry_supporters (
  report_id INTEGER NOT NULL REFERENCES wrong_entry_reports (id) ON DELETE CASCADE,
  reporter  TEXT NOT NULL,
  said_at   INTEGER NOT NULL,
  PRIMARY KEY (report_id, reporter)
) STRICT, WITHOUT ROWID;
