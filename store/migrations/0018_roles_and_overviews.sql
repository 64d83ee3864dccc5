-- Roles come from a file, too. origin: who gave it; what the file gives and what was given in chat stand beside each other,
-- so that neither takes away what the other gave. unit: of an owner; empty: everything.
CREATE TABLE roles_by_origin (
  role      TEXT NOT NULL CHECK (role = 'owner' OR role = 'coordinator' OR role = 'administrator'),
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  unit      TEXT NOT NULL DEFAULT '',
  origin    TEXT NOT NULL CHECK (origin = 'chat' OR origin = 'file'),
  given_at  INTEGER NOT NULL,
  PRIMARY KEY (role, person_id, unit, origin),
  CHECK (unit = '' OR role = 'owner')
) STRICT, WITHOUT ROWID;

INSERT INTO roles_by_origin SELECT role, person_id, unit, 'chat', given_at FROM roles;
DROP TABLE roles;
ALTER TABLE roles_by_origin RENAME TO roles;
CREATE INDEX roles_by_person ON roles (person_id);

-- The last overview of a person as it left: its row in the outbox, and the cursor before it. If the outbox gives that row up,
-- nobody was told, and the cursor goes back.
ALTER TABLE overview_subscriptions ADD COLUMN outbox_id INTEGER;
ALTER TABLE overview_subscriptions ADD COLUMN told_from INTEGER NOT NULL DEFAULT 0;
CREATE INDEX overviews_by_message ON overview_subscriptions (outbox_id) WHERE outbox_id IS NOT NULL;
