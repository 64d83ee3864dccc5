-- Who gets an overview of the catalogue, how often, and what they were told already. Without a row: nobody was asked yet.
-- pace: as the setting says (empty), weekly, monthly or off. cursor: the last line of catalogue_history that was told.
-- paused_until is the last day of the pause. When the next one goes out stands in reminders (a duty of this person).
CREATE TABLE overview_subscriptions (
  person_id    INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
  pace         TEXT NOT NULL DEFAULT '' CHECK (pace = '' OR pace = 'weekly' OR pace = 'monthly' OR pace = 'off'),
  weekday      INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 5),
  minute       INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  even_if_none INTEGER NOT NULL CHECK (even_if_none = 0 OR even_if_none = 1),
  paused_until INTEGER,
  stand_in_id  INTEGER REFERENCES people (id) ON DELETE SET NULL,
  cursor       INTEGER NOT NULL CHECK (cursor >= 0)
) STRICT;

CREATE INDEX overviews_by_stand_in ON overview_subscriptions (stand_in_id) WHERE stand_in_id IS NOT NULL;
