-- The KLE-Emneplan as last imported: Hovedgrupper "dd", Grupper "dd.dd" and Emner "dd.dd.dd". Lists (keywords, replaced_by)
-- are one text each, their items separated by line feeds. meta.kle_released_on is the day of its release.
CREATE TABLE kle_topics (
  number      TEXT PRIMARY KEY CHECK (number <> ''),
  title       TEXT NOT NULL,
  keywords    TEXT NOT NULL,
  retired     INTEGER NOT NULL CHECK (retired IN (0, 1)),
  replaced_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
