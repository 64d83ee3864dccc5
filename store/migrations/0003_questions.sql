-- What nobody in the catalogue was found for, what an owner of the catalogue answered, and what was learned from it.
-- A topic is the phrase that was searched for, never a whole message.

ALTER TABLE conversations ADD COLUMN user_email TEXT NOT NULL DEFAULT '';

CREATE INDEX conversations_by_entra_id ON conversations (user_entra_id COLLATE NOCASE) WHERE user_entra_id <> '';
CREATE INDEX conversations_by_email ON conversations (user_email COLLATE NOCASE) WHERE user_email <> '';

-- askers is the number of people who had asked when the question was closed: who they were is forgotten then.
CREATE TABLE open_questions (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  topic        TEXT NOT NULL CHECK (topic <> ''),
  topic_folded TEXT NOT NULL,
  state        TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'answered' OR state = 'dismissed'),
  created_at   INTEGER NOT NULL,
  closed_at    INTEGER,
  closed_by    TEXT NOT NULL DEFAULT '',
  askers       INTEGER NOT NULL DEFAULT 0,
  task_id      INTEGER REFERENCES tasks (id) ON DELETE SET NULL,
  person_id    INTEGER REFERENCES people (id) ON DELETE SET NULL,
  CHECK ((state = 'open') = (closed_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX one_open_question ON open_questions (topic_folded) WHERE state = 'open';
CREATE INDEX questions_by_task ON open_questions (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX questions_by_person ON open_questions (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE question_askers (
  question_id  INTEGER NOT NULL REFERENCES open_questions (id) ON DELETE CASCADE,
  asker        TEXT NOT NULL CHECK (asker <> ''),
  tenant       TEXT NOT NULL,
  conversation TEXT NOT NULL,
  language     TEXT NOT NULL,
  asked_at     INTEGER NOT NULL,
  PRIMARY KEY (question_id, asker)
) STRICT, WITHOUT ROWID;

-- Which questions an owner has seen, by the personal conversation where they were shown.
CREATE TABLE shown_questions (
  tenant       TEXT NOT NULL,
  conversation TEXT NOT NULL,
  question_id  INTEGER NOT NULL REFERENCES open_questions (id) ON DELETE CASCADE,
  shown_at     INTEGER NOT NULL,
  PRIMARY KEY (tenant, conversation, question_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX shown_by_question ON shown_questions (question_id);

CREATE TABLE learned_words (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id       INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  phrase        TEXT NOT NULL CHECK (phrase <> ''),
  phrase_folded TEXT NOT NULL,
  state         TEXT NOT NULL DEFAULT 'proposed'
                CHECK (state = 'proposed' OR state = 'approved' OR state = 'declined'),
  created_at    INTEGER NOT NULL,
  decided_at    INTEGER,
  decided_by    TEXT NOT NULL DEFAULT '',
  UNIQUE (task_id, phrase_folded),
  CHECK ((state = 'proposed') = (decided_at IS NULL))
) STRICT;

-- Who picked which task for which words, as a salted number that is of no use for another phrase. Gone as soon as there are
-- enough of them to propose the word.
CREATE TABLE picks (
  phrase_folded TEXT NOT NULL,
  task_id       INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  picker        INTEGER NOT NULL,
  picked_at     INTEGER NOT NULL,
  PRIMARY KEY (phrase_folded, task_id, picker)
) STRICT, WITHOUT ROWID;

CREATE INDEX picks_by_task ON picks (task_id);

INSERT INTO meta (key, value) VALUES ('pick_salt', random());

-- Who was asked whether an old entry is still right: once for each confirmation that grew old.
CREATE TABLE confirmation_nudges (
  task_id      INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  person_id    INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  confirmed_on INTEGER NOT NULL,
  nudged_at    INTEGER NOT NULL,
  PRIMARY KEY (task_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX nudges_by_person ON confirmation_nudges (person_id);
