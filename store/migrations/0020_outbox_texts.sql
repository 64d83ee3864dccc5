-- The text of a message has a row of its own, which goes when the message was sent. In the row of the ledger it left nothing
-- but empty room behind: three and a half kilobytes of each page, which no later row could use.
CREATE TABLE outbox_rows (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  kind            TEXT NOT NULL CHECK (kind = 'reply' OR kind = 'broadcast'),
  state           TEXT NOT NULL CHECK (state = 'pending' OR state = 'sending' OR state = 'sent' OR state = 'given_up'
                                        OR state = 'uncertain'),
  attempts        INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  created_at      INTEGER NOT NULL,
  next_attempt_at INTEGER,
  finished_at     INTEGER,
  tenant          TEXT NOT NULL,
  conversation    TEXT NOT NULL,
  to_user         TEXT NOT NULL DEFAULT '',
  service_url     TEXT NOT NULL,
  update_activity TEXT NOT NULL,
  activity        TEXT NOT NULL DEFAULT '',
  error           TEXT NOT NULL DEFAULT '',
  CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL)),
  CHECK ((state = 'pending' OR state = 'sending') = (finished_at IS NULL))
) STRICT;

INSERT INTO outbox_rows (id, kind, state, attempts, created_at, next_attempt_at, finished_at, tenant, conversation, to_user,
                         service_url, update_activity, activity, error)
SELECT id, kind, state, attempts, created_at, next_attempt_at, finished_at, tenant, conversation, to_user,
       iif(state = 'sent', '', service_url), update_activity, activity, error
FROM outbox;

CREATE TABLE outbox_texts (
  outbox_id INTEGER PRIMARY KEY REFERENCES outbox_rows (id) ON DELETE CASCADE,
  payload   TEXT NOT NULL
) STRICT;

INSERT INTO outbox_texts SELECT id, payload FROM outbox WHERE payload <> '';

-- An id is never given twice, also when the newest rows are gone.
DELETE FROM sqlite_sequence WHERE name = 'outbox_rows';
INSERT INTO sqlite_sequence SELECT 'outbox_rows', seq FROM sqlite_sequence WHERE name = 'outbox';
DROP TABLE outbox;
ALTER TABLE outbox_rows RENAME TO outbox;

CREATE INDEX outbox_unsent ON outbox (state) WHERE state <> 'sent';
CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL;
