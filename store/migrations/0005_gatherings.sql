-- Networks that live, their gatherings, who is invited, and what is planned to be sent. Instants are Unix seconds in UTC; rules
-- ("nine o'clock") are local times as text, "2026-04-16 13:00", in the municipality's zone.

-- from_file: the networks file brought it, so the file may take it away again. rule: a word; whoever has a task marked with it
-- is a member too. reference_id: the leader the network reports to, who inherits it.
ALTER TABLE networks ADD COLUMN successor_id INTEGER REFERENCES people (id) ON DELETE SET NULL;
ALTER TABLE networks ADD COLUMN reference_id INTEGER REFERENCES people (id) ON DELETE SET NULL;
ALTER TABLE networks ADD COLUMN is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open = 0 OR is_open = 1);
ALTER TABLE networks ADD COLUMN rule TEXT NOT NULL DEFAULT '';
ALTER TABLE networks ADD COLUMN from_file INTEGER NOT NULL DEFAULT 1 CHECK (from_file = 0 OR from_file = 1);
ALTER TABLE networks ADD COLUMN tenant TEXT NOT NULL DEFAULT '';
ALTER TABLE networks ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE networks ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE networks ADD COLUMN closed_at INTEGER;

CREATE INDEX networks_by_successor ON networks (successor_id) WHERE successor_id IS NOT NULL;
CREATE INDEX networks_by_reference ON networks (reference_id) WHERE reference_id IS NOT NULL;

