-- What a conversation was about, for a quarter of an hour; and what was asked, without a word of it. Lists are ids,
-- separated by commas: they are only ever read as a whole.

CREATE TABLE conversation_memory (
  tenant       TEXT NOT NULL,
  conversation TEXT NOT NULL,
  person       TEXT NOT NULL,
  language     TEXT NOT NULL,
  intent       TEXT NOT NULL,
  tasks        TEXT NOT NULL,
  people       TEXT NOT NULL,
  task_choices TEXT NOT NULL,
  person_choices TEXT NOT NULL,
  choice_intent TEXT NOT NULL,
  chosen       INTEGER NOT NULL,
  picked       TEXT NOT NULL,
  changed_at   INTEGER NOT NULL,
  PRIMARY KEY (tenant, conversation, person)
) STRICT, WITHOUT ROWID;

-- Counted, so that not even the order of a day's questions is kept. task_id is 0 where no single task was found.
CREATE TABLE question_log (
  day     INTEGER NOT NULL,
  intent  TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome = 'sure' OR outcome = 'choose' OR outcome = 'none'),
  task_id INTEGER NOT NULL,
  asker   TEXT NOT NULL,
  times   INTEGER NOT NULL,
  PRIMARY KEY (day, intent, outcome, task_id, asker)
) STRICT, WITHOUT ROWID;

-- The secret that makes pseudonyms of people. The one before is gone for good when a new one is made.
CREATE TABLE question_log_key (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  made_on INTEGER NOT NULL,
  secret  TEXT NOT NULL
) STRICT;
