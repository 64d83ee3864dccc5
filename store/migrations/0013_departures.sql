-- Who leaves, and what becomes of what they had. first_day_without: the first day on which the person no longer works here.
-- before_*: the days of the leaver's entry before it was given on, so that it can be given back.
CREATE TABLE departures (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id         INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  first_day_without INTEGER NOT NULL,
  state             TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'done' OR state = 'withdrawn'),
  said_by           TEXT NOT NULL,
  said_at           INTEGER NOT NULL,
  ended_at          INTEGER,
  CHECK ((state = 'open') = (ended_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX one_departure ON departures (person_id) WHERE state <> 'withdrawn';

CREATE INDEX departures_by_person ON departures (person_id);

CREATE TABLE departure_items (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  departure_id INTEGER NOT NULL REFERENCES departures (id) ON DELETE CASCADE,
  task_id      INTEGER REFERENCES tasks (id) ON DELETE CASCADE,
  network_id   INTEGER REFERENCES networks (id) ON DELETE CASCADE,
  role         TEXT NOT NULL DEFAULT '',
  before_from  INTEGER,
  before_to    INTEGER,
  receiver_id  INTEGER REFERENCES people (id) ON DELETE SET NULL,
  state        TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'given' OR state = 'vacant'),
  CHECK ((task_id IS NULL) <> (network_id IS NULL))
) STRICT;

CREATE INDEX departure_items_by_departure ON departure_items (departure_id);
CREATE INDEX departure_items_by_task ON departure_items (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX departure_items_by_network ON departure_items (network_id) WHERE network_id IS NOT NULL;
CREATE INDEX departure_items_by_receiver ON departure_items (receiver_id) WHERE receiver_id IS NOT NULL;