-- A rule of recurrence (its form: store/gatherings.hpp). Its gatherings are rows of their own, made a year ahead.
CREATE TABLE gathering_series (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  network_id INTEGER NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
  recurrence TEXT NOT NULL CHECK (recurrence <> ''),
  made_until INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;

CREATE INDEX series_by_network ON gathering_series (network_id);

-- The arrows between the states are in store/README.md. version counts every change of what people see; sequence is
-- iCalendar's. answer_by: instant; 0: until it begins. organizer_id: who planned it; the network's coordinator answers for it.
-- from_file: it is still as the networks file has it. file_start: the file's words that it came from, also after somebody has
-- changed it, so that the same file does not bring it a second time.
CREATE TABLE gatherings (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  network_id    INTEGER NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
  series_id     INTEGER REFERENCES gathering_series (id) ON DELETE SET NULL,
  state         TEXT NOT NULL DEFAULT 'draft'
                CHECK (state = 'draft' OR state = 'planned' OR state = 'invited' OR state = 'cancelled' OR state = 'dropped'),
  kind          TEXT NOT NULL DEFAULT '',
  local_start   TEXT NOT NULL,
  local_end     TEXT NOT NULL,
  starts_at     INTEGER NOT NULL,
  ends_at       INTEGER NOT NULL,
  place         TEXT NOT NULL DEFAULT '',
  agenda        TEXT NOT NULL DEFAULT '',
  case_number   TEXT NOT NULL DEFAULT '',
  capacity      INTEGER NOT NULL DEFAULT 0 CHECK (capacity >= 0),
  answer_by     INTEGER NOT NULL DEFAULT 0,
  chair_id      INTEGER REFERENCES people (id) ON DELETE SET NULL,
  minutes_id    INTEGER REFERENCES people (id) ON DELETE SET NULL,
  organizer_id  INTEGER REFERENCES people (id) ON DELETE SET NULL,
  reminders     TEXT NOT NULL DEFAULT '',
  tenant        TEXT NOT NULL,
  language      TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  sequence      INTEGER NOT NULL DEFAULT 0,
  uid           TEXT NOT NULL UNIQUE,
  from_file     INTEGER NOT NULL DEFAULT 0 CHECK (from_file = 0 OR from_file = 1),
  file_start    TEXT NOT NULL DEFAULT '',
  created_at    INTEGER NOT NULL,
  changed_at    INTEGER NOT NULL,
  cancel_reason TEXT NOT NULL DEFAULT '',
  CHECK (starts_at < ends_at)
) STRICT;

CREATE INDEX gatherings_by_network ON gatherings (network_id, ends_at);
CREATE INDEX gatherings_by_end ON gatherings (ends_at);
CREATE INDEX gatherings_unsettled ON gatherings (changed_at) WHERE state = 'draft' OR state = 'dropped';
CREATE INDEX gatherings_by_series ON gatherings (series_id) WHERE series_id IS NOT NULL;
CREATE INDEX gatherings_by_chair ON gatherings (chair_id) WHERE chair_id IS NOT NULL;
CREATE INDEX gatherings_by_minutes ON gatherings (minutes_id) WHERE minutes_id IS NOT NULL;
CREATE INDEX gatherings_by_organizer ON gatherings (organizer_id) WHERE organizer_id IS NOT NULL;

-- queue: the place on the waiting list, only ever compared. reconfirm: said yes before it was moved. approval: what the leader
-- said when asked first. token: the unguessable part of the person's calendar link.
CREATE TABLE invitations (
  gathering_id INTEGER NOT NULL REFERENCES gatherings (id) ON DELETE CASCADE,
  person_id    INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  state        TEXT NOT NULL DEFAULT 'invited'
               CHECK (state = 'invited' OR state = 'accepted' OR state = 'declined' OR state = 'tentative' OR state = 'waiting'
                      OR state = 'removed'),
  reason       TEXT NOT NULL DEFAULT '',
  queue        INTEGER NOT NULL DEFAULT 0,
  reconfirm    INTEGER NOT NULL DEFAULT 0 CHECK (reconfirm = 0 OR reconfirm = 1),
  late         INTEGER NOT NULL DEFAULT 0 CHECK (late = 0 OR late = 1),
  answered_at  INTEGER,
  nudged_at    INTEGER,
  approval     TEXT NOT NULL DEFAULT '' CHECK (approval = '' OR approval = 'asked' OR approval = 'approved' OR approval = 'left_out'),
  token        TEXT NOT NULL UNIQUE,
  PRIMARY KEY (gathering_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX invitations_by_person ON invitations (person_id);

-- Which message is a copy of which gathering, so that cards can be edited, and everybody sees who was not reached. person_id
-- NULL: a channel or the organizer's status card. outbox_id NULL: it could not even be addressed.
CREATE TABLE message_copies (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  outbox_id    INTEGER UNIQUE,
  gathering_id INTEGER NOT NULL REFERENCES gatherings (id) ON DELETE CASCADE,
  person_id    INTEGER REFERENCES people (id) ON DELETE CASCADE,
  kind         TEXT NOT NULL CHECK (kind = 'invitation' OR kind = 'reminder' OR kind = 'notice' OR kind = 'status'
                                    OR kind = 'approval'),
  state        TEXT NOT NULL CHECK (state = 'waiting' OR state = 'sent' OR state = 'given_up' OR state = 'uncertain'
                                    OR state = 'withdrawn'),
  tenant       TEXT NOT NULL DEFAULT '',
  conversation TEXT NOT NULL DEFAULT '',
  activity     TEXT NOT NULL DEFAULT '',
  error        TEXT NOT NULL DEFAULT '',
  made_at      INTEGER NOT NULL
) STRICT;

CREATE INDEX copies_by_gathering ON message_copies (gathering_id, person_id, kind);
CREATE INDEX copies_by_person ON message_copies (person_id) WHERE person_id IS NOT NULL;

-- What is to happen at a time. Finding what is due reads the index alone. useful_until: sent later than this it would only
-- annoy, so it is skipped. rule: how due_at was computed ("-3w 09:00"), so that a moved gathering plans anew.
CREATE TABLE reminders (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  kind         TEXT NOT NULL CHECK (kind = 'gathering' OR kind = 'channel' OR kind = 'invite' OR kind = 'answers' OR kind = 'approval'
                                    OR kind = 'personal' OR kind = 'network'),
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

CREATE INDEX reminders_due ON reminders (due_at) WHERE state = 'planned';
CREATE INDEX reminders_ended ON reminders (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX reminders_by_gathering ON reminders (gathering_id) WHERE gathering_id IS NOT NULL;
CREATE INDEX reminders_by_network ON reminders (network_id) WHERE network_id IS NOT NULL;
CREATE INDEX reminders_by_subject ON reminders (subject) WHERE subject <> '';

-- subject: who wants less, by Entra id or e-mail. topic: 'all', 'reminders', or 'network:ID'. until_at 0: until taken back.
CREATE TABLE mutes (
  subject  TEXT NOT NULL CHECK (subject <> ''),
  topic    TEXT NOT NULL CHECK (topic <> ''),
  from_at  INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  PRIMARY KEY (subject, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_feeds (
  person_id INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
  token     TEXT NOT NULL UNIQUE
) STRICT;

-- What a conversation is about to do: the gathering or network at hand, and what waits for a yes ("move 2026-04-22 13:00").
CREATE TABLE conversation_focus (
  tenant       TEXT NOT NULL,
  conversation TEXT NOT NULL,
  person       TEXT NOT NULL,
  gathering_id INTEGER NOT NULL,
  network_id   INTEGER NOT NULL,
  pending      TEXT NOT NULL,
  changed_at   INTEGER NOT NULL,
  PRIMARY KEY (tenant, conversation, person)
) STRICT, WITHOUT ROWID;

-- Entra object id of somebody whose personal chat is not known: `conversation` is empty until the chat is made, when the
-- message leaves.
ALTER TABLE outbox ADD COLUMN to_user TEXT NOT NULL DEFAULT '';
