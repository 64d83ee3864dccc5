-- Links to the answers of a gathering as a file: the token is the permission, for some minutes. The file itself is made
-- when it is fetched.
CREATE TABLE answer_files (
  token TEXT PRIMARY KEY,
  gathering_id INTEGER NOT NULL REFERENCES gatherings (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_files_by_gathering ON answer_files (gathering_id);
