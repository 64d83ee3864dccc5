-- for_one: made for one gathering of people who were named. It stands in no list and has no name to be found by.
ALTER TABLE networks ADD COLUMN for_one INTEGER NOT NULL DEFAULT 0 CHECK (for_one = 0 OR for_one = 1);
