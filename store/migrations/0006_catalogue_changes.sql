-- Which tasks a change of the catalogue was about, where it was about few: whoever has the version before needs
-- only those anew. A version without rows here changed anything at all. Of the latest versions only.
CREATE TABLE catalogue_changes (
  version INTEGER NOT NULL,
  task_id INTEGER NOT NULL,
  PRIMARY KEY (version, task_id)
) STRICT, WITHOUT ROWID;
