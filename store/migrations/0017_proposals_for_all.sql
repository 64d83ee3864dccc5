-- What is wrong with an entry is a proposal, like everything else that somebody wants changed: the open reports become some.
-- One that nobody stands by any more is forgotten.
INSERT OR IGNORE INTO proposals (kind, task_id, person_id, waits_for, author, created_at)
SELECT 'transfer', task_id, person_id, 'owner',
       (SELECT reporter FROM wrong_entry_supporters WHERE report_id = r.id AND reporter <> '' ORDER BY said_at, reporter LIMIT 1), created_at
FROM wrong_entry_reports r
WHERE state = 'open' AND EXISTS (SELECT 1 FROM wrong_entry_supporters WHERE report_id = r.id AND reporter <> '') ORDER BY r.id;
INSERT OR IGNORE INTO proposal_supporters (proposal_id, who, said_at)
SELECT p.id, s.reporter, s.said_at
FROM wrong_entry_supporters s JOIN wrong_entry_reports r ON r.id = s.report_id
JOIN proposals p ON p.task_id = r.task_id AND p.person_id = r.person_id
WHERE r.state = 'open' AND s.reporter <> '' AND p.state = 'open' AND p.kind = 'transfer' AND p.receiver_id IS NULL;
DROP TABLE wrong_entry_supporters;
DROP TABLE wrong_entry_reports;

-- Somebody who moves to another unit leaves tasks, too. kind 'moves': unit and leader_id are those that are left, and
-- first_day_without is the first day there without the person. One of each kind is open at a time.
ALTER TABLE departures ADD COLUMN kind TEXT NOT NULL DEFAULT 'leaves' CHECK (kind = 'leaves' OR kind = 'moves');
ALTER TABLE departures ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE departures ADD COLUMN leader_id INTEGER REFERENCES people (id) ON DELETE SET NULL;
DROP INDEX one_departure;
CREATE UNIQUE INDEX one_departure ON departures (person_id) WHERE kind = 'leaves' AND state <> 'withdrawn';
CREATE UNIQUE INDEX one_move ON departures (person_id) WHERE kind = 'moves' AND state = 'open';
CREATE INDEX departures_by_leader ON departures (leader_id) WHERE leader_id IS NOT NULL;

-- Who was moved to another unit, by a file or in chat, until it is looked at.
CREATE TABLE moves (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  unit      TEXT NOT NULL,
  leader_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX moves_by_person ON moves (person_id);
CREATE INDEX moves_by_leader ON moves (leader_id) WHERE leader_id IS NOT NULL;

-- Who was told that an entry ends on a day: the person who has it, or the leader.
CREATE TABLE told_endings (
  task_id   INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  role      TEXT NOT NULL,
  valid_to  INTEGER NOT NULL,
  told      TEXT NOT NULL CHECK (told = 'person' OR told = 'leader'),
  PRIMARY KEY (task_id, person_id, role, valid_to, told)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_endings_by_person ON told_endings (person_id);
CREATE INDEX told_endings_by_day ON told_endings (valid_to);

-- An address that was corrected in chat: the next file may still have the old one, and means the same person.
ALTER TABLE people ADD COLUMN former_email TEXT;
