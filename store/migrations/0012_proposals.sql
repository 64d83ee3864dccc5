-- Changes of the catalogue that wait for a yes, and those that were decided. One table for all kinds; states and arrows: store/README.md.
-- person_id: who has the task today, or whom it is about. receiver_id: who is to have it. fault: what is wrong, of a correction; else
-- the receiver's unit on that day. author and decided_by: Entra object id or e-mail. Lists as in tasks.
CREATE TABLE proposals (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  kind        TEXT NOT NULL CHECK (kind = 'transfer' OR kind = 'assign' OR kind = 'add' OR kind = 'correct'),
  state       TEXT NOT NULL DEFAULT 'open'
              CHECK (state = 'open' OR state = 'published' OR state = 'refused' OR state = 'withdrawn'),
  fault       TEXT NOT NULL DEFAULT '',
  task_id     INTEGER REFERENCES tasks (id) ON DELETE CASCADE,
  person_id   INTEGER REFERENCES people (id) ON DELETE CASCADE,
  receiver_id INTEGER REFERENCES people (id) ON DELETE CASCADE,
  text        TEXT NOT NULL DEFAULT '',
  text_folded TEXT NOT NULL DEFAULT '',
  kle         TEXT NOT NULL DEFAULT '',
  keywords    TEXT NOT NULL DEFAULT '',
  valid_from  INTEGER,
  valid_to    INTEGER,
  waits_for   TEXT NOT NULL CHECK (waits_for = 'person' OR waits_for = 'leader' OR waits_for = 'owner'),
  approver_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  nudges      INTEGER NOT NULL DEFAULT 0,
  author      TEXT NOT NULL CHECK (author <> ''),
  created_at  INTEGER NOT NULL,
  decided_at  INTEGER,
  decided_by  TEXT NOT NULL DEFAULT '',
  CHECK ((state = 'open') = (decided_at IS NULL)),
  CHECK (valid_from <= valid_to)
) STRICT;

CREATE UNIQUE INDEX one_open_proposal ON proposals
  (kind, fault, coalesce(task_id, 0), coalesce(person_id, 0), coalesce(receiver_id, 0), text_folded) WHERE state = 'open';
CREATE INDEX proposals_by_task ON proposals (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX proposals_by_person ON proposals (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX proposals_by_receiver ON proposals (receiver_id) WHERE receiver_id IS NOT NULL;
CREATE INDEX proposals_by_approver ON proposals (approver_id) WHERE approver_id IS NOT NULL;

-- Who said the same, the author first; forgotten when it is decided.
CREATE TABLE proposal_supporters (
  proposal_id INTEGER NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
  who         TEXT NOT NULL CHECK (who <> ''),
  said_at     INTEGER NOT NULL,
  PRIMARY KEY (proposal_id, who)
) STRICT, WITHOUT ROWID;

-- Roles that an administrator gave in chat, beside those of the settings. unit: of an owner; empty: everything.
CREATE TABLE roles (
  role      TEXT NOT NULL CHECK (role = 'owner' OR role = 'coordinator' OR role = 'administrator'),
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  unit      TEXT NOT NULL DEFAULT '',
  given_at  INTEGER NOT NULL,
  PRIMARY KEY (role, person_id, unit),
  CHECK (unit = '' OR role = 'owner')
) STRICT, WITHOUT ROWID;

CREATE INDEX roles_by_person ON roles (person_id);
