-- Every few months each colleague is asked whether their tasks are still right: one row for each time. The arrows between the states
-- are in store/README.md. day: when the question is to be asked (waiting), or was. counted: working days since, of this person, up to
-- counted_on. together: the first of the rounds that a leader was asked about in one message.
CREATE TABLE confirmation_rounds (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  state      TEXT NOT NULL DEFAULT 'waiting'
             CHECK (state = 'waiting' OR state = 'asked' OR state = 'reminded' OR state = 'reminded_again' OR state = 'with_leader'
                    OR state = 'confirmed' OR state = 'corrected' OR state = 'ended'),
  day        INTEGER NOT NULL,
  counted    INTEGER NOT NULL DEFAULT 0 CHECK (counted >= 0),
  counted_on INTEGER,
  together   INTEGER,
  ended_at   INTEGER,
  CHECK ((state = 'confirmed' OR state = 'corrected' OR state = 'ended') = (ended_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX one_open_round ON confirmation_rounds (person_id) WHERE ended_at IS NULL;
CREATE INDEX rounds_by_person ON confirmation_rounds (person_id, day);
CREATE INDEX rounds_by_day ON confirmation_rounds (day);
CREATE INDEX rounds_together ON confirmation_rounds (together) WHERE together IS NOT NULL;
