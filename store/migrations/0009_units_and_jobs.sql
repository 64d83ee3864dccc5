-- What a unit was called before it was renamed, or what was merged into it: settings and people may still use those
-- names. One a line.
ALTER TABLE units ADD COLUMN former_names TEXT NOT NULL DEFAULT '';

-- What else somebody is employed as, beside the title and unit of their row. position: in the order of the file, from 1.
CREATE TABLE other_jobs (
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  title      TEXT NOT NULL,
  department TEXT NOT NULL,
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;
